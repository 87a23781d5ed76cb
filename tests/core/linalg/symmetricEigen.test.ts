import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { symmetricEigen, symmetricEigenvalues } from '../../../src/core/linalg/symmetricEigen.ts';
import { dot, maxAbs } from '../../../src/core/linalg/vectors.ts';

/** A symmetric n×n matrix with entries of the given scale, from a flat list of numbers in [-1, 1]. */
function symmetric(n: number, entries: readonly number[], scale: number): Float64Array {
  const matrix = new Float64Array(n * n);
  let next = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) {
      matrix[i * n + j] = (entries[next++ % entries.length] as number) * scale;
      matrix[j * n + i] = matrix[i * n + j] as number;
    }
  }
  return matrix;
}

/** Largest ‖Av − λv‖∞ over the pairs, and largest deviation of VVᵀ from the identity. */
function defects(matrix: Float64Array, n: number): { residual: number; orthogonality: number; trace: number } {
  const { values, vectors } = symmetricEigen(matrix, n);
  const row = (k: number) => vectors.subarray(k * n, (k + 1) * n);
  let residual = 0;
  let orthogonality = 0;
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) {
      const product = dot(matrix.subarray(i * n, (i + 1) * n), row(k));
      residual = Math.max(residual, Math.abs(product - (values[k] as number) * (row(k)[i] as number)));
      orthogonality = Math.max(orthogonality, Math.abs(dot(row(k), row(i)) - (i === k ? 1 : 0)));
    }
  }
  const trace = values.reduce((sum, value, i) => sum + value - (matrix[i * n + i] as number), 0);
  return { residual, orthogonality, trace };
}

const entry = fc.oneof(
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.constantFrom(0, 1, -1),
  fc.integer({ min: 1, max: 324 }).map((k) => Number(`1e-${k}`)),
);
const matrices = fc.tuple(
  fc.integer({ min: 1, max: 12 }),
  fc.array(entry, { minLength: 1, maxLength: 78 }),
  fc.constantFrom(1e-300, 1e-150, 1e-9, 1, 1e9, 1e150, 1e300),
);

