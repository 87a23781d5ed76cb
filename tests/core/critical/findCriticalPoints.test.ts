import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CriticalPoints, findCriticalPoints } from '../../../src/core/critical/findCriticalPoints.ts';
import { compileFormula } from '../../../src/core/formula/compileFormula.ts';
import { encloseDerivatives } from '../../../src/core/formula/encloseDerivatives.ts';
import { instantiate } from '../../../src/core/formula/instantiate.ts';
import type { FormulaSource } from '../../../src/core/landscapes/Landscape.ts';
import { mexicanHat } from '../../../src/core/landscapes/mexicanHat.ts';
import { landscapeById, landscapes } from '../../../src/core/landscapes/registry.ts';
import type { Box } from '../../../src/core/params.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { drain } from '../../../src/core/task.ts';
import { caseOf } from '../landscapes/cases.ts';

function find(source: FormulaSource, effort = 1): CriticalPoints {
  const compiled = compileFormula(source);
  if (!compiled.ok) throw new Error(source.expression);
  const f = instantiate(compiled.compiled, source.constants);
  return drain(findCriticalPoints(f, encloseDerivatives(source), source.domain, effort));
}

const typed = (expression: string, variables: readonly string[], domain: Box): FormulaSource => ({
  expression,
  variables,
  constants: {},
  domain,
});

function byType({ points }: CriticalPoints): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type } of points) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

/** Numbers of critical points in the default box; for the first five proved by counting real roots. */
const COUNTS = {
  himmelblau: { minimum: 4, saddle: 4, maximum: 1 },
  'six-hump-camel': { minimum: 6, saddle: 7, maximum: 2 },
  'three-hump-camel': { minimum: 3, saddle: 2 },
  beale: { minimum: 1, saddle: 2 },
  rosenbrock: { minimum: 1 },
  'goldstein-price': { minimum: 4, saddle: 4, maximum: 1 },
  'muller-brown': { minimum: 3, saddle: 2 },
  'styblinski-tang': { minimum: 4, saddle: 4, maximum: 1 },
  rastrigin: { minimum: 121, saddle: 220, maximum: 100 },
} as const;

describe('ground truth', () => {
  test.each(Object.entries(COUNTS))('%s: all critical points, none invented, certified', (id, counts) => {
    const landscape = landscapeById(id)!;
    const found = find(landscape.source!(resolveParams(landscape.params, {}, { dimension: 2 })));
    expect(byType(found)).toEqual(counts);
    expect(found.completeness.claim).toBe('certified');
    expect(found.completeness.undecided).toEqual([]);
    const { length } = found.points;
    const phrase = `proves that the box holds exactly ${length} critical point${length === 1 ? '' : 's'}.`;
    expect(found.completeness.detail).toContain(phrase);
  });

  // facts/descent.md, §9: the exact points of Goldstein and Price; their Hessians are large, so that ulps show in ∇f.
  test('certified points are as near as the machine can tell', () => {
    const { points } = find(landscapeById('goldstein-price')!.source!({}));
    for (const [at, value] of [
      [[0, -1], 3],
      [[-0.6, -0.4], 30],
      [[1.2, -0.2], 99],
    ] as const) {
      const found = points.find(({ x }) => x.every((coordinate, i) => Math.abs(coordinate - (at[i] as number)) < 1e-3));
      for (const [i, coordinate] of at.entries()) expect(found?.x[i]).toBeCloseTo(coordinate, 13);
      expect(found?.value).toBeCloseTo(value, 10);
      expect(found?.gradientNorm).toBeLessThan(1e-10);
    }
  });

  const declared = landscapes.filter(({ criticalPoints, dimension }) => criticalPoints && (dimension ?? 2) <= 2);
  test.each(declared.map(({ id }) => id))('%s: each point declared with the landscape is met, with its type', (id) => {
    const landscape = landscapeById(id)!;
    const params = resolveParams(landscape.params, {}, { dimension: landscape.dimension ?? 2 });
    const source = landscape.source!(params);
    const { points, completeness } = find(source);
    for (const known of landscape.criticalPoints!(params)) {
      const isUndecided = completeness.undecided.some((box) =>
        box.every(([low, high], i) => (known.x[i] as number) >= low && (known.x[i] as number) <= high),
      );
      const near = points.find(({ x }) => x.every((value, i) => Math.abs(value - (known.x[i] as number)) < 1e-6));
      if (near === undefined && isUndecided) continue;
      expect(near, `${known.x}`).toBeDefined();
      expect(near!.type).toBe(known.type);
      expect(near!.value).toBeCloseTo(known.value, 6);
    }
    expect(points.map(({ value }) => value)).toEqual(points.map(({ value }) => value).toSorted((a, b) => a - b));
  });
});

