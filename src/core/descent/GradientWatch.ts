import { norm2 } from '../linalg/vectors.ts';
import type { Objective } from '../objective/Objective.ts';

/**
 * An objective that notes ‖∇f‖ where a method asks for the gradient at one watched point, so that a stopping test need
 * not evaluate it again, and that counts work in evaluations (a Hessian as one for each of its columns).
 */
export class GradientWatch implements Objective {
  readonly dimension: number;
  readonly exact: Objective['exact'];
  /** Evaluations so far. */
  work = 0;
  /** ‖∇f‖ at the watched point, or −1 while nobody has asked for it. */
  watchedNorm = -1;
  /** The watched point; `watch` writes it. */
  readonly point: Float64Array;
  readonly #f: Objective;

  constructor(f: Objective) {
    this.#f = f;
    this.dimension = f.dimension;
    this.exact = f.exact;
    this.point = new Float64Array(f.dimension);
  }

  /** Watches `x` (copied) from now on. */
  watch(x: Float64Array): void {
    for (let i = 0; i < x.length; i++) this.point[i] = x[i] as number;
    this.watchedNorm = -1;
  }

  value(x: Float64Array): number {
    this.work++;
    return this.#f.value(x);
  }

  gradient(x: Float64Array, out: Float64Array): Float64Array {
    this.work++;
    this.#f.gradient(x, out);
    this.#note(x, out);
    return out;
  }

  valueAndGradient(x: Float64Array, out: Float64Array): number {
    this.work++;
    const value = this.#f.valueAndGradient(x, out);
    this.#note(x, out);
    return value;
  }

  hvp(x: Float64Array, v: Float64Array, out: Float64Array): Float64Array {
    this.work++;
    return this.#f.hvp(x, v, out);
  }

  hessian(x: Float64Array, out: Float64Array): Float64Array {
    this.work += this.dimension;
    return this.#f.hessian(x, out);
  }

  #note(x: Float64Array, gradient: Float64Array): void {
    if (this.watchedNorm !== -1) return;
    const { point } = this;
    for (let i = 0; i < point.length; i++) if (x[i] !== point[i]) return;
    this.watchedNorm = norm2(gradient);
  }
}
