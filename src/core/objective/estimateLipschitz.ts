import { symmetricEigenvalues } from '../linalg/symmetricEigen.ts';
import { norm2 } from '../linalg/vectors.ts';
import type { Box } from '../params.ts';
import type { Rng } from '../rng.ts';
import type { Task } from '../task.ts';
import type { Objective } from './Objective.ts';

/** What a sample of a box says about how fast the derivatives change there: lower bounds, hence estimates. */
export interface LipschitzEstimate {
  /** ℓ: the largest |eigenvalue| of the Hessian that was seen; NaN where it was nowhere finite. */
  readonly smoothness: number;
  /** ρ: the largest change of the Hessian per unit of length that was seen (spectral norm); NaN as above. */
  readonly hessianLipschitz: number;
  /** Points looked at, and how many of them had a Hessian that is not finite. */
  readonly points: number;
  readonly skipped: number;
}

/** Points per side where the whole box is covered by a grid. */
const GRID_SIDES = [0, 513, 41] as const;
const RANDOM_POINTS = 1200;
const DIRECTIONS = 6;

/**
 * Estimates the Lipschitz constants of the gradient (ℓ) and of the Hessian (ρ) on a box from a sample: a grid with the
 * edges in one or two variables; in more, uniform points, every second of them pushed into a corner, since extremes
 * often sit there. ρ takes central differences of the Hessian along random directions.
 */
export function* estimateLipschitz(f: Objective, box: Box, rng: Rng): Task<LipschitzEstimate, never> {
  const probe = new Probe(f, box);
  const side = GRID_SIDES[box.length];
  const points = side === undefined ? RANDOM_POINTS : box.length === 1 ? side : side * side;
  let smoothness = Number.NaN;
  let hessianLipschitz = Number.NaN;
  let skipped = 0;
  for (let i = 0; i < points; i++) {
    if (i % 16 === 0) yield { done: i, total: points };
    const x = side === undefined ? randomPoint(box, i % 2 === 1, rng) : gridPoint(box, side, i);
    const curvature = probe.curvature(x);
    if (!Number.isFinite(curvature)) {
      skipped++;
      continue;
    }
    smoothness = larger(smoothness, curvature);
    for (let d = 0; d < DIRECTIONS; d++) hessianLipschitz = larger(hessianLipschitz, probe.change(x, rng));
  }
  return { smoothness, hessianLipschitz, points, skipped };
}

function larger(best: number, value: number): number {
  return Number.isFinite(value) && !(best >= value) ? value : best;
}

function gridPoint(box: Box, side: number, index: number): Float64Array {
  let rest = index;
  return Float64Array.from(box, ([low, high]) => {
    const k = rest % side;
    rest = Math.floor(rest / side);
    return low + ((high - low) * k) / (side - 1);
  });
}

function randomPoint(box: Box, inCorner: boolean, rng: Rng): Float64Array {
  return Float64Array.from(box, ([low, high]) => {
    const t = rng.uniform();
    return low + (high - low) * (inCorner ? Math.round(t) : t);
  });
}

/** Hessians at and around points of a box, in scratch arrays of its own. */
class Probe {
  readonly #f: Objective;
  /** Half the length of a central difference. */
  readonly #h: number;
  readonly #ahead: Float64Array;
  readonly #behind: Float64Array;
  readonly #direction: Float64Array;

  constructor(f: Objective, box: Box) {
    const n = f.dimension;
    this.#f = f;
    this.#h = 1e-4 * Math.min(...box.map(([low, high]) => high - low));
    this.#ahead = new Float64Array(n * n);
    this.#behind = new Float64Array(n * n);
    this.#direction = new Float64Array(n);
  }

  /** max |λ(∇²f(x))|. */
  curvature(x: Float64Array): number {
    return this.#spectralNorm(this.#f.hessian(x, this.#ahead));
  }

  /** ‖∇²f(x + hv) − ∇²f(x − hv)‖₂ / 2h for a random unit v. */
  change(x: Float64Array, rng: Rng): number {
    const direction = this.#direction;
    for (let i = 0; i < direction.length; i++) direction[i] = rng.gaussian();
    const scale = this.#h / norm2(direction);
    const ahead = this.#f.hessian(
      x.map((c, i) => c + scale * (direction[i] as number)),
      this.#ahead,
    );
    const behind = this.#f.hessian(
      x.map((c, i) => c - scale * (direction[i] as number)),
      this.#behind,
    );
    for (let k = 0; k < ahead.length; k++) ahead[k] = ((ahead[k] as number) - (behind[k] as number)) / (2 * this.#h);
    return this.#spectralNorm(ahead);
  }

  #spectralNorm(matrix: Float64Array): number {
    const eigenvalues = symmetricEigenvalues(matrix, this.#f.dimension);
    return Math.max(Math.abs(eigenvalues[0] as number), Math.abs(eigenvalues[eigenvalues.length - 1] as number));
  }
}
