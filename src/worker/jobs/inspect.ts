import { type Inspection, type InspectOptions, inspectInSteps } from '../../core/critical/inspect.ts';
import type { Task } from '../../core/task.ts';
import type { PreparedLandscape } from '../../scenario/prepare.ts';
import { objectiveCached } from '../landscapeCache.ts';

export interface InspectPayload {
  readonly landscape: PreparedLandscape;
  readonly x: Float64Array;
  readonly options: Partial<InspectOptions>;
}

/** What is true at a point, to second order: for landscapes whose Hessian takes too long for the page. */
export function inspect({ landscape, x, options }: InspectPayload): Task<Inspection> {
  return inspectInSteps(objectiveCached(landscape), x, options);
}
