import { useEffect, useRef } from 'react';
import { colourAt } from './colourScales.ts';
import { levelScale } from './levels.ts';
import type { ContourStyle, Field } from './types.ts';

export interface ThumbnailProps {
  readonly field: Field;
  readonly contourStyle: ContourStyle;
  /** Spoken name; empty where a text beside it says the same. */
  readonly label: string;
  /** CSS size in pixels. */
  readonly width: number;
  readonly height: number;
}

/** Shade of a cell that is not finite: between the two colours of the hatching. */
const GAP: readonly [number, number, number] = [206, 210, 214];

/** A small picture of a field in the same colours and bands as the contour; cells that are not finite are grey. */
export function Thumbnail({ field, contourStyle, label, width, height }: ThumbnailProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    context?.putImageData(new ImageData(bandPixels(field, contourStyle), field.xs.length, field.ys.length), 0, 0);
  }, [field, contourStyle]);
  return (
    <canvas
      ref={canvas}
      width={field.xs.length}
      height={field.ys.length}
      style={{ width, height, display: 'block' }}
      {...(label === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    />
  );
}

/**
 * RGBA of each grid point, top row first: the colour of the contour band that it lies in.
 * @returns 4·nx·ny bytes
 */
export function bandPixels(field: Field, style: ContourStyle): Uint8ClampedArray<ArrayBuffer> {
  const scale = levelScale(field, style);
  const nx = field.xs.length;
  const ny = field.ys.length;
  const pixels = new Uint8ClampedArray(4 * nx * ny);
  const bands = scale.levels.length;
  field.z.forEach((value, k) => {
    const unit = scale.toUnit(value);
    const band = Math.min(bands, Math.max(0, Math.floor((unit - scale.unitStart) / scale.unitStep) + 1));
    const colour = Number.isNaN(unit) ? GAP : colourAt(style.colours, bands === 0 ? 0.5 : band / bands);
    const row = ny - 1 - Math.floor(k / nx);
    pixels.set([...colour, 255], 4 * (row * nx + (k % nx)));
  });
  return pixels;
}
