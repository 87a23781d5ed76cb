import { type PlaneFrame, toPixels } from './planeFrame.ts';
import { recordAt } from './screenPaths.ts';
import type { PlaneTrajectory } from './types.ts';

/** Pixels of a recorded iterate. */
export function iteratePixels(trajectory: PlaneTrajectory, frame: PlaneFrame, record: number): [number, number] {
  const { points } = trajectory;
  return toPixels(frame, [points[2 * record] ?? Number.NaN, points[2 * record + 1] ?? Number.NaN]);
}

/** Pixels of the recorded iterate at or before an iteration if it lies in the plot rectangle, else null. */
export function visiblePixels(
  trajectory: PlaneTrajectory,
  frame: PlaneFrame,
  iteration: number,
): [number, number] | null {
  const pixels = iteratePixels(trajectory, frame, recordAt(trajectory.iterations, iteration));
  return isInside(frame, pixels) ? pixels : null;
}

/** True for pixels in the plot rectangle with `margin` pixels around it; false for NaN. */
export function isInside(frame: PlaneFrame, [x, y]: readonly [number, number], margin = 6): boolean {
  return x >= -margin && x <= frame.width + margin && y >= -margin && y <= frame.height + margin;
}
