import { dot } from '../linalg/vectors.ts';
import type { Objective } from '../objective/Objective.ts';

/** A step that lowers f by less than this part of what the slope promises is halved. */
const SUFFICIENT = 1e-4;
/** Halvings after which no step is left. */
const HALVINGS = 60;

/**
 * Follows steepest descent by steps that are doubled while they lower f enough and halved while they do not.
 * @param start  length n; copied
 * @param reach  the longest step
 * @param steps  at most so many
 * @returns where it came; the start itself where f has no slope there
 * Source: Armijo (1966); Nocedal and Wright (2006), Numerical Optimization, §3.1.
 */
export function descendTo(f: Objective, start: ArrayLike<number>, reach: number, steps: number): Float64Array {
  const n = f.dimension;
  const slope = new Float64Array(n);
  const trial = new Float64Array(n);
  const x = Float64Array.from(start);
  let value = f.valueAndGradient(x, slope);
  let size = Number.POSITIVE_INFINITY;
  for (let step = 0; step < steps; step++) {
    const square = dot(slope, slope);
    if (!(square > 0 && square < Number.POSITIVE_INFINITY)) break;
    size = Math.min(2 * size, reach / Math.sqrt(square));
    let isLower = false;
    for (let k = 0; k < HALVINGS && !isLower; k++, size /= 2) {
      for (let i = 0; i < n; i++) trial[i] = (x[i] as number) - size * (slope[i] as number);
      isLower = f.value(trial) <= value - SUFFICIENT * size * square;
    }
    if (!isLower) break;
    size *= 2;
    x.set(trial);
    value = f.valueAndGradient(x, slope);
  }
  return x;
}
