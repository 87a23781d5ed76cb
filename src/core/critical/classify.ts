import type { PointType } from '../landscapes/Landscape.ts';

/** What the eigenvalues of the Hessian and the size of the gradient say about a point. */
export interface Classification {
  readonly type: PointType;
  /** Number of eigenvalues below −tol; NaN where an eigenvalue is not finite. */
  readonly index: number;
  /**
   * Critical with a negative eigenvalue, the lectures' definition (λ_min < 0); a maximum is strict too, because
   * descent leaves it as it leaves a saddle.
   */
  readonly strictSaddle: boolean;
}

/**
 * Below this magnitude an eigenvalue counts as zero: 1e-8·max(1, |λ|max), which is far above the rounding of a Hessian
 * and of its eigenvalues and far below any curvature that a picture shows.
 */
export function zeroTolerance(eigenvalues: Float64Array): number {
  let largest = 1;
  for (const value of eigenvalues) largest = Math.max(largest, Math.abs(value));
  return 1e-8 * largest;
}

/**
 * Classifies a point. It is `regular` where ‖∇f‖ > epsilon or anything is not finite; else, with eigenvalues counted
 * as zero within `zeroTolerance`: `saddle` with both signs (zeros do not matter then), `minimum` or `maximum` with one
 * sign and no zero, `degenerate` otherwise.
 * @param eigenvalues  of the Hessian, ascending, at least one
 */
export function classify(eigenvalues: Float64Array, gradientNorm: number, epsilon: number): Classification {
  if (!eigenvalues.every(Number.isFinite)) return { type: 'regular', index: Number.NaN, strictSaddle: false };
  const tolerance = zeroTolerance(eigenvalues);
  const least = eigenvalues[0] as number;
  const greatest = eigenvalues[eigenvalues.length - 1] as number;
  let index = 0;
  for (const value of eigenvalues) if (value < -tolerance) index++;
  // Written so that a NaN norm counts as not critical.
  const critical = gradientNorm <= epsilon;
  let type: PointType = 'degenerate';
  if (!critical) type = 'regular';
  else if (least < -tolerance && greatest > tolerance) type = 'saddle';
  else if (greatest < -tolerance) type = 'maximum';
  else if (least > tolerance) type = 'minimum';
  return { type, index, strictSaddle: critical && least < -tolerance };
}
