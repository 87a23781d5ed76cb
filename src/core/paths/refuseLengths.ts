import type { LengthsPlan } from './lengthsAgainstLevel.ts';
import { belowAll, endOutside, equalEnds } from './refusePath.ts';

/** What is wrong at one place of a plan, and what to change. */
export interface LengthsRefusal {
  readonly place: readonly [list: 'levels' | 'pairs', position: number];
  /** One sentence or two. */
  readonly message: string;
}

/**
 * What stands against measuring lengths, by the rules of `refusePath`: levels below every value, given pairs of one
 * point, and given pairs with an end above all levels, or without a value. A pair above some of the levels is left out
 * at those, and the rows count it.
 */
export function refuseLengths({ objective, levels, pairs, minimumValue }: LengthsPlan): readonly LengthsRefusal[] {
  const refusals: LengthsRefusal[] = [];
  const add = (place: LengthsRefusal['place'], refusal: { readonly message: string } | null) => {
    if (refusal) refusals.push({ place, message: refusal.message });
  };
  for (const [k, level] of levels.entries()) add(['levels', k], belowAll(level, minimumValue));
  if (refusals.length > 0 || 'count' in pairs) return refusals;
  const highest = levels.reduce((a, b) => Math.max(a, b));
  for (const [k, pair] of pairs.entries()) {
    const [a, b] = pair.map((end) => Float64Array.from(end)) as [Float64Array, Float64Array];
    const outside = (x: Float64Array, which: 0 | 1) => endOutside(objective, x, which, highest, 'the highest level');
    add(['pairs', k], equalEnds(a, b) ?? outside(a, 0) ?? outside(b, 1));
  }
  return refusals;
}
