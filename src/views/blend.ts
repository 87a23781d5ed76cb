import type { Rgb } from './colourScales.ts';

/**
 * Lays a colour over one pixel of a picture.
 * @param pixels  bytes red, green, blue, alpha of each pixel, as `ImageData` has them
 * @param at  position of its red byte
 * @param cover  how much of the pixel it covers, 0 to 1
 */
export function blend(pixels: Uint8ClampedArray, at: number, colour: Rgb, cover: number): void {
  const below = ((pixels[at + 3] as number) / 255) * (1 - cover);
  const alpha = cover + below;
  if (!(alpha > 0)) return;
  for (let k = 0; k < 3; k++) {
    pixels[at + k] = ((colour[k] as number) * cover + (pixels[at + k] as number) * below) / alpha;
  }
  pixels[at + 3] = 255 * alpha;
}
