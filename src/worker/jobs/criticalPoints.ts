import { type CriticalPoints, findCriticalPoints } from '../../core/critical/findCriticalPoints.ts';
import type { Box } from '../../core/params.ts';
import type { Task } from '../../core/task.ts';
import { enclosuresOf } from '../../scenario/enclosuresOf.ts';
import type { PreparedLandscape } from '../../scenario/prepare.ts';
import { objectiveCached } from '../landscapeCache.ts';

export interface CriticalPointsPayload {
  readonly landscape: PreparedLandscape;
  /** An interval for each variable. */
  readonly box: Box;
  readonly effort: number;
}

/** The critical points in a box; what the experiment `critical-points` reports, by the same code. */
export function criticalPoints({ landscape, box, effort }: CriticalPointsPayload): Task<CriticalPoints> {
  const enclosures = enclosuresOf(landscape.choice);
  return findCriticalPoints(objectiveCached(landscape), enclosures, box, effort);
}
