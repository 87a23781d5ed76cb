import { classify } from '../critical/classify.ts';
import { formatNumber, formatPoint } from '../formatNumber.ts';
import type { PointType } from '../landscapes/Landscape.ts';
import { symmetricEigenvalues } from '../linalg/symmetricEigen.ts';
import { norm2 } from '../linalg/vectors.ts';
import type { Method, MethodState } from '../methods/Method.ts';
import { CountingObjective } from '../objective/counting.ts';
import { hessianInSteps } from '../objective/hessianInSteps.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Box, Params } from '../params.ts';
import type { Rng } from '../rng.ts';
import type { Task } from '../task.ts';
import type { RecordRule, Run, RunStatus, StopRule, Trajectory, TrajectoryEvent } from './Run.ts';
import { TrajectoryRecorder } from './TrajectoryRecorder.ts';

/** The stopping rule of a run that names none. */
export const DEFAULT_STOP_RULE: StopRule = {
  maxIterations: 1000,
  gradientTolerance: 1e-8,
  divergenceRadius: 1e10,
  withinDomain: false,
};

/** The last point counts as critical in `final.type` within this, or within a looser gradient tolerance. */
const CRITICAL_TOLERANCE = 1e-6;

/** Work between two yields, in coordinates touched: some tenths of a millisecond for common formulas. */
const SLICE_WORK = 1024;

/** Fewer steps than this are taken one by one. */
const LEAST_STRIDE = 8;
/** At once so many steps take the time of one by itself. */
const STRIDE = 8;

/** A run without its place in an experiment. */
export type Descent = Omit<Run, 'methodIndex' | 'startIndex' | 'repeat'>;

export interface DescentOptions {
  readonly stop: StopRule;
  readonly record: RecordRule;
  /** The landscape's box; needed where `stop.withinDomain`. */
  readonly domain?: Box | undefined;
  /** True hands out a slow run now and then as far as it has come; its status is then `max-iterations`. */
  readonly showsGrowth?: boolean;
}

/** A run under way is handed out after this many iterations, and again whenever it has grown by a tenth more. */
const FIRST_SHOWN = 25;
const GROWTH = 1.1;

/**
 * Runs one method from one start. At every iterate, the start included, it asks in this order: are the coordinates
 * numbers (`non-finite`), within the divergence radius (`diverged`, overflow included), are f and ∇f finite
 * (`non-finite`), inside the domain (`left-domain`), is the gradient small (`converged`; not for a stochastic method
 * nor for one that ends by a rule of its own), has the method ended, are the iterations used up (`max-iterations`).
 * An iterate with a coordinate that is not finite is not recorded; the message says at which iteration it came.
 * @param params  resolved parameters
 * @param start  length n; copied
 * @returns a run that owns its arrays
 * @throws RangeError for a caller's mistake: a start of the wrong length or not finite, a stride below 1, no domain
 */
export function* descend(
  f: Objective,
  method: Method,
  params: Params,
  start: Float64Array,
  rng: Rng,
  options: DescentOptions,
): Task<Descent, Descent> {
  const walk = new Walk(f, method, params, start, rng, options);
  const total = options.stop.maxIterations;
  const slice = f.isSlow ? 1 : Math.max(1, Math.floor(SLICE_WORK / f.dimension));
  let next = f.isSlow && options.showsGrowth ? FIRST_SHOWN : Number.POSITIVE_INFINITY;
  while (!walk.advance(slice)) {
    const isShown = walk.iteration >= next;
    if (isShown) next = Math.max(next + FIRST_SHOWN, Math.ceil(GROWTH * walk.iteration));
    yield { done: walk.iteration, total, ...(isShown && { partial: walk.soFar() }) };
  }
  return yield* walk.finish();
}

/** One run under way. A class, so that the loop over the iterates is a plain method and not a generator's body. */
class Walk {
  iteration = 0;
  readonly #f: Objective;
  readonly #counted: CountingObjective;
  readonly #method: Method;
  readonly #params: Params;
  readonly #rng: Rng;
  readonly #stop: StopRule;
  readonly #domain: Box | undefined;
  readonly #convergedBelow: number;
  readonly #state: MethodState;
  /** `#state.x`, which the method overwrites. */
  readonly #x: Float64Array;
  readonly #recorder: TrajectoryRecorder;
  readonly #events: TrajectoryEvent[] = [];
  /** The last iterate with finite coordinates, with its value and gradient norm. */
  readonly #last: { readonly x: Float64Array; value: number; gradientNorm: number };
  #status: RunStatus | null = null;
  #message = '';

