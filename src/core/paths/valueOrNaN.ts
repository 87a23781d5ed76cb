import type { Objective } from '../objective/Objective.ts';

/**
 * f where it was found not to be finite: +∞ where it is that, NaN where it has no value. In searches both count as +∞,
 * for a point of either kind is in no sublevel set; a sentence tells them apart.
 * @param x  length n
 */
export function valueOrNaN(f: Objective, x: Float64Array): number {
  const value = f.value(x);
  return value > Number.NEGATIVE_INFINITY ? value : Number.NaN;
}
