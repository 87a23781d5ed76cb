/**
 * The inverse of a matrix by Gauss–Jordan elimination with partial pivoting, for a few rows.
 * @param matrix  n·n, row-major, read only
 * @returns a fresh n·n array, or null where a pivot is zero or anything is not finite
 * Source: Golub and Van Loan (2013), §3.4.
 */
export function invert(matrix: Float64Array, n: number): Float64Array | null {
  const left = matrix.slice(0, n * n);
  const right = new Float64Array(n * n);
  for (let i = 0; i < n; i++) right[i * n + i] = 1;
  for (let column = 0; column < n; column++) {
    const pivotRow = largestBelow(left, n, column);
    const pivot = left[pivotRow * n + column] as number;
    if (!(Math.abs(pivot) > 0 && Number.isFinite(1 / pivot))) return null;
    for (const rows of [left, right]) {
      swapRows(rows, n, column, pivotRow);
      for (let j = 0; j < n; j++) rows[column * n + j] = (rows[column * n + j] as number) / pivot;
    }
    eliminate(left, right, n, column);
  }
  return right.every(Number.isFinite) ? right : null;
}

function largestBelow(rows: Float64Array, n: number, column: number): number {
  let best = column;
  for (let i = column + 1; i < n; i++) {
    if (Math.abs(rows[i * n + column] as number) > Math.abs(rows[best * n + column] as number)) best = i;
  }
  return best;
}

function swapRows(rows: Float64Array, n: number, a: number, b: number): void {
  if (a === b) return;
  const kept = rows.slice(a * n, (a + 1) * n);
  rows.copyWithin(a * n, b * n, (b + 1) * n);
  rows.set(kept, b * n);
}

function eliminate(left: Float64Array, right: Float64Array, n: number, column: number): void {
  for (let i = 0; i < n; i++) {
    const factor = left[i * n + column] as number;
    if (i === column || factor === 0) continue;
    for (let j = 0; j < n; j++) {
      left[i * n + j] = (left[i * n + j] as number) - factor * (left[column * n + j] as number);
      right[i * n + j] = (right[i * n + j] as number) - factor * (right[column * n + j] as number);
    }
  }
}
