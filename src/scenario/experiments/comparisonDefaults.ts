import { LIMITS } from '../limits.ts';

/** What an experiment `comparison` leaves out. Apart from its schema, because the page’s controls need the numbers. */
export const COMPARISON_DEFAULTS = { count: 100, repeats: 1, epsilon: 1e-2, rho: 1 } as const;

/** The most iterations of a run over so many variables: it is kept whole until it has been looked through. */
export const mostComparedIterations = (dimension: number): number =>
  Math.floor(LIMITS.recordedNumbers / 10 / (dimension + 3));

/** The most runs of one method, whose values are kept until their quartiles are taken. */
export const MOST_COMPARED_RUNS = 10_000;

/** The most repeats from so many starts. */
export const mostComparedRepeats = (starts: number): number =>
  Math.max(1, Math.floor(MOST_COMPARED_RUNS / Math.max(1, starts)));
