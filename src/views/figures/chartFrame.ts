import type { PlaneFrame } from '../planeFrame.ts';
import type { Margins } from '../planeMargins.ts';
import type { Chart } from './Chart.ts';

/** Margins of a chart in CSS pixels: tick labels on the left, a title above, one line of ticks below. */
export function chartMargins(scale: number, labels: boolean): Margins {
  return { left: 50 * scale, right: (labels ? 112 : 12) * scale, top: 24 * scale, bottom: 24 * scale };
}

/** The map from a chart's coordinates to pixels of its plot rectangle. */
export function chartFrame({ xRange, yRange }: Chart, width: number, height: number): PlaneFrame {
  const sScale = width / (xRange[1] - xRange[0]);
  const tScale = -height / (yRange[1] - yRange[0]);
  return { width, height, sScale, sShift: -xRange[0] * sScale, tScale, tShift: -yRange[1] * tScale };
}
