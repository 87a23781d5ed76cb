import type { Objective } from '../objective/Objective.ts';
import type { Box } from '../params.ts';
import type { Task } from '../task.ts';
import { flowCurve } from './flowCurve.ts';
import { type Inspection, inspectPoint } from './inspect.ts';
import { localManifold, startingDisplacement } from './localManifold.ts';
import { descentPreimage, descentStep, mapCurve } from './mapCurve.ts';
import { polish } from './polish.ts';
import type { CurveFrame, TracedCurve } from './tracedCurve.ts';

/** The curves through a saddle in the plane that descent leaves invariant, two halves each. */
export interface InvariantCurves {
  readonly saddle: Inspection;
  /** The stable manifold: from its points descent goes to the saddle. */
  readonly stable: readonly TracedCurve[];
  /** The unstable manifold: along it descent leaves the saddle. */
  readonly unstable: readonly TracedCurve[];
}

/**
 * The saddle of index 1 that Newton's method leads to.
 * @param start  length 2, near the saddle
 * @returns what is true there, or in `refusal` why it is none, one sentence
 * @throws RangeError for a function that has not two variables
 */
export function saddleNear(f: Objective, start: ArrayLike<number>): { saddle: Inspection } | { refusal: string } {
  if (f.dimension !== 2) throw new RangeError(`stable sets are curves in the plane; f has ${f.dimension} variables`);
  const { x } = polish(f, start);
  const found = inspectPoint(f, x, { epsilon: Number.POSITIVE_INFINITY });
  const from = `from (${Array.from(start).join(', ')})`;
  const flattest = Math.min(...found.eigenvalues.map(Math.abs));
  const size = 1 + Math.abs(x[0] as number) + Math.abs(x[1] as number);
  // Newton's step from there must be nothing, or it was no zero of the gradient that the method came to.
  const isCritical = found.gradientNorm === 0 || found.gradientNorm <= 1e-6 * size * flattest;
  if (!isCritical || found.type === 'regular') return { refusal: `Newton’s method finds no critical point ${from}.` };
  if (found.type === 'saddle') return { saddle: found };
  const what = found.type === 'degenerate' ? 'degenerate critical point' : found.type;
  return { refusal: `Newton’s method leads ${from} to the ${what} (${x.join(', ')}), which is no saddle of index 1.` };
}

/**
 * Stable and unstable manifold of a saddle, each until it leaves the box or ends in another critical point. For the
 * flow dx/dt = −∇f (`stepSize` 0) they are flow lines, found to about 1e-10 of the box's diagonal: the stable one by
 * going uphill, where errors across it die out, the unstable one by going downhill. For gradient descent, the map
 * T(x) = x − η∇f(x), they are grown from a short piece by T⁻¹ and by T, to about 1e-6 of the diagonal; T⁻¹ exists
 * where η∇²f < 1 only, and the stable curve ends at a fold beyond which that fails (at the saddle itself for
 * η ≥ 1/λ_max there). What lies beyond folds, further preimages of the saddle's curve, is left out: a stable set of a
 * map with long steps has more pieces than the one through the saddle.
 * @param saddle  as `saddleNear` gives it
 * @param box  two intervals
 * @param stepSize  η, or 0 for the flow
 */
export function* invariantCurves(
  f: Objective,
  saddle: Inspection,
  box: Box,
  stepSize = 0,
): Task<InvariantCurves, never> {
  const frame = frameOf(saddle.x, box);
  const halves = { stable: [] as TracedCurve[], unstable: [] as TracedCurve[] };
  for (const side of [1, 0] as const) {
    for (const sign of [1, -1] as const) {
      const curve = yield* half(f, saddle, frame, side, sign, stepSize);
      halves[side === 1 ? 'stable' : 'unstable'].push(clipped(curve, box));
    }
  }
  return { saddle, ...halves };
}

/** One half of one of the two curves. */
function* half(
  f: Objective,
  saddle: Inspection,
  frame: CurveFrame,
  side: 0 | 1,
  sign: 1 | -1,
  stepSize: number,
): Task<TracedCurve, never> {
  const flow = localManifold(f, saddle, side, 0, frame.diagonal);
  const displacement = sign * startingDisplacement(f, flow, frame.diagonal);
  if (stepSize === 0) {
    const start = flow.at(displacement, new Float64Array(2));
    return yield* flowCurve(f, frame, start, side === 1 ? 1 : -1);
  }
  const factor = 1 - stepSize * flow.eigenvalue;
  if (factor <= 0) return { points: saddle.x.slice(), end: 'fold' };
  const stretch = side === 1 ? 1 / factor : factor;
  const local = localManifold(f, saddle, side, stepSize, frame.diagonal);
  const advance = (x: Float64Array) => (side === 1 ? descentPreimage : descentStep)(f, stepSize, x);
  return yield* mapCurve(f, frame, local, displacement / stretch, stretch, advance);
}

function frameOf(saddle: Float64Array, box: Box): CurveFrame {
  const [[left, right], [bottom, top]] = box as [readonly [number, number], readonly [number, number]];
  return {
    saddle,
    diagonal: Math.sqrt((right - left) * (right - left) + (top - bottom) * (top - bottom)),
    isInside: (x) =>
      (x[0] as number) >= left && (x[0] as number) <= right && (x[1] as number) >= bottom && (x[1] as number) <= top,
  };
}

/** The curve with a last point beyond the box moved back along its last piece to the box's side. */
function clipped(curve: TracedCurve, box: Box): TracedCurve {
  if (curve.end !== 'left-box') return curve;
  const points = curve.points.slice();
  const from = points.subarray(-4, -2);
  const to = points.subarray(-2);
  let share = 1;
  for (const [i, [low, high]] of box.entries()) {
    const [a, b] = [from[i] as number, to[i] as number];
    if (b > high && a <= high) share = Math.min(share, (high - a) / (b - a));
    if (b < low && a >= low) share = Math.min(share, (low - a) / (b - a));
  }
  for (let i = 0; i < 2; i++) to[i] = (from[i] as number) + share * ((to[i] as number) - (from[i] as number));
  return { ...curve, points };
}
