import type { PlaneFrame } from '../planeFrame.ts';
import type { Margins } from '../planeMargins.ts';

/** Height of one further line under the title of a chart, at scale 1. */
export const HEADER_LINE = 14;

/**
 * Margins of a chart in CSS pixels: tick labels on the left, one line of ticks below, the title above with its legend.
 * @param labels  whether the curves are named on the right
 * @param lines  lines of the title and the legend together
 */
export function chartMargins(scale: number, labels: boolean, lines: number): Margins {
  const top = 24 + HEADER_LINE * (lines - 1);
  return { left: 50 * scale, right: (labels ? 112 : 12) * scale, top: top * scale, bottom: 24 * scale };
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