test('nine points however close together and wherever the box begins, none lost and none twice', () => {
  const half = fc.constantFrom(0.004, 0.02, 0.15, 0.9);
  const room = fc.integer({ min: 1, max: 999 }).map((k) => k / 500);
  fc.assert(
    fc.property(half, half, fc.tuple(room, room, room, room), (a, b, [left, right, down, up]) => {
      // (x² − a²)²/a² + (y² − b²)²/b²: critical where x ∈ {−a, 0, a} and y ∈ {−b, 0, b}.
      const box: Box = [
        [-a - left, a + right],
        [-b - down, b + up],
      ];
      const found = find(typed(`(x^2 - ${a}^2)^2/${a}^2 + (y^2 - ${b}^2)^2/${b}^2`, ['x', 'y'], box));
      expect(byType(found)).toEqual({ minimum: 4, saddle: 4, maximum: 1 });
      expect(found.completeness).toMatchObject({ claim: 'certified', undecided: [] });
    }),
    { numRuns: 60 },
  );
});

describe('what cannot be certified is said', () => {
  test('a degenerate point: its box is named, and it is met all the same', () => {
    const box: Box = [
      [-1, 1.5],
      [-1, 1],
    ];
    const { points, completeness } = find(typed('x^3 - 3*x*y^2', ['x', 'y'], box));
    expect(points.map(({ type }) => type)).toEqual(['degenerate']);
    expect(Math.hypot(...(points[0]!.x as unknown as number[]))).toBeLessThan(1e-6);
    expect(completeness.claim).toBe('certified');
    expect(completeness.undecided).toHaveLength(1);
    for (const [low, high] of completeness.undecided[0]!) {
      expect(low).toBeLessThanOrEqual(0);
      expect(high).toBeGreaterThanOrEqual(0);
      expect(high - low).toBeLessThan(1e-6);
    }
  });

  test('a cusp is an undecided box and no point', () => {
    const { points, completeness } = find(
      typed(
        'sqrt(x^2 + y^2)',
        ['x', 'y'],
        [
          [-1, 2],
          [-1, 2],
        ],
      ),
    );
    expect(points).toEqual([]);
    expect(completeness.undecided).toHaveLength(1);
  });

  test('a whole curve of critical points is boxed in, and nothing else is', () => {
    const { completeness } = find(
      typed(
        '(x^2 + y^2 - 1)^2',
        ['x', 'y'],
        [
          [-2, 2],
          [-2, 2.5],
        ],
      ),
    );
    expect(completeness.claim).toBe('certified');
    expect(completeness.detail).toMatch(/proves 1 critical point, and no others outside of \d+ undecided boxes:/);
    const boxes = completeness.undecided;
    for (let k = 0; k < 360; k++) {
      const on = [Math.cos((k * Math.PI) / 180), Math.sin((k * Math.PI) / 180)];
      const isIn = boxes.some((box) =>
        box.every(([low, high], i) => (on[i] as number) >= low && (on[i] as number) <= high),
      );
      expect(isIn, `${k}°`).toBe(true);
    }
    // Along the circle: the proved maximum in its middle is in none of them, nor are the corners of its square.
    for (const off of [
      [0, 0],
      [0.95, 0.95],
      [-0.95, 0.95],
      [0.3, -0.3],
    ]) {
      const isIn = boxes.some((box) =>
        box.every(([low, high], i) => (off[i] as number) >= low && (off[i] as number) <= high),
      );
      expect(isIn, `${off}`).toBe(false);
    }
  });

  describe('where f is flat every point is critical, and one stands for all', () => {
    const box: Box = [
      [-2, 2],
      [-1, 2],
    ];

    test('everywhere', () => {
      const { points, completeness } = find(typed('1 + 0*x', ['x', 'y'], box));
      expect(points.map(({ type, value }) => [type, value])).toEqual([['degenerate', 1]]);
      expect(completeness).toEqual({
        claim: 'certified',
        detail: 'Interval arithmetic proves that f is flat: every point of the box is critical, and one is listed.',
        undecided: [],
        flat: 1,
      });
    });

    test('beside an edge that stays undecided', () => {
      const { points, completeness } = find(typed('x < 0 ? 0 : x^4*(1 + y^2)', ['x', 'y'], box));
      expect(completeness.claim).toBe('certified');
      expect(completeness.flat).toBeGreaterThan(0.49);
      expect(completeness.flat).toBeLessThan(0.5);
      expect(completeness.detail).toContain('% of the box f is flat');
      expect(completeness.undecided).toHaveLength(1);
      expect(points.filter(({ x }) => x[0]! < -0.01)).toHaveLength(1);
    });

    test('within a circle of undecided boxes, none of which lists another point of it', () => {
      const plateau = find(typed('max(0, x^2 + y^2 - 1)^2', ['x', 'y'], box));
      expect(plateau.completeness.claim).toBe('certified');
      expect(plateau.completeness.undecided.length).toBeGreaterThan(5);
      expect(plateau.points).toHaveLength(1);
      // A degenerate point apart from the plateau stays.
      const both = find(typed('x < 0 ? 0 : x^4*((x - 1)^4 + y^4)', ['x', 'y'], box));
      expect(both.points.filter(({ x }) => Math.hypot(x[0]! - 1, x[1]!) < 1e-3)).not.toHaveLength(0);
    });

    test('in a search: the starts on it are counted, not listed', () => {
      const { f, source } = caseOf(mexicanHat, {});
      const { points, completeness } = drain(findCriticalPoints(f, null, source.domain, 1));
      expect(completeness.claim).toBe('searched');
      expect(completeness.flat).toBeGreaterThan(0.2);
      expect(completeness.detail).toMatch(/Where \d+ of the starts lie f is flat/);
      expect(points.filter(({ eigenvalues }) => eigenvalues.every((value) => value === 0))).toHaveLength(1);
      expect(points.filter(({ type }) => type === 'degenerate')).toHaveLength(1);
    });
  });

  test('a coordinate below the normal range of doubles is 0', () => {
    const source = typed(
      'x < 0 ? x^2 + y^2 : 2*x^2 + y^2',
      ['x', 'y'],
      [
        [-2, 2],
        [-2, 2],
      ],
    );
    const [point] = find(source).points;
    expect(Array.from(point!.x, Math.abs)).toEqual([0, 0]);
  });

  test('where f has no value there is no critical point', () => {
    // The slope of the formula is zero at x = −1, where log x is no number.
    const { points, completeness } = find(typed('log(x) + x', ['x'], [[-2, 3]]));
    expect(points).toEqual([]);
    expect(completeness.claim).toBe('certified');
  });
});

