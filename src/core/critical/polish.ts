import { symmetricEigen } from '../linalg/symmetricEigen.ts';
import { norm2 } from '../linalg/vectors.ts';
import type { Objective } from '../objective/Objective.ts';

/** A point where ‖∇f‖ is as small as the search could make it. */
export interface Polished {
  readonly x: Float64Array;
  readonly gradientNorm: number;
}

const MOST_STEPS = 120;
/** The damping that a failed step begins with, as a share of the largest squared eigenvalue. */
const FIRST_DAMPING = 1e-4;
/** With more damping the step is lost in rounding. */
const MOST_DAMPING = 1e12;

/**
 * Moves to a nearby zero of the gradient, of whatever index: Newton steps on ∇f = 0, damped as Levenberg and Marquardt
 * do where a full one does not reduce ‖∇f‖.
 * @param start  length n; copied
 * @param mostSteps  a few are enough to see whether a zero is near
 * @returns the best point found; `gradientNorm` is NaN where f has no derivatives at the start
 * Source: Nocedal and Wright (2006), Numerical Optimization, §10.3, with the Jacobian ∇²f.
 */
export function polish(f: Objective, start: ArrayLike<number>, mostSteps: number = MOST_STEPS): Polished {
  const n = f.dimension;
  let x: Float64Array = Float64Array.from(start);
  let slopes = f.gradient(x, new Float64Array(n));
  let norm = norm2(slopes);
  let damping = 0;
  const hessian = new Float64Array(n * n);
  for (let step = 0; step < mostSteps && norm > 0; step++) {
    const eigen = symmetricEigen(f.hessian(x, hessian), n);
    const next = damped(x, slopes, eigen.values, eigen.vectors, damping);
    const nextSlopes = f.gradient(next, new Float64Array(n));
    const nextNorm = norm2(nextSlopes);
    if (nextNorm < norm) {
      [x, slopes, norm] = [next, nextSlopes, nextNorm];
      damping = damping < FIRST_DAMPING ? 0 : damping / 10;
    } else {
      // A full Newton step that no longer helps has reached the rounding error.
      if (damping === 0 && norm2(next.map((value, i) => value - (x[i] as number))) <= 1e-14 * norm2(x)) break;
      damping = damping === 0 ? FIRST_DAMPING : damping * 10;
      if (damping > MOST_DAMPING) break;
    }
  }
  return { x, gradientNorm: norm };
}

/** x − Σ λ(v·g)/(λ² + μ)·v over the eigenvectors; with μ = 0 the Newton step, without directions of zero curvature. */
function damped(
  x: Float64Array,
  slopes: Float64Array,
  values: Float64Array,
  vectors: Float64Array,
  damping: number,
): Float64Array {
  const n = x.length;
  const largest = Math.max(Math.abs(values[0] as number), Math.abs(values[n - 1] as number));
  const shift = damping * largest * largest;
  const next = x.slice();
  for (let k = 0; k < n; k++) {
    const lambda = values[k] as number;
    if (Math.abs(lambda) <= 1e-300 || Math.abs(lambda) < 1e-15 * largest) continue;
    let along = 0;
    for (let i = 0; i < n; i++) along += (vectors[k * n + i] as number) * (slopes[i] as number);
    const length = along / (lambda + shift / lambda);
    for (let i = 0; i < n; i++) next[i] = (next[i] as number) - length * (vectors[k * n + i] as number);
  }
  return next;
}
