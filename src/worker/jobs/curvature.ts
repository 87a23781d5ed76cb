import { type CurvatureCurve, leastCurvatures } from '../../core/descent/measures.ts';
import type { Trajectory } from '../../core/descent/Run.ts';
import type { Task } from '../../core/task.ts';
import type { PreparedLandscape } from '../../scenario/prepare.ts';
import { objectiveCached } from '../landscapeCache.ts';

export interface CurvaturePayload {
  readonly landscape: PreparedLandscape;
  readonly trajectories: readonly Pick<Trajectory, 'iterations' | 'points'>[];
  /** Points per trajectory at most, the first and the last included; at least 2. */
  readonly most: number;
}

/** The least eigenvalue along each trajectory, thinned evenly. */
export function* curvature({ landscape, trajectories, most }: CurvaturePayload): Task<CurvatureCurve[]> {
  const objective = objectiveCached(landscape);
  const all: CurvatureCurve[] = [];
  const total = trajectories.length;
  for (const trajectory of trajectories) {
    const task = leastCurvatures(objective, trajectory, most);
    let step = task.next();
    for (; !step.done; step = task.next()) yield { done: all.length + step.value.done / step.value.total, total };
    all.push(step.value);
  }
  return all;
}
