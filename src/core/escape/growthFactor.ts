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
  const end = times.findIndex((time) => !Number.isFinite(time));
  const finite = end < 0 ? times : times.slice(0, end);
  const logs = finite.slice(1).map((time, k) => libm.log(time - (finite[k] as number)));
  const middle = (logs.length - 1) / 2;
  let covariance = 0;
  let variance = 0;
  for (const [k, value] of logs.entries()) {
    covariance += (k - middle) * value;
    variance += (k - middle) * (k - middle);
  }
  return libm.exp(covariance / variance);
}
