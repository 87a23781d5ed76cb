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
  /** Where f was lowest so far: a method may climb, or lose itself. Overwritten. */
  readonly x: Float64Array;
  /** Over all levels so far. */
  readonly curve = new TrainingCurve();
  /** The step after which f was no finite number; null where it never was. */
  lostAt: number | null = null;
  #taken = 0;
  #lowest = Number.POSITIVE_INFINITY;
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

  /** Goes on until f ≤ target or its steps are used up; returns f at `x`. */
  *descend(target: number): Task<number, never> {
    if (this.#state) return yield* this.#steps(this.#state, target);
    const { iterations, longest } = this.#training;
    const onStep = (k: number, value: number) => this.curve.note(this.#taken + k, value);
    const drop = yield* dropBead(this.#f, this.x, { target, iterations, longest, onStep });
    this.#keep(drop.x, drop.value);
    this.#end(drop.iterations, drop.value);
    return this.#lowest;
  }

  *#steps(state: MethodState, target: number): Task<number, never> {
    const { method: chosen, iterations } = this.#training;
    const pace = new Pace(this.#f);
    let value = this.#f.value(state.x);
    this.curve.note(this.#taken, value);
    this.#keep(state.x, value);
    let k = 0;
    for (; k < iterations && chosen && !(value <= target) && state.ended === null; k++) {
      chosen.method.step(this.#f, state, chosen.params, this.#rng);
      state.event = null;
      value = this.#f.value(state.x);
      if (!Number.isFinite(value)) {
        this.lostAt ??= this.#taken + k + 1;
        break;
      }
      this.curve.note(this.#taken + k + 1, value);
      this.#keep(state.x, value);
      if (pace.isDue()) yield { done: k, total: iterations };
    }
    if (Number.isFinite(value)) this.#end(k, value);
    return this.#lowest;
  }

  #keep(x: Float64Array, value: number): void {
    if (!(value < this.#lowest)) return;
    this.#lowest = value;
    this.x.set(x);
  }

  #end(iterations: number, value: number): void {
    this.#taken += iterations;
    this.curve.noteLast(this.#taken, value);
  }
}
