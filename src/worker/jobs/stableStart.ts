import { saddleNear } from '../../core/critical/invariantCurves.ts';
import { startOnStableSet } from '../../core/critical/startOnStableSet.ts';
import type { Box } from '../../core/params.ts';
import type { Task } from '../../core/task.ts';
import type { PreparedLandscape } from '../../scenario/prepare.ts';
import { objectiveCached } from '../landscapeCache.ts';

export interface StableStartPayload {
  /** Of two variables. */
  readonly landscape: PreparedLandscape;
  /** A point near the saddle. */
  readonly saddle: Float64Array;
  readonly box: Box;
  /** η of gradient descent, or 0 for the flow. */
  readonly stepSize: number;
}

/** A point of a saddle's stable set, null where there is none to be found. */
export function* stableStart(payload: StableStartPayload): Task<Float64Array | null, never> {
  const objective = objectiveCached(payload.landscape);
  const near = saddleNear(objective, payload.saddle);
  if ('refusal' in near) return null;
  return yield* startOnStableSet(objective, near.saddle, payload.box, payload.stepSize);
}
