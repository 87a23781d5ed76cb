import type { ContourStyle, Field, PlaneTrajectory } from '../../src/views/types.ts';

/** f on an evenly spaced grid of n·n points of [low, high]². */
export function squareField(f: (x: number, y: number) => number, low = -1, high = 1, n = 41): Field {
  const xs = Float64Array.from({ length: n }, (_, i) => low + ((high - low) * i) / (n - 1));
  const z = new Float64Array(n * n);
  let min = Number.NaN;
  let max = Number.NaN;
  for (let j = 0; j < n; j += 1) {
    for (let i = 0; i < n; i += 1) {
      const value = f(xs[i]!, xs[j]!);
      z[j * n + i] = value;
      if (Number.isFinite(value) && !(min <= value)) min = value;
      if (Number.isFinite(value) && !(max >= value)) max = value;
    }
  }
  return { xs, ys: xs, z, min, max };
}

export const linear: ContourStyle = { scale: 'linear', colours: 'viridis', levels: 12 };
export const log: ContourStyle = { scale: 'log', colours: 'viridis', levels: 12 };

/** A trajectory through the given points, one iteration each, with f = the given value there. */
export function trajectoryThrough(
  points: readonly (readonly [number, number])[],
  f: (x: number, y: number) => number = () => 0,
): PlaneTrajectory {
  return {
    id: 'run',
    label: 'Run',
    points: Float64Array.from(points.flat()),
    values: Float64Array.from(points, ([x, y]) => f(x, y)),
    iterations: Float64Array.from(points, (_, k) => k),
    stroke: { colour: '#D55E00', dash: '', marker: 'circle' },
    events: [],
  };
}
