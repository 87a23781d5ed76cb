import { libm } from '../libm.ts';
import type { TubeWalk } from './TubeRun.ts';

/** The shape of the octopus; `core/landscapes/octopus.ts` says what the three do. */
export interface OctopusShape {
  readonly L: number;
  readonly gamma: number;
  /** At least 1, so that the starting cube [−1, 1]^d lies in the tube. */
  readonly tau: number;
}

/** 2^512: the coordinate j is mantissa_j · FRAME^−frame_j. Scaling by it is exact. */
const FRAME = 1.3407807929942597e154;
/** Below this a mantissa goes one frame down; at 1 or above, one up. In between it stays, so that none goes to and fro. */
const LEAST = 1e-156;

/**
 * A point of the octopus's tube that takes gradient steps, in any number of dimensions and as many steps as one likes.
 *
 * A coordinate that waits behind k saddles is multiplied by 1 − 2ηL in every step: with η = 1/(4L) it halves, and
 * after 1,074 steps a double has come to 5e-324, where x − ηg rounds back to x. The run would stand still at a saddle
 * for ever, which is a property of doubles and not of gradient descent; the coordinate's true size, 10^−400 or less,
 * decides when it gets out. So each coordinate is a double with an exponent of its own (a frame, in steps of 2^512).
 * That serves because near 0 the gradient along a coordinate is the coordinate times a factor: in its frame the step is
 * the same arithmetic, bit for bit what doubles with an endless range of exponents would give. In all else, in the
 * other coordinates' slopes, in ‖∇f‖ and in f, a number below 1e-154 counts by its square and is rightly rounded away.
 */
export class OctopusWalk implements TubeWalk {
  readonly dimension: number;
  iteration = 0;
  /** How many coordinates, from the first on, have come beyond 2τ. */
  passed = 0;
  /** True once the point has left the tube, where f is not defined; a step too long for L does that. */
  lost = false;
  /** Never: each coordinate has an exponent of its own. */
  readonly underflowed = false;
  /** Iteration at which each coordinate came beyond 2τ; Infinity where it has not. Length d. */
  readonly passages: Float64Array;
  readonly #shape: OctopusShape;
  readonly #mantissas: Float64Array;
  readonly #frames: Int32Array;
  /** Along each coordinate in its frame. */
  readonly #gradient: Float64Array;
  /** The first coordinate that is not beyond 2τ; d where all are. */
  #active = 0;

  /**
   * @param start  in the tube; copied
   * @throws RangeError for τ < 1
   */
  constructor(shape: OctopusShape, start: Float64Array) {
    if (!(shape.tau >= 1)) throw new RangeError(`the starting cube leaves the tube for τ = ${shape.tau}, below 1`);
    this.dimension = start.length;
    this.passages = new Float64Array(start.length).fill(Number.POSITIVE_INFINITY);
    this.#shape = shape;
    this.#mantissas = start.slice();
    this.#frames = new Int32Array(start.length);
    this.#gradient = new Float64Array(start.length);
    for (let j = 0; j < start.length; j++) this.#place(j, start[j] as number);
    this.#arrive();
  }