describe('other dimensions', () => {
  test('one variable', () => {
    const { points, completeness } = find(typed('x^4/4 - x^2/2', ['x'], [[-2, 2.1]]));
    expect(points.map(({ x, type }) => [Math.round(x[0]! * 1e9) / 1e9, type])).toEqual([
      [-1, 'minimum'],
      [1, 'minimum'],
      [0, 'maximum'],
    ]);
    expect(completeness.claim).toBe('certified');
  });

  test('three variables: the 27 critical points of a sum of double wells', () => {
    const wells = '(x^2-1)^2/4 + (y^2-1)^2/4 + (z^2-1)^2/4';
    const side = [-1.6, 1.7] as const;
    const found = find(typed(wells, ['x', 'y', 'z'], [side, side, side]));
    expect(byType(found)).toEqual({ minimum: 8, saddle: 18, maximum: 1 });
    expect(found.completeness.claim).toBe('certified');
  });

  test('six coupled variables', () => {
    const variables = ['a', 'b', 'c', 'd', 'p', 'q'];
    const terms = variables.map((v, i) => `${v}^2/2 - cos(${v} + ${variables[(i + 1) % 6]})`);
    const found = find(
      typed(
        terms.join(' + '),
        variables,
        variables.map(() => [-0.4, 0.5] as const),
      ),
    );
    expect(byType(found)).toEqual({ minimum: 1 });
    expect(found.completeness.claim).toBe('certified');
  });

  test('too many points in too many dimensions are searched, and no more is claimed', () => {
    const variables = ['a', 'b', 'c', 'd'];
    const { points, completeness } = find(
      typed(
        variables.map((v) => `${v}^2 - 10*cos(2*pi*${v})`).join(' + '),
        variables,
        variables.map(() => [-5.12, 5.12] as const),
      ),
    );
    expect(completeness.claim).toBe('searched');
    expect(completeness.detail).toMatch(
      /^400 starts of Newton’s method found \d+ points, the rarest of them .*; there may be others\.$/,
    );
    expect(points.length).toBeGreaterThan(100);
    for (const { gradientNorm } of points) expect(gradientNorm).toBeLessThan(1e-7);
  });
});
