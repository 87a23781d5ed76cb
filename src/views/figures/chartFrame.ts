import type { PlaneFrame } from '../planeFrame.ts';
import type { Margins } from '../planeMargins.ts';

/** Margins of a chart in CSS pixels: tick labels on the left, a title above, one line of ticks below. */
export function chartMargins(scale: number, labels: boolean): Margins {
  return { left: 50 * scale, right: (labels ? 112 : 12) * scale, top: 24 * scale, bottom: 24 * scale };
}

/**
 * The map from a chart's coordinates to pixels of its plot rectangle.
 * @param ranges  ends of the horizontal axis, then of the vertical one
 */
export function chartFrame(
  [left, right, bottom, top]: readonly [number, number, number, number],
  width: number,
  height: number,
): PlaneFrame {
  const sScale = width / (right - left);
  const tScale = -height / (top - bottom);
  return { width, height, sScale, sShift: -left * sScale, tScale, tShift: -top * tScale };
}
