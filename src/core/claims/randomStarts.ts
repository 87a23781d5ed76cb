import type { Objective } from '../objective/Objective.ts';
import type { Box } from '../params.ts';
import type { Rng } from '../rng.ts';
import type { Task } from '../task.ts';

/** Draws for each point that is wanted, before it is given up: some landscapes are undefined in most of their box. */
const DRAWS = 1000;
/** Draws between two yields. */
const SLICE = 2000;

/** A point uniform in the box. */
export function pointIn(box: Box, rng: Rng): Float64Array {
  return Float64Array.from(box, ([low, high]) => low + (high - low) * rng.uniform());
}

/**
 * Points uniform in the part of the box where f is below a level (and has a value).
 * @returns fresh points, fewer than `count` where the part is too small to be met
 */
export function* randomStarts(
  f: Objective,
  box: Box,
  count: number,
  rng: Rng,
  below: number,
): Task<Float64Array[], never> {
  const starts: Float64Array[] = [];
  // Where a thousand draws found nothing, a thousand more for each point would find nothing for a long time.
  for (let draw = 0; starts.length < count && draw < DRAWS * (starts.length + 1); draw++) {
    if (draw % SLICE === 0) yield { done: starts.length, total: count };
    const x = pointIn(box, rng);
    const value = f.value(x);
    if (Number.isFinite(value) && value < below) starts.push(x);
  }
  return starts;
}

/** Whether a point lies in the box, on its sides too. */
export function isInside(x: ArrayLike<number>, box: Box): boolean {
  return box.every(([low, high], i) => (x[i] as number) >= low && (x[i] as number) <= high);
}
