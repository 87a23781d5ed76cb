import { symmetricEigen } from '../linalg/symmetricEigen.ts';
import { norm2 } from '../linalg/vectors.ts';
import { hessianInSteps } from '../objective/hessianInSteps.ts';
import type { Objective } from '../objective/Objective.ts';
import { drain, type Task } from '../task.ts';
import { type Classification, classify } from './classify.ts';

/** Accuracies of the verdicts at a point. */
export interface InspectOptions {
  /** ε: a point with ‖∇f‖ ≤ ε counts as critical. */
  readonly epsilon: number;
  /** ρ: Lipschitz constant of the Hessian in the second-order threshold −√(ρε). */
  readonly rho: number;
}

export const DEFAULT_INSPECT_OPTIONS: InspectOptions = { epsilon: 1e-6, rho: 1 };

/** Everything about f at one point, to second order. All arrays are fresh. */
export interface Inspection extends Classification {
  readonly x: Float64Array;
  readonly value: number;
  /** NaN where f is not finite: there is nothing to differentiate. */
  readonly gradient: Float64Array;
  readonly gradientNorm: number;
  /** n·n, row-major; NaN where f or its gradient is not finite. */
  readonly hessian: Float64Array;
  /** Ascending; NaN where the Hessian is not finite. */
  readonly eigenvalues: Float64Array;
  /** Row k (n entries) is the unit eigenvector of `eigenvalues[k]`. */
  readonly eigenvectors: Float64Array;
  /** ‖∇f‖ ≤ ε. */
  readonly firstOrderStationary: boolean;
  /** ‖∇f‖ ≤ ε and λ_min ≥ −√(ρε) (Nesterov and Polyak 2006). */
  readonly secondOrderStationary: boolean;
}

/**
 * Value, derivatives, spectrum and class of f at `x` (length n, copied). A point where anything is not finite is
 * `regular`, with NaN where there is no number; nothing throws for a point.
 * @throws RangeError where `x` has another length than f has variables
 */
export function inspectPoint(
  f: Objective,
  x: Float64Array,
  options: Partial<InspectOptions> = DEFAULT_INSPECT_OPTIONS,
): Inspection {
  return drain(inspectInSteps(f, x, options));
}

/** The same for a function that may be slow. */
export function* inspectInSteps(
  f: Objective,
  x: Float64Array,
  options: Partial<InspectOptions> = DEFAULT_INSPECT_OPTIONS,
): Task<Inspection, never> {
  const { epsilon, rho } = { ...DEFAULT_INSPECT_OPTIONS, ...options };
  const n = f.dimension;
  if (x.length !== n) throw new RangeError(`a point with ${x.length} coordinates for a function of ${n} variables`);
  const gradient = new Float64Array(n);
  const value = f.valueAndGradient(x, gradient);
  // The formulas of the derivatives can be finite where f is not: 1/x is the derivative of log x for x < 0 too.
  if (!Number.isFinite(value)) gradient.fill(Number.NaN);
  const gradientNorm = norm2(gradient);
  const hessian = new Float64Array(n * n);
  if (Number.isFinite(gradientNorm)) yield* hessianInSteps(f, x, hessian);
  else hessian.fill(Number.NaN);
  const { values: eigenvalues, vectors: eigenvectors } = symmetricEigen(hessian, n);
  // False also where the norm is NaN.
  const firstOrderStationary = gradientNorm <= epsilon;
  const classification = classify(eigenvalues, gradientNorm, epsilon);
  return {
    ...classification,
    x: Float64Array.from(x),
    value,
    gradient,
    gradientNorm,
    hessian,
    eigenvalues,
    eigenvectors,
    firstOrderStationary,
    secondOrderStationary: firstOrderStationary && (eigenvalues[0] as number) >= -Math.sqrt(rho * epsilon),
  };
}
