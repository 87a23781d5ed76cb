import type { PreparedLandscape } from '../scenario/prepare.ts';

/** Places of the default starts, as fractions of the domain's sides; irrational-looking, to miss symmetry axes. */
const PLACES = [
  [0.31, 0.72],
  [0.83, 0.59],
  [0.57, 0.17],
] as const;

/** Three starts inside the domain of a landscape, off its axes of symmetry; rounded, so that they read well. */
export function startsFor({ domain }: Pick<PreparedLandscape, 'domain'>): number[][] {
  return PLACES.map((place) =>
    domain.map(([low, high], i) => {
      const span = high - low;
      const digits = Math.max(0, 2 - Math.floor(Math.log10(span)));
      return Number((low + span * place[(i % 2) as 0 | 1]).toFixed(Math.min(digits, 12)));
    }),
  );
}
