import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dot, maxAbs, norm2 } from '../../../src/core/linalg/vectors.ts';

const entries = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 });

describe('vectors', () => {
  it('computes known products and norms', () => {
    expect(dot(Float64Array.of(1, 2, 3), Float64Array.of(4, -5, 6))).toBe(12);
    expect(norm2(Float64Array.of(3, -4))).toBe(5);
    expect(norm2(new Float64Array(3))).toBe(0);
    expect(maxAbs(Float64Array.of(1, -7, 3))).toBe(7);
    expect(maxAbs(new Float64Array(0))).toBe(0);
  });

  it('scales: ‖cv‖ = c‖v‖ where the plain sum would overflow or vanish', () => {
    fc.assert(
      fc.property(entries, fc.constantFrom(1e-300, 1e-160, 1e160, 1e300), (v, scale) => {
        fc.pre(v.some((entry) => Math.abs(entry) > 1e-3));
        const plain = Math.sqrt(v.reduce((sum, entry) => sum + entry * entry, 0));
        const scaled = norm2(Float64Array.from(v, (entry) => entry * scale));
        expect(scaled / scale / plain).toBeCloseTo(1, 12);
      }),
    );
    expect(norm2(Float64Array.of(5e-324))).toBe(5e-324);
  });

  it('passes on what is not a number, and keeps infinity', () => {
    expect(norm2(Float64Array.of(1, Number.NaN))).toBeNaN();
    expect(norm2(Float64Array.of(Infinity, Number.NaN))).toBeNaN();
    expect(norm2(Float64Array.of(-Infinity, 1))).toBe(Infinity);
    expect(maxAbs(Float64Array.of(1, Number.NaN, 2))).toBeNaN();
  });
});
