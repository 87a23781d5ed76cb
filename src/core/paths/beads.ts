import type { Objective } from '../objective/Objective.ts';
import type { Task } from '../task.ts';

/** Number of beads in a flat list of points of n coordinates. */
export const beadCount = (beads: Float64Array, n: number): number => beads.length / n;

/** The k-th bead: a view into the list, not a copy. */
export const bead = (beads: Float64Array, n: number, k: number): Float64Array => beads.subarray(k * n, (k + 1) * n);

/** One flat list of the points, each of length n; copied. */
export function joinBeads(points: readonly Float64Array[], n: number): Float64Array {
  const beads = new Float64Array(points.length * n);
  for (const [k, point] of points.entries()) beads.set(point, k * n);
  return beads;
}

/** Evaluations between two yields of a task that knows no better pace: a network may take a millisecond for one. */
const SLICE = 8;

/** f at each bead; length m. */
export function* beadValues(f: Objective, beads: Float64Array): Task<Float64Array, never> {
  const n = f.dimension;
  const values = new Float64Array(beadCount(beads, n));
  for (let k = 0; k < values.length; k++) {
    values[k] = f.value(bead(beads, n, k));
    if (k % SLICE === SLICE - 1) yield { done: k, total: values.length };
  }
  return values;
}

/** ‖a − b‖ over the coordinates counted; over all where `counted` is left out. */
export function distance(a: Float64Array, b: Float64Array, counted?: readonly number[]): number {
  let sum = 0;
  const count = counted?.length ?? a.length;
  for (let k = 0; k < count; k++) {
    const i = counted ? (counted[k] as number) : k;
    const difference = (a[i] as number) - (b[i] as number);
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}

/**
 * The length Σ‖Δx‖ of a broken line.
 * @param counted  positions of the coordinates that count; all where left out
 */
export function pathLength(beads: Float64Array, n: number, counted?: readonly number[]): number {
  let length = 0;
  for (let k = 1; k < beadCount(beads, n); k++) {
    length += distance(bead(beads, n, k - 1), bead(beads, n, k), counted);
  }
  return length;
}

/** The broken line through `count` points at equal distances along it, the ends to their last bit; a fresh list. */
export function resampled(beads: Float64Array, n: number, count: number): Float64Array {
  const out = new Float64Array(count * n);
  const step = pathLength(beads, n) / (count - 1);
  let [segment, before] = [0, 0];
  let along = distance(bead(beads, n, 0), bead(beads, n, 1));
  for (let k = 1; k < count - 1; k++) {
    while (before + along < k * step && segment < beadCount(beads, n) - 2) {
      before += along;
      segment++;
      along = distance(bead(beads, n, segment), bead(beads, n, segment + 1));
    }
    const t = along > 0 ? Math.min(1, (k * step - before) / along) : 0;
    for (let i = 0; i < n; i++) {
      const a = beads[segment * n + i] as number;
      out[k * n + i] = a + t * ((beads[(segment + 1) * n + i] as number) - a);
    }
  }
  out.set(bead(beads, n, 0), 0);
  out.set(bead(beads, n, beadCount(beads, n) - 1), (count - 1) * n);
  return out;
}
