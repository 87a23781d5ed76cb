import { gradientEquivalents } from '../../core/descent/gradientEquivalents.ts';
import type { Run } from '../../core/descent/Run.ts';
import type { EvaluationCounts } from '../../core/objective/Objective.ts';

/** A row of the table: a run, or the median of many. */
export interface EvaluationRow {
  /** "start 1", "median of 12". */
  readonly name: string;
  readonly counts: EvaluationCounts;
  /** All of them in gradients. */
  readonly total: number;
}

/** More runs than this are one row. */
const LISTED = 4;

/** What some runs of one method evaluated, in a row each, or the medians where they are many. */
export function evaluationRows(
  runs: readonly Pick<Run, 'startIndex' | 'evaluations' | 'final'>[],
): readonly EvaluationRow[] {
  const row = (name: string, counts: EvaluationCounts, n: number) => ({
    name,
    counts,
    total: gradientEquivalents(counts, n),
  });
  const n = runs[0]?.final.x.length ?? 0;
  if (runs.length <= LISTED) return runs.map((run) => row(`start ${run.startIndex + 1}`, run.evaluations, n));
  const of = (kind: keyof EvaluationCounts) => median(runs.map(({ evaluations }) => evaluations[kind]));
  const counts = { value: of('value'), gradient: of('gradient'), hvp: of('hvp'), hessian: of('hessian') };
  return [
    {
      name: `median of ${runs.length}`,
      counts,
      total: median(runs.map(({ evaluations }) => gradientEquivalents(evaluations, n))),
    },
  ];
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2;
}
