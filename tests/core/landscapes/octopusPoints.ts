import fc from 'fast-check';
import type { Params } from '../../../src/core/params.ts';

/** Far enough from every border for differences not to reach over it. */
const MARGIN = 0.1;

/**
 * Points of the octopus's tube: some coordinates beyond 2τ, then one up to there, the others up to τ, with any signs;
 * none near a border of these regions. The coordinate that is under way is before or after τ.
 */
export function pointsInTube({ tau, dimension }: Params): fc.Arbitrary<Float64Array> {
  const [t, n] = [tau as number, dimension as number];
  const range = (low: number, high: number) =>
    fc
      .tuple(fc.double({ min: low, max: high - MARGIN, noNaN: true }), fc.boolean())
      .map(([a, isNegative]) => (isNegative ? -a : a));
  const region = fc.tuple(fc.integer({ min: 0, max: n }), fc.boolean());
  return region.chain(([settled, isTurning]) => {
    const active = isTurning ? range(t + MARGIN, 2 * t) : range(0, t);
    const coordinates = Array.from({ length: n }, (_, j) => {
      if (j < settled) return range(2 * t + MARGIN, 6 * t);
      return j === settled ? active : range(0, t);
    });
    return fc.tuple(...coordinates).map((x) => Float64Array.from(x));
  });
}
