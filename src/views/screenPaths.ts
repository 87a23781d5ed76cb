import type { PlaneFrame } from './planeFrame.ts';
import { type ScreenPath, thinPath } from './thin.ts';
import type { IterateReference } from './types.ts';

/** What can be thinned and searched: a trajectory in the plane or a curve of a chart. */
export interface DrawnLine {
  readonly id: string;
  /** 2·m coordinates. */
  readonly points: Float64Array;
  /** Iteration number of each point, length m, ascending. */
  readonly iterations: Float64Array;
}

const known = new WeakMap<Float64Array, { frame: PlaneFrame; path: ScreenPath }>();

/** The thinned path of each line in this frame; only those whose points or frame changed are thinned again. */
export function screenPaths(lines: readonly DrawnLine[], frame: PlaneFrame): ScreenPath[] {
  return lines.map(({ points }) => {
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
  lines: readonly DrawnLine[],
  paths: readonly ScreenPath[],
  px: number,
  py: number,
  reach: number,
): IterateReference | null {
  let best = reach * reach;
  let found: IterateReference | null = null;
  paths.forEach(({ count, xs, ys, iterates }, place) => {
    const line = lines[place];
    if (!line) return;
    for (let k = 0; k < count; k += 1) {
      const dx = (xs[k] as number) - px;
      const dy = (ys[k] as number) - py;
      const iterate = iterates[k] as number;
      if (iterate >= 0 && dx * dx + dy * dy < best) {
        best = dx * dx + dy * dy;
        found = { trajectoryId: line.id, iteration: line.iterations[iterate] ?? iterate };
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
