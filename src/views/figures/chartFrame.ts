import { LEAST_LABEL_ROOM, labelRoom } from '../endLabels.ts';
import type { PlaneFrame } from '../planeFrame.ts';
import type { Margins } from '../planeMargins.ts';

/** Height of one further line under the title of a chart, at scale 1. */
export const HEADER_LINE = 14;

/** At most this share of a chart's width is given to the names of its curves, unless the least room is more. */
const LABEL_SHARE = 0.27;

/**
 * Margins of a chart in CSS pixels: tick labels on the left, one line of ticks below, the title above with its legend,
 * and on the right as much room for the names of the curves as they need, where the chart is wide enough.
 * @param width  of the whole chart
 * @param labels  the names of the curves on the right; null where they are not named
 * @param lines  lines of the title and the legend together
 */
export function chartMargins(scale: number, width: number, labels: readonly string[] | null, lines: number): Margins {
  const top = 24 + HEADER_LINE * (lines - 1);
  const most = Math.max(LEAST_LABEL_ROOM * scale, LABEL_SHARE * width);
  const right = labels ? Math.min(most, labelRoom(labels, scale)) : 12 * scale;
  return { left: 50 * scale, right, top: top * scale, bottom: 24 * scale };
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
