import type { EvaluationCounts, Objective } from './Objective.ts';
import type { MethodSteps, Stretch, StretchBounds } from './Stretch.ts';

const none = new Float64Array(0);
const nothing: Stretch = { count: 0, points: none, values: none, gradientNorms: none };

/**
 * An objective that counts what is asked of it and remembers one observed point. The run loop observes each iterate
 * once; a method that then asks for the value or gradient at that very iterate is counted but costs no evaluation.
 */
export class CountingObjective implements Objective {
  readonly dimension: number;
  readonly exact: Objective['exact'];
  readonly isSlow: boolean;
  readonly counts: EvaluationCounts = { value: 0, gradient: 0, hvp: 0, hessian: 0 };
  /** All of `counts` in gradients, a Hessian as one for each of its columns; kept beside, for it is read at every step. */
  work = 0;
  /** ∇f at the observed point; overwritten by the next `observe`. */
  readonly observedGradient: Float64Array;
  /** f at the observed point. */
  observedValue = Number.NaN;
  readonly #f: Objective;
  readonly #point: Float64Array;

  constructor(f: Objective) {
    this.#f = f;
    this.dimension = f.dimension;
    this.exact = f.exact;
    this.isSlow = f.isSlow ?? false;
    this.observedGradient = new Float64Array(f.dimension);
    this.#point = new Float64Array(f.dimension).fill(Number.NaN);
  }

  /** Evaluates f and ∇f at x, uncounted, and remembers both until the next call; returns f(x). */
  observe(x: Float64Array): number {
    for (let i = 0; i < x.length; i++) this.#point[i] = x[i] as number;
    this.observedValue = this.#f.valueAndGradient(x, this.observedGradient);
    return this.observedValue;
  }

  value(x: Float64Array): number {
    this.counts.value++;
    this.work++;
    return this.#observed(x) ? this.observedValue : this.#f.value(x);
  }

  gradient(x: Float64Array, out: Float64Array): Float64Array {
    this.counts.gradient++;
    this.work++;
    if (!this.#observed(x)) return this.#f.gradient(x, out);
    for (let i = 0; i < out.length; i++) out[i] = this.observedGradient[i] as number;
    return out;
  }

  valueAndGradient(x: Float64Array, out: Float64Array): number {
    this.counts.value++;
    this.counts.gradient++;
    this.work += 2;
    if (!this.#observed(x)) return this.#f.valueAndGradient(x, out);
    for (let i = 0; i < out.length; i++) out[i] = this.observedGradient[i] as number;
    return this.observedValue;
  }

  /** Counts one gradient a step, which is what every kernel takes. */
  stride(steps: MethodSteps, bounds: StretchBounds): Stretch {
    const stretch = this.#f.stride?.(steps, bounds) ?? nothing;
    this.counts.gradient += stretch.count;
    this.work += stretch.count;
    return stretch;
  }

  hvp(x: Float64Array, v: Float64Array, out: Float64Array): Float64Array {
    this.counts.hvp++;
    this.work++;
    return this.#f.hvp(x, v, out);
  }

  hessian(x: Float64Array, out: Float64Array): Float64Array {
    this.counts.hessian++;
    this.work += this.dimension;
    return this.#f.hessian(x, out);
  }

  #observed(x: Float64Array): boolean {
    const point = this.#point;
    for (let i = 0; i < point.length; i++) if (x[i] !== point[i]) return false;
    return true;
  }
}
