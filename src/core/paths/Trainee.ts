import type { Method, MethodState } from '../methods/Method.ts';
import { CountingObjective } from '../objective/counting.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Params } from '../params.ts';
import type { Rng } from '../rng.ts';
import type { Task } from '../task.ts';
import { dropBead } from './dropBead.ts';
import { Pace } from './Pace.ts';

/** How ends are brought down to a level. */
export interface Training {
  /** One of the methods with resolved parameters; descent with backtracking where left out. */
  readonly method?: { readonly method: Method; readonly params: Params } | undefined;
  /** Steps for each end and level at most. */
  readonly iterations: number;
  /** The longest step of descent with backtracking. */
  readonly longest: number;
}

/** An end that is trained from one level to the next. */
export class Trainee {
  /** Where it is; overwritten. */
  readonly x: Float64Array;
  readonly #f: CountingObjective;
  readonly #training: Training;
  readonly #rng: Rng;
  readonly #state: MethodState | null;

  /** @param start  length n; copied */
  constructor(f: Objective, start: Float64Array, training: Training, rng: Rng) {
    const { method: chosen } = training;
    this.#f = new CountingObjective(f);
    this.#training = training;
    this.#rng = rng;
    this.#state = chosen ? chosen.method.init(this.#f, start, chosen.params, rng) : null;
    this.x = start.slice();
  }

  /** Goes on until f ≤ target or its steps are used up; returns f where it is then. */
  *descend(target: number): Task<number, never> {
    if (this.#state) return yield* this.#steps(this.#state, target);
    const { iterations, longest } = this.#training;
    const drop = yield* dropBead(this.#f, this.x, { target, iterations, longest });
    this.x.set(drop.x);
    return drop.value;
  }

  *#steps(state: MethodState, target: number): Task<number, never> {
    const { method: chosen, iterations } = this.#training;
    const pace = new Pace(this.#f);
    let value = this.#f.value(state.x);
    for (let k = 0; k < iterations && chosen && !(value <= target) && state.ended === null; k++) {
      chosen.method.step(this.#f, state, chosen.params, this.#rng);
      state.event = null;
      value = this.#f.value(state.x);
      if (!Number.isFinite(value)) break;
      if (pace.isDue()) yield { done: k, total: iterations };
    }
    this.x.set(state.x);
    return value;
  }
}
