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

/** The values that an end has passed, at steps ever farther apart: enough for a curve over a logarithmic axis. */
export class TrainingCurve {
  /** Steps taken, ascending from 0, and f there. */
  readonly iterations: number[] = [];
  readonly values: number[] = [];

  /** Notes where the end is, unless the last note is near. */
  note(iteration: number, value: number): void {
    const last = this.iterations.at(-1);
    if (last === undefined || iteration > Math.floor(1.03 * last)) this.noteLast(iteration, value);
  }

  /** Notes where it is at the end. */
  noteLast(iteration: number, value: number): void {
    if (this.iterations.at(-1) === iteration) return;
    this.iterations.push(iteration);
    this.values.push(value);
  }
}

/** An end that is trained from one level to the next. */
export class Trainee {
  /** Where it is; overwritten. */
  readonly x: Float64Array;
  /** Over all levels so far. */
  readonly curve = new TrainingCurve();
  #taken = 0;
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
    const onStep = (k: number, value: number) => this.curve.note(this.#taken + k, value);
    const drop = yield* dropBead(this.#f, this.x, { target, iterations, longest, onStep });
    this.x.set(drop.x);
    this.#end(drop.iterations, drop.value);
    return drop.value;
  }

  *#steps(state: MethodState, target: number): Task<number, never> {
    const { method: chosen, iterations } = this.#training;
    const pace = new Pace(this.#f);
    let value = this.#f.value(state.x);
    this.curve.note(this.#taken, value);
    let k = 0;
    for (; k < iterations && chosen && !(value <= target) && state.ended === null; k++) {
      chosen.method.step(this.#f, state, chosen.params, this.#rng);
      state.event = null;
      value = this.#f.value(state.x);
      if (!Number.isFinite(value)) break;
      this.curve.note(this.#taken + k + 1, value);
      if (pace.isDue()) yield { done: k, total: iterations };
    }
    this.x.set(state.x);
    this.#end(k, value);
    return value;
  }

  #end(iterations: number, value: number): void {
    this.#taken += iterations;
    this.curve.noteLast(this.#taken, value);
  }
}
