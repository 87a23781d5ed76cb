import { quantile } from '../quantile.ts';
import type { TubeWalk } from './TubeRun.ts';

/** When the k-th saddle is passed: one row for each method, dimension and k. */
export interface EscapeRow {
  /** Position of the method in the experiment's list. */
  readonly methodIndex: number;
  /** The method's id. */
  readonly method: string;
  readonly dimension: number;
  /** From 1 to the dimension. */
  readonly k: number;
  /** Quartiles over all runs of the iteration at which coordinate k passes 2τ; a run that does not counts as Infinity. */
  readonly median: number;
  readonly q25: number;
  readonly q75: number;
  /** Runs in which it did. */
  readonly reached: number;
  /** Runs that left the tube, where f is not defined, before it did. */
  readonly left: number;
  /** Runs that ended before it did because a double could not hold a waiting coordinate any more. */
  readonly underflowed: number;
  /** Runs in all. */
  readonly repeats: number;
}

/** How a run through the tube went. `passages`: the iteration at which each coordinate passed, Infinity where none did. */
export type TubePassage = Pick<TubeWalk, 'passages' | 'lost' | 'underflowed'>;

/** The rows of one method in one dimension, whose runs these are. */
export function escapeRows(
  place: Pick<EscapeRow, 'methodIndex' | 'method' | 'dimension'>,
  runs: readonly TubePassage[],
): EscapeRow[] {
  return Array.from({ length: place.dimension }, (_, j) => {
    const times = Float64Array.from(runs, ({ passages }) => passages[j] as number).sort();
    const missing = runs.filter(({ passages }) => !Number.isFinite(passages[j]));
    const reached = times.filter(Number.isFinite).length;
    const [q25, median, q75] = [0.25, 0.5, 0.75].map((share) => quantile(times, share)) as [number, number, number];
    const left = missing.filter(({ lost }) => lost).length;
    const underflowed = missing.filter((run) => run.underflowed).length;
    return { ...place, k: j + 1, median, q25, q75, reached, repeats: times.length, left, underflowed };
  });
}
