import { libm } from '../libm.ts';
import type { OctopusShape } from './OctopusWalk.ts';

/**
 * The factor by which the plateaus of gradient descent grow from saddle to saddle. A coordinate shrinks by |1 − 2ηL|
 * in each step until its turn comes and then grows by 1 + 2ηγ, so that each step before costs
 * |ln(1 − 2ηL)| / ln(1 + 2ηγ) steps more. For η < 1/(2L) it is above (L + γ)/γ, its limit for η → 0.
 * Source: Du, Jin, Lee, Jordan, Póczos and Singh (2017), §3, in discrete time.
 */
export function exactGrowthFactor({ L, gamma }: OctopusShape, stepSize: number): number {
  return 1 + Math.abs(libm.log(Math.abs(1 - 2 * stepSize * L))) / libm.log(1 + 2 * stepSize * gamma);
}

/**
 * The factor by which the plateaus T_k − T_{k−1} grow, k from 2: the exponential of the least-squares slope of their
 * logarithms. The first plateau is left out, because the first coordinate has not shrunk before it.
 * @param times  T_1, T_2, …, ascending; from the first that is not finite on they do not count
 * @returns NaN where there are fewer than two plateaus
 */
export function fittedGrowthFactor(times: readonly number[]): number {
  const finite = untilInfinite(times);
  return libm.exp(slope(finite.slice(1).map((time, k) => libm.log(time - (finite[k] as number)))));
}

/**
 * The iterations that each saddle costs where all cost the same: the least-squares slope of T_2, T_3, … The first is
 * left out as above.
 * @param times  T_1, T_2, …, ascending; from the first that is not finite on they do not count
 * @returns NaN where fewer than three are finite
 */
export function plateauIncrement(times: readonly number[]): number {
  return slope(untilInfinite(times).slice(1));
}

/**
 * T_1, T_2, … up to T_count where the plateaus T_k − T_{k−1} grow by `factor` from the second on.
 * Source: the recursion of Du et al. (2017), §3, with the factor in discrete time.
 */
export function growingPlateaus(first: number, second: number, factor: number, count: number): number[] {
  const times = [first];
  for (let plateau = second - first; times.length < count; plateau *= factor) {
    times.push((times.at(-1) as number) + plateau);
  }
  return times;
}

function untilInfinite(times: readonly number[]): readonly number[] {
  const end = times.findIndex((time) => !Number.isFinite(time));
  return end < 0 ? times : times.slice(0, end);
}

/** The least-squares slope over 0, 1, 2, …; NaN of fewer than two values. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  let covariance = 0;
  let variance = 0;
  for (const [k, value] of values.entries()) {
    covariance += (k - middle) * value;
    variance += (k - middle) * (k - middle);
  }
  return covariance / variance;
}
