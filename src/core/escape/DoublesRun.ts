import { libm } from '../libm.ts';
import { norm2 } from '../linalg/vectors.ts';
import type { Method, MethodState } from '../methods/Method.ts';
import { CountingObjective } from '../objective/counting.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Params } from '../params.ts';
import type { Rng } from '../rng.ts';
import type { EscapeStop, TubeRun, TubeWalk } from './TubeRun.ts';

/** The least double that has all its digits, 2^−1022. */
const LEAST_NORMAL = 2.2250738585072014e-308;

/** Any method, as the registry has it, with all its parameters. */
export interface MethodInDoubles {
  readonly id: string;
  readonly method: Method;
  readonly params: Params;
}

/** True if noise, which chance alone is not, leads the method out of saddles and wakes coordinates that rounding holds. */
export const isNoisy = ({ method, params }: MethodInDoubles): boolean =>
  method.isStochastic(params) && !method.addsNoNoise;

/**
 * One run of a method in the octopus's tube, in doubles, until the last coordinate has passed 2τ, the iterations are
 * used up, the point has left the tube or the method has ended. A run without noise ends also where a waiting
 * coordinate is smaller than a double can hold with all its digits: from there on it would be rounding that decides when
 * it gets out. `EscapeRun` takes gradient descent and its perturbed form beyond that.
 */
export class DoublesRun implements TubeRun, TubeWalk {
  readonly dimension: number;
  iteration = 0;
  passed = 0;
  lost = false;
  underflowed = false;
  readonly passages: Float64Array;
  readonly #f: CountingObjective;
  readonly #tau: number;
  readonly #chosen: MethodInDoubles;
  readonly #stop: EscapeStop;
  readonly #rng: Rng;
  readonly #state: MethodState;
  readonly #gradient: Float64Array;
  readonly #isRandom: boolean;
  readonly #isNoisy: boolean;

  /**
   * @param f  the octopus of as many dimensions as `start` has
   * @param tau  its length
   * @param start  in the tube; copied
   */
  constructor(f: Objective, tau: number, start: Float64Array, chosen: MethodInDoubles, stop: EscapeStop, rng: Rng) {
    const { method, params } = chosen;
    this.dimension = start.length;
    this.passages = new Float64Array(start.length).fill(Number.POSITIVE_INFINITY);
    this.#f = new CountingObjective(f);
    this.#tau = tau;
    this.#chosen = chosen;
    this.#stop = stop;
    this.#rng = rng;
    this.#state = method.init(this.#f, start, params, rng);
    this.#gradient = new Float64Array(start.length);
    this.#isRandom = method.isStochastic(params);
    this.#isNoisy = isNoisy(chosen);
    this.#arrive();
  }

  get walk(): TubeWalk {
    return this;
  }

  /** As `TubeRun` says; fewer steps where they evaluate f or its derivatives often. */
  advance(steps: number): boolean {
    const { method, params } = this.#chosen;
    const enough = this.#f.work + steps;
    for (let i = 0; i < steps && this.#f.work < enough && !this.#isOver(); i++) {
      method.step(this.#f, this.#state, params, this.#rng);
      this.#state.event = null;
      if (this.#state.ended?.status === 'line-search-failed') break;
      this.iteration++;
      this.#arrive();
    }
    return this.#isOver();
  }

  coordinate(j: number): number {
    return this.#state.x[j] as number;
  }

  decimalMagnitude(j: number): number {
    return libm.log10(Math.abs(this.coordinate(j)));
  }

  value(): number {
    return this.#f.value(this.#state.x);
  }

  #isOver(): boolean {
    if (this.passed === this.dimension || this.iteration >= this.#stop.maxIterations) return true;
    return this.lost || this.underflowed || this.#state.ended !== null || this.#isFlat();
  }

  #isFlat(): boolean {
    const { gradientTolerance } = this.#stop;
    if (gradientTolerance <= 0 || this.#isRandom || this.#chosen.method.stopsItself) return false;
    return norm2(this.#f.gradient(this.#state.x, this.#gradient)) <= gradientTolerance;
  }

  /** Finds the coordinate that is under way, notes what has passed, and looks whether the others are where they may be. */
  #arrive(): void {
    const x = this.#state.x;
    const n = this.dimension;
    let i = 0;
    while (i < n && Math.abs(x[i] as number) > 2 * this.#tau) i++;
    for (let j = 0; j < n; j++) {
      const size = Math.abs(x[j] as number);
      // Also where it is no number.
      if (!(size <= (j > i ? this.#tau : Number.MAX_VALUE))) this.lost = true;
      if (j >= i && size > 0 && size < LEAST_NORMAL && !this.#isNoisy) this.underflowed = true;
    }
    if (this.lost) return;
    for (; this.passed < i; this.passed++) this.passages[this.passed] = this.iteration;
  }
}
