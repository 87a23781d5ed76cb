import { invert } from '../linalg/invert.ts';
import type { DerivativeBounds } from '../objective/DerivativeBounds.ts';

/** What is proved of the zeros of ∇f in a box; `open` where nothing is. */
export type Finding = 'none' | 'one' | 'open';

/** Far above what rounding does to a sum of a few products, far below anything that matters. */
const ROUNDING = 1e-13;

/**
 * Krawczyk's test for zeros of the gradient. With C the midpoint, Y near the inverse Hessian there and g, H enclosures,
 * K = C − Y·g(C) + (I − Y·H(X))(X − C): a zero in X lies in K, and K inside X proves that there is exactly one.
 * Source: Krawczyk (1969); Moore, Kearfott and Cloud (2009), Introduction to Interval Analysis, ch. 8.
 */
export class KrawczykTest {
  readonly #f: DerivativeBounds;
  readonly #n: number;
  readonly #centre: Float64Array;
  readonly #slopes: Float64Array;
  readonly #triangle: Float64Array;
  /** Whether the Newton step from the centre of the box tested last ends in its neighbourhood. */
  stepIsNear = false;
  /** Midpoints and radii of the Hessian's entries, n·n. */
  readonly #middle: Float64Array;
  readonly #radius: Float64Array;

  constructor(f: DerivativeBounds) {
    const n = f.dimension;
    this.#f = f;
    this.#n = n;
    this.#centre = new Float64Array(n);
    this.#slopes = new Float64Array(2 * n);
    this.#triangle = new Float64Array(n * (n + 1));
    this.#middle = new Float64Array(n * n);
    this.#radius = new Float64Array(n * n);
  }

  /** Whether bounds on the gradient alone prove that the box holds no critical point. */
  excludes(low: Float64Array, high: Float64Array): boolean {
    this.#f.gradient(low, high, this.#slopes);
    for (let i = 0; i < this.#n; i++) {
      // Written so that NaN, no derivative anywhere in the box, excludes.
      if (!((this.#slopes[2 * i] as number) <= 0 && (this.#slopes[2 * i + 1] as number) >= 0)) return true;
    }
    return false;
  }

  /** Whether the bounds of `excludes`, asked last, leave the gradient nothing but 0: every point is critical. */
  get isFlat(): boolean {
    return this.#slopes.every((bound) => bound === 0);
  }

  /** What Krawczyk's operator proves of a box with positive widths. */
  test(low: Float64Array, high: Float64Array): Finding {
    const n = this.#n;
    this.stepIsNear = false;
    if (!this.#f.hessian(low, high, this.#triangle) || !this.#unfold()) return 'open';
    for (let i = 0; i < n; i++) this.#centre[i] = ((low[i] as number) + (high[i] as number)) / 2;
    this.#f.gradient(this.#centre, this.#centre, this.#slopes);
    if (this.#meanValueExcludes(low, high)) return 'none';
    const inverse = invert(this.#middle, n);
    if (!inverse) return 'open';
    let isInside = true;
    let isNear = true;
    for (let i = 0; i < n; i++) {
      const { shift, spread } = this.#row(inverse, i, low, high);
      const half = ((high[i] as number) - (low[i] as number)) / 2;
      if (Math.abs(shift) > half + spread) return 'none';
      if (!(Math.abs(shift) + spread < half * (1 - ROUNDING))) isInside = false;
      isNear &&= Math.abs(shift) <= 2 * half;
    }
    this.stepIsNear = isNear;
    return isInside ? 'one' : 'open';
  }

  /** Whether some component of ∇f(C) is too large for the Hessian to bring it to zero within the box. */
  #meanValueExcludes(low: Float64Array, high: Float64Array): boolean {
    const n = this.#n;
    for (let i = 0; i < n; i++) {
      const [from, to] = [this.#slopes[2 * i] as number, this.#slopes[2 * i + 1] as number];
      let reach = 0;
      for (let j = 0; j < n; j++) {
        const steepest = Math.abs(this.#middle[i * n + j] as number) + (this.#radius[i * n + j] as number);
        reach += (steepest * ((high[j] as number) - (low[j] as number))) / 2;
      }
      if (Math.max(from, -to) > reach * (1 + ROUNDING)) return true;
    }
    return false;
  }

  /** Splits the triangle's bounds into midpoints and radii; false where one is unbounded. */
  #unfold(): boolean {
    const n = this.#n;
    for (let i = 0, at = 0; i < n; i++) {
      for (let j = 0; j <= i; j++, at += 2) {
        const [from, to] = [this.#triangle[at] as number, this.#triangle[at + 1] as number];
        const middle = from / 2 + to / 2;
        const radius = (to / 2 - from / 2) * (1 + ROUNDING) + Math.abs(middle) * ROUNDING;
        if (!Number.isFinite(radius)) return false;
        this.#middle[i * n + j] = this.#middle[j * n + i] = middle;
        this.#radius[i * n + j] = this.#radius[j * n + i] = radius;
      }
    }
    return true;
  }

  /** Component i of K relative to the centre: its middle, and how far it reaches to both sides of that. */
  #row(inverse: Float64Array, i: number, low: Float64Array, high: Float64Array): { shift: number; spread: number } {
    const n = this.#n;
    let shift = 0;
    let spread = 0;
    let size = 0;
    for (let k = 0; k < n; k++) {
      const y = inverse[i * n + k] as number;
      const [from, to] = [this.#slopes[2 * k] as number, this.#slopes[2 * k + 1] as number];
      shift -= y * (from / 2 + to / 2);
      spread += Math.abs(y) * (to / 2 - from / 2);
      size += Math.abs(y) * Math.max(Math.abs(from), Math.abs(to));
    }
    for (let j = 0; j < n; j++) {
      let remainder = i === j ? 1 : 0;
      let radius = 0;
      let magnitude = remainder;
      for (let k = 0; k < n; k++) {
        const y = inverse[i * n + k] as number;
        remainder -= y * (this.#middle[k * n + j] as number);
        radius += Math.abs(y) * (this.#radius[k * n + j] as number);
        magnitude += Math.abs(y * (this.#middle[k * n + j] as number));
      }
      const half = ((high[j] as number) - (low[j] as number)) / 2;
      spread += (Math.abs(remainder) + radius + magnitude * ROUNDING) * half;
    }
    // The centre itself is rounded too.
    const place = Math.max(Math.abs(low[i] as number), Math.abs(high[i] as number));
    return { shift, spread: spread * (1 + ROUNDING) + size * ROUNDING + place * Number.EPSILON };
  }
}
