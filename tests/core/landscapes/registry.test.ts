import { describe, expect, it } from 'vitest';
import { landscapeById, landscapes } from '../../../src/core/landscapes/registry.ts';
import type { ParamSpec } from '../../../src/core/params.ts';
import { CASES, caseOf } from './cases.ts';

/** The identifiers that links and files use, in the order of the scenario format's list. */
const IDS = [
  'quadratic-saddle',
  'double-well',
  'lee-2016',
  'himmelblau',
  'rosenbrock',
  'six-hump-camel',
  'three-hump-camel',
  'beale',
  'goldstein-price',
  'muller-brown',
  'styblinski-tang',
  'rastrigin',
  'ackley',
  'monkey-saddle',
  'matrix-factorization',
  'tensor-2d',
  'mexican-hat',
  'quasi-convex',
  'octopus',
  'polynomial-regression',
  'formula',
];

/** The parameters that links and files name. */
const PARAMS: Readonly<Record<string, readonly string[]>> = {
  'quadratic-saddle': ['lambda1', 'lambda2'],
  rosenbrock: ['dimension'],
  'styblinski-tang': ['dimension'],
  rastrigin: ['dimension'],
  ackley: ['dimension'],
  'matrix-factorization': ['target', 'regularization'],
  'quasi-convex': ['anisotropy'],
  octopus: ['L', 'gamma', 'tau', 'dimension'],
  'polynomial-regression': ['target', 'loss', 'points'],
  formula: ['expression', 'variables', 'constants', 'domain'],
};

function expectSensible(spec: ParamSpec): void {
  if (spec.kind !== 'number' && spec.kind !== 'integer') return;
  const { from, to, scale } = spec.slider;
  const standard = spec.default as number;
  expect(spec.min).toBeLessThan(spec.max);
  expect(standard).toBeGreaterThanOrEqual(spec.min);
  expect(standard).toBeLessThanOrEqual(spec.max);
  expect(from).toBeGreaterThanOrEqual(spec.min);
  expect(to).toBeLessThanOrEqual(spec.max);
  expect(standard).toBeGreaterThanOrEqual(from);
  expect(standard).toBeLessThanOrEqual(to);
  if (scale === 'log') expect(from).toBeGreaterThan(0);
}

describe('registry', () => {
  it('lists the landscapes of the contract, in its order, with its parameters', () => {
    expect(landscapes.map(({ id }) => id)).toEqual(IDS);
    for (const landscape of landscapes) {
      expect(landscapeById(landscape.id)).toBe(landscape);
      expect(Object.keys(landscape.params)).toEqual(PARAMS[landscape.id] ?? []);
      for (const spec of Object.values(landscape.params)) expectSensible(spec);
    }
    expect(landscapeById('toString')).toBeUndefined();
  });

  it('has a null dimension exactly where a parameter sets it, and as many variables as that says', () => {
    for (const { landscape, params, source } of CASES) {
      const given = landscape.code ? source.variables.length : 2;
      expect(landscape.dimension ?? params.dimension ?? given).toBe(source.variables.length);
      expect(source.domain.length).toBe(source.variables.length);
      expect(landscape.dimension === null).toBe(
        'dimension' in params || landscape.id === 'formula' || !!landscape.code,
      );
      for (const [low, high] of source.domain) expect(low).toBeLessThan(high);
    }
  });

  it('keeps the text of a formula when only constants change', () => {
    const saddle = landscapeById('quadratic-saddle') as (typeof landscapes)[number];
    const sources = [-2, 0, 3].map((lambda1) => caseOf(saddle, { lambda1 }).source);
    const texts = sources.map((source) => 'expression' in source && source.expression);
    expect(new Set(texts).size).toBe(1);
  });
});

describe('the typed formula', () => {
  const formula = landscapeById('formula') as (typeof landscapes)[number];

  it('defaults to a formula that needs no constant, because a default must not declare one for others', () => {
    expect(caseOf(formula).source).toEqual({
      expression: 'x^2 - y^2 + y^4/4',
      variables: ['x', 'y'],
      constants: {},
      domain: [
        [-2, 2],
        [-2, 2],
      ],
    });
  });

  it('takes any number of variables, and gives each an interval where the box is left out', () => {
    const variables = ['p', 'q', 'r'];
    const expression = 'p^2 + 2*q^2 + c*r^2';
    const source = formula.source!({ expression, variables, constants: { c: 3 } });
    expect(source.domain).toEqual([
      [-2, 2],
      [-2, 2],
      [-2, 2],
    ]);
    const domain = [
      [0, 1],
      [2, 3],
      [-1, 4],
    ] as const;
    const { f, source: given } = caseOf(formula, { expression, variables, constants: { c: 3 }, domain });
    expect(given.domain).toEqual(domain);
    expect(f.value(Float64Array.of(1, 2, 3))).toBe(1 + 8 + 27);
  });
});
