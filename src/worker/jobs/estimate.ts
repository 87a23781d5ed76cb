import { estimateSmoothness, type SmoothnessEstimate } from '../../core/descent/estimates.ts';
import type { Box } from '../../core/params.ts';
import type { Task } from '../../core/task.ts';
import type { PreparedLandscape } from '../../scenario/prepare.ts';
import { objectiveCached } from '../landscapeCache.ts';

export interface EstimatePayload {
  readonly landscape: PreparedLandscape;
  /** One interval per variable. */
  readonly box: Box;
}

/** ℓ and ρ on a box, as `estimateSmoothness`; the same box always gives the same numbers. */
export function estimate({ landscape, box }: EstimatePayload): Task<SmoothnessEstimate> {
  return estimateSmoothness(objectiveCached(landscape), box);
}
