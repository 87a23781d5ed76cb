import type { Objective } from '../objective/Objective.ts';
import type { Task } from '../task.ts';
import type { LocalManifold } from './localManifold.ts';
import { type CurveFrame, criticalPointNear, type TracedCurve } from './tracedCurve.ts';

/** Greatest distance between neighbours, in units of the diagonal. */
const SPACING = 2.5e-3;
/** Parts of the first piece, which the local curve gives, where it is as long as it is far from the saddle. */
const FIRST_PIECES = 32;
/** A piece is not divided beyond this share of it. */
const LEAST_SHARE = 1e-6;
const MOST_POINTS = 100_000;
const NEWTON_STEPS = 30;
/** Points between two yields: about a millisecond. */
const SLICE = 256;

/**
 * One half of an invariant curve of the map T(x) = x − η∇f(x). Between a point of the local curve and its image under
 * `advance` (T for the unstable curve, T⁻¹ by Newton's method for the stable one) lies a piece of which all the rest
 * are images, so each point of the list is carried on, and where two images lie apart, points between their originals
 * are carried on too. Ends in `fold` where T⁻¹ cannot be followed: on the stable side that happens where the step is
 * too long for det(I − η∇²f) to stay positive, beyond which gradient descent has several preimages or none.
 * @param displacement  signed, along the local curve
 * @param multiplier  by which `advance` stretches the curve at the saddle, above 1
 * Source: Hobson (1993), An efficient method for computing invariant manifolds of planar maps.
 */
export function* mapCurve(
  f: Objective,
  frame: CurveFrame,
  local: LocalManifold,
  displacement: number,
  multiplier: number,
  advance: (x: Float64Array) => Float64Array | null,
): Task<TracedCurve, never> {
  const points = firstPiece(local, displacement, multiplier);
  const finish = (end: TracedCurve['end'], last: ArrayLike<number> = []): TracedCurve => ({
    points: Float64Array.from([...frame.saddle, ...points.flatMap((point) => [...point]), ...Array.from(last)]),
    end,
  });
  const spacing = SPACING * frame.diagonal;
  let from = points[0] as Float64Array;
  let share = 1;
  for (let k = 1, tried = 0; points.length < MOST_POINTS; tried++) {
    if (tried % SLICE === 0) yield { done: points.length, total: MOST_POINTS };
    const to = between(from, points[k] as Float64Array, share);
    const image = advance(to);
    if (image === null || (share > LEAST_SHARE && distance(image, points.at(-1) as Float64Array) > spacing)) {
      if (share <= LEAST_SHARE) return finish('fold');
      share /= 2;
      continue;
    }
    points.push(image);
    if (!frame.isInside(image)) return finish('left-box');
    const critical = criticalPointNear(f, frame, image);
    if (critical) return finish('critical-point', critical);
    // What is left of a divided piece is carried on next.
    from = to;
    if (share === 1) k++;
    share = 1;
  }
  return finish('most-points');
}

/** The local curve from the displacement to where `advance` carries that; few points where that is not far. */
function firstPiece(local: LocalManifold, displacement: number, multiplier: number): Float64Array[] {
  const pieces = Math.ceil(FIRST_PIECES * Math.min(1, multiplier - 1));
  return Array.from({ length: pieces + 1 }, (_, i) =>
    local.at(displacement * (1 + (i / pieces) * (multiplier - 1)), new Float64Array(2)),
  );
}

function between(a: Float64Array, b: Float64Array, share: number): Float64Array {
  return a.map((value, i) => value + share * ((b[i] as number) - value));
}

function distance(a: Float64Array, b: Float64Array): number {
  const dx = (a[0] as number) - (b[0] as number);
  const dy = (a[1] as number) - (b[1] as number);
  return Math.sqrt(dx * dx + dy * dy);
}

/** One step of gradient descent as a fresh point; null where it is not finite. */
export function descentStep(f: Objective, stepSize: number, x: Float64Array): Float64Array | null {
  const slope = f.gradient(x, new Float64Array(2));
  const next = x.map((value, i) => value - stepSize * (slope[i] as number));
  return next.every(Number.isFinite) ? next : null;
}

/**
 * The point y near x with y − η∇f(y) = x, by Newton's method from x + η∇f(x); null where that does not converge or
 * meets a point where I − η∇²f is not positive definite: there the map folds, and y would be one of several.
 */
export function descentPreimage(f: Objective, stepSize: number, x: Float64Array): Float64Array | null {
  const slope = f.gradient(x, new Float64Array(2));
  const hessian = new Float64Array(4);
  const y = x.map((value, i) => value + stepSize * (slope[i] as number));
  let before = Number.POSITIVE_INFINITY;
  for (let k = 0; k < NEWTON_STEPS; k++) {
    f.gradient(y, slope);
    f.hessian(y, hessian);
    const a = 1 - stepSize * (hessian[0] as number);
    const b = -stepSize * (hessian[1] as number);
    const d = 1 - stepSize * (hessian[3] as number);
    const determinant = a * d - b * b;
    if (!(determinant > 0 && a + d > 0)) return null;
    const rx = (y[0] as number) - stepSize * (slope[0] as number) - (x[0] as number);
    const ry = (y[1] as number) - stepSize * (slope[1] as number) - (x[1] as number);
    const dx = (d * rx - b * ry) / determinant;
    const dy = (a * ry - b * rx) / determinant;
    y[0] = (y[0] as number) - dx;
    y[1] = (y[1] as number) - dy;
    const correction = Math.abs(dx) + Math.abs(dy);
    const size = Math.abs(y[0]) + Math.abs(y[1]);
    // Corrections stop shrinking where rounding begins.
    if (correction <= 1e-15 * size || (correction <= 1e-10 * size && correction >= before / 2)) return y;
    before = correction;
  }
  return null;
}
