import { symmetricEigenvalues } from '../../core/linalg/symmetricEigen.ts';
import type { Task } from '../../core/task.ts';
import type { PreparedLandscape } from '../../scenario/prepare.ts';
import { objectiveCached } from '../landscapeCache.ts';

export interface CurvaturePayload {
  readonly landscape: PreparedLandscape;
  /** Iteration numbers (m) and points (m·n) of each trajectory. */
  readonly trajectories: readonly { readonly iterations: Float64Array; readonly points: Float64Array }[];
  /** Points per trajectory at most, the first and the last included; at least 2. */
  readonly most: number;
}

/** Least eigenvalue of the Hessian at some iterations of a trajectory. */
export interface CurvatureSeries {
  readonly iterations: Float64Array;
  /** NaN where the Hessian is not finite. */
  readonly values: Float64Array;
}

/** The least eigenvalue along each trajectory, thinned evenly; each finished series is also a partial result. */
export function* curvature({
  landscape,
  trajectories,
  most,
}: CurvaturePayload): Task<CurvatureSeries[], { readonly index: number; readonly series: CurvatureSeries }> {
  const objective = objectiveCached(landscape);
  const n = objective.dimension;
  const hessian = new Float64Array(n * n);
  const all: CurvatureSeries[] = [];
  const total = trajectories.length;
  for (const [index, { iterations, points }] of trajectories.entries()) {
    const places = thinned(iterations.length, most);
    const values = new Float64Array(places.length);
    for (const [k, place] of places.entries()) {
      objective.hessian(points.subarray(place * n, (place + 1) * n), hessian);
      values[k] = symmetricEigenvalues(hessian, n)[0] as number;
      yield { done: index + k / places.length, total };
    }
    const series = { iterations: Float64Array.from(places, (place) => iterations[place] as number), values };
    all.push(series);
    yield { done: index + 1, total, partial: { index, series } };
  }
  return all;
}

/** Up to `most` positions below `count`, evenly spread, the first and the last among them. */
function thinned(count: number, most: number): readonly number[] {
  if (count <= most) return Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: most }, (_, i) => Math.round((i * (count - 1)) / (most - 1)));
}
