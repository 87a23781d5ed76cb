import { blend } from './blend.ts';
import type { Rgb } from './colourScales.ts';
import type { Raster } from './rasterise.ts';

/** A line round the parts: the widest first, each on the one before. */
export interface OutlineStroke {
  readonly colour: Rgb;
  /** Pixels across. */
  readonly width: number;
}

/** Distances are kept as bytes, this many to a pixel. */
const STEPS = 24;

/**
 * Draws lines round what is seen of parts of the mesh, where it ends or something stands before it.
 * @param isOutlined  whether a part is; never asked of −1
 */
export function outlineParts(
  raster: Raster,
  isOutlined: (part: number) => boolean,
  strokes: readonly OutlineStroke[],
): void {
  const { width, height, pixels } = raster;
  const reach = Math.max(...strokes.map((stroke) => stroke.width)) / 2 + 0.5;
  const closeness = closenessToBorders(raster, isOutlined, reach);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const close = closeness[pixel] as number;
    if (close === 0) continue;
    const distance = (255 - close) / STEPS;
    for (const stroke of strokes) {
      const cover = Math.min(1, stroke.width / 2 + 0.5 - distance);
      if (cover > 0) blend(pixels, 4 * pixel, stroke.colour, cover);
    }
  }
}

/** For each pixel how close it is to a border of a part: 255 on it, 0 beyond the reach. */
function closenessToBorders(
  { width, height, parts }: Raster,
  isOutlined: (part: number) => boolean,
  reach: number,
): Uint8Array {
  const closeness = new Uint8Array(width * height);
  // Around the middle of a side that a pixel shares with the next one of its row, or of its column.
  const [besideRow, besideColumn] = [stampAround(0.5, 0, reach), stampAround(0, 0.5, reach)];
  const stamp = (x: number, y: number, { dx, dy, close }: Stamp) => {
    for (let k = 0; k < close.length; k++) {
      const [px, py] = [x + (dx[k] as number), y + (dy[k] as number)];
      if (px < 0 || py < 0 || px >= width || py >= height) continue;
      const at = py * width + px;
      if ((closeness[at] as number) < (close[k] as number)) closeness[at] = close[k] as number;
    }
  };
  const marked = (part: number) => part >= 0 && isOutlined(part);
  for (let y = 0; y < height; y++) {
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const here = parts[at] as number;
      const right = x + 1 < width ? (parts[at + 1] as number) : here;
      const below = y + 1 < height ? (parts[at + width] as number) : here;
      if (right !== here && (marked(here) || marked(right))) stamp(x, y, besideRow);
      if (below !== here && (marked(here) || marked(below))) stamp(x, y, besideColumn);
    }
  }
  return closeness;
}

/** Steps from a pixel, and how close each of them is to the border. */
interface Stamp {
  readonly dx: Int32Array;
  readonly dy: Int32Array;
  readonly close: Uint8Array;
}

function stampAround(x: number, y: number, reach: number): Stamp {
  const far = Math.ceil(reach + 0.5);
  const around = Array.from({ length: 2 * far + 1 }, (_, k) => k - far);
  const steps = around.flatMap((dy) =>
    around.map((dx) => ({ dx, dy, distance: Math.hypot(dx - x, dy - y) })).filter(({ distance }) => distance < reach),
  );
  return {
    dx: Int32Array.from(steps, ({ dx }) => dx),
    dy: Int32Array.from(steps, ({ dy }) => dy),
    close: Uint8Array.from(steps, ({ distance }) => Math.max(1, 255 - Math.round(STEPS * distance))),
  };
}
