import { dot } from '../linalg/vectors.ts';
import type { Objective } from '../objective/Objective.ts';

/** f along the segment x(t) = a + t·(b − a), t in [0, 1]. What is not finite counts as +∞: it is in no sublevel set. */
export class Line {
  /** ‖b − a‖. */
  readonly length: number;
  readonly #f: Objective;
  readonly #a: Float64Array;
  readonly #b: Float64Array;
  readonly #direction: Float64Array;
  readonly #x: Float64Array;
  readonly #gradient: Float64Array;

  /** @param a, b  length n; kept, not copied */
  constructor(f: Objective, a: Float64Array, b: Float64Array) {
    this.#f = f;
    this.#a = a;
    this.#b = b;
    this.#direction = b.map((coordinate, i) => coordinate - (a[i] as number));
    this.#x = new Float64Array(a.length);
    this.#gradient = new Float64Array(a.length);
    this.length = Math.sqrt(dot(this.#direction, this.#direction));
  }

  value(t: number): number {
    const value = this.#f.value(this.at(t, this.#x));
    return Number.isFinite(value) ? value : Number.POSITIVE_INFINITY;
  }

  /** df/dt; NaN where the gradient is not finite. */
  slope(t: number): number {
    return dot(this.#f.gradient(this.at(t, this.#x), this.#gradient), this.#direction);
  }

  /** Fills `out` with x(t) and returns it; the ends to their last bit. */
  at(t: number, out: Float64Array): Float64Array {
    for (let i = 0; i < out.length; i++) {
      out[i] = t === 1 ? (this.#b[i] as number) : (this.#a[i] as number) + t * (this.#direction[i] as number);
    }
    return out;
  }
}
