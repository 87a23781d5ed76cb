import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lanczos } from '../../../src/core/linalg/lanczos.ts';
import { symmetricEigenvalues } from '../../../src/core/linalg/symmetricEigen.ts';
import { dot, maxAbs, norm2 } from '../../../src/core/linalg/vectors.ts';
import { Rng } from '../../../src/core/rng.ts';

const product = (matrix: Float64Array) => (v: Float64Array, out: Float64Array) => {
  for (let i = 0; i < v.length; i++) out[i] = dot(matrix.subarray(i * v.length, (i + 1) * v.length), v);
};

const diagonal = (entries: Float64Array) => (v: Float64Array, out: Float64Array) => {
  for (let i = 0; i < v.length; i++) out[i] = entries[i]! * v[i]!;
};

function gaussian(n: number, label: string): Float64Array {
  const rng = Rng.seeded(6).split(label);
  return Float64Array.from({ length: n }, () => rng.gaussian());
}

/** Subnormal products lose their digits, which is not what is tested here. */
const plain = fc.double({ min: -1, max: 1, noNaN: true }).map((t) => (Math.abs(t) < 1e-30 ? 0 : t));
const unit = fc.oneof(plain, fc.constantFrom(0, 0, 1, -1, 1e-9));
const problems = fc
  .tuple(
    fc.integer({ min: 1, max: 12 }),
    fc.array(unit, { minLength: 1, maxLength: 78 }),
    fc.array(unit, { minLength: 12, maxLength: 12 }),
    fc.constantFrom(1e-9, 1, 1e9),
  )
  .map(([n, entries, start, scale]) => {
    const matrix = new Float64Array(n * n);
    let next = 0;
    for (let i = 0; i < n; i++) {
      for (let j = i; j < n; j++) matrix[i * n + j] = matrix[j * n + i] = entries[next++ % entries.length]! * scale;
    }
    const first = Float64Array.from(start.slice(0, n));
    if (norm2(first) === 0) first[0] = 1;
    return { n, matrix, start: first };
  });

describe('n steps', () => {
  test('give every eigenvalue with small residuals and orthonormal vectors, at scales 1e±9, from any start', () => {
    const property = fc.property(problems, ({ n, matrix, start }) => {
      const { values, vectors, residuals } = lanczos(product(matrix), start, n, n);
      const allowance = 1e-13 * n * maxAbs(matrix);
      const expected = symmetricEigenvalues(matrix, n);
      const image = new Float64Array(n);
      for (let k = 0; k < n; k++) {
        const v = vectors.subarray(k * n, (k + 1) * n);
        expect(Math.abs(values[k]! - expected[k]!)).toBeLessThanOrEqual(allowance);
        product(matrix)(v, image);
        const residual = norm2(image.map((entry, i) => entry - values[k]! * v[i]!));
        expect(residual).toBeLessThanOrEqual(allowance);
        expect(Math.abs(residuals[k]! - residual)).toBeLessThanOrEqual(allowance);
        for (let j = 0; j <= k; j++) {
          const overlap = dot(v, vectors.subarray(j * n, (j + 1) * n));
          expect(Math.abs(overlap - (j === k ? 1 : 0))).toBeLessThanOrEqual(1e-13 * n);
        }
      }
    });
    fc.assert(property, { seed: 4, numRuns: 1000 });
  });

  test('find what the start has no part in: it is an eigenvector of another eigenvalue', () => {
    const { values, vectors } = lanczos(diagonal(Float64Array.of(2, 5, -1)), Float64Array.of(0, 7, 0), 2, 3);
    expect([...values]).toEqual([-1, 2]);
    expect(Math.abs(vectors[2]!)).toBe(1);
    expect(Math.abs(vectors[3]!)).toBe(1);
  });
});

describe('few steps', () => {
  test('by hand: A = diag(0, 3), start (1, 1): one step gives the mean 3/2 with residual 3/2', () => {
    const { values, residuals } = lanczos(diagonal(Float64Array.of(0, 3)), Float64Array.of(1, 1), 1, 1);
    expect(values[0]).toBeCloseTo(1.5, 15);
    expect(residuals[0]).toBeCloseTo(1.5, 15);
  });

  test.each([1e-9, 1, 1e9])('find an isolated least eigenvalue among 400 in 30 products, scale %d', (scale) => {
    const n = 400;
    const entries = Float64Array.from({ length: n }, (_, i) => scale * (i === 123 ? -1 : i / n));
    let calls = 0;
    const apply = (v: Float64Array, out: Float64Array) => {
      calls++;
      diagonal(entries)(v, out);
    };
    const { values, vectors, residuals } = lanczos(apply, gaussian(n, 'start'), 1, 30);
    expect(calls).toBe(30);
    expect(Math.abs(values[0]! + scale)).toBeLessThanOrEqual(1e-13 * scale);
    expect(Math.abs(vectors[123]!)).toBeCloseTo(1, 6);
    expect(residuals[0]).toBeLessThan(1e-6 * scale);
  });

  test('bound the least eigenvalue from above, and the residual bounds the distance to an eigenvalue', () => {
    const property = fc.property(problems, fc.integer({ min: 1, max: 12 }), ({ n, matrix, start }, steps) => {
      const { values, residuals } = lanczos(product(matrix), start, 1, Math.min(n, steps));
      const expected = symmetricEigenvalues(matrix, n);
      const allowance = 1e-13 * n * maxAbs(matrix);
      expect(values[0]).toBeGreaterThanOrEqual(expected[0]! - allowance);
      const nearest = Math.min(...expected.map((value) => Math.abs(value - values[0]!)));
      expect(nearest).toBeLessThanOrEqual(residuals[0]! + allowance);
    });
    fc.assert(property, { seed: 5, numRuns: 500 });
  });

  test('stay orthogonal over 200 steps on a spectrum that ruins plain Lanczos', () => {
    // One eigenvalue far out converges at once; without reorthogonalisation copies of it appear.
    const n = 300;
    const entries = Float64Array.from({ length: n }, (_, i) => (i === 0 ? -1e6 : i / n));
    const { values } = lanczos(diagonal(entries), gaussian(n, 'ghosts'), 2, 200);
    expect(values[0]! / -1e6).toBeCloseTo(1, 13);
    expect(values[1]).toBeGreaterThan(0);
    expect(values[1]).toBeLessThan(2 / n);
  });
});

test('keeps the start as it is, and answers NaN to products that are not finite', () => {
  const start = Float64Array.of(3, 4);
  lanczos(diagonal(Float64Array.of(1, 2)), start, 1, 2);
  expect([...start]).toEqual([3, 4]);
  const { values, residuals } = lanczos((_v, out) => out.fill(Number.NaN), start, 1, 2);
  expect([values[0], residuals[0]]).toEqual([Number.NaN, Number.NaN]);
});

test('throws for numbers that do not fit', () => {
  const apply = diagonal(Float64Array.of(1, 2));
  const start = Float64Array.of(1, 1);
  expect(() => lanczos(apply, start, 1, 3)).toThrow('3 steps for n = 2');
  expect(() => lanczos(apply, start, 0, 2)).toThrow('0 eigenvalues from 2 steps');
  expect(() => lanczos(apply, start, 2, 1)).toThrow('2 eigenvalues from 1 steps');
  expect(() => lanczos(apply, new Float64Array(2), 1, 1)).toThrow('length 0');
  expect(() => lanczos(apply, Float64Array.of(1, Infinity), 1, 1)).toThrow('length Infinity');
});
