import { pow } from '../libm.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Task } from '../task.ts';
import { type CurveFrame, criticalPointNear, type TracedCurve } from './tracedCurve.ts';

/** Local error of a step, in units of the box's diagonal. */
const TOLERANCE = 1e-11;
/** Longest and shortest step, in the same units; the longest keeps the drawn polyline smooth. */
const LONGEST = 2.5e-3;
const SHORTEST = 1e-9;
const MOST_POINTS = 40_000;
/** Steps between two yields: a millisecond or less. */
const SLICE = 256;

/** Dormand and Prince's tableau: the stages' weights, the fifth-order solution being the last row, and the error's. */
const STAGES: readonly (readonly number[])[] = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
const ERROR: readonly number[] = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40];

/**
 * Follows dx/ds = ±∇f/‖∇f‖ from a point: the flow line through it by its arc length, so that it neither stalls where
 * the gradient is small nor runs away where it is large. Adaptive Runge–Kutta 5(4), local error 1e-11 of the box's
 * diagonal a step.
 * @param start  length 2, the curve's second point (`frame.saddle` is its first)
 * @param sign  1 uphill, −1 downhill
 * Source: Dormand and Prince (1980), A family of embedded Runge–Kutta formulae.
 */
export function* flowCurve(
  f: Objective,
  frame: CurveFrame,
  start: Float64Array,
  sign: 1 | -1,
): Task<TracedCurve, never> {
  const points = [...frame.saddle, ...start];
  const finish = (end: TracedCurve['end'], last: ArrayLike<number> = []): TracedCurve => ({
    points: Float64Array.from([...points, ...Array.from(last)]),
    end,
  });
  const longest = LONGEST * frame.diagonal;
  const next = new Float64Array(2);
  const slopes = STAGES.map(() => new Float64Array(2));
  let x = start;
  let step = Math.min(longest, distance(x, frame.saddle));
  direction(f, x, sign, slopes[0] as Float64Array);
  for (let tried = 0; points.length < 2 * MOST_POINTS; tried++) {
    if (tried % SLICE === 0) yield { done: points.length / 2, total: MOST_POINTS };
    const ratio = attempt(f, x, step, sign, slopes, next) / (TOLERANCE * frame.diagonal);
    if (!(ratio <= 1)) {
      step *= Number.isFinite(ratio) ? Math.max(0.2, 0.9 * pow(ratio, -0.2)) : 0.2;
      if (!(step > SHORTEST * frame.diagonal)) return finish('no-gradient');
      continue;
    }
    x = next.slice();
    points.push(x[0] as number, x[1] as number);
    if (!frame.isInside(x)) return finish('left-box');
    const critical = criticalPointNear(f, frame, x);
    if (critical) return finish('critical-point', critical);
    step = Math.min(longest, step * Math.min(4, 0.9 * pow(Math.max(ratio, 1e-6), -0.2)));
    (slopes[0] as Float64Array).set(slopes[STAGES.length - 1] as Float64Array);
  }
  return finish('most-points');
}

/** One step into `next`; leaves the direction there in the last stage. @returns the estimated error */
function attempt(
  f: Objective,
  x: Float64Array,
  step: number,
  sign: 1 | -1,
  slopes: readonly Float64Array[],
  next: Float64Array,
): number {
  for (let stage = 1; stage < STAGES.length; stage++) {
    combine(x, step, STAGES[stage] as readonly number[], slopes, next);
    direction(f, next, sign, slopes[stage] as Float64Array);
  }
  const zero = new Float64Array(2);
  const error = combine(zero, step, ERROR, slopes, new Float64Array(2));
  return distance(error, zero);
}

/** out = x + step·Σ weight·slope. */
function combine(
  x: Float64Array,
  step: number,
  weights: readonly number[],
  slopes: readonly Float64Array[],
  out: Float64Array,
): Float64Array {
  for (let i = 0; i < 2; i++) {
    let sum = 0;
    for (const [k, weight] of weights.entries()) sum += weight * (slopes[k]?.[i] as number);
    out[i] = (x[i] as number) + step * sum;
  }
  return out;
}

/** Fills `out` with ±∇f/‖∇f‖; NaN where the gradient is zero or not finite. */
function direction(f: Objective, x: Float64Array, sign: 1 | -1, out: Float64Array): void {
  f.gradient(x, out);
  const norm = distance(out, ORIGIN);
  for (let i = 0; i < 2; i++) out[i] = (sign * (out[i] as number)) / norm;
}

const ORIGIN = new Float64Array(2);

function distance(a: Float64Array, b: Float64Array): number {
  const dx = (a[0] as number) - (b[0] as number);
  const dy = (a[1] as number) - (b[1] as number);
  return Math.sqrt(dx * dx + dy * dy);
}