  /** The coordinate as a double: 0 where it is below their range. */
  coordinate(j: number): number {
    let x = this.#mantissas[j] as number;
    for (let frame = this.#frames[j] as number; frame > 0; frame--) x /= FRAME;
    return x;
  }

  /** log₁₀|x_j|, also where x_j is far below the range of doubles; −Infinity for 0. */
  decimalMagnitude(j: number): number {
    const [mantissa, frame] = [this.#mantissas[j] as number, this.#frames[j] as number];
    return libm.log10(Math.abs(mantissa)) - frame * libm.log10(FRAME);
  }

  /** Finds ∇f at the point, for `gradientNorm` and `move`. */
  look(): void {
    const { gamma, tau } = this.#shape;
    const x = this.#mantissas;
    const slope = this.#gradient;
    const curvature = 2 * this.#shape.L;
    const i = this.#active;
    for (let j = 0; j < i; j++) {
      const at = x[j] as number;
      slope[j] = curvature * (at - (at < 0 ? -4 * tau : 4 * tau));
    }
    for (let j = i + 1; j < x.length; j++) {
      const at = x[j] as number;
      slope[j] = curvature * at;
      if (at > tau || at < -tau) this.lost = true;
    }
    if (i === x.length) return;
    const at = x[i] as number;
    if (at > tau || at < -tau) this.#turn(i);
    else slope[i] = -2 * gamma * at;
  }

  /** ‖∇f‖ at the point that `look` has looked at. */
  gradientNorm(): number {
    let sum = 0;
    for (let j = 0; j < this.dimension; j++) {
      const slope = this.#frames[j] === 0 ? (this.#gradient[j] as number) : 0;
      sum += slope * slope;
    }
    return Math.sqrt(sum);
  }

  /** x ← x − η∇f, ∇f as `look` has found it. */
  move(stepSize: number): void {
    const x = this.#mantissas;
    const slope = this.#gradient;
    const frames = this.#frames;
    for (let j = 0; j < x.length; j++) {
      const at = (x[j] as number) - stepSize * (slope[j] as number);
      const size = Math.abs(at);
      if (size >= LEAST && (frames[j] === 0 || size < 1)) x[j] = at;
      else this.#place(j, at);
    }
    this.iteration++;
    this.#arrive();
  }

  /** x ← x + ξ. @param noise  ξ, length d; each entry 0 or above 1e-290 */
  perturb(noise: Float64Array): void {
    for (let j = 0; j < noise.length; j++) {
      const xi = noise[j] as number;
      if (xi === 0) continue;
      // Two frames down, x is below half a unit in the last place of any ξ.
      const isFar = (this.#frames[j] as number) > 1;
      const sum = isFar ? xi : xi + this.coordinate(j);
      this.#frames[j] = 0;
      this.#place(j, sum);
    }
    this.#arrive();
  }

  /** f at the point. */
  value(): number {
    const { L, gamma, tau } = this.#shape;
    const n = this.dimension;
    const i = this.#active;
    let sum = -(i * ((37 * L + 13 * gamma) / 6) * tau * tau);
    for (let j = 0; j < n; j++) {
      const x = this.coordinate(j);
      const away = j < i ? Math.abs(x) - 4 * tau : x;
      if (j !== i) sum += L * away * away;
    }
    if (i === n) return sum;
    const a = Math.abs(this.coordinate(i));
    if (a <= tau) return sum - gamma * a * a;
    const u = a - tau;
    const cubic = (((10 * gamma - 14 * L) / (3 * tau)) * u + ((5 * L - 3 * gamma) / (2 * tau * tau)) * u * u) * u * u;
    const next = i + 1 < n ? this.coordinate(i + 1) : 0;
    return sum - gamma * a * a + cubic + (this.#curvature(a) - L) * next * next;
  }

  /** Slopes along x_i, where τ < |x_i| ≤ 2τ, and along x_{i+1}. */
  #turn(i: number): void {
    const { L, gamma, tau } = this.#shape;
    const x = this.#mantissas[i] as number;
    const a = Math.abs(x);
    const u = a - tau;
    const s = a / tau - 2;
    let down = -2 * gamma * a + (((10 * gamma - 14 * L) / tau) * u + ((10 * L - 6 * gamma) / (tau * tau)) * u * u) * u;
    if (i + 1 < this.dimension) {
      const next = this.coordinate(i + 1);
      down -= ((30 * (L + gamma)) / tau) * s * s * (1 + s) * (1 + s) * next * next;
      this.#gradient[i + 1] = 2 * this.#curvature(a) * (this.#mantissas[i + 1] as number);
    }
    this.#gradient[i] = x < 0 ? -down : down;
  }

  /** g2(a), by which x_{i+1}² is multiplied while τ < |x_i| = a ≤ 2τ. */
  #curvature(a: number): number {
    const { L, gamma, tau } = this.#shape;
    const s = a / tau - 2;
    return -gamma - (L + gamma) * s * s * s * (10 + s * (15 + 6 * s));
  }

  /** Stores a mantissa that may have outgrown its frame either way. */
  #place(j: number, mantissa: number): void {
    let at = mantissa;
    let frame = this.#frames[j] as number;
    for (; at !== 0 && Math.abs(at) < LEAST; frame++) at *= FRAME;
    for (; frame > 0 && Math.abs(at) >= 1; frame--) at /= FRAME;
    this.#mantissas[j] = at;
    this.#frames[j] = at === 0 ? 0 : frame;
  }

  /** Finds the coordinate that is under way, and notes what has passed. */
  #arrive(): void {
    const edge = 2 * this.#shape.tau;
    const x = this.#mantissas;
    let i = 0;
    // A coordinate in a lower frame has a mantissa below 1.
    while (i < x.length && Math.abs(x[i] as number) > edge) i++;
    this.#active = i;
    for (; this.passed < i; this.passed++) this.passages[this.passed] = this.iteration;
  }
}
