import { symmetricEigenvalues } from '../../core/linalg/symmetricEigen.ts';
import { dot } from '../../core/linalg/vectors.ts';
import type { Section } from '../../core/objective/section.ts';

/**
 * The curvatures that the arrows on the contour show: eigenvalues of PᵀHP, where the columns of P span the plane.
 * @param hessian  n·n, row-major
 * @returns two values, ascending; NaN where the Hessian is not finite
 */
export function planeCurvature(hessian: Float64Array, { u, v }: Section): Float64Array {
  const n = u.length;
  const along = (direction: Float64Array) =>
    direction.map((_, i) => dot(hessian.subarray(i * n, (i + 1) * n), direction));
  const [alongU, alongV] = [along(u), along(v)];
  const mixed = dot(alongU, v);
  return symmetricEigenvalues(Float64Array.of(dot(alongU, u), mixed, mixed, dot(alongV, v)), 2);
}
