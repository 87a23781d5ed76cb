import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxAbs } from '../../../src/core/linalg/vectors.ts';
import { CASES } from './cases.ts';

/** A derivative by differences, and a bound on its error. */
interface Estimate {
  readonly value: number;
  readonly error: number;
}

/**
 * g'(0) by central differences, extrapolated over steps that shrink by 1.4 (Ridders 1982); the error is that of the
 * best two neighbours in the tableau.
 */
function ridders(g: (t: number) => number, first: number): Estimate {
  let best: Estimate = { value: Number.NaN, error: Infinity };
  let previous: number[] = [];
  for (let k = 0, h = first; k < 10; k++, h /= 1.4) {
    const row = [(g(h) - g(-h)) / (2 * h)];
    for (let j = 1, factor = 1.96; j <= k; j++, factor *= 1.96) {
      const value = ((row[j - 1] as number) * factor - (previous[j - 1] as number)) / (factor - 1);
      const error = Math.max(Math.abs(value - (row[j - 1] as number)), Math.abs(value - (previous[j - 1] as number)));
      if (error < best.error) best = { value, error };
      row.push(value);
    }
    previous = row;
  }
  return best;
}

function moved(x: Float64Array, i: number, t: number): Float64Array {
  const y = Float64Array.from(x);
  y[i] = (y[i] as number) + t;
  return y;
}

describe.each(CASES.map((each) => [each.label, each] as const))('%s', (_, each) => {
  const { source, landscape, params } = each;
  const n = source.variables.length;
  const numRuns = n > 5 ? 10 : 100;
  const step = 0.02;
  const points = landscape.criticalPoints?.(params) ?? [];
  const cusps = points.filter((point) => !point.eigenvalues);
  /** Points of the box whose differences do not reach over a declared cusp. */
  const smooth = each.points.filter((x) =>
    cusps.every((cusp) => cusp.x.some((c, i) => Math.abs(c - (x[i] as number)) > 5 * step)),
  );

  it('has the gradient that differences of its value have', () => {
    const { f } = each;
    fc.assert(
      fc.property(smooth, (x) => {
        const gradient = f.gradient(x, new Float64Array(n));
        const again = new Float64Array(n);
        expect(f.valueAndGradient(x, again)).toBe(f.value(x));
        expect(again).toEqual(gradient);
        for (let i = 0; i < n; i++) {
          const { value, error } = ridders((t) => f.value(moved(x, i, t)), step);
          const scale = Math.max(1, Math.abs(f.value(x)), maxAbs(gradient));
          expect(Math.abs((gradient[i] as number) - value)).toBeLessThanOrEqual(1e-8 * scale + 10 * error);
        }
      }),
      { numRuns },
    );
  });

  it('has the Hessian that differences of its gradient have, symmetric to the last bit', () => {
    const { f } = each;
    fc.assert(
      fc.property(smooth, fc.integer({ min: 0, max: n - 1 }), (x, j) => {
        const hessian = f.hessian(x, new Float64Array(n * n));
        const scale = Math.max(1, maxAbs(hessian), maxAbs(f.gradient(x, new Float64Array(n))));
        for (let i = 0; i < n; i++) {
          const slope = (t: number) => f.gradient(moved(x, j, t), new Float64Array(n))[i] as number;
          const { value, error } = ridders(slope, step);
          expect(Math.abs((hessian[i * n + j] as number) - value)).toBeLessThanOrEqual(1e-8 * scale + 10 * error);
          expect(hessian[i * n + j]).toBe(hessian[j * n + i]);
        }
      }),
      { numRuns },
    );
  });

  it('has Hessian-vector products that agree with its Hessian', () => {
    const { f } = each;
    const direction = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: n, maxLength: n });
    fc.assert(
      fc.property(smooth, direction, (x, list) => {
        const v = Float64Array.from(list);
        const hessian = f.hessian(x, new Float64Array(n * n));
        const product = f.hvp(x, v, new Float64Array(n));
        for (let i = 0; i < n; i++) {
          const expected = v.reduce((sum, entry, j) => sum + entry * (hessian[i * n + j] as number), 0);
          expect(Math.abs((product[i] as number) - expected)).toBeLessThanOrEqual(1e-12 * n * (1 + maxAbs(hessian)));
        }
      }),
      { numRuns },
    );
  });
});
