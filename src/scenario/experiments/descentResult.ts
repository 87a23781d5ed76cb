import type { Run } from '../../core/descent/Run.ts';
import type { MethodChoice } from '../types.ts';
import { Rows } from '../writeJson.ts';

/**
 * The `result` of a descent report: the runs in the order methods, starts, repeats, a method by its id and a start by
 * its coordinates, with their positions in the lists beside them.
 */
export function descentResult(
  methods: readonly MethodChoice[],
  starts: readonly (readonly number[])[],
  runs: readonly Run[],
) {
  return { kind: 'descent' as const, runs: runs.map((run) => runReport(methods, starts, run)) };
}

function runReport(methods: readonly MethodChoice[], starts: readonly (readonly number[])[], run: Run) {
  const { methodIndex, startIndex, repeat, status, message, iterations, evaluations, final, trajectory } = run;
  const { work: _work, points, ...recorded } = trajectory;
  return {
    method: methods[methodIndex]?.id as string,
    start: starts[startIndex] as readonly number[],
    repeat,
    status,
    iterations,
    evaluations,
    final,
    message,
    methodIndex,
    startIndex,
    trajectory: { ...recorded, points: new Rows(points, final.x.length) },
  };
}
