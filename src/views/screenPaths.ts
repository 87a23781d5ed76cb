import type { PlaneFrame } from './planeFrame.ts';
import { type ScreenPath, thinPath } from './thin.ts';
import type { IterateReference, PlaneTrajectory } from './types.ts';

const known = new WeakMap<Float64Array, { frame: PlaneFrame; path: ScreenPath }>();

/** The thinned path of each trajectory in this frame; only those whose points or frame changed are thinned again. */
export function screenPaths(trajectories: readonly PlaneTrajectory[], frame: PlaneFrame): ScreenPath[] {
  return trajectories.map(({ points }) => {
    const entry = known.get(points);
    if (entry && entry.frame === frame) return entry.path;
    const path = thinPath(points, frame);
    known.set(points, { frame, path });
    return path;
  });
}

/**
 * The drawn iterate nearest to a pixel.
 * @param reach farthest distance in pixels
 * @returns null if there is none within reach
 */
export function nearestIterate(
  trajectories: readonly PlaneTrajectory[],
  paths: readonly ScreenPath[],
  px: number,
  py: number,
  reach: number,
): IterateReference | null {
  let best = reach * reach;
  let found: IterateReference | null = null;
  paths.forEach(({ count, xs, ys, iterates }, place) => {
    const trajectory = trajectories[place];
    if (!trajectory) return;
    for (let k = 0; k < count; k += 1) {
      const dx = (xs[k] as number) - px;
      const dy = (ys[k] as number) - py;
      const iterate = iterates[k] as number;
      if (iterate >= 0 && dx * dx + dy * dy < best) {
        best = dx * dx + dy * dy;
        found = { trajectoryId: trajectory.id, iteration: trajectory.iterations[iterate] ?? iterate };
      }
    }
  });
  return found;
}

/** Place of the last recorded iterate at or before `iteration`; −1 if the first one comes later. */
export function recordAt(iterations: Float64Array, iteration: number): number {
  let low = 0;
  let high = iterations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((iterations[middle] as number) <= iteration) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Number of kept vertices that belong to iterates up to and including `record`. */
export function verticesUpTo(path: ScreenPath, record: number): number {
  // Clipped ends carry −1: they belong to the iterate before them.
  for (let k = path.count - 1; k >= 0; k -= 1) {
    const iterate = path.iterates[k] as number;
    if (iterate >= 0 && iterate <= record) return k + 1;
  }
  return 0;
}
