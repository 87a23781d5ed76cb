import { norm2 } from '../linalg/vectors.ts';
import type { Objective } from '../objective/Objective.ts';
import { polish } from './polish.ts';

/** One half of an invariant curve, from its saddle outward. */
export interface TracedCurve {
  /** x and y by turns, the saddle first. */
  readonly points: Float64Array;
  /**
   * Where it ends: on the box's side, in another critical point, where the gradient is not finite
   * or has no direction, where the map x − η∇f can no longer be inverted, or after as many points as are kept.
   */
  readonly end: 'left-box' | 'critical-point' | 'no-gradient' | 'fold' | 'most-points';
}

/** What all curves of a saddle share. */
export interface CurveFrame {
  /** Length 2. */
  readonly saddle: Float64Array;
  /** The box's diagonal, the unit of lengths. */
  readonly diagonal: number;
  isInside(x: Float64Array): boolean;
}

/** A curve has come to a critical point within this, in units of the diagonal. */
const ARRIVED = 1e-4;

/**
 * The critical point that a curve has as good as reached at x: Newton's step is shorter than 1e-4 of the diagonal, and
 * it is not the saddle that the curve comes from. Null where there is none.
 */
export function criticalPointNear(f: Objective, frame: CurveFrame, x: Float64Array): Float64Array | null {
  const near = ARRIVED * frame.diagonal;
  const fromSaddle = norm2(x.map((value, i) => value - (frame.saddle[i] as number)));
  if (fromSaddle < 10 * near || !(newtonLength(f, x) < near)) return null;
  const { x: point, gradientNorm } = polish(f, x, 20);
  const moved = norm2(point.map((value, i) => value - (x[i] as number)));
  return Number.isFinite(gradientNorm) && moved < 2 * near ? point : null;
}

/** ‖H⁻¹∇f‖ at x; infinite where the Hessian is singular. */
function newtonLength(f: Objective, x: Float64Array): number {
  const [gx, gy] = f.gradient(x, new Float64Array(2)) as unknown as [number, number];
  const [a, b, , d] = f.hessian(x, new Float64Array(4)) as unknown as [number, number, number, number];
  const determinant = a * d - b * b;
  const dx = d * gx - b * gy;
  const dy = a * gy - b * gx;
  return determinant === 0 ? Number.POSITIVE_INFINITY : Math.sqrt(dx * dx + dy * dy) / Math.abs(determinant);
}
