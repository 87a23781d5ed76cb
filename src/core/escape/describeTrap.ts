import { formatNumber, subscript, superscript } from '../formatNumber.ts';
import type { Standstill } from './findStandstill.ts';
import type { Racer } from './runRace.ts';
import { countText } from './sentence.ts';

/** log₁₀ of the least double above 0, 4.94e-324. */
const LEAST_DOUBLE = -323.3;

/**
 * Why the race is not computed in doubles, with the numbers of its plain gradient descent.
 * @param shrinkage  |1 − 2ηL|, by which a waiting coordinate is multiplied in each step
 * @param standstill  of the same run in doubles, null where it gets through
 * @returns sentences
 */
export function describeTrap(
  { least, last }: Pick<Racer, 'least' | 'last'>,
  dimension: number,
  shrinkage: number,
  standstill: Standstill | null,
): readonly string[] {
  const size = `10${superscript(Math.round(least.magnitude))}`;
  const seen = [
    `While a coordinate waits for its turn, every step multiplies it by |1 − 2ηL| = ${formatNumber(shrinkage)}.`,
    `In this race x${subscript(least.coordinate + 1)} came down to about ${size}, at iteration ${countText(least.iteration)}, and its size decides how long the next saddle holds.`,
  ];
  const ends = `Doubles end at 10${superscript(-324)}`;
  if (standstill) {
    return [
      ...seen,
      `${ends}: there a step changes nothing any more. Computed in doubles, this very run stands still from iteration ${countText(standstill.iteration)} on, with ${standstill.passed} of ${dimension} saddles passed, for ever. The lab gives every coordinate an exponent of its own, so that what you see is gradient descent and not its arithmetic: here it goes on to iteration ${countText(last)}.`,
    ];
  }
  const verdict =
    least.magnitude < LEAST_DOUBLE
      ? `${ends}; in this run no coordinate stayed below them long enough to stop it`
      : `${ends}, so this run would still get through in them`;
  return [
    ...seen,
    `${verdict}. With more saddles or a larger L it would stand still for ever, at a saddle, by rounding alone; the lab gives every coordinate an exponent of its own.`,
  ];
}
