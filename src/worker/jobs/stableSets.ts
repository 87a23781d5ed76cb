import { invariantCurves, saddleNear } from '../../core/critical/invariantCurves.ts';
import type { TracedCurve } from '../../core/critical/tracedCurve.ts';
import type { Box } from '../../core/params.ts';
import type { Task } from '../../core/task.ts';
import type { PreparedLandscape } from '../../scenario/prepare.ts';
import { objectiveCached } from '../landscapeCache.ts';

export interface StableSetsPayload {
  /** Of two variables. */
  readonly landscape: PreparedLandscape;
  readonly saddles: readonly Float64Array[];
  readonly box: Box;
  /** η of gradient descent, or 0 for the flow. */
  readonly stepSize: number;
}

/** The curves through one saddle, two halves each, 2·m coordinates from the saddle outward. */
export interface StableSet {
  readonly stable: readonly Float64Array[];
  readonly unstable: readonly Float64Array[];
  /** How each half of the stable curve ends. */
  readonly stableEnds: readonly TracedCurve['end'][];
}

/** Stable and unstable sets of saddles, for the flow or the map; all found so far are also a partial result. */
export function* stableSets(payload: StableSetsPayload): Task<StableSet[], StableSet[]> {
  const { landscape, saddles, box, stepSize } = payload;
  const objective = objectiveCached(landscape);
  const found: StableSet[] = [];
  for (const [done, start] of saddles.entries()) {
    const near = saddleNear(objective, start);
    if ('refusal' in near) continue;
    const task = invariantCurves(objective, near.saddle, box, stepSize);
    let step = task.next();
    for (; !step.done; step = task.next()) yield { done, total: saddles.length };
    const points = ({ points: all }: TracedCurve) => all;
    const { stable, unstable } = step.value;
    const stableEnds = stable.map(({ end }) => end);
    found.push({ stable: stable.map(points), unstable: unstable.map(points), stableEnds });
    yield { done: done + 1, total: saddles.length, partial: [...found] };
  }
  return found;
}
