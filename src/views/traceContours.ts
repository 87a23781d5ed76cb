import { ink, paper } from './palette.ts';
import type { SublevelContour } from './sublevelAreas.ts';

/** The map from units of a grid to pixels. */
export interface GridPlace {
  readonly x: (i: number) => number;
  readonly y: (j: number) => number;
}

/** Which pieces of contours are traced: all, those where f = u, or those along the sides of the grid. */
export type TracedPieces = 'all' | 'level' | 'sides';

/** Begins a path on a canvas and traces contours: closed ones where all of their pieces are wanted. */
export function traceContours(
  context: CanvasRenderingContext2D,
  contours: readonly SublevelContour[],
  { x, y }: GridPlace,
  wanted: TracedPieces,
): void {
  context.beginPath();
  for (const { points, onSide } of contours) {
    const count = onSide.length;
    const isWhole = wanted === 'all' || (wanted === 'level' && !onSide.includes(true));
    if (isWhole) {
      for (let k = 0; k < count; k++) {
        const [px, py] = [x(points[2 * k] as number), y(points[2 * k + 1] as number)];
        if (k === 0) context.moveTo(px, py);
        else context.lineTo(px, py);
      }
      context.closePath();
      continue;
    }
    const isSide = wanted === 'sides';
    let isDown = false;
    for (let k = 0; k < count; k++) {
      if (onSide[k] !== isSide) {
        isDown = false;
        continue;
      }
      if (!isDown) context.moveTo(x(points[2 * k] as number), y(points[2 * k + 1] as number));
      const next = (k + 1) % count;
      context.lineTo(x(points[2 * next] as number), y(points[2 * next + 1] as number));
      isDown = true;
    }
  }
}

/** Strokes the traced path dark on a light casing, so that it shows on every colour. Widths in pixels. */
export function strokeCased(context: CanvasRenderingContext2D, casing: number, line: number): void {
  for (const [colour, width] of [
    [paper, casing],
    [ink, line],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }
}
