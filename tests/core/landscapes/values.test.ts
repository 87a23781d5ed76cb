import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectPoint } from '../../../src/core/critical/inspect.ts';
import type { Landscape } from '../../../src/core/landscapes/Landscape.ts';
import { landscapeById, landscapes } from '../../../src/core/landscapes/registry.ts';
import type { Params } from '../../../src/core/params.ts';
import { CASES, type Case, caseOf } from './cases.ts';

function caseFor(id: string, given: Params = {}): Case {
  return caseOf(landscapeById(id) as Landscape, given);
}

/** f at one point, worked out by hand from the published formula: id, parameters, x, f(x). */
const BY_HAND: readonly (readonly [string, Params, readonly number[], number])[] = [
  ['quadratic-saddle', {}, [3, 2], 9 - 4],
  ['quadratic-saddle', { lambda1: 2, lambda2: -0.5 }, [3, 2], 18 - 2],
  ['double-well', {}, [2, 3], 9 / 4 + 9 / 2],
  ['lee-2016', {}, [2, 2], 2 + 4 - 2],
  ['himmelblau', {}, [0, 0], 121 + 49],
  ['himmelblau', {}, [1, 2], 64 + 4],
  ['rosenbrock', {}, [-1.2, 1], 24.2],
  ['rosenbrock', { dimension: 3 }, [-1, 1, 2], 4 + 100],
  ['rosenbrock', { dimension: 4 }, [0, 0, 0, 0], 3],
  ['six-hump-camel', {}, [1, 1], 4 - 2.1 + 1 / 3 + 1],
  ['three-hump-camel', {}, [1, 1], 2 - 1.05 + 1 / 6 + 2],
  ['beale', {}, [0, 7], 14.203125],
  ['beale', {}, [1, 2], 2.5 ** 2 + 5.25 ** 2 + 9.625 ** 2],
  ['goldstein-price', {}, [0, 0], (1 + 19) * 30],
  ['goldstein-price', {}, [1, 1], (1 + 9 * 3) * (30 + 37)],
  // At (0, 1.5) the exponents are −23.5, −10, −1.625 and 1.175.
  [
    'muller-brown',
    {},
    [0, 1.5],
    -200 * Math.exp(-23.5) - 100 * Math.exp(-10) - 170 * Math.exp(-1.625) + 15 * Math.exp(0.7 + 0.3 + 0.175),
  ],
  ['styblinski-tang', {}, [1, 2], (-10 - 38) / 2],
  ['styblinski-tang', { dimension: 3 }, [1, 1, -1], (-10 - 10 - 20) / 2],
  ['rastrigin', {}, [1, 0.5], 1 + 0.25 + 20],
  ['rastrigin', { dimension: 1 }, [0.25], 0.0625 + 10],
  ['ackley', {}, [1, 1], 20 - 20 * Math.exp(-0.2)],
  ['ackley', { dimension: 4 }, [0.5, 0.5, 0.5, 0.5], 20 + Math.E - 20 * Math.exp(-0.1) - Math.exp(-1)],
  ['monkey-saddle', {}, [2, 1], 8 - 6],
  ['matrix-factorization', {}, [2, 3], 12.5],
  ['matrix-factorization', { target: 2, regularization: 0.5 }, [1, 1], 0.5 + 0.5],
  ['tensor-2d', {}, [0.5, 0.25], 1 + Math.cos(1) * Math.cos(0.5)],
  ['mexican-hat', {}, [0, 0], 1 / Math.E],
  // r² = ½, θ = π/2: e^{−2}(1 − (1/(1 + 1/16)) sin(π/2 − 2)).
  ['mexican-hat', {}, [0, Math.SQRT1_2], Math.exp(-2) * (1 - Math.cos(2) / 1.0625)],
  ['mexican-hat', {}, [0.8, 0.6], 0],
  ['mexican-hat', {}, [1, 1], 0],
  ['quasi-convex', {}, [1, 2], Math.log(18)],
  ['quasi-convex', { anisotropy: 0.5 }, [0, 2], Math.log(3)],
  ['octopus', {}, [1, -2], -1 + 4],
  ['octopus', { L: 3, gamma: 2, dimension: 3 }, [1, 2, -1], -2 + 3 * 5],
  // g1(1.5) = −2.25 − 32/24 + 12/32 and g2(1.5) = −1 − 4(−10/8 + 15/16 − 6/32).
  ['octopus', { L: 3, tau: 1 }, [-1.5, 0.5], -2.25 - 4 / 3 + 0.375 + 0.25],
  ['octopus', { L: 3, tau: 1, dimension: 3 }, [-1.5, 0.5, 0.25], -2.25 - 4 / 3 + 0.375 + 0.25 + 3 / 16],
  // ν = (37·3 + 13)/6.
  ['octopus', { L: 3, tau: 1 }, [5, 0.5], 3 - 124 / 6 - 0.25],
  ['octopus', { L: 3, tau: 1, dimension: 3 }, [5, -3, 1.5], 3 + 3 - (2 * 124) / 6 - 2.25 - 4 / 3 + 0.375],
  ['octopus', { L: 3, tau: 1 }, [4.5, -3], 0.75 + 3 - (2 * 124) / 6],
  // Without weights each sigmoid is ½: the outputs are ½ and 0, and x is 0.05, 0.15, …, 0.95.
  ['polynomial-regression', { target: 'quadratic', points: 10 }, new Array<number>(24).fill(0), 0.215],
  ['polynomial-regression', { loss: 'squared', points: 10 }, new Array<number>(33).fill(0), 0.070554],
  ['formula', {}, [1, 2], 1 - 4 + 0.25 * 16],
];

