import { symmetricEigen } from '../linalg/symmetricEigen.ts';

/** Relative size below which a pivot or an eigenvalue counts as zero, per dimension: a few units in the last place. */
const SINGULAR = 4 * Number.EPSILON;

/**
 * Solves A·s = b by Gaussian elimination with partial pivoting, overwriting `matrix` (n·n, row-major) with its factors
 * and `vector` (length n) with s.
 * @returns false where a pivot is zero to rounding or not finite; both arrays then hold nothing of use
 * Source: Golub and Van Loan (2013), §3.4.
 */
export function solveInPlace(matrix: Float64Array, vector: Float64Array): boolean {
  const n = vector.length;
  let largest = 0;
  for (let i = 0; i < n * n; i++) largest = Math.max(largest, Math.abs(matrix[i] as number));
  const least = SINGULAR * n * largest;
  for (let k = 0; k < n; k++) {
    bringPivot(matrix, vector, k);
    const pivot = matrix[k * n + k] as number;
    if (!(Math.abs(pivot) > least && Math.abs(pivot) < Number.POSITIVE_INFINITY)) return false;
    for (let i = k + 1; i < n; i++) {
      const factor = (matrix[i * n + k] as number) / pivot;
      for (let j = k + 1; j < n; j++) {
        matrix[i * n + j] = (matrix[i * n + j] as number) - factor * (matrix[k * n + j] as number);
      }
      vector[i] = (vector[i] as number) - factor * (vector[k] as number);
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    let sum = vector[k] as number;
    for (let j = k + 1; j < n; j++) sum -= (matrix[k * n + j] as number) * (vector[j] as number);
    vector[k] = sum / (matrix[k * n + k] as number);
  }
  return true;
}

/**
 * Solves A·s = b for a symmetric positive definite A by Cholesky's decomposition, overwriting the lower triangle of
 * `matrix` (n·n, row-major) with the factor and `vector` (length n) with s.
 * @returns false where A is not positive definite to rounding, or not finite; both arrays then hold nothing of use
 * Source: Golub and Van Loan (2013), §4.2.
 */
export function solvePositiveInPlace(matrix: Float64Array, vector: Float64Array): boolean {
  const n = vector.length;
  for (let j = 0; j < n; j++) {
    const entry = matrix[j * n + j] as number;
    const pivot = entry - rowProduct(matrix, n, j, j, j);
    if (!(pivot > SINGULAR * n * entry && pivot < Number.POSITIVE_INFINITY)) return false;
    const root = Math.sqrt(pivot);
    matrix[j * n + j] = root;
    for (let i = j + 1; i < n; i++) {
      matrix[i * n + j] = ((matrix[i * n + j] as number) - rowProduct(matrix, n, i, j, j)) / root;
    }
  }
  for (let i = 0; i < n; i++) {
    let sum = vector[i] as number;
    for (let k = 0; k < i; k++) sum -= (matrix[i * n + k] as number) * (vector[k] as number);
    vector[i] = sum / (matrix[i * n + i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = vector[i] as number;
    for (let k = i + 1; k < n; k++) sum -= (matrix[k * n + i] as number) * (vector[k] as number);
    vector[i] = sum / (matrix[i * n + i] as number);
  }
  return true;
}

/** Inner product of the first `count` entries of rows i and j. */
function rowProduct(matrix: Float64Array, n: number, i: number, j: number, count: number): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += (matrix[i * n + k] as number) * (matrix[j * n + k] as number);
  return sum;
}

/** Exchanges row k with the row below it that has the largest entry in column k. */
function bringPivot(matrix: Float64Array, vector: Float64Array, k: number): void {
  const n = vector.length;
  let best = k;
  for (let i = k + 1; i < n; i++) {
    if (Math.abs(matrix[i * n + k] as number) > Math.abs(matrix[best * n + k] as number)) best = i;
  }
  if (best === k) return;
  for (let j = k; j < n; j++) {
    const entry = matrix[k * n + j] as number;
    matrix[k * n + j] = matrix[best * n + j] as number;
    matrix[best * n + j] = entry;
  }
  const entry = vector[k] as number;
  vector[k] = vector[best] as number;
  vector[best] = entry;
}

/**
 * Shortest solution of A·s = b for a singular symmetric A, where there is one: b must have no part along the
 * eigenvectors whose eigenvalue is zero to rounding (1e-10 of ‖b‖ is taken for rounding).
 * @param matrix  n·n, row-major, finite; read only
 * @param vector  b on entry, s on return where there is a solution
 * @returns true where there is a solution
 */
export function solveSingularInPlace(matrix: Float64Array, vector: Float64Array): boolean {
  const n = vector.length;
  const { values, vectors } = symmetricEigen(matrix, n);
  const largest = Math.max(Math.abs(values[0] as number), Math.abs(values[n - 1] as number));
  const solution = new Float64Array(n);
  let total = 0;
  let outside = 0;
  for (let k = 0; k < n; k++) {
    const row = vectors.subarray(k * n, (k + 1) * n);
    let part = 0;
    for (let i = 0; i < n; i++) part += (row[i] as number) * (vector[i] as number);
    total += part * part;
    const value = values[k] as number;
    if (Math.abs(value) > SINGULAR * n * largest) {
      for (let i = 0; i < n; i++) solution[i] = (solution[i] as number) + (part / value) * (row[i] as number);
    } else {
      outside += part * part;
    }
  }
  vector.set(solution);
  return outside <= 1e-20 * total;
}
