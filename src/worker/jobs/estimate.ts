import { estimateLipschitz, type LipschitzEstimate } from '../../core/objective/estimateLipschitz.ts';
import type { Box } from '../../core/params.ts';
import { Rng } from '../../core/rng.ts';
import type { Task } from '../../core/task.ts';
import type { PreparedLandscape } from '../../scenario/prepare.ts';
import { objectiveCached } from '../landscapeCache.ts';

export interface EstimatePayload {
  readonly landscape: PreparedLandscape;
  /** One interval per variable. */
  readonly box: Box;
}

/** ℓ and ρ on a box, as `estimateLipschitz`; the same box always gives the same numbers. */
export function estimate({ landscape, box }: EstimatePayload): Task<LipschitzEstimate, never> {
  return estimateLipschitz(objectiveCached(landscape), box, Rng.seeded(0));
}
