import { maxAbs } from './vectors.ts';

const TWO_TO_50 = 1125899906842624;
/** Beside a scaled matrix's largest entry, which is at least 1e-60. */
const NEGLIGIBLE = 1e-300;
/** Seven or eight do for n = 50; the limit only guards the loop. */
const MAX_SWEEPS = 50;

/** Eigenvalues in ascending order and, in row k of `vectors` (n·n, row-major), a unit eigenvector of `values[k]`. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/**
 * Eigenvalues of a symmetric matrix, ascending.
 * @param matrix  n·n, row-major, read only; symmetric (n = 2 reads the upper triangle alone)
 * @param out  receives the n values and is returned; a fresh array where left out
 * @returns all NaN where an entry is not finite
 * @throws RangeError where n is not a positive integer or an array is too short
 * Source: n = 2, LAPACK's dlae2 (accurate to a few units in the last place at any scale); n > 2, cyclic Jacobi (Golub
 * and Van Loan 2013, §8.5) with the stopping rule of Demmel and Veselić (1992). It is slower than tridiagonal QL but
 * has no case that fails: ml-matrix 6.15 throws, or returns vectors that are not orthogonal, on some graded matrices.
 * Only + − × ÷ and √ are used, so the bits are the same in every engine.
 */
export function symmetricEigenvalues(
  matrix: Float64Array,
  n: number,
  out: Float64Array = new Float64Array(n),
): Float64Array {
  requireSize(matrix, n);
  if (out.length < n) throw new RangeError(`room for ${out.length} eigenvalues, ${n} needed`);
  if (!allFinite(matrix, n)) return out.fill(Number.NaN, 0, n);
  if (n === 1) {
    out[0] = matrix[0] as number;
    return out;
  }
  if (n === 2) {
    const [low, high] = eigenvalues2(matrix[0] as number, matrix[1] as number, matrix[3] as number);
    out[0] = low;
    out[1] = high;
    return out;
  }
  out.set(decompose(matrix, n, null));
  return out;
}

/**
 * Eigenvalues and orthonormal eigenvectors of a symmetric matrix.
 * @param matrix  n·n, row-major, read only; symmetric
 * @returns values ascending; row k of `vectors` belongs to `values[k]`. Of ±v the one is taken whose first entry of at
 *   least half the largest magnitude is positive (a rule that rounding seldom flips). Repeated eigenvalues get some
 *   orthonormal basis, always the same for the same bits. All NaN where an entry is not finite.
 * @throws RangeError as `symmetricEigenvalues`
 * Source: as `symmetricEigenvalues`; n = 2, LAPACK's dlaev2.
 */
export function symmetricEigen(matrix: Float64Array, n: number): SymmetricEigen {
  requireSize(matrix, n);
  if (!allFinite(matrix, n)) {
    return { values: new Float64Array(n).fill(Number.NaN), vectors: new Float64Array(n * n).fill(Number.NaN) };
  }
  const eigen = n === 1 ? decompose1(matrix) : n === 2 ? decompose2(matrix) : decomposeLarger(matrix, n);
  for (let k = 0; k < n; k++) orient(eigen.vectors.subarray(k * n, (k + 1) * n));
  return eigen;
}

function requireSize(matrix: Float64Array, n: number): void {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`dimension ${n} is not a positive integer`);
  if (matrix.length < n * n) throw new RangeError(`${matrix.length} entries, ${n}×${n} needed`);
}

function allFinite(matrix: Float64Array, n: number): boolean {
  for (let i = 0; i < n * n; i++) if (!Number.isFinite(matrix[i])) return false;
  return true;
}

function decompose1(matrix: Float64Array): SymmetricEigen {
  return { values: Float64Array.of(matrix[0] as number), vectors: Float64Array.of(1) };
}

function decomposeLarger(matrix: Float64Array, n: number): SymmetricEigen {
  const vectors = new Float64Array(n * n);
  return { values: decompose(matrix, n, vectors), vectors };
}

/** √(p² + q²) for p, q ≥ 0 without overflow on the way. */
function safeRoot(p: number, q: number): number {
  const large = Math.max(p, q);
  if (large === 0) return 0;
  const ratio = Math.min(p, q) / large;
  return large * Math.sqrt(1 + ratio * ratio);
}

/** Eigenvalues of [[a, b], [b, c]], ascending. */
function eigenvalues2(a: number, b: number, c: number): readonly [number, number] {
  if (b === 0) return a <= c ? [a, c] : [c, a];
  const largest = Math.max(Math.abs(a), Math.abs(b), Math.abs(c));
  if (largest > 1e300 || largest < 1e-290) {
    const scale = largest > 1 ? 1 / 16 : TWO_TO_50;
    const [low, high] = eigenvalues2(a * scale, b * scale, c * scale);
    return [low / scale, high / scale];
  }
  const sum = a + c;
  const root = safeRoot(Math.abs(a - c), Math.abs(2 * b));
  if (sum === 0) return [-root / 2, root / 2];
  const dominant = sum > 0 ? (sum + root) / 2 : (sum - root) / 2;
  // The other from the determinant, in the order of operations that neither overflows nor cancels.
  const [outer, inner] = Math.abs(a) > Math.abs(c) ? [a, c] : [c, a];
  const other = (outer / dominant) * inner - (b / dominant) * b;
  return other < dominant ? [other, dominant] : [dominant, other];
}

