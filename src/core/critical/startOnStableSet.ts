import { norm2 } from '../linalg/vectors.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Box } from '../params.ts';
import type { Task } from '../task.ts';
import type { Inspection } from './inspect.ts';
import { invariantCurves } from './invariantCurves.ts';

/** How far out on its half of the curve the start lies, as a share of the half's length. */
const SHARE = 0.6;
/** Half the width in which the set is looked for across the curve, as a share of the box's diagonal. */
const WIDTH = 1e-4;
/** A run has left the saddle where it is farther than this many times the least distance that it came to. */
const LEAVING = 4;
/** A run that has not left after so many steps counts as staying. */
const MOST_STEPS = 200_000;
/** Halvings of the width: more than doubles have digits. */
const HALVINGS = 80;
/** Steps between two yields: a millisecond or less for common formulas. */
const SLICE = 4096;

/**
 * A point of a saddle's stable set in the plane, well away from the saddle. For gradient descent it is found to the
 * last digit: across the curve the runs on one side leave the saddle one way and those on the other the other way, and
 * the width between two such starts is halved until no double lies between them. For the flow (`stepSize` 0) it is a
 * point of the curve, right to about 1e-10 of the diagonal.
 * @param saddle  of index 1
 * @param box  two intervals
 * @returns length 2; null where the stable set has no curve here (η ≥ 1/λ_max at the saddle) or no side can be told
 */
export function* startOnStableSet(
  f: Objective,
  saddle: Inspection,
  box: Box,
  stepSize: number,
): Task<Float64Array | null, never> {
  const { stable } = yield* invariantCurves(f, saddle, box, stepSize);
  const halves = stable.map(({ points }) => points).sort((a, b) => lengthOf(b) - lengthOf(a));
  const [longest] = halves;
  if (!longest || longest.length < 4) return null;
  const { point, across } = placeOn(longest);
  if (stepSize === 0) return point;
  const [[left, right], [bottom, top]] = box as [readonly [number, number], readonly [number, number]];
  const width = WIDTH * Math.sqrt((right - left) * (right - left) + (top - bottom) * (top - bottom));
  const at = (t: number) => point.map((value, i) => value + t * (across[i] as number));
  let [low, high] = [-width, width];
  const side = yield* sideOf(f, saddle, stepSize, at(low));
  if (side === 0 || side * (yield* sideOf(f, saddle, stepSize, at(high))) >= 0) return null;
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (low + high) / 2;
    const there = yield* sideOf(f, saddle, stepSize, at(middle));
    if (there === 0) return at(middle);
    if (there === side) low = middle;
    else high = middle;
  }
  return at((low + high) / 2);
}

/** The way in which gradient descent leaves the saddle: the sign along the unstable direction, 0 where it stays. */
function* sideOf(f: Objective, saddle: Inspection, stepSize: number, start: Float64Array): Task<-1 | 0 | 1, never> {
  const [ux, uy] = saddle.eigenvectors as unknown as [number, number];
  const x = start.slice();
  const gradient = new Float64Array(2);
  const from = new Float64Array(2);
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < MOST_STEPS; k++) {
    for (let i = 0; i < 2; i++) from[i] = (x[i] as number) - (saddle.x[i] as number);
    const distance = norm2(from);
    if (!(distance < Number.POSITIVE_INFINITY)) return 0;
    least = Math.min(least, distance);
    if (distance > LEAVING * least) return Math.sign((from[0] as number) * ux + (from[1] as number) * uy) as -1 | 0 | 1;
    f.gradient(x, gradient);
    if (gradient[0] === 0 && gradient[1] === 0) return 0;
    for (let i = 0; i < 2; i++) x[i] = (x[i] as number) - stepSize * (gradient[i] as number);
    if ((k + 1) % SLICE === 0) yield { done: k, total: MOST_STEPS };
  }
  return 0;
}

/** The point at `SHARE` of a polyline's length, and the unit vector across the line there. */
function placeOn(points: Float64Array): { readonly point: Float64Array; readonly across: readonly [number, number] } {
  let left = SHARE * lengthOf(points);
  for (let k = 2; k < points.length; k += 2) {
    const [x, y] = [points[k - 2] as number, points[k - 1] as number];
    const [dx, dy] = [(points[k] as number) - x, (points[k + 1] as number) - y];
    const length = Math.sqrt(dx * dx + dy * dy);
    if (left <= length && length > 0) {
      const part = left / length;
      return { point: Float64Array.of(x + part * dx, y + part * dy), across: [-dy / length, dx / length] };
    }
    left -= length;
  }
  throw new RangeError(`a curve of ${points.length / 2} points that is nowhere`);
}

function lengthOf(points: Float64Array): number {
  let sum = 0;
  for (let k = 2; k < points.length; k += 2) {
    const dx = (points[k] as number) - (points[k - 2] as number);
    const dy = (points[k + 1] as number) - (points[k - 1] as number);
    sum += Math.sqrt(dx * dx + dy * dy);
  }
  return sum;
}
