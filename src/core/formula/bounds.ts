/**
 * Bounds on many numbers at once, by instruction. A condition is [0, 0], [1, 1] or [0, 1]. A number that exists nowhere
 * in the box has NaN for both bounds.
 */
export interface Bounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** 1 where the expression is a number and continuous throughout the box, 0 where that is not certain. */
  readonly certain: Uint8Array;
}

/**
 * Writes bounds at `at` from those of the operands at `a`, `b`, `c` (those that the operation takes). The bounds hold
 * for every real number in the operands' bounds for which the operation is defined, rounding included.
 */
export type Enclosure = (bounds: Bounds, at: number, a: number, b: number, c: number) => void;

const EPSILON = Number.EPSILON;
const LEAST = Number.MIN_VALUE;
const GREATEST = Number.MAX_VALUE;

/** A number below whatever rounds to `x` by one operation: half a unit in the last place is less than this step. */
export function below(x: number): number {
  if (x === Number.POSITIVE_INFINITY) return GREATEST;
  return x - (Math.abs(x) * EPSILON + LEAST);
}

/** A number above whatever rounds to `x` by one operation. */
export function above(x: number): number {
  if (x === Number.NEGATIVE_INFINITY) return -GREATEST;
  return x + (Math.abs(x) * EPSILON + LEAST);
}

/** Below the true value of a libm function that gave `x`: its error is less than four units in the last place. */
export function wellBelow(x: number): number {
  if (x === Number.POSITIVE_INFINITY) return GREATEST;
  return x - (Math.abs(x) * (4 * EPSILON) + LEAST);
}

/** Above the true value of a libm function that gave `x`. */
export function wellAbove(x: number): number {
  if (x === Number.NEGATIVE_INFINITY) return -GREATEST;
  return x + (Math.abs(x) * (4 * EPSILON) + LEAST);
}

/** Writes one entry. */
export function put({ low, high, certain }: Bounds, at: number, from: number, to: number, isCertain: number): void {
  low[at] = from;
  high[at] = to;
  certain[at] = isCertain;
}

/** Writes that nothing is known. */
export function putAnything(bounds: Bounds, at: number): void {
  put(bounds, at, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0);
}

/** Writes that there is no number. */
export function putNothing(bounds: Bounds, at: number): void {
  put(bounds, at, Number.NaN, Number.NaN, 0);
}
