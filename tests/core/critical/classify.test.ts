import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify, zeroTolerance } from '../../../src/core/critical/classify.ts';

const at = (eigenvalues: number[], gradientNorm = 0) => classify(Float64Array.from(eigenvalues), gradientNorm, 1e-6);

describe('classify', () => {
  it('follows the signs of the eigenvalues', () => {
    expect(at([1, 2])).toEqual({ type: 'minimum', index: 0, strictSaddle: false });
    expect(at([-2, -1])).toEqual({ type: 'maximum', index: 2, strictSaddle: true });
    expect(at([-1, 1])).toEqual({ type: 'saddle', index: 1, strictSaddle: true });
    expect(at([-2, 0, 2])).toEqual({ type: 'saddle', index: 1, strictSaddle: true });
    expect(at([0, 1])).toEqual({ type: 'degenerate', index: 0, strictSaddle: false });
    expect(at([0, 0])).toEqual({ type: 'degenerate', index: 0, strictSaddle: false });
    expect(at([-1, 0])).toEqual({ type: 'degenerate', index: 1, strictSaddle: true });
  });

  it('counts as zero what is within 1e-8·max(1, |λ|max)', () => {
    expect(zeroTolerance(Float64Array.of(-4, 0.5))).toBe(4e-8);
    expect(zeroTolerance(Float64Array.of(1e-3))).toBe(1e-8);
    expect(at([0.9e-8, 1]).type).toBe('degenerate');
    expect(at([1.1e-8, 1]).type).toBe('minimum');
    expect(at([-0.9e-8, 1]).type).toBe('degenerate');
    expect(at([-1.1e-8, 1]).type).toBe('saddle');
    expect(at([-0.9e-5, 1000]).index).toBe(0);
    expect(at([-1.1e-5, 1000]).index).toBe(1);
  });

  it('calls a point regular where the gradient is above epsilon, and still counts its index', () => {
    expect(at([-1, 1], 1e-6).type).toBe('saddle');
    expect(at([-1, 1], 1.01e-6)).toEqual({ type: 'regular', index: 1, strictSaddle: false });
  });

  it('calls a point regular where something is not finite', () => {
    expect(at([-1, 1], Number.NaN)).toEqual({ type: 'regular', index: 1, strictSaddle: false });
    expect(at([Number.NaN, 1])).toEqual({ type: 'regular', index: Number.NaN, strictSaddle: false });
    expect(at([1, Infinity]).type).toBe('regular');
  });

  it('turns minima into maxima and keeps saddles when f changes its sign', () => {
    const opposite = { minimum: 'maximum', maximum: 'minimum', saddle: 'saddle', degenerate: 'degenerate' } as const;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(-5, -1e-9, 0, 1e-9, 3), { minLength: 1, maxLength: 6 }), (list) => {
        const ascending = list.toSorted((a, b) => a - b);
        const there = at(ascending).type;
        const back = at(ascending.map((value) => -value).reverse()).type;
        expect(there === 'regular' ? there : opposite[there]).toBe(back);
      }),
    );
  });
});
