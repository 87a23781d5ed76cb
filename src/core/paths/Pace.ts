import type { CountingObjective } from '../objective/counting.ts';

/**
 * Tells when it is time to yield, by evaluations: a function of few variables is a formula of some tens of
 * nanoseconds, one of many may be a network of a millisecond.
 */
export class Pace {
  readonly #f: CountingObjective;
  readonly #slice: number;
  #next: number;

  constructor(f: CountingObjective) {
    this.#f = f;
    this.#slice = Math.max(4, Math.floor(2048 / (f.dimension * f.dimension)));
    this.#next = f.work + this.#slice;
  }

  /** True at most once per slice of evaluations. */
  isDue(): boolean {
    if (this.#f.work < this.#next) return false;
    this.#next = this.#f.work + this.#slice;
    return true;
  }
}
