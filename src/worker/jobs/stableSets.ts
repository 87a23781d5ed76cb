import { invariantCurves, saddleNear } from '../../core/critical/invariantCurves.ts';
import type { Box } from '../../core/params.ts';
import type { Task } from '../../core/task.ts';
import type { PreparedLandscape } from '../../scenario/prepare.ts';
import { objectiveCached } from '../landscapeCache.ts';

export interface StableSetsPayload {
  /** Of two variables. */
  readonly landscape: PreparedLandscape;
  readonly saddles: readonly Float64Array[];
  readonly box: Box;
}

/** The curves through one saddle, two halves each, 2·m coordinates from the saddle outward. */
export interface StableSet {
  readonly stable: readonly Float64Array[];
  readonly unstable: readonly Float64Array[];
}

/** Stable and unstable sets of saddles, for the flow; all found so far are also a partial result. */
export function* stableSets({ landscape, saddles, box }: StableSetsPayload): Task<StableSet[], StableSet[]> {
  const objective = objectiveCached(landscape);
  const found: StableSet[] = [];
  for (const [done, start] of saddles.entries()) {
    const near = saddleNear(objective, start);
    if ('refusal' in near) continue;
    const task = invariantCurves(objective, near.saddle, box);
    let step = task.next();
    for (; !step.done; step = task.next()) yield { done, total: saddles.length };
    const points = ({ points: all }: { readonly points: Float64Array }) => all;
    found.push({ stable: step.value.stable.map(points), unstable: step.value.unstable.map(points) });
    yield { done: done + 1, total: saddles.length, partial: [...found] };
  }
  return found;
}