describe('symmetricEigen', () => {
  it('has small residuals and orthonormal vectors at every scale', () => {
    fc.assert(
      fc.property(matrices, ([n, entries, scale]) => {
        const matrix = symmetric(n, entries, scale);
        const { residual, orthogonality, trace } = defects(matrix, n);
        // The second term: products of subnormal entries are rounded to whole units of the least number.
        const allowance = 2e-14 * n * maxAbs(matrix) + n * Number.MIN_VALUE;
        expect(residual).toBeLessThanOrEqual(allowance);
        expect(Math.abs(trace)).toBeLessThanOrEqual(allowance);
        expect(orthogonality).toBeLessThanOrEqual(2e-14 * n);
      }),
      { numRuns: 500, examples: [[[2, [-1, 5e-324], 1]]] },
    );
  });

  it('is ascending, agrees with the eigenvalues alone, and fills the out that it is given', () => {
    fc.assert(
      fc.property(matrices, ([n, entries, scale]) => {
        const matrix = symmetric(n, entries, scale);
        const out = new Float64Array(n);
        expect(symmetricEigenvalues(matrix, n, out)).toBe(out);
        expect(Array.from(out)).toEqual(Array.from(symmetricEigen(matrix, n).values));
        expect(Array.from(out)).toEqual(Array.from(out).sort((a, b) => a - b));
      }),
    );
  });

  it('turns each vector so that its first entry of at least half the largest magnitude is positive', () => {
    fc.assert(
      fc.property(matrices, ([n, entries, scale]) => {
        const { vectors } = symmetricEigen(symmetric(n, entries, scale), n);
        for (let k = 0; k < n; k++) {
          const v = vectors.subarray(k * n, (k + 1) * n);
          expect(v.find((entry) => Math.abs(entry) >= maxAbs(v) / 2)).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('knows matrices whose spectrum is known', () => {
    expect(Array.from(symmetricEigenvalues(Float64Array.of(-7), 1))).toEqual([-7]);
    // [[2, 1], [1, 2]]: 1 with (1, −1)/√2 and 3 with (1, 1)/√2.
    const two = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
    expect(Array.from(two.values)).toEqual([1, 3]);
    const h = Math.SQRT1_2;
    for (const [i, expected] of [h, -h, h, h].entries()) expect(two.vectors[i]).toBeCloseTo(expected, 15);
    // The second difference of n points: 2 − 2cos(kπ/(n+1)).
    const n = 50;
    const difference = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      difference[i * n + i] = 2;
      if (i > 0) difference[i * n + i - 1] = difference[(i - 1) * n + i] = -1;
    }
    const values = symmetricEigenvalues(difference, n);
    for (let k = 1; k <= n; k++) expect(values[k - 1]).toBeCloseTo(2 - 2 * Math.cos((k * Math.PI) / (n + 1)), 13);
  });

  it('keeps the small eigenvalue of a nearly singular 2×2 matrix', () => {
    // Determinant 2e-16 − 1e-16 over the greater eigenvalue, 1 + 1e-16.
    const [low] = symmetricEigenvalues(Float64Array.of(1, 1e-8, 1e-8, 2e-16), 2) as unknown as [number];
    expect(low / 1e-16).toBeCloseTo(1, 14);
  });

  it('takes 2×2 entries at the ends of the range', () => {
    expect(Array.from(symmetricEigenvalues(Float64Array.of(1e308, 5e307, 5e307, 1e308), 2))).toEqual([5e307, 1.5e308]);
    expect(Array.from(symmetricEigenvalues(Float64Array.of(5e-324, 0, 0, 0), 2))).toEqual([0, 5e-324]);
    expect(Array.from(symmetricEigenvalues(Float64Array.of(0, 5e-324, 5e-324, 0), 2))).toEqual([-5e-324, 5e-324]);
  });

  it('turns equal diagonals by 45°, however small the entry beside them', () => {
    for (const [diagonal, entry] of [
      [-1, 5e-324],
      [1e300, 5e-324],
      [0, -5e-324],
      [2, 1e-310],
    ] as const) {
      const { vectors } = symmetricEigen(Float64Array.of(diagonal, entry, entry, diagonal), 2);
      for (const component of vectors) expect(Math.abs(component)).toBeCloseTo(Math.SQRT1_2, 15);
      expect(defects(Float64Array.of(diagonal, entry, entry, diagonal), 2).orthogonality).toBeLessThan(1e-15);
    }
  });

  it('keeps small eigenvalues of graded matrices, and takes entries 308 powers of ten apart', () => {
    // Diagonal 1, 1e-10, 1e-20 with couplings 1e-7 and 1e-17: the Schur complements are 9.9e-11 … by hand.
    const graded = Float64Array.of(1, 1e-7, 0, 1e-7, 1e-10, 1e-17, 0, 1e-17, 1e-20);
    const values = symmetricEigenvalues(graded, 3);
    const middle = 1e-10 - 1e-14;
    expect((values[0] as number) / (1e-20 - 1e-34 / middle)).toBeCloseTo(1, 9);
    expect((values[1] as number) / middle).toBeCloseTo(1, 9);
    expect(values[2]).toBe(1 + 1e-14);
    const apart = symmetricEigen(Float64Array.of(0, 1e-308, 0, 1e-308, 1.5, 0, 0, 0, 0), 3);
    expect(Array.from(apart.values)).toEqual([0, 0, 1.5]);
    expect(defects(Float64Array.of(0, 1e-308, 0, 1e-308, 1.5, 0, 0, 0, 0), 3).orthogonality).toBe(0);
  });

  it('gives an orthonormal basis for repeated eigenvalues', () => {
    // I + 1·1ᵀ: 1 with multiplicity n − 1, and n + 1.
    for (const n of [2, 3, 8, 50]) {
      const matrix = new Float64Array(n * n).fill(1);
      for (let i = 0; i < n; i++) matrix[i * n + i] = 2;
      const { values } = symmetricEigen(matrix, n);
      for (let k = 0; k < n - 1; k++) expect(values[k]).toBeCloseTo(1, 12);
      expect(values[n - 1]).toBeCloseTo(n + 1, 12);
      expect(defects(matrix, n).orthogonality).toBeLessThan(1e-13);
    }
    const identity = symmetricEigen(Float64Array.of(3, 0, 0, 3), 2);
    expect(Array.from(identity.vectors)).toEqual([1, 0, 0, 1]);
    expect(Array.from(symmetricEigen(new Float64Array(9), 3).values)).toEqual([0, 0, 0]);
  });

  it('answers NaN to entries that are not finite, for every n', () => {
    for (const n of [1, 2, 3, 10]) {
      for (const bad of [Number.NaN, Infinity, -Infinity]) {
        const matrix = new Float64Array(n * n).fill(1);
        matrix[n * n - 1] = bad;
        const { values, vectors } = symmetricEigen(matrix, n);
        expect(values.length).toBe(n);
        expect(values.every(Number.isNaN) && vectors.every(Number.isNaN)).toBe(true);
        expect(symmetricEigenvalues(matrix, n).every(Number.isNaN)).toBe(true);
      }
    }
  });

  it('throws for a size that does not fit', () => {
    expect(() => symmetricEigenvalues(new Float64Array(3), 2)).toThrow('3 entries, 2×2 needed');
    expect(() => symmetricEigen(new Float64Array(4), 0)).toThrow('dimension 0');
    expect(() => symmetricEigenvalues(new Float64Array(9), 3, new Float64Array(2))).toThrow('room for 2');
  });
});