  constructor(f: Objective, method: Method, params: Params, start: Float64Array, rng: Rng, options: DescentOptions) {
    const { stop, record, domain } = options;
    if (start.length !== f.dimension) {
      throw new RangeError(`a start with ${start.length} coordinates for a function of ${f.dimension} variables`);
    }
    if (!start.every(Number.isFinite)) throw new RangeError(`a start with a coordinate that is not finite: ${start}`);
    if (stop.withinDomain && domain?.length !== f.dimension) {
      throw new RangeError(`a box of ${domain?.length ?? 0} intervals for a function of ${f.dimension} variables`);
    }
    this.#f = f;
    this.#counted = new CountingObjective(f);
    this.#method = method;
    this.#params = params;
    this.#rng = rng;
    this.#stop = stop;
    this.#domain = stop.withinDomain ? domain : undefined;
    const testsGradient = !method.stopsItself && !method.isStochastic(params) && stop.gradientTolerance > 0;
    this.#convergedBelow = testsGradient ? stop.gradientTolerance : -1;
    this.#recorder = new TrajectoryRecorder(f.dimension, record, stop.maxIterations, this.#counted);
    this.#last = { x: start.slice(), value: Number.NaN, gradientNorm: Number.NaN };
    this.#state = method.init(this.#counted, start, params, rng);
    this.#x = this.#state.x;
    this.#arrive();
  }

  /**
   * Takes up to `steps` steps, more where they are quick, fewer where they take many second derivatives (inner loops,
   * Lanczos, Hessians); true once the run has ended.
   */
  advance(steps: number): boolean {
    const method = this.#method;
    const state = this.#state;
    const counted = this.#counted;
    const params = this.#params;
    const rng = this.#rng;
    const { counts } = counted;
    const n = this.#x.length;
    const enough = counts.hvp + n * counts.hessian + steps;
    for (
      let i = this.#stride(steps);
      i < steps && this.#status === null && counts.hvp + n * counts.hessian < enough;
      i++
    ) {
      method.step(counted, state, params, rng);
      if (state.event !== null) {
        this.#events.push({ iteration: this.iteration, kind: state.event.kind, detail: state.event.detail });
        state.event = null;
      }
      if (state.ended?.status === 'line-search-failed') {
        this.#stay(state.ended.detail);
        break;
      }
      this.iteration++;
      this.#arrive();
    }
    return this.#status !== null;
  }

