import { type Basins, labelEnds } from '../../core/descent/basins.ts';
import type { GridEnds } from '../../core/descent/sweepGrid.ts';
import type { Box } from '../../core/params.ts';
import type { Task } from '../../core/task.ts';
import type { PreparedLandscape } from '../../scenario/prepare.ts';
import { objectiveCached } from '../landscapeCache.ts';

export interface BasinLabelsPayload {
  /** Of two variables. */
  readonly landscape: PreparedLandscape;
  readonly ends: GridEnds;
  /** Of the whole grid. */
  readonly box: Box;
}

/** Which critical point each end of a grid belongs to. */
export function basinLabels({ landscape, ends, box }: BasinLabelsPayload): Task<Basins> {
  return labelEnds(objectiveCached(landscape), [ends], box);
}
