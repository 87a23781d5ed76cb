import type { Objective } from '../objective/Objective.ts';
import type { Task } from '../task.ts';

/** Steps between two yields: some milliseconds. */
const SLICE = 5_000;

/** Where gradient descent in doubles stands still. */
export interface Standstill {
  /** The first iteration whose step changes nothing. */
  readonly iteration: number;
  /** Coordinates, from the first on, that are beyond 2τ there: the saddles passed. */
  readonly passed: number;
}

/**
 * Takes the steps x ← x − η∇f(x) in plain doubles until one changes nothing.
 * @param start  copied
 * @returns where that is; null where it is no saddle (all coordinates are beyond 2τ) or does not come within `most` steps
 */
export function* findStandstill(
  objective: Objective,
  start: Float64Array,
  stepSize: number,
  tau: number,
  most: number,
): Task<Standstill | null, never> {
  const x = start.slice();
  const gradient = new Float64Array(x.length);
  for (let iteration = 0; iteration < most; iteration++) {
    objective.gradient(x, gradient);
    let isMoved = false;
    for (let j = 0; j < x.length; j++) {
      const at = x[j] as number;
      const next = at - stepSize * (gradient[j] as number);
      if (next !== at) isMoved = true;
      x[j] = next;
    }
    if (!isMoved) {
      const waiting = x.findIndex((at) => !(Math.abs(at) > 2 * tau));
      return waiting < 0 ? null : { iteration, passed: waiting };
    }
    if (iteration % SLICE === SLICE - 1) yield { done: iteration, total: most };
  }
  return null;
}