  /** Takes steps at once where nothing can happen on them, and the method knows how; returns how many. */
  #stride(steps: number): number {
    // The last step belongs to `#arrive`, which ends the run.
    const most = Math.min(STRIDE * steps, this.#stop.maxIterations - 1 - this.iteration);
    if (this.#status !== null || most < LEAST_STRIDE || !this.#recorder.isDense || this.#domain !== undefined) return 0;
    const { divergenceRadius: radius } = this.#stop;
    const work = this.#counted.work;
    const bounds = { steps: most, tolerance: this.#convergedBelow, radius };
    const stretch = this.#method.stride?.(this.#counted, this.#state, this.#params, bounds, this.#rng);
    if (!stretch || stretch.count === 0) return 0;
    const { count, values, gradientNorms } = stretch;
    this.#recorder.extend(stretch, work);
    this.iteration += count;
    this.#last.x.set(this.#x);
    this.#last.value = values[count - 1] as number;
    this.#last.gradientNorm = gradientNorms[count - 1] as number;
    this.#counted.observe(this.#x);
    return count;
  }

  /** The finished run, in arrays of its own. */
  *finish(): Task<Descent, never> {
    const { x, value, gradientNorm } = this.#last;
    const n = x.length;
    const eigenvalues = symmetricEigenvalues(yield* hessianInSteps(this.#f, x, new Float64Array(n * n)), n);
    if (!Number.isFinite(value)) eigenvalues.fill(Number.NaN);
    const { type } = classify(eigenvalues, gradientNorm, this.#critical());
    const trajectory = this.#recorder.finish(this.#events);
    return this.#asRun(this.#status as RunStatus, this.#message, eigenvalues[0] as number, type, trajectory);
  }

  /** The run as far as it has come, in arrays of its own; nothing is known of the curvature at its end. */
  soFar(): Descent {
    const message = `Still running, at iteration ${this.iteration}.`;
    return this.#asRun('max-iterations', message, Number.NaN, 'regular', this.#recorder.soFar(this.#events));
  }

  #asRun(status: RunStatus, message: string, minEigenvalue: number, type: PointType, trajectory: Trajectory): Descent {
    const { x, value, gradientNorm } = this.#last;
    return {
      status,
      message,
      iterations: this.iteration,
      evaluations: { ...this.#counted.counts },
      final: { x: x.slice(), value, gradientNorm, minEigenvalue, type },
      trajectory,
    };
  }

  /** The gradient norm up to which the last point counts as critical: any, where the method declared it stationary. */
  #critical(): number {
    if (this.#status === 'second-order-stationary') return Number.POSITIVE_INFINITY;
    return Math.max(this.#stop.gradientTolerance, CRITICAL_TOLERANCE);
  }

  /** Ends the run where it is, after a step that was not taken. */
  #stay(detail: string): void {
    const { x, value, gradientNorm } = this.#last;
    this.#end('line-search-failed', `Iteration ${this.iteration}: ${detail}`);
    this.#recorder.offer(this.iteration, x, value, gradientNorm, true);
  }

  /** Evaluates, tests and records the iterate that the state has come to. */
  #arrive(): void {
    const x = this.#x;
    const distance = norm2(x);
    if (!(distance < Number.POSITIVE_INFINITY) && !x.every(Number.isFinite)) {
      this.#lose(x);
      return;
    }
    const value = this.#counted.observe(x);
    // Where f has no value it has no gradient either, whatever the formula's derivative gives there.
    const gradientNorm = Number.isFinite(value) ? norm2(this.#counted.observedGradient) : Number.NaN;
    const last = this.#last;
    for (let i = 0; i < x.length; i++) last.x[i] = x[i] as number;
    last.value = value;
    last.gradientNorm = gradientNorm;
    this.#judge(x, distance, value, gradientNorm);
    this.#recorder.offer(this.iteration, x, value, gradientNorm, this.#status !== null);
  }

  /** Ends the run at an iterate that has no place: the last recorded one stays the last. */
  #lose(x: Float64Array): void {
    const { x: before, value, gradientNorm } = this.#last;
    const from = `the step from ${formatPoint(before)}`;
    if (x.some((coordinate) => Math.abs(coordinate) === Number.POSITIVE_INFINITY)) {
      this.#end('diverged', `Overflow at iteration ${this.iteration}, in ${from}.`);
    } else {
      this.#end('non-finite', `No number at iteration ${this.iteration}: ${from} gave ${formatPoint(x)}.`);
    }
    this.#recorder.offer(this.iteration - 1, before, value, gradientNorm, true);
  }

  #judge(x: Float64Array, distance: number, value: number, gradientNorm: number): void {
    const { ended } = this.#state;
    const stop = this.#stop;
    if (distance > stop.divergenceRadius) {
      const size = `‖x‖ = ${formatNumber(distance)} exceeds ${formatNumber(stop.divergenceRadius)}`;
      this.#end('diverged', `${size} at iteration ${this.iteration}, at ${formatPoint(x)}.`);
    } else if (!Number.isFinite(value) || !Number.isFinite(gradientNorm)) {
      const what = Number.isFinite(value) ? '‖∇f‖' : 'f';
      const found = formatNumber(Number.isFinite(value) ? gradientNorm : value);
      this.#end('non-finite', `${what} is ${found} at ${formatPoint(x)}, iteration ${this.iteration}.`);
    } else if (this.#domain !== undefined && !inside(x, this.#domain)) {
      const what = this.iteration === 0 ? 'The start lies outside the domain' : 'Left the domain';
      this.#end('left-domain', `${what} at iteration ${this.iteration}, at ${formatPoint(x)}.`);
    } else if (gradientNorm <= this.#convergedBelow) {
      const small = `‖∇f‖ = ${formatNumber(gradientNorm)} ≤ ${formatNumber(this.#convergedBelow)}`;
      this.#end('converged', `${small} at ${formatPoint(x)} after ${this.iteration} iterations.`);
    } else if (ended !== null) {
      this.#end(ended.status, ended.detail);
    } else if (this.iteration >= stop.maxIterations) {
      const state = `‖∇f‖ = ${formatNumber(gradientNorm)} at ${formatPoint(x)}`;
      this.#end('max-iterations', `Took all ${this.iteration} iterations; ${state}.`);
    }
  }

  #end(status: RunStatus, message: string): void {
    this.#status = status;
    this.#message = message;
  }
}

function inside(x: Float64Array, box: Box): boolean {
  return box.every(([low, high], i) => (x[i] as number) >= low && (x[i] as number) <= high);
}
