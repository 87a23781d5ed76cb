import type { Objective } from '../objective/Objective.ts';
import type { Box } from '../params.ts';
import type { Task } from '../task.ts';
import { polish } from './polish.ts';

/** Zeros of the gradient that a search from many starts met. */
export interface SearchedZeros {
  readonly points: readonly Float64Array[];
  /** How often each was met, in the same order. */
  readonly hits: readonly number[];
  readonly starts: number;
  /** Those starts about which f is flat: neither slope nor curvature. None of them is among the points, nor any beside them. */
  readonly flat: readonly Float64Array[];
}

/** Starts between two yields. */
const SLICE = 8;
const PRIMES = [2, 3, 5, 7, 11, 13];

/**
 * Newton's method on ∇f = 0 from points spread evenly over the box (Halton's sequence, by coordinate numbers beyond
 * the sixth shifted copies of it). Finds what it finds: nothing is proved of the rest.
 * @returns the points in the order in which they were first met, no two nearer than 1e-6 of the box
 */
export function* searchZeros(f: Objective, box: Box, starts: number): Task<SearchedZeros> {
  const points: Float64Array[] = [];
  const hits: number[] = [];
  const flat: Float64Array[] = [];
  const scale = gradientScale(f, box);
  for (let k = 0; k < starts; k++) {
    if (k % SLICE === 0) yield { done: k, total: starts };
    const start = box.map(
      ([low, high], i) => low + (high - low) * halton(k + 1 + 97 * Math.floor(i / 6), PRIMES[i % 6] as number),
    );
    const { x, gradientNorm } = polish(f, start);
    if (gradientNorm === 0 && isFlat(f, x)) {
      if (x.every((value, i) => value === start[i])) flat.push(x);
      continue;
    }
    if (!(gradientNorm <= 1e-10 * scale) || !isWithin(x, box)) continue;
    const known = points.findIndex((point) => areNear(point, x, box));
    if (known < 0) {
      points.push(x);
      hits.push(1);
    } else hits[known] = (hits[known] as number) + 1;
  }
  const isApart = points.map((x) => flat.length === 0 || !isByPlateau(f, x, box));
  return { points: points.filter((_, k) => isApart[k]), hits: hits.filter((_, k) => isApart[k]), starts, flat };
}

/** Whether f is as good as flat at a point and to one side of it: it lies on a plateau, or ran up against one. */
export function isByPlateau(f: Objective, x: Float64Array, box: Box): boolean {
  const [here, after, before] = [0, 1e-3, -1e-3].map((share) => {
    const at = x.map((value, i) => value + share * ((box[i]?.[1] ?? 0) - (box[i]?.[0] ?? 0)));
    const derivatives = [
      f.gradient(at, new Float64Array(x.length)),
      f.hessian(at, new Float64Array(x.length * x.length)),
    ];
    return derivatives.every((entries) => entries.every((entry) => Math.abs(entry) <= 1e-10));
  });
  return Boolean(here && (after || before));
}

/** Whether f has no curvature at a point without slope. */
const isFlat = (f: Objective, x: Float64Array): boolean =>
  f.hessian(x, new Float64Array(x.length * x.length)).every((entry) => entry === 0);

/** The radical inverse of a whole number, in [0, 1). Source: Halton (1960). */
function halton(k: number, base: number): number {
  let value = 0;
  let share = 1 / base;
  for (let rest = k; rest > 0; rest = Math.floor(rest / base), share /= base) value += (rest % base) * share;
  return value;
}

/** The greatest gradient norm at the corners' middle and a few points around, at least 1: what small is measured by. */
function gradientScale(f: Objective, box: Box): number {
  let scale = 1;
  const slopes = new Float64Array(box.length);
  for (const share of [0.21, 0.5, 0.83]) {
    f.gradient(
      Float64Array.from(box, ([low, high]) => low + share * (high - low)),
      slopes,
    );
    for (const slope of slopes) if (Math.abs(slope) > scale && Number.isFinite(slope)) scale = Math.abs(slope);
  }
  return scale;
}

function isWithin(x: Float64Array, box: Box): boolean {
  return box.every(([low, high], i) => {
    const slack = 1e-12 * (high - low);
    return (x[i] as number) >= low - slack && (x[i] as number) <= high + slack;
  });
}

function areNear(a: Float64Array, b: Float64Array, box: Box): boolean {
  return box.every(([low, high], i) => Math.abs((a[i] as number) - (b[i] as number)) <= 1e-6 * (high - low));
}
