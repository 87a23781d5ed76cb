import { dot, norm2 } from '../linalg/vectors.ts';
import type { CountingObjective } from '../objective/counting.ts';
import type { Task } from '../task.ts';
import { Pace } from './Pace.ts';

/** How a bead comes down. */
export interface DropRule {
  /** It stops where f ≤ this. */
  readonly target: number;
  /** Steps at most: a budget of its own. */
  readonly iterations: number;
  /** The length of a step at most. */
  readonly longest: number;
  /** Unit normal of the hyperplane that it stays in, length n; left out where it is free. */
  readonly normal?: Float64Array;
  /** Told f at the start and after each step. */
  readonly onStep?: (iterations: number, value: number) => void;
  /** It stops as well where it would not get there in the steps left at its pace of the last `WATCHED`. */
  readonly endsWhereSlow?: boolean;
}

/** A bead that has come down. */
export interface Drop {
  /** Length n, the caller's own. */
  readonly x: Float64Array;
  readonly value: number;
  readonly iterations: number;
  /** The points it passed, the first and the last included; k·n. */
  readonly trail: Float64Array;
  /** Whether it reached the target. */
  readonly reached: boolean;
}

/** A step is taken where f falls by this share of what the slope promises (Armijo's rule). */
const ARMIJO = 1e-4;
/** A bead has stopped where no step of this share of the longest lowers f. */
const SHORTEST = 1e-10;
/** Points of the trail that are kept. */
const TRAIL = 24;
/** Steps over which its pace is measured. */
const WATCHED = 50;

/**
 * Steepest descent with backtracking: the step's length is halved until f falls enough and doubled again after each
 * step taken, up to the longest. No step size to choose, and f never rises.
 * @param start  length n; copied
 * Source of the step rule: Armijo (1966), Minimization of functions having Lipschitz continuous first partial
 * derivatives.
 */
export function* dropBead(f: CountingObjective, start: Float64Array, rule: DropRule): Task<Drop, never> {
  const { target, iterations: most, longest, normal, onStep, endsWhereSlow = false } = rule;
  const pace = new Pace(f);
  const gradient = new Float64Array(start.length);
  let x: Float64Array = start.slice();
  let value = f.valueAndGradient(x, gradient);
  let length = longest;
  const passed = [x];
  let [iterations, before] = [0, value];
  onStep?.(0, value);
  while (!(value <= target) && iterations < most) {
    if (endsWhereSlow && iterations > 0 && iterations % WATCHED === 0) {
      const fallPerStep = (before - value) / WATCHED;
      if (value - fallPerStep * (most - iterations) > target) break;
      before = value;
    }
    if (normal) removeComponent(gradient, normal);
    const slope = norm2(gradient);
    if (!(slope > 0 && slope < Number.POSITIVE_INFINITY)) break;
    const next = lowerAlong(f, x, value, gradient, slope, length, longest);
    if (next === null) break;
    length = Math.min(2 * next.length, longest);
    x = next.x;
    passed.push(x);
    value = f.valueAndGradient(x, gradient);
    iterations++;
    onStep?.(iterations, value);
    if (pace.isDue()) yield { done: iterations, total: most };
  }
  return { x: x.slice(), value, iterations, trail: thinned(passed), reached: value <= target };
}

/** Takes from v its component along the unit vector `normal`. */
export function removeComponent(v: Float64Array, normal: Float64Array): void {
  const along = dot(v, normal);
  for (let i = 0; i < v.length; i++) v[i] = (v[i] as number) - along * (normal[i] as number);
}

/** The first point against the gradient, at lengths halved from `length`, at which f has fallen enough. */
function lowerAlong(
  f: CountingObjective,
  x: Float64Array,
  value: number,
  gradient: Float64Array,
  slope: number,
  length: number,
  longest: number,
): { readonly x: Float64Array; readonly length: number } | null {
  for (let step = length; step > SHORTEST * longest; step /= 2) {
    // The unit vector first: a step over a slope near 1e-310 is infinite.
    const trial = x.map((coordinate, i) => coordinate - step * ((gradient[i] as number) / slope));
    if (f.value(trial) <= value - ARMIJO * step * slope) return { x: trial, length: step };
  }
  return null;
}

/** At most some two dozen of the points at equal distances in the list, the first and the last among them; k·n. */
export function thinned(points: readonly Float64Array[]): Float64Array {
  const n = points[0]?.length ?? 0;
  const count = Math.min(points.length, TRAIL);
  const out = new Float64Array(count * n);
  for (let k = 0; k < count; k++) {
    const from = count === 1 ? 0 : Math.round((k * (points.length - 1)) / (count - 1));
    out.set(points[from] as Float64Array, k * n);
  }
  return out;
}
