import { quantile } from '../quantile.ts';

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
  /** Runs in all. */
  readonly repeats: number;
}

/**
 * The rows of one method in one dimension.
 * @param passages  of each run: the iteration at which each coordinate passed, Infinity where it did not
 */
export function escapeRows(
  place: Pick<EscapeRow, 'methodIndex' | 'method' | 'dimension'>,
  passages: readonly Float64Array[],
): EscapeRow[] {
  return Array.from({ length: place.dimension }, (_, j) => {
    const times = Float64Array.from(passages, (run) => run[j] as number).sort();
    const reached = times.filter(Number.isFinite).length;
    const [q25, median, q75] = [0.25, 0.5, 0.75].map((share) => quantile(times, share)) as [number, number, number];
    return { ...place, k: j + 1, median, q25, q75, reached, repeats: times.length };
  });
}
