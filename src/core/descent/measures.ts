import { symmetricEigenvalues } from '../linalg/symmetricEigen.ts';
import { hessianInSteps } from '../objective/hessianInSteps.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Task } from '../task.ts';
import type { Run, Trajectory } from './Run.ts';

/** The f* that a chart of f − f* subtracts, and where it comes from. */
export interface ReferenceMinimum {
  readonly value: number;
  /** `known`: the landscape's declared least value. `seen`: the least value on the trajectories. */
  readonly source: 'known' | 'seen';
}

/** How far below a declared minimum a value may lie by the rounding of either, relative to max(1, |f*|). */
const DECLARED_ACCURACY = 1e-8;

/**
 * The reference value f* of a set of runs: the known minimum or, where there is none or a run went below it, the least
 * finite value recorded. A value below the known one by rounding alone is taken and still called known, so that
 * f − f* ≥ 0 throughout.
 * @returns null where nothing is known and no finite value was recorded
 */
export function referenceMinimum(runs: readonly Run[], known: number | undefined): ReferenceMinimum | null {
  let seen = Number.POSITIVE_INFINITY;
  for (const { trajectory } of runs) {
    for (const value of trajectory.values) if (value < seen && value > Number.NEGATIVE_INFINITY) seen = value;
  }
  return referenceValue(seen, known);
}

/**
 * The same from the least finite value seen, Infinity for none.
 * @returns as `referenceMinimum`
 */
export function referenceValue(seen: number, known: number | undefined): ReferenceMinimum | null {
  if (known !== undefined && Number.isFinite(known)) {
    const slack = DECLARED_ACCURACY * Math.max(1, Math.abs(known));
    if (seen >= known - slack) return { value: Math.min(known, seen), source: 'known' };
  }
  return Number.isFinite(seen) ? { value: seen, source: 'seen' } : null;
}

/**
 * The first-order bound √(2L(f0 − f*)/(N + 1)): gradient descent with step 1/L on an L-smooth function has
 * min_{k ≤ N} ‖∇f(x_k)‖ below it.
 * @param smoothness  L > 0
 * @param gap  f(x_0) − f* ≥ 0
 * @param iterations  the N at which it is wanted
 * @returns a fresh array of the same length
 * Source: the telescoped descent lemma; the lectures' iteration count omits the factor 2.
 */
export function firstOrderBound(smoothness: number, gap: number, iterations: Float64Array): Float64Array {
  return iterations.map((count) => Math.sqrt((2 * smoothness * gap) / (count + 1)));
}

/** The least of the entries up to and including each, NaN passed over; a fresh array. Leading NaN stay NaN. */
export function runningMinimum(values: Float64Array): Float64Array {
  let least = Number.NaN;
  return values.map((value) => {
    if (!(value >= least) && !Number.isNaN(value)) least = value;
    return least;
  });
}

/** −√(ρε): a point with λ_min above it and ‖∇f‖ ≤ ε is second-order stationary. Source: Nesterov and Polyak (2006). */
export function secondOrderThreshold(hessianLipschitz: number, accuracy: number): number {
  return -Math.sqrt(hessianLipschitz * accuracy);
}

/** Least Hessian eigenvalue along a trajectory. */
export interface CurvatureCurve {
  /** Iteration numbers, ascending; the first and last recorded ones among them. */
  readonly iterations: Float64Array;
  /** λ_min(∇²f) there; NaN where f or its Hessian is not finite. */
  readonly leastEigenvalues: Float64Array;
}

/**
 * Least eigenvalue of the Hessian along a trajectory, at no more than `most` iterates evenly spread over the record.
 * @param most  at least 2
 */
export function* leastCurvatures(
  f: Objective,
  trajectory: Pick<Trajectory, 'iterations' | 'points'>,
  most = 2000,
): Task<CurvatureCurve> {
  const n = f.dimension;
  const recorded = trajectory.iterations.length;
  const count = Math.min(recorded, most);
  const iterations = new Float64Array(count);
  const leastEigenvalues = new Float64Array(count);
  const hessian = new Float64Array(n * n);
  const eigenvalues = new Float64Array(n);
  const slice = Math.max(1, Math.floor(8192 / (n * n * n)));
  for (let k = 0; k < count; k++) {
    const at = count < 2 ? 0 : Math.round((k * (recorded - 1)) / (count - 1));
    const x = trajectory.points.subarray(at * n, (at + 1) * n);
    iterations[k] = trajectory.iterations[at] as number;
    // Where f is not defined a formula for its Hessian may still have a value: −1/x² of log x at x < 0.
    const isDefined = Number.isFinite(f.value(x));
    leastEigenvalues[k] = isDefined
      ? (symmetricEigenvalues(yield* hessianInSteps(f, x, hessian), n, eigenvalues)[0] as number)
      : Number.NaN;
    if ((k + 1) % slice === 0) yield { done: k + 1, total: count };
  }
  return { iterations, leastEigenvalues };
}
