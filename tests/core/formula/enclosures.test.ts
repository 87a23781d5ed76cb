import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { EnclosureTape } from '../../../src/core/formula/EnclosureTape.ts';
import { encloseDerivatives } from '../../../src/core/formula/encloseDerivatives.ts';
import { functions } from '../../../src/core/formula/functions.ts';
import { Graph, type Node } from '../../../src/core/formula/graph.ts';
import { minus, over, plus, times } from '../../../src/core/formula/operators.ts';
import { raised } from '../../../src/core/formula/powers.ts';
import { pow } from '../../../src/core/libm.ts';
import { objectiveOf } from './objectiveOf.ts';
import { CONSTANTS, formulas, print, VARIABLES } from './randomFormula.ts';

const N = VARIABLES.length;
const coordinate = fc.integer({ min: -3000, max: 3000 }).map((k) => k / 1000);
const interval = fc
  .tuple(coordinate, fc.constantFrom(1e-9, 1e-3, 0.1, 1, 4), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([low, width, share]) => ({ low, high: low + width, inside: Math.min(low + width, low + share * width) }));
const boxes = fc.tuple(interval, interval, interval);

function enclosed(expression: string) {
  const domain = VARIABLES.map(() => [-3, 3] as const);
  const enclosures = encloseDerivatives({ expression, variables: VARIABLES, constants: CONSTANTS, domain });
  if (!enclosures) throw new Error(`${expression} was not enclosed`);
  return enclosures;
}

const wide = fc
  .tuple(
    // Whole thousandths, because doubles would be spread over the exponents and lie next to zero.
    fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: -40_000, max: 40_000 }).map((k) => k / 1000) },
      { weight: 1, arbitrary: fc.constantFrom(-1, 0, 1, 2) },
    ),
    fc.constantFrom(0, 1e-6, 0.1, 1, 3, 7, 60),
    fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 8, maxLength: 8 }),
    fc.constantFrom('neither', 'neither', 'below', 'above', 'both'),
  )
  .map(([low, width, shares, unbounded]) => ({
    low: unbounded === 'below' || unbounded === 'both' ? Number.NEGATIVE_INFINITY : low,
    high: unbounded === 'above' || unbounded === 'both' ? Number.POSITIVE_INFINITY : low + width,
    samples: [low, low + width, ...shares.map((share) => Math.min(low + width, low + (share / 1000) * width))],
  }));

type Binary = (g: Graph, a: Node, b: Node) => Node;
const operators: readonly (readonly [string, Binary, (a: number, b: number) => number])[] = [
  ['+', plus, (a, b) => a + b],
  ['-', minus, (a, b) => a - b],
  ['*', times, (a, b) => a * b],
  ['/', over, (a, b) => (b === 0 ? Number.NaN : a / b)],
  ['^', raised, (a, b) => pow(a, b)],
];
const rows = [...functions.values()].map((row) => {
  const apply: Binary = (g, a, b) => g.apply(row, row.takes.length === 1 ? [a] : [a, b]);
  return [row.name, apply, (a: number, b: number) => row.fold(a, b, 0)] as const;
});

