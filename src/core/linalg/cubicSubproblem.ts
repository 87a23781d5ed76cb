import type { SymmetricEigen } from './symmetricEigen.ts';
import { dot, norm2 } from './vectors.ts';

/** Newton's iteration takes five or so, bisection at most a hundred; the limit only guards the loop. */
const MAX_ROUNDS = 200;
/** ‖s‖ and r may differ by this, relative: a few units in the last place. */
const ROUNDING = 4 * Number.EPSILON;

/**
 * Global minimiser of the cubic model m(s) = gᵀs + ½sᵀHs + (M/6)‖s‖³ by its secular equation. In the eigenbasis of H,
 * with c = Qᵀg, s_i(σ) = −c_i/(λ_i + σ), and σ ≥ max(0, −λ₁) is the one root of ‖s(σ)‖ = r, r = 2σ/M. In the hard case
 * (c zero on the eigenspace of λ₁ < 0, and ‖s(−λ₁)‖ ≤ −2λ₁/M) no root exists; then σ = −λ₁, and s is completed along
 * the eigenvector v₁ to the length r. The unknown is t = σ − max(0, −λ₁), so that nothing cancels near the hard case.
 * An object is made once for n variables and used again without allocating.
 * Source: Nesterov and Polyak (2006), §5.1; Newton on 1/‖s‖ − 1/r: Cartis, Gould and Toint (2011), §6.1.
 */
export class CubicSubproblem {
  /** r = ‖s‖ of the last solution. */
  radius = 0;
  /** σ = M‖s‖/2 ≥ −λ₁ of the last solution. */
  shift = 0;
  /** m(s) ≤ 0 of the last solution. */
  modelValue = 0;
  /** True where the last solution was completed along the eigenvector of λ₁; −v₁ would have served as well. */
  hardCase = false;
  readonly #n: number;
  /** c = Qᵀg. */
  readonly #coefficients: Float64Array;
  /** λ_i + max(0, −λ₁) ≥ 0, exactly 0 for λ₁ < 0. */
  readonly #gaps: Float64Array;
  /** Qᵀs. */
  readonly #components: Float64Array;
  /** max(0, −λ₁). */
  #floor = 0;
  #vectors: Float64Array = new Float64Array(0);

  constructor(n: number) {
    this.#n = n;
    this.#coefficients = new Float64Array(n);
    this.#gaps = new Float64Array(n);
    this.#components = new Float64Array(n);
  }

  /** Sets H by its finite spectrum (kept, not copied, until the next call) and g (length n, finite; read only). */
  setModel({ values, vectors }: SymmetricEigen, gradient: Float64Array): void {
    const n = this.#n;
    this.#vectors = vectors;
    this.#floor = Math.max(0, -(values[0] as number));
    for (let i = 0; i < n; i++) {
      this.#gaps[i] = (values[i] as number) + this.#floor;
      let part = 0;
      for (let j = 0; j < n; j++) part += (vectors[i * n + j] as number) * (gradient[j] as number);
      this.#coefficients[i] = part;
    }
  }

  /**
   * Fills `out` (length n) with the minimiser for this M and sets `radius`, `shift`, `modelValue` and `hardCase`.
   * @param regularization  M > 0
   */
  solve(regularization: number, out: Float64Array): Float64Array {
    const limit = (2 * this.#floor) / regularization;
    const length = this.#length(0);
    // For c ≠ 0 where a gap is 0 the length is infinite, so that this is the hard case, or g = 0 and H ⪰ 0.
    if (length <= limit) this.#complete(length, limit);
    else this.#findRoot(regularization);
    const { radius } = this;
    const slope = dot(this.#coefficients, this.#components);
    this.modelValue = slope / 2 - (regularization * radius * radius * radius) / 12;
    return this.#assemble(out);
  }

  #complete(length: number, limit: number): void {
    const along = Math.sqrt((limit - length) * (limit + length));
    this.#components[0] = (this.#components[0] as number) + along;
    this.radius = limit;
    this.shift = this.#floor;
    this.hardCase = along > 0;
  }

  /** Newton's iteration on 1/‖s(t)‖ − 1/r(t), within a bracket that every evaluation narrows. */
  #findRoot(regularization: number): void {
    let [low, high] = this.#bracket(regularization);
    let t = low > 0 ? Math.sqrt(low) * Math.sqrt(high) : high / 2;
    let length = 0;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      length = this.#length(t);
      const radius = (2 * (t + this.#floor)) / regularization;
      if (Math.abs(length - radius) <= ROUNDING * radius) break;
      if (length > radius) low = t;
      else high = t;
      let next = t - this.#newtonStep(t, length, radius, regularization);
      if (!(next > low && next < high)) next = low > 0 ? Math.sqrt(low) * Math.sqrt(high) : high / 2;
      if (!(next > low && next < high)) break;
      t = next;
    }
    this.radius = length;
    this.shift = t + this.#floor;
    this.hardCase = false;
  }

  /** ψ/ψ' for ψ(t) = 1/‖s(t)‖ − 1/r(t), at the t that the components belong to. */
  #newtonStep(t: number, length: number, radius: number, regularization: number): number {
    let sum = 0;
    for (let i = 0; i < this.#n; i++) {
      const share = (this.#components[i] as number) / length;
      sum += (share * share) / ((this.#gaps[i] as number) + t);
    }
    return (1 / length - 1 / radius) / (sum / length + 2 / (regularization * radius * radius));
  }

  /** An interval of t that holds the root: ‖c‖ at the least and at the greatest gap, and each c_i alone, bound ‖s(t)‖. */
  #bracket(regularization: number): [number, number] {
    const size = norm2(this.#coefficients);
    const high = this.#rootFor(size, this.#gaps[0] as number, regularization);
    let low = this.#rootFor(size, this.#gaps[this.#n - 1] as number, regularization);
    for (let i = 0; i < this.#n; i++) {
      const part = Math.abs(this.#coefficients[i] as number);
      low = Math.max(low, this.#rootFor(part, this.#gaps[i] as number, regularization));
    }
    // Rounding may put the root just outside, or the ends in the wrong order where n = 1.
    return [low * (1 - ROUNDING), high * (1 + ROUNDING)];
  }

  /** The t ≥ 0 at which size/(gap + t) = r(t), or 0 where there is none. */
  #rootFor(size: number, gap: number, regularization: number): number {
    const half = (gap + this.#floor) / 2;
    const constant = (regularization * size) / 2 - gap * this.#floor;
    return constant > 0 ? constant / (half + Math.sqrt(half * half + constant)) : 0;
  }

  /** Fills the components with s_i(t), 0 where c_i = 0, and returns ‖s(t)‖. */
  #length(t: number): number {
    for (let i = 0; i < this.#n; i++) {
      const coefficient = this.#coefficients[i] as number;
      this.#components[i] = coefficient === 0 ? 0 : -coefficient / ((this.#gaps[i] as number) + t);
    }
    return norm2(this.#components);
  }

  #assemble(out: Float64Array): Float64Array {
    const n = this.#n;
    out.fill(0);
    for (let i = 0; i < n; i++) {
      const component = this.#components[i] as number;
      for (let j = 0; j < n; j++) out[j] = (out[j] as number) + component * (this.#vectors[i * n + j] as number);
    }
    return out;
  }
}
