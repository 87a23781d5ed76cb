import type { Objective } from '../objective/Objective.ts';
import type { Inspection } from './inspect.ts';

/** One of the two invariant curves through a saddle in the plane, near the saddle. */
export interface LocalManifold {
  /**
   * The point s + b·v + c·b²·w, where v is the curve's unit eigenvector and w the other one: it follows the curve to
   * second order. Fills `out` (length 2) and returns it.
   */
  at(b: number, out: Float64Array): Float64Array;
  /** The eigenvalue of v. */
  readonly eigenvalue: number;
}

/** Length of the difference that gives the third derivative, in units of the box's diagonal. */
const DIFFERENCE = 1e-4;

/**
 * The stable (`side` 1, along the eigenvector of the positive eigenvalue) or unstable (`side` 0) curve through a
 * saddle s to second order, for the gradient flow (`stepSize` 0) or for the map x − η∇f. With λ the eigenvalue along
 * the curve, μ the other and T = ∇³f[v, v, w], invariance of a = c·b² gives c = T / (2(2λ − μ − ηλ²)); the flow is the
 * limit η → 0. T is a central difference of Hessians.
 * Source: Guckenheimer and Holmes (1983), §3.2 (power series of invariant manifolds), worked out for gradients.
 */
export function localManifold(
  f: Objective,
  saddle: Inspection,
  side: 0 | 1,
  stepSize: number,
  diagonal: number,
): LocalManifold {
  const { x, eigenvalues, eigenvectors } = saddle;
  const v = eigenvectors.subarray(2 * side, 2 * side + 2);
  const w = eigenvectors.subarray(2 - 2 * side, 4 - 2 * side);
  const eigenvalue = eigenvalues[side] as number;
  const other = eigenvalues[1 - side] as number;
  const h = DIFFERENCE * diagonal;
  const mixed = (t: number): number => {
    const product = f.hvp(
      x.map((value, i) => value + t * (v[i] as number)),
      v,
      new Float64Array(2),
    );
    return (product[0] as number) * (w[0] as number) + (product[1] as number) * (w[1] as number);
  };
  const third = (mixed(h) - mixed(-h)) / (2 * h);
  const bend = third / (2 * (2 * eigenvalue - other - stepSize * eigenvalue * eigenvalue));
  // Without third derivatives (a kink nearby) the tangent has to do.
  const c = Number.isFinite(bend) ? bend : 0;
  const at = (b: number, out: Float64Array): Float64Array => {
    for (let i = 0; i < 2; i++) out[i] = (x[i] as number) + b * ((v[i] as number) + c * b * (w[i] as number));
    return out;
  };
  return { at, eigenvalue };
}

/** Displacements to begin with, in units of the diagonal. */
const LARGEST_START = 1e-3;
const LEAST_START = 1e-7;
/** How far the gradient may point off the curve's chord there, as a sine. */
const MISALIGNMENT = 1e-6;

/**
 * The displacement at which a curve is begun: the largest, halving from 1e-3 of the diagonal, at which the gradient's
 * direction agrees with the second-order curve's tangent to 1e-6, both sides; 1e-7 of the diagonal if none does.
 */
export function startingDisplacement(f: Objective, local: LocalManifold, diagonal: number): number {
  const [here, ahead, behind, slope] = [0, 0, 0, 0].map(() => new Float64Array(2)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const misalignment = (b: number): number => {
    f.gradient(local.at(b, here), slope);
    local.at(b * 1.01, ahead);
    local.at(b * 0.99, behind);
    const tx = (ahead[0] as number) - (behind[0] as number);
    const ty = (ahead[1] as number) - (behind[1] as number);
    const [gx, gy] = slope as unknown as [number, number];
    return Math.abs(tx * gy - ty * gx) / (Math.sqrt(tx * tx + ty * ty) * Math.sqrt(gx * gx + gy * gy));
  };
  for (let share = LARGEST_START; share > LEAST_START; share /= 2) {
    const b = share * diagonal;
    if (misalignment(b) <= MISALIGNMENT && misalignment(-b) <= MISALIGNMENT) return b;
  }
  return LEAST_START * diagonal;
}
