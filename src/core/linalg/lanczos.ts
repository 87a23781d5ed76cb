import { symmetricEigen } from './symmetricEigen.ts';
import { dot, norm2 } from './vectors.ts';

/** What is left of a vector after orthogonalisation counts as zero below this, relative to the operator's size. */
const BREAKDOWN = 64 * Number.EPSILON;

/** Approximate eigenpairs of a symmetric operator on R^n. */
export interface RitzPairs {
  /** Ascending. */
  readonly values: Float64Array;
  /** Row k (n entries) is a unit vector for `values[k]`; rows are orthonormal. */
  readonly vectors: Float64Array;
  /** ‖Av − λv‖₂ of each pair, from the products themselves: some eigenvalue of A lies within it of λ. */
  readonly residuals: Float64Array;
}

/**
 * Least eigenvalues of a symmetric operator, by Lanczos with full reorthogonalisation. Where the Krylov space of the
 * start is exhausted it goes on from the coordinate vector furthest from it, so that n steps give all eigenvalues, of
 * any multiplicity. Fewer steps give upper bounds for the least ones; a residual says that an eigenvalue is near, not
 * that none is less, which only a random start makes improbable. The greatest are those of −A.
 * @param apply  writes A·v (length n) into `out`; called `steps` times
 * @param start  length n, not zero; read only
 * @param count  how many pairs to return
 * @param steps  products with A
 * @returns fresh arrays; NaN where a product is not finite
 * @throws RangeError if count is outside [1, steps], steps outside [1, n], or the start is zero or not finite
 * Source: Golub and Van Loan (2013), ch. 10; orthogonalised twice, as Daniel, Gragg, Kaufman and Stewart (1976) advise.
 */
export function lanczos(
  apply: (v: Float64Array, out: Float64Array) => void,
  start: Float64Array,
  count: number,
  steps: number,
): RitzPairs {
  const n = start.length;
  requireSizes(start, count, steps);
  const basis = new Float64Array(steps * n);
  const images = new Float64Array(steps * n);
  const projected = new Float64Array(steps * steps);
  const next = start.slice();
  divide(next, norm2(next));
  let size = 0;
  for (let k = 0; k < steps; k++) {
    const vector = row(basis, k, n);
    const image = row(images, k, n);
    vector.set(next);
    apply(vector, image);
    projected[k * steps + k] = dot(vector, image);
    size = Math.max(size, norm2(image));
    next.set(image);
    orthogonalise(next, basis, k + 1);
    if (k + 1 === steps) break;
    const length = norm2(next);
    if (length > BREAKDOWN * size) {
      projected[k * steps + k + 1] = length;
      projected[(k + 1) * steps + k] = length;
      divide(next, length);
      // Division makes the rounding left along the basis as large as the vector is small.
      orthogonalise(next, basis, k + 1);
    } else {
      takeNewDirection(next, basis, k + 1);
    }
    divide(next, norm2(next));
  }
  return ritzPairs(projected, basis, images, count, steps, n);
}

function requireSizes(start: Float64Array, count: number, steps: number): void {
  const n = start.length;
  if (!(Number.isInteger(steps) && steps >= 1 && steps <= n)) throw new RangeError(`${steps} steps for n = ${n}`);
  if (!(Number.isInteger(count) && count >= 1 && count <= steps)) {
    throw new RangeError(`${count} eigenvalues from ${steps} steps`);
  }
  const length = norm2(start);
  if (!(length > 0 && length < Number.POSITIVE_INFINITY)) throw new RangeError(`a start of length ${length}`);
}

function row(matrix: Float64Array, k: number, n: number): Float64Array {
  return matrix.subarray(k * n, (k + 1) * n);
}

function divide(v: Float64Array, by: number): void {
  for (let i = 0; i < v.length; i++) v[i] = (v[i] as number) / by;
}

/** Takes away from v, twice, its part in the span of the first `k` rows of the basis. */
function orthogonalise(v: Float64Array, basis: Float64Array, k: number): void {
  const n = v.length;
  for (let pass = 0; pass < 2; pass++) {
    for (let j = 0; j < k; j++) {
      const direction = row(basis, j, n);
      const part = dot(direction, v);
      for (let i = 0; i < n; i++) v[i] = (v[i] as number) - part * (direction[i] as number);
    }
  }
}

/** Fills `out` with the coordinate vector that is furthest from the span, orthogonalised; k < n, so there is one. */
function takeNewDirection(out: Float64Array, basis: Float64Array, k: number): void {
  const n = out.length;
  let furthest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    let share = 0;
    for (let j = 0; j < k; j++) share += (basis[j * n + i] as number) * (basis[j * n + i] as number);
    if (share < least) {
      least = share;
      furthest = i;
    }
  }
  out.fill(0);
  out[furthest] = 1;
  orthogonalise(out, basis, k);
}

/** The least eigenpairs of the projected matrix, carried back to R^n. */
function ritzPairs(
  projected: Float64Array,
  basis: Float64Array,
  images: Float64Array,
  count: number,
  steps: number,
  n: number,
): RitzPairs {
  const { values, vectors: mixtures } = symmetricEigen(projected, steps);
  const vectors = new Float64Array(count * n);
  const residuals = new Float64Array(count);
  const residual = new Float64Array(n);
  for (let k = 0; k < count; k++) {
    const vector = row(vectors, k, n);
    combine(row(mixtures, k, steps), basis, vector);
    combine(row(mixtures, k, steps), images, residual);
    for (let i = 0; i < n; i++) residual[i] = (residual[i] as number) - (values[k] as number) * (vector[i] as number);
    residuals[k] = norm2(residual);
  }
  return { values: values.slice(0, count), vectors, residuals };
}

/** Fills `out` (length n) with the sum of the rows, each times its weight. */
function combine(weights: Float64Array, rows: Float64Array, out: Float64Array): void {
  const n = out.length;
  out.fill(0);
  for (let j = 0; j < weights.length; j++) {
    for (let i = 0; i < n; i++) out[i] = (out[i] as number) + (weights[j] as number) * (rows[j * n + i] as number);
  }
}
