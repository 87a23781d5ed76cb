import { DEFAULT_SEED } from '../scenario/defaultSeed.ts';
import type { PreparedLandscape } from '../scenario/prepare.ts';
import { randomStart } from './randomStart.ts';

/** Places of the default starts, as fractions of the domain's sides; irrational-looking, to miss symmetry axes. */
const PLACES = [
  [0.31, 0.72],
  [0.83, 0.59],
  [0.57, 0.17],
] as const;

/** The domain is enough where a landscape has no random starts. */
type Fitted = Pick<PreparedLandscape, 'domain'> & Partial<Pick<PreparedLandscape, 'id' | 'params'>>;

/** How many random starts a landscape that has them is shown with. */
const RANDOM_STARTS = 2;

/**
 * Three starts inside the domain of a landscape, off its axes of symmetry; rounded, so that they read well. Two random
 * ones where the landscape has random starts of its own.
 */
export function startsFor({ domain, id = '', params = {} }: Fitted): number[][] {
  const random = Array.from({ length: RANDOM_STARTS }, (_, i) => randomStart({ id, params }, DEFAULT_SEED, i));
  if (random.every((start) => start !== null)) return random;
  return PLACES.map((place) =>
    domain.map(([low, high], i) => {
      const span = high - low;
      const digits = Math.max(0, 2 - Math.floor(Math.log10(span)));
      return Number((low + span * place[(i % 2) as 0 | 1]).toFixed(Math.min(digits, 12)));
    }),
  );
}
