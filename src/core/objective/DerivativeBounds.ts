/** Bounds on the gradient and the Hessian of a function over boxes, by interval arithmetic, rounding included. */
export interface DerivativeBounds {
  readonly dimension: number;
  /**
   * Bounds on ∇f over the box.
   * @param out  receives low and high of each component, 2n numbers; NaN where f is defined nowhere in the box
   * @returns whether f and ∇f are certain to exist and be continuous throughout the box
   */
  gradient(low: ArrayLike<number>, high: ArrayLike<number>, out: Float64Array): boolean;
  /**
   * Bounds on the Hessian over the box.
   * @param out  receives low and high of each entry of the lower triangle, row by row: n(n + 1) numbers
   * @returns whether f, ∇f and the Hessian are certain to exist and be continuous throughout the box
   */
  hessian(low: ArrayLike<number>, high: ArrayLike<number>, out: Float64Array): boolean;
}
