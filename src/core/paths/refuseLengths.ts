import { formatNumber } from '../formatNumber.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Box } from '../params.ts';
import { Rng } from '../rng.ts';
import type { LengthsPlan } from './lengthsAgainstLevel.ts';
import { belowAll, brokenSegment, endOutside, equalEnds } from './refusePath.ts';

/** What is wrong at one place of a plan, and what to change. */
export interface LengthsRefusal {
  readonly place: readonly [list: 'levels' | 'pairs'] | readonly [list: 'levels' | 'pairs', position: number];
  /** One sentence or two. */
  readonly message: string;
}

/**
 * What stands against measuring lengths, by the rules of `refusePath`: levels below every value, given pairs of one
 * point, with an end above all levels or without a value, or with a segment on which f is not finite, levels given twice,
 * and random pairs where f has no value. A pair above some of the levels is left out at those, and the rows count it.
 */
export function refuseLengths({
  objective,
  method,
  levels,
  pairs,
  domain,
  minimumValue,
}: LengthsPlan): readonly LengthsRefusal[] {
  const refusals: LengthsRefusal[] = [];
  const add = (place: LengthsRefusal['place'], refusal: { readonly message: string } | null) => {
    if (refusal) refusals.push({ place, message: refusal.message });
  };
  for (const [k, level] of levels.entries()) {
    add(['levels', k], belowAll(level, minimumValue) ?? givenTwice(levels, k));
  }
  if (refusals.length > 0) return refusals;
  if ('count' in pairs) {
    if (!pairs.start) add(['pairs'], withoutValues(objective, domain));
    return refusals;
  }
  const highest = levels.reduce((a, b) => Math.max(a, b));
  for (const [k, pair] of pairs.entries()) {
    const [a, b] = pair.map((end) => Float64Array.from(end)) as [Float64Array, Float64Array];
    const outside = (x: Float64Array, which: 0 | 1) => endOutside(objective, x, which, highest, 'the highest level');
    // Many pairs of slow functions would keep everybody waiting; the search itself meets what is there.
    const isAsked = method.startsOnSegment && !objective.isSlow;
    const broken = () => (isAsked ? brokenSegment(objective, a, b) : null);
    add(['pairs', k], equalEnds(a, b) ?? outside(a, 0) ?? outside(b, 1) ?? broken());
  }
  return refusals;
}

function givenTwice(levels: readonly number[], k: number): { readonly message: string } | null {
  if (levels.indexOf(levels[k] as number) === k) return null;
  return { message: `The level ${formatNumber(levels[k] as number, 6)} is given twice; name each level once.` };
}

/** Points of the box at which f is asked whether it has values there. */
const ASKED = 500;

function withoutValues(f: Objective, domain: Box): { readonly message: string } | null {
  const rng = Rng.seeded(0);
  for (let k = 0; k < ASKED; k++) {
    const x = Float64Array.from(domain, ([low, high]) => low + (high - low) * rng.uniform());
    if (Number.isFinite(f.value(x))) return null;
  }
  return { message: `f has no finite value at any of ${ASKED} random points of the domain; choose another domain.` };
}
