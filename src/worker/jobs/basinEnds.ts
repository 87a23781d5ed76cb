import type { StopRule } from '../../core/descent/Run.ts';
import { type GridEnds, sweepGrid } from '../../core/descent/sweepGrid.ts';
import type { Box } from '../../core/params.ts';
import { resolveParams } from '../../core/resolveParams.ts';
import type { Task } from '../../core/task.ts';
import { methodOf } from '../../scenario/methodChoice.ts';
import type { PreparedLandscape } from '../../scenario/prepare.ts';
import type { MethodChoice } from '../../scenario/types.ts';
import { objectiveCached } from '../landscapeCache.ts';

export interface BasinEndsPayload {
  /** Of two variables. */
  readonly landscape: PreparedLandscape;
  readonly method: MethodChoice;
  readonly box: Box;
  /** Grid points along x and along y, at least 2 each. */
  readonly columns: number;
  readonly rows: number;
  /** Only the rows from the first up to, not including, the second; all where left out. */
  readonly only?: readonly [number, number];
  readonly seed: number;
  readonly repeats: number;
  readonly stop: Partial<StopRule>;
}

/** Where the runs from the points of some rows of a grid end; no partial results, the next rows are the next job. */
export function* basinEnds({ landscape, method: choice, ...plan }: BasinEndsPayload): Task<GridEnds, never> {
  const { dimension, domain } = landscape;
  const method = methodOf(choice);
  const params = resolveParams(method.params, choice.params ?? {}, { dimension });
  const sweep = sweepGrid({ ...plan, objective: objectiveCached(landscape), method, params, domain });
  for (;;) {
    const step = sweep.next();
    if (step.done) return step.value;
    yield { done: step.value.done, total: step.value.total };
  }
}
