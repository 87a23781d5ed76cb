import fc from 'fast-check';
import { expect, test } from 'vitest';
import { invert } from '../../../src/core/linalg/invert.ts';

test('times the matrix it is the identity, at every scale, to the accuracy that the condition allows', () => {
  const sizes = fc.integer({ min: 1, max: 6 });
  // Multiples of 2⁻¹⁰: the bound is one on rounding, and products of entries near 1e-200 underflow instead.
  const entries = fc.array(fc.integer({ min: -1024, max: 1024 }), { minLength: 36, maxLength: 36 });
  fc.assert(
    fc.property(sizes, entries, fc.constantFrom(1e-9, 1, 1e9), (n, flat, scale) => {
      const matrix = Float64Array.from(flat.slice(0, n * n), (entry) => (entry / 1024) * scale);
      const inverse = invert(matrix, n);
      if (!inverse) return;
      const size = (m: Float64Array) => m.reduce((sum, entry) => sum + Math.abs(entry), 0);
      const condition = size(matrix) * size(inverse);
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          let entry = 0;
          for (let k = 0; k < n; k++) entry += (matrix[i * n + k] as number) * (inverse[k * n + j] as number);
          expect(Math.abs(entry - (i === j ? 1 : 0))).toBeLessThanOrEqual(1e-15 * condition);
        }
      }
    }),
  );
});

test('needs its pivots: a zero on the diagonal is no obstacle, a singular matrix has none', () => {
  expect(Array.from(invert(Float64Array.of(0, 2, 4, 0), 2) as Float64Array)).toEqual([0, 0.25, 0.5, 0]);
  expect(invert(Float64Array.of(1, 2, 2, 4), 2)).toBeNull();
  expect(invert(Float64Array.of(Number.NaN), 1)).toBeNull();
});
