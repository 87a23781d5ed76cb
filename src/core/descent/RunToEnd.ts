import { norm2 } from '../linalg/vectors.ts';
import type { Method, MethodState } from '../methods/Method.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Box, Params } from '../params.ts';
import type { Rng } from '../rng.ts';
import { GradientWatch } from './GradientWatch.ts';
import type { StopRule } from './Run.ts';

/**
 * How a run without a record ended: `settled` where ‖∇f‖ is within the tolerance or the method declared the point
 * second-order stationary; `unsettled` where it came no further (iterations used up, line search failed); `lost` where
 * it diverged, left the domain or met what is not finite.
 */
type Outcome = 'settled' | 'unsettled' | 'lost';

/** What the runs of a sweep have in common. */
export interface RunToEndSetting {
  readonly method: Method;
  readonly params: Params;
  readonly stop: StopRule;
  /** The landscape's box; needed where `stop.withinDomain`. */
  readonly domain: Box | undefined;
}

/**
 * One run of which only the end counts: the rule of `descend`, in its order, without record, message and counts. The
 * gradient test uses what the method itself evaluates, where it evaluates ∇f at its iterate. The value of f is looked
 * at in the end only; a run may pass through points where f is undefined and its gradient's formula is not.
 */
export class RunToEnd {
  iteration = 0;
  /** Null while the run goes on. */
  outcome: Outcome | null = null;
  /** The end, once there is an outcome. */
  readonly end: Float64Array;
  readonly #f: Objective;
  readonly #watch: GradientWatch;
  readonly #setting: RunToEndSetting;
  readonly #rng: Rng;
  readonly #state: MethodState;
  readonly #tests: boolean;
  readonly #gradient: Float64Array;

  /** @param start  length n; copied */
  constructor(f: Objective, setting: RunToEndSetting, start: Float64Array, rng: Rng) {
    const { method, params, stop } = setting;
    this.#f = f;
    this.#watch = new GradientWatch(f);
    this.#setting = setting;
    this.#rng = rng;
    this.#tests = !method.stopsItself && !method.isStochastic(params) && stop.gradientTolerance > 0;
    this.#gradient = new Float64Array(f.dimension);
    this.end = start.slice();
    this.#state = method.init(this.#watch, start, params, rng);
  }

  /**
   * Goes on for about `work` evaluations, at least one step.
   * @returns the evaluations that it took
   */
  advance(work: number): number {
    const { method, params, stop } = this.#setting;
    const watch = this.#watch;
    const state = this.#state;
    const before = watch.work;
    const leapt = this.#leap(work);
    for (let steps = 0; watch.work + steps < before + work - leapt; steps++) {
      this.#arrive(state.x);
      if (this.outcome !== null) break;
      watch.watch(state.x);
      method.step(watch, state, params, this.#rng);
      state.event = null;
      if (!this.#tests) {
        this.iteration++;
        continue;
      }
      if (watch.watchedNorm === -1) watch.gradient(watch.point, this.#gradient);
      // The step is taken back where its beginning had converged.
      if (!(watch.watchedNorm > stop.gradientTolerance)) {
        this.#finish(watch.point, Number.isNaN(watch.watchedNorm) ? 'lost' : 'settled');
        break;
      }
      this.iteration++;
    }
    return watch.work - before + leapt;
  }

  /**
   * Takes steps of two runs of one setting at once, up to about `work` evaluations, as long as both go on.
   * @returns the evaluations that it took; 0 where one of them has to go on alone (by `advance`)
   */
  static together(a: RunToEnd, b: RunToEnd, work: number): number {
    const { method, params, stop } = a.#setting;
    if (method.leapPair === undefined || stop.withinDomain) return 0;
    const left = stop.maxIterations - Math.max(a.iteration, b.iteration);
    const tolerance = a.#tests ? stop.gradientTolerance : -1;
    const steps = Math.min(work >> 1, left);
    const taken = method.leapPair(a.#f, a.#state, b.#state, params, steps, tolerance, stop.divergenceRadius);
    a.iteration += taken;
    b.iteration += taken;
    return 2 * taken;
  }

  /** Goes as far as the method can at once; what ends the run is left to be judged by the steps after. */
  #leap(work: number): number {
    const { method, params, stop } = this.#setting;
    if (method.leap === undefined || stop.withinDomain) return 0;
    const most = Math.min(work - 1, stop.maxIterations - this.iteration);
    const tolerance = this.#tests ? stop.gradientTolerance : -1;
    const taken = method.leap(this.#f, this.#state, params, most, tolerance, stop.divergenceRadius);
    this.iteration += taken;
    return taken;
  }

  /** Judges the iterate that the state has come to, as far as that needs no gradient. */
  #arrive(x: Float64Array): void {
    const { stop, domain } = this.#setting;
    const { ended } = this.#state;
    if (!(norm2(x) <= stop.divergenceRadius)) this.#finish(x, 'lost');
    else if (stop.withinDomain && domain !== undefined && !isInside(x, domain)) this.#finish(x, 'lost');
    else if (ended !== null) this.#finish(x, ended.status === 'second-order-stationary' ? 'settled' : 'unsettled');
    else if (this.iteration >= stop.maxIterations) {
      const norm = norm2(this.#f.gradient(x, this.#gradient));
      this.#finish(x, this.#tests && norm <= stop.gradientTolerance ? 'settled' : 'unsettled');
    }
  }

  #finish(x: Float64Array, outcome: Outcome): void {
    for (let i = 0; i < x.length; i++) this.end[i] = x[i] as number;
    this.outcome = outcome === 'lost' || Number.isFinite(this.#f.value(this.end)) ? outcome : 'lost';
  }
}

function isInside(x: Float64Array, box: Box): boolean {
  return box.every(([low, high], i) => (x[i] as number) >= low && (x[i] as number) <= high);
}
