import { symmetricEigenvalues } from '../linalg/symmetricEigen.ts';
import type { Method } from '../methods/Method.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Params } from '../params.ts';

/**
 * The largest step size with which a method is stable on the quadratic model of f at x: for gradient descent 2/λ_max,
 * for a method with momentum its own multiple of it.
 * @param x  length n
 * @param params  resolved; the step size in it is not read
 * @returns null where no direction curves upward, the Hessian is not finite, or the method has no such bound
 */
export function largestStableStep(f: Objective, x: Float64Array, method: Method, params: Params): number | null {
  const n = f.dimension;
  const eigenvalues = symmetricEigenvalues(f.hessian(x, new Float64Array(n * n)), n);
  const greatest = eigenvalues[n - 1] as number;
  if (!(greatest > 0) || method.largestStableStep === undefined) return null;
  const step = method.largestStableStep(params, greatest);
  return Number.isFinite(step) ? step : null;
}

/**
 * The factors 1 − ηλ_i by which a step of gradient descent scales the distance from a critical point along the
 * Hessian's eigenvectors: a direction contracts where |1 − ηλ_i| < 1.
 * @param eigenvalues  of ∇²f, length n
 * @returns a fresh array in the same order
 */
export function gradientDescentMultipliers(eigenvalues: Float64Array, stepSize: number): Float64Array {
  return eigenvalues.map((eigenvalue) => 1 - stepSize * eigenvalue);
}
