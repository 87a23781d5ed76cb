import type { MethodSteps, Stretch, StretchBounds } from './Stretch.ts';

/**
 * A function f: R^n -> R with its derivatives. Every `out` is owned by the caller, filled, and returned.
 * Values that are not finite are returned as they are; nothing throws for a point.
 */
export interface Objective {
  readonly dimension: number;
  value(x: Float64Array): number;
  /** Fills `out` (length n) with ∇f(x). */
  gradient(x: Float64Array, out: Float64Array): Float64Array;
  /** Fills `out` (length n) with ∇f(x) and returns f(x). */
  valueAndGradient(x: Float64Array, out: Float64Array): number;
  /**
   * Takes up to `steps` steps x ← x − stepSize·∇f(x) in place, the same bits as one by one, as long as ‖x‖ ≤ radius and
   * ‖∇f(x)‖ > tolerance (as far as their squares tell). Left out where no loop is faster than the caller's own.
   * @param tolerance  below 0 for none
   * @returns the number of steps taken, possibly none
   */
  descend?(x: Float64Array, stepSize: number, steps: number, tolerance: number, radius: number): number;
  /**
   * The same from two points at once, to the same bits, as long as both may take the step; faster than one after the
   * other. Left out where it is not.
   */
  descendPair?(
    a: Float64Array,
    b: Float64Array,
    stepSize: number,
    steps: number,
    tolerance: number,
    radius: number,
  ): number;
  /**
   * Takes steps of a common method in place, the same bits as one by one; f and ∇f are finite at every iterate. It may
   * stop early for reasons of its own. Left out where no loop is faster than the caller's own.
   */
  stride?(steps: MethodSteps, bounds: StretchBounds): Stretch;
  /** Fills `out` (length n) with ∇²f(x)·v. */
  hvp(x: Float64Array, v: Float64Array, out: Float64Array): Float64Array;
  /** Fills `out` (length n·n, row-major) with ∇²f(x), symmetric to the last bit. */
  hessian(x: Float64Array, out: Float64Array): Float64Array;
  /** False where a derivative is a finite difference, and then whoever shows it says so. */
  readonly exact: { readonly gradient: boolean; readonly hessian: boolean };
  /** True where a value takes about a millisecond: a long task yields after each, and no view waits for one. */
  readonly isSlow?: boolean;
}

/** How often each part of an objective was evaluated. */
export interface EvaluationCounts {
  value: number;
  gradient: number;
  hvp: number;
  hessian: number;
}