function decompose2(matrix: Float64Array): SymmetricEigen {
  const a = matrix[0] as number;
  const b = matrix[1] as number;
  const c = matrix[3] as number;
  const [low, high] = eigenvalues2(a, b, c);
  if (b === 0) {
    const vectors = a <= c ? Float64Array.of(1, 0, 0, 1) : Float64Array.of(0, 1, 1, 0);
    return { values: Float64Array.of(low, high), vectors };
  }
  // (u, w) is an eigenvector of the greater eigenvalue, from the row of A − λI in which nothing cancels.
  const scale = Math.max(Math.abs(a), Math.abs(b), Math.abs(c));
  const half = (a / scale - c / scale) / 2;
  // Equal diagonals turn by 45° whatever b is; dividing it could leave a subnormal without digits, or zero.
  const off = half === 0 ? Math.sign(b) : b / scale;
  const reach = safeRoot(Math.abs(half), Math.abs(off));
  let u = half >= 0 ? half + reach : off;
  let w = half >= 0 ? off : reach - half;
  const length = safeRoot(Math.abs(u), Math.abs(w));
  u /= length;
  w /= length;
  return { values: Float64Array.of(low, high), vectors: Float64Array.of(-w, u, u, w) };
}

/** A power of two that brings `largest` into [1e-60, 1e60], so that products of entries stay in range. */
function powerOfTwoScale(largest: number): number {
  let scale = 1;
  while (largest * scale > 1e60) scale /= TWO_TO_50;
  while (largest > 0 && largest * scale < 1e-60) scale *= TWO_TO_50;
  return scale;
}

/** Cyclic Jacobi on a scaled copy; with `vectors` (n·n, receives the eigenvectors as rows) or without. */
function decompose(matrix: Float64Array, n: number, vectors: Float64Array | null): Float64Array {
  const work = matrix.slice(0, n * n);
  const scale = powerOfTwoScale(maxAbs(work));
  for (let k = 0; k < work.length; k++) work[k] = (work[k] as number) * scale;
  if (vectors) for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  for (let sweeps = 0; sweeps < MAX_SWEEPS && sweep(work, n, vectors); sweeps++);
  const values = Float64Array.from({ length: n }, (_, i) => (work[i * n + i] as number) / scale);
  sortAscending(values, n, vectors);
  return values;
}

/** Rotates away every entry off the diagonal that is not negligible; false where there was none. */
function sweep(a: Float64Array, n: number, vectors: Float64Array | null): boolean {
  let rotated = false;
  for (let p = 0; p < n - 1; p++) {
    for (let q = p + 1; q < n; q++) {
      const size = Math.abs(a[p * n + q] as number);
      const diagonal = Math.sqrt(Math.abs(a[p * n + p] as number)) * Math.sqrt(Math.abs(a[q * n + q] as number));
      if (size <= NEGLIGIBLE || size <= (Number.EPSILON / 4) * diagonal) continue;
      rotated = true;
      rotate(a, n, p, q, vectors);
    }
  }
  return rotated;
}

/** The rotation of rows and columns p and q that makes their common entry zero. */
function rotate(a: Float64Array, n: number, p: number, q: number, vectors: Float64Array | null): void {
  const entry = a[p * n + q] as number;
  const cotangent = ((a[q * n + q] as number) - (a[p * n + p] as number)) / (2 * entry);
  const t = (cotangent < 0 ? -1 : 1) / (Math.abs(cotangent) + Math.sqrt(1 + cotangent * cotangent));
  const cosine = 1 / Math.sqrt(1 + t * t);
  const sine = t * cosine;
  const diagonalP = (a[p * n + p] as number) - t * entry;
  const diagonalQ = (a[q * n + q] as number) + t * entry;
  rotateRows(a, n, p, q, sine, cosine);
  for (let k = 0; k < n; k++) {
    a[k * n + p] = a[p * n + k] as number;
    a[k * n + q] = a[q * n + k] as number;
  }
  a[p * n + p] = diagonalP;
  a[q * n + q] = diagonalQ;
  a[p * n + q] = 0;
  a[q * n + p] = 0;
  if (vectors) rotateRows(vectors, n, p, q, sine, cosine);
}

function rotateRows(rows: Float64Array, n: number, p: number, q: number, sine: number, cosine: number): void {
  // g − s(h + gτ) is cg − sh with the small correction added last.
  const tau = sine / (1 + cosine);
  for (let i = p * n, j = q * n; i < (p + 1) * n; i++, j++) {
    const g = rows[i] as number;
    const h = rows[j] as number;
    rows[i] = g - sine * (h + g * tau);
    rows[j] = h + sine * (g - h * tau);
  }
}

function sortAscending(values: Float64Array, n: number, vectors: Float64Array | null): void {
  const order = Array.from(values.keys()).sort((i, j) => (values[i] as number) - (values[j] as number));
  const rows = vectors?.slice();
  values.sort();
  for (const [k, from] of order.entries()) {
    if (vectors && rows) vectors.set(rows.subarray(from * n, (from + 1) * n), k * n);
  }
}

function orient(v: Float64Array): void {
  const half = maxAbs(v) / 2;
  const lead = v.find((entry) => Math.abs(entry) >= half) as number;
  // Adding zero turns −0 into 0.
  for (let i = 0; i < v.length; i++) v[i] = (lead < 0 ? -(v[i] as number) : (v[i] as number)) + 0;
}
