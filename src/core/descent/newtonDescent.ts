import { symmetricEigen } from '../linalg/symmetricEigen.ts';
import { dot, norm2 } from '../linalg/vectors.ts';
import type { Objective } from '../objective/Objective.ts';

/** A step that lowers f by less than this part of what the slope promises is halved. */
const SUFFICIENT = 1e-4;
const HALVINGS = 40;
/** Eigenvalues below this part of the largest are taken for it. */
const LEAST_CURVED = 1e-8;

/**
 * Newton's steps with the Hessian's eigenvalues taken positive, halved until f falls: from the floor of a flat valley
 * to its minimum in a few steps, where steepest descent takes thousands.
 * @param start  length n; copied
 * @returns where no step lowers f any more, or after `steps`
 * Source: Nocedal and Wright (2006), Numerical Optimization, §3.4 (eigenvalue modification).
 */
export function newtonDescent(f: Objective, start: ArrayLike<number>, steps: number): Float64Array {
  const n = f.dimension;
  const slope = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  let x: Float64Array = Float64Array.from(start);
  let value = f.valueAndGradient(x, slope);
  for (let step = 0; step < steps && norm2(slope) > 0; step++) {
    const direction = newtonDirection(symmetricEigen(f.hessian(x, hessian), n), slope);
    const fall = -dot(slope, direction);
    if (!(fall > 0)) break;
    const next = lowerAlong(f, x, direction, value, fall);
    if (next === null) break;
    x = next;
    value = f.valueAndGradient(x, slope);
  }
  return x;
}

function newtonDirection({ values, vectors }: ReturnType<typeof symmetricEigen>, slope: Float64Array): Float64Array {
  const n = slope.length;
  const least = LEAST_CURVED * values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const direction = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const vector = vectors.subarray(k * n, (k + 1) * n);
    const along = dot(vector, slope) / Math.max(Math.abs(values[k] as number), least);
    for (let i = 0; i < n; i++) direction[i] = (direction[i] as number) - along * (vector[i] as number);
  }
  return direction;
}

function lowerAlong(
  f: Objective,
  x: Float64Array,
  direction: Float64Array,
  value: number,
  fall: number,
): Float64Array | null {
  let share = 1;
  for (let k = 0; k < HALVINGS; k++, share /= 2) {
    const trial = x.map((coordinate, i) => coordinate + share * (direction[i] as number));
    if (f.value(trial) <= value - SUFFICIENT * share * fall) return trial;
  }
  return null;
}