describe('the enclosure of each operation', () => {
  test.each([...operators, ...rows])('%s holds its values', (_name, apply, fold) => {
    fc.assert(
      fc.property(wide, wide, (a, b) => {
        const g = new Graph(100);
        const tape = new EnclosureTape([apply(g, g.input('variable', 0), g.input('variable', 1))], []);
        tape.evaluate([a.low, b.low], [a.high, b.high]);
        const at = tape.roots[0] as number;
        for (const [k, x] of a.samples.entries()) {
          const value = fold(x, b.samples[k] as number);
          if (Number.isNaN(value)) {
            expect(tape.bounds.certain[at]).toBe(0);
            continue;
          }
          expect(value).toBeGreaterThanOrEqual(tape.bounds.low[at] as number);
          expect(value).toBeLessThanOrEqual(tape.bounds.high[at] as number);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('enclosures of derivatives', () => {
  it('hold what the compiled formula gives at any point of the box, for random formulas', () => {
    let compared = 0;
    fc.assert(
      fc.property(formulas, boxes, (tree, box) => {
        const expression = print(tree);
        const enclosures = enclosed(expression);
        const f = objectiveOf(expression, VARIABLES, CONSTANTS);
        const [low, high, x] = [box.map((i) => i.low), box.map((i) => i.high), Float64Array.from(box, (i) => i.inside)];
        const wide = new Float64Array(N * (N + 3));
        const thin = new Float64Array(N * (N + 3));
        enclosures.gradient(low, high, wide.subarray(0, 2 * N));
        enclosures.hessian(low, high, wide.subarray(2 * N));
        const certain = [
          enclosures.gradient(x, x, thin.subarray(0, 2 * N)),
          enclosures.hessian(x, x, thin.subarray(2 * N)),
        ];
        const slopes = f.gradient(x, new Float64Array(N));
        const hessian = f.hessian(x, new Float64Array(N * N));
        const triangle = [0, 1, 2].flatMap((i) => [...hessian.subarray(i * N, i * N + i + 1)]);
        for (const [k, value] of [...slopes, ...triangle].entries()) {
          const [from, to] = [thin[2 * k] as number, thin[2 * k + 1] as number];
          if (!certain[k < N ? 0 : 1] || !Number.isFinite(value) || !Number.isFinite(to - from)) continue;
          compared++;
          // The thin enclosure's width is what rounding can do; a few ulps more where libm is not quite monotone.
          const slack = to - from + 1e-14 * Math.abs(value) + 1e-300;
          expect(value, expression).toBeGreaterThanOrEqual(from - slack);
          expect(value, expression).toBeLessThanOrEqual(to + slack);
          expect(wide[2 * k], expression).toBeLessThanOrEqual(from + slack);
          expect(wide[2 * k + 1], expression).toBeGreaterThanOrEqual(to - slack);
        }
      }),
      { numRuns: 1000 },
    );
    expect(compared).toBeGreaterThan(2000);
  });

  it('are tight for what is simple', () => {
    const enclosures = enclosed('x^4 + sin(y) + z');
    const out = new Float64Array(2 * N);
    expect(enclosures.gradient([-1, 0, 0], [2, 1, 1], out)).toBe(true);
    // 4x³ on [−1, 2], cos on [0, 1], 1.
    for (const [i, bound] of [-4, 32, Math.cos(1), 1, 1, 1].entries()) expect(out[i]).toBeCloseTo(bound, 12);
    const second = new Float64Array(N * (N + 1));
    enclosures.hessian([-1, 0, 0], [2, 1, 1], second);
    // 12x² on [−1, 2]; −sin on [0, 1]: entries (0,0) and (1,1) of the triangle.
    for (const [at, bound] of [
      [0, 0],
      [1, 48],
      [4, -Math.sin(1)],
      [5, 0],
    ] as const) {
      expect(second[at]).toBeCloseTo(bound, 12);
    }
  });

  it('are not certain across kinks, jumps, poles and edges of the domain', () => {
    const out = new Float64Array(2 * N);
    const at = (expression: string, low: number, high: number) =>
      enclosed(expression).gradient([low, 1, 1], [high, 2, 2], out);
    for (const expression of ['abs(x)', 'max(x, 0)', '1/x', 'sqrt(x^2)', 'log(x)', 'x < 0 ? x : y', 'cbrt(x)']) {
      expect(at(expression, -1, 1), expression).toBe(false);
      expect(at(expression, 1, 2), expression).toBe(true);
    }
    expect(at('tan(x)', 1.5, 1.6)).toBe(false);
    expect(at('log(x)', -2, -1)).toBe(false);
    expect(out[0]).toBeNaN();
  });
});