describe('values', () => {
  it.each(BY_HAND)('%s %j at %j', (id, given, x, expected) => {
    const value = caseFor(id, given).f.value(Float64Array.from(x));
    expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-13 * Math.max(1, Math.abs(expected)));
  });

  it('covers every landscape', () => {
    expect(new Set(BY_HAND.map(([id]) => id))).toEqual(new Set(landscapes.map(({ id }) => id)));
  });

  it.each(CASES.map((each) => [each.label, each] as const))('%s: never below its least value', (_, each) => {
    const least = each.landscape.minimumValue?.(each.params);
    if (least === undefined) return;
    fc.assert(
      fc.property(each.points, (x) => {
        expect(each.f.value(x)).toBeGreaterThanOrEqual(least - 1e-12 * Math.max(1, Math.abs(least)));
      }),
    );
  });
});

describe('families', () => {
  it('quadratic saddle: type and least value follow the signs of the coefficients', () => {
    const expected: readonly (readonly [number, number, string, number | undefined])[] = [
      [1, 2, 'minimum', 0],
      [-1, -2, 'maximum', undefined],
      [-1, 2, 'saddle', undefined],
      [0, 2, 'degenerate', 0],
      [-1, 0, 'degenerate', undefined],
    ];
    for (const [lambda1, lambda2, type, least] of expected) {
      const { landscape, params, f } = caseFor('quadratic-saddle', { lambda1, lambda2 });
      expect(landscape.criticalPoints?.(params)).toEqual([
        { x: [0, 0], value: 0, type, eigenvalues: [2 * lambda1, 2 * lambda2].sort((a, b) => a - b) },
      ]);
      expect(inspectPoint(f, new Float64Array(2)).type).toBe(type);
      expect(landscape.minimumValue?.(params)).toBe(least);
    }
  });

  it('factorisation: the numbers of the notes with target 1 and 0.05(x² + y²)', () => {
    const { landscape, params } = caseFor('matrix-factorization', { regularization: 0.1 });
    const [origin, plus, minus] = landscape.criticalPoints?.(params) ?? [];
    expect(origin).toEqual({ x: [0, 0], value: 0.5, type: 'saddle', eigenvalues: [-0.9, 1.1] });
    expect(plus?.type).toBe('minimum');
    expect(plus?.x.map((c) => c * c)).toEqual([expect.closeTo(0.9, 14), expect.closeTo(0.9, 14)]);
    expect(plus?.value).toBeCloseTo(0.095, 14);
    expect(plus?.eigenvalues).toEqual([expect.closeTo(0.2, 14), expect.closeTo(1.8, 14)]);
    expect(minus?.x).toEqual(plus?.x.map((c) => -c));
  });

  it('factorisation: what is declared holds for every target and weight', () => {
    const weight = fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 5, noNaN: true }));
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), weight, (target, regularization) => {
        // Near a bifurcation an eigenvalue is too close to zero for a type to be told.
        fc.pre(Math.abs(Math.abs(target) - regularization) > 1e-3);
        const { landscape, params, f } = caseFor('matrix-factorization', { target, regularization });
        const points = landscape.criticalPoints?.(params) ?? [];
        expect(points.length).toBe(Math.abs(target) > regularization ? 3 : 1);
        for (const point of points) {
          const found = inspectPoint(f, Float64Array.from(point.x));
          expect(found.gradientNorm).toBeLessThan(1e-13);
          expect(found.type).toBe(point.type);
          expect(found.value).toBeCloseTo(point.value, 12);
          for (const [i, value] of (point.eigenvalues ?? []).entries()) {
            expect(found.eigenvalues[i]).toBeCloseTo(value, 12);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('quasi-convex: below the greater of the ends on every segment, yet not convex', () => {
    const { f, source } = caseFor('quasi-convex');
    const [[low, high]] = source.domain as [readonly [number, number]];
    const coordinate = fc.double({ min: low, max: high, noNaN: true });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, coordinate, share, (a, b, c, d, t) => {
        const between = f.value(Float64Array.of(a + t * (c - a), b + t * (d - b)));
        const ends = Math.max(f.value(Float64Array.of(a, b)), f.value(Float64Array.of(c, d)));
        expect(between).toBeLessThanOrEqual(ends + 1e-14);
      }),
    );
    // 2(1 − x²)/(1 + x²)² at x = 2.
    expect(f.hessian(Float64Array.of(2, 0), new Float64Array(4))[0]).toBeCloseTo(-6 / 25, 14);
  });

  it('Mexican hat: the spiral θ = 1/(1 − r²) is a path of the gradient flow', () => {
    const { f } = caseFor('mexican-hat');
    const gradient = new Float64Array(2);
    for (const r of [0.3, 0.5, 0.7, 0.8, 0.85, 0.9]) {
      const q = 1 - r * r;
      const [cosine, sine] = [Math.cos(1 / q), Math.sin(1 / q)];
      f.gradient(Float64Array.of(r * cosine, r * sine), gradient);
      const [gx, gy] = gradient as unknown as [number, number];
      const radial = gx * cosine + gy * sine;
      const angular = (gy * cosine - gx * sine) / r;
      // Along the curve dθ/dr = 2r/(1 − r²)², and descent goes outwards.
      expect(angular / radial / ((2 * r) / (q * q))).toBeCloseTo(1, 9);
      expect(radial).toBeLessThan(0);
    }
  });

  it('Mexican hat: derivatives at the origin are finite, and all is zero beyond the rim', () => {
    const { f } = caseFor('mexican-hat');
    expect(Array.from(f.hessian(new Float64Array(2), new Float64Array(4)))).toEqual([
      expect.closeTo(-2 / Math.E, 14),
      0,
      0,
      expect.closeTo(-2 / Math.E, 14),
    ]);
    for (const [x, y] of [
      [1, 0],
      [0.6, 0.8],
      [1.1, -0.3],
    ] as const) {
      expect(Array.from(f.gradient(Float64Array.of(x, y), new Float64Array(2)))).toEqual([0, 0]);
      expect(inspectPoint(f, Float64Array.of(x, y)).type).toBe('degenerate');
    }
    // So close to the rim that e^{−1/q} is 0, nothing overflows to NaN.
    for (const r of [0.9999, 0.999999, 0.9999999999999999]) {
      const { value, hessian } = inspectPoint(f, Float64Array.of(r, 0));
      expect(value).toBe(0);
      expect(Array.from(hessian)).toEqual([0, 0, 0, 0]);
    }
  });

  it('Beale is constant on y = 1', () => {
    const { f } = caseFor('beale');
    for (const x of [-4, 0, 3]) expect(f.value(Float64Array.of(x, 1))).toBeCloseTo(14.203125, 13);
  });

  it('Ackley’s cusp has radial slope 2√2 in the plane', () => {
    const { f } = caseFor('ackley');
    const h = 1e-7;
    expect(f.value(Float64Array.of(h * 0.6, h * 0.8)) / h).toBeCloseTo(2 * Math.SQRT2, 5);
  });
});
