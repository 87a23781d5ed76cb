import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { octopus } from '../../../src/core/landscapes/octopus.ts';
import { maxAbs } from '../../../src/core/linalg/vectors.ts';
import { caseOf } from './cases.ts';

const TAU = 1.25;
const N = 4;

/** Everything that a twice differentiable function has at a point, in one list. */
function jet({ f }: ReturnType<typeof caseOf>, x: readonly number[]): number[] {
  const at = Float64Array.from(x);
  return [f.value(at), ...f.gradient(at, new Float64Array(N)), ...f.hessian(at, new Float64Array(N * N))];
}

describe('the octopus', () => {
  const shape = fc.record({
    L: fc.double({ min: 0.5, max: 4, noNaN: true }),
    gamma: fc.double({ min: 0.5, max: 4, noNaN: true }),
  });
  const inside = fc.array(fc.double({ min: -TAU, max: TAU, noNaN: true }), { minLength: N, maxLength: N });
  const settledAt = fc.array(fc.double({ min: 2 * TAU + 1e-9, max: 6 * TAU, noNaN: true }), {
    minLength: N,
    maxLength: N,
  });

  it.each([TAU, 2 * TAU])('has value, gradient and Hessian in common on both sides of |x_i| = %d', (border) => {
    fc.assert(
      fc.property(shape, settledAt, inside, fc.nat(N - 1), fc.boolean(), (given, before, after, i, isNegative) => {
        const each = caseOf(octopus, { ...given, tau: TAU, dimension: N });
        const side = (step: number) => {
          const a = border * (1 + step);
          return jet(each, [...before.slice(0, i), isNegative ? -a : a, ...after.slice(i + 1)]);
        };
        const [inner, outer] = [side(-1e-9), side(1e-9)];
        const scale = maxAbs(Float64Array.from(inner));
        expect(inner.every(Number.isFinite)).toBe(true);
        for (const [k, value] of inner.entries()) {
          expect(Math.abs(value - (outer[k] as number))).toBeLessThanOrEqual(1e-6 * scale);
        }
      }),
    );
  });

  it('has no value and no slope outside its tube', () => {
    const { f } = caseOf(octopus, { tau: TAU, dimension: 3 });
    for (const x of [
      [0, 1.3, 0],
      [1.3, 0, -1.3],
      [2.4, 1.3, 0],
      [3, 0, 2],
    ]) {
      const at = Float64Array.from(x);
      expect(f.value(at)).toBeNaN();
      expect(f.gradient(at, new Float64Array(3)).some(Number.isNaN)).toBe(true);
    }
  });

  it('has an H for its tube in the plane', () => {
    const { f } = caseOf(octopus, { tau: 1 });
    const rows = [5, 3, 1.5, 0.5, -0.5, -1.5, -3].map((y) =>
      [-5, -3, -1.5, -0.5, 0.5, 1.5, 3, 5].map((x) => (Number.isNaN(f.value(Float64Array.of(x, y))) ? '.' : '#')),
    );
    expect(rows.map((row) => row.join(''))).toEqual([
      '##....##',
      '##....##',
      '##....##',
      '########',
      '########',
      '##....##',
      '##....##',
    ]);
  });

  it('falls from saddle to saddle at 2γτ or faster where L ≥ γ', () => {
    const ratio = fc.double({ min: 1, max: 10, noNaN: true });
    fc.assert(
      fc.property(ratio, fc.double({ min: TAU, max: 2 * TAU, noNaN: true }), (L, a) => {
        const { f } = caseOf(octopus, { L, gamma: 1, tau: TAU });
        const [slope] = f.gradient(Float64Array.of(a, 0), new Float64Array(2));
        expect(slope).toBeLessThanOrEqual(-2 * TAU + 1e-12);
      }),
    );
  });

  it('has 2^n minima and 2^n − 1 saddles', () => {
    for (const dimension of [2, 3, 8]) {
      const { landscape, params } = caseOf(octopus, { dimension });
      const points = landscape.criticalPoints?.(params) ?? [];
      const count = (type: string) => points.filter((point) => point.type === type).length;
      expect([count('minimum'), count('saddle'), points.length]).toEqual([
        2 ** dimension,
        2 ** dimension - 1,
        2 ** (dimension + 1) - 1,
      ]);
    }
  });
});
