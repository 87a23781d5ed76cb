import { LIMITS } from '../limits.ts';

/** What an experiment `comparison` leaves out. Apart from its schema, because the page’s controls need the numbers. */
export const COMPARISON_DEFAULTS = { count: 100, repeats: 1, epsilon: 1e-2, rho: 1 } as const;

/** The most iterations of a run over so many variables: it is kept whole until it has been looked through. */
export const mostComparedIterations = (dimension: number): number =>
  Math.floor(LIMITS.recordedNumbers / 10 / (dimension + 3));
