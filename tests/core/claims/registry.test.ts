import katex from 'katex';
import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../src/core/claims/Claim.ts';
import { claimById, claims } from '../../../src/core/claims/registry.ts';
import { landscapeById } from '../../../src/core/landscapes/registry.ts';
import type { Objective } from '../../../src/core/objective/Objective.ts';
import type { Box, Params } from '../../../src/core/params.ts';
import { objectiveOf } from '../formula/objectiveOf.ts';
import { type Checking, checking, checkOn, type On, withGradient, withValue } from './checkOn.ts';

test('the ids, in the order of the issue', () => {
  expect(claims.map(({ id }) => id)).toEqual([
    'first-order-bound',
    'strict-saddle-classification',
    'measure-zero-gradient-descent',
    'measure-zero-other-methods',
    'quadratic-saddle-closed-form',
    'lojasiewicz',
    'perturbed-gradient-descent-second-order',
    'noisy-sgd-tensor',
    'exponential-escape',
    'cubic-newton-rate',
    'non-isolated-saddles',
    'simple-sublevel-sets',
    'spurious-valley',
    'string-sampling-certificate',
    'relu-spurious-valley',
    'level-set-irregularity',
  ]);
  for (const claim of claims) expect(claimById(claim.id)).toBe(claim);
  expect(claimById('none')).toBeUndefined();
});

describe.each(claims)('$id', (claim) => {
  test('says what it claims, in TeX that typesets, and from where', () => {
    const pieces = claim.statement.split('$');
    expect(pieces.length % 2).toBe(1);
    expect(pieces.length).toBeGreaterThan(2);
    for (const [i, piece] of pieces.entries()) {
      if (i % 2 === 1) expect(() => katex.renderToString(piece, { throwOnError: true })).not.toThrow();
    }
    expect(`${claim.name} ${claim.statement}`).not.toMatch(/\bprove[sdn]?\b/);
    expect(claim.reference.length).toBeGreaterThan(20);
    for (const { symbol } of Object.values(claim.params)) {
      expect(() => katex.renderToString(symbol, { throwOnError: true })).not.toThrow();
    }
    expect(landscapeById(claim.example.id)).toBeDefined();
  });

  test('is supported by its example, with numbers, and by the same bits again', () => {
    const report = checkOn(claim.id, claim.example);
    expect(report.hypotheses.filter(({ holds }) => holds !== true)).toEqual([]);
    expect(report.measurements.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.measurements.length).toBeGreaterThan(0);
    expect(report.verdict).toBe('supported');
    for (const { value, expected, tolerance } of report.measurements) {
      expect([value, expected, tolerance].every(Number.isFinite)).toBe(true);
    }
    const names = [...report.hypotheses, ...report.measurements].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(checkOn(claim.id, claim.example)).toEqual(report);
  });

  test('tells how far it is, from 0 to 1, and ends in the middle of it', () => {
    const task = checking(claim.id, claim.example);
    let before = 0;
    let reports = 0;
    for (let step = task.next(); !step.done; step = task.next()) {
      const { done, total } = step.value;
      expect(done / total).toBeGreaterThanOrEqual(before);
      expect(done / total).toBeLessThanOrEqual(1);
      before = done / total;
      reports++;
    }
    expect(reports).toBeGreaterThan(3);
    const cut = checking(claim.id, claim.example);
    for (let k = 0; k < reports / 2; k++) cut.next();
    cut.return(undefined as never);
    expect(cut.next().done).toBe(true);
  });
});

/** The loss of one ReLU neuron with these targets. */
const formulaIn = (expression: string, variables: readonly string[], domain: Box): On => ({
  id: 'formula',
  params: { expression, variables, domain },
});

const neuron = (alpha: number, beta: number, domain?: readonly (readonly [number, number])[]): On => ({
  id: 'formula',
  params: {
    ...claimById('relu-spurious-valley')!.example.params,
    ...(domain && { domain }),
    expression: `0.5*((u*max(w1,0)-${alpha})^2+(u*max(w2,0)+${beta})^2)`,
  },
});

const REGRESSION: On = claimById('level-set-irregularity')!.example;

/** A landscape or a parameter that a hypothesis does not allow: which one, and the start of the hypothesis's name. */
const OUTSIDE: readonly (readonly [claim: string, on: On, params: Params, hypothesis: string])[] = [
  ['first-order-bound', { id: 'quadratic-saddle' }, {}, 'The runs stay in the box'],
  ['first-order-bound', { id: 'himmelblau' }, { relativeStep: 2.1 }, 'The step is below 2/L'],
  ['strict-saddle-classification', { id: 'monkey-saddle' }, {}, 'All critical points in the box are known'],
  ['strict-saddle-classification', 'x + y', {}, 'There are critical points'],
  ['measure-zero-gradient-descent', { id: 'quadratic-saddle' }, {}, 'A sublevel set is compact'],
  ['measure-zero-gradient-descent', { id: 'lee-2016' }, { relativeStep: 1.5 }, 'The step is below 1/L'],
  ['measure-zero-gradient-descent', 'x^2 + y^3', {}, 'Every critical point found'],
  [
    'measure-zero-other-methods',
    { id: 'lee-2016' },
    { method: 'mirror-descent' },
    'Mirror descent (entropy) is defined',
  ],
  ['quadratic-saddle-closed-form', 'x^4 - y^2', {}, 'f is quadratic'],
  ['quadratic-saddle-closed-form', 'x^2 + y^2', {}, 'It has curvatures of both signs'],
  ['quadratic-saddle-closed-form', { id: 'quadratic-saddle' }, { relativeStep: 1.2 }, 'The step is below'],
  [
    'lojasiewicz',
    { id: 'formula', params: { expression: 'x == 0 ? 0 : exp(-1/x^2)', variables: ['x'] } },
    {},
    'f follows',
  ],
  ['perturbed-gradient-descent-second-order', { id: 'quadratic-saddle' }, {}, 'The starts lie in a sublevel set'],
  ['perturbed-gradient-descent-second-order', { id: 'lee-2016' }, { accuracy: 20 }, 'ε ≤ ℓ²/ρ'],
  ['noisy-sgd-tensor', { id: 'tensor-2d' }, { noiseScale: 0, maxIterations: 100 }, 'There is noise'],
  ['exponential-escape', { id: 'octopus', params: { L: 0.5 } }, {}, 'Contraction is at least as strong'],
  ['exponential-escape', { id: 'octopus' }, { maxIterations: 100 }, 'The runs of both methods'],
  ['cubic-newton-rate', { id: 'quadratic-saddle' }, {}, 'Gradient and Hessian are Lipschitz'],
  ['cubic-newton-rate', 'x^2 + 3*y^2 + x*y', {}, 'Gradient and Hessian are Lipschitz'],
  ['perturbed-gradient-descent-second-order', 'x^2 + 3*y^2 + x*y', {}, 'Gradient and Hessian are Lipschitz'],
  ['cubic-newton-rate', { id: 'beale' }, {}, 'The runs end by themselves'],
  ['first-order-bound', 'max(x^2, y^2)', {}, 'f is smooth'],
  ['measure-zero-gradient-descent', 'abs(x) + y^2', {}, 'f is smooth'],
  ['non-isolated-saddles', { id: 'himmelblau' }, {}, 'There are strict saddles that are not isolated'],
  ['simple-sublevel-sets', { id: 'himmelblau' }, {}, 'N_u = 1 at every level'],
  // The grid shows one minimum, the critical points two.
  [
    'simple-sublevel-sets',
    'x^2 + y^2 - 3*exp(-400*((x - 0.73)^2 + (y - 0.21)^2))',
    { resolution: 11 },
    'N_u = 1 at every level',
  ],
  // A second minimum lies in a valley so narrow that its branch is shorter than the sampling error.
  [
    'simple-sublevel-sets',
    formulaIn(
      '10000*(y-x^3)^2+(x^2-0.5)^2+0.05*x',
      ['x', 'y'],
      [
        [-1, 1],
        [-1, 1],
      ],
    ),
    { descents: 20 },
    'N_u = 1 at every level',
  ],
  ['simple-sublevel-sets', 'x + y', {}, 'There is a minimum in the box'],
  ['spurious-valley', { id: 'himmelblau' }, {}, 'There is a spurious valley'],
  ['spurious-valley', 'x*y', {}, 'There is a spurious valley'],
  [
    'relu-spurious-valley',
    { id: 'formula', params: { expression: 'u^2 + w1^2 + w2^2', variables: ['u', 'w1', 'w2'] } },
    {},
    'The landscape is the loss of one ReLU neuron',
  ],
  ['relu-spurious-valley', neuron(3, 2), {}, '0 < α < β'],
  [
    'relu-spurious-valley',
    neuron(2, 3, [
      [-3, -1],
      [-4, -2],
      [-1, 4],
    ]),
    {},
    'The box holds points of both floors',
  ],
  // u·w reaches 12 at most.
  ['relu-spurious-valley', neuron(20, 30), {}, 'The box holds points of both floors'],
  ['level-set-irregularity', REGRESSION, { low: 0.2 }, 'The second level is below the first'],
  [
    'level-set-irregularity',
    REGRESSION,
    { pairs: 1, iterations: 100, low: 0.001 },
    'Every pair is joined at u = 0.001',
  ],
  ['string-sampling-certificate', 'log(x^2 + y^2 - 100)', {}, 'Some pairs are connected'],
];

test.each(OUTSIDE)('%s on %j with %j is inconclusive: %s', (claim, on, params, hypothesis) => {
  const report = checkOn(claim, on, { params });
  expect(report.verdict).toBe('inconclusive');
  const failed = report.hypotheses.filter(({ holds }) => holds !== true);
  expect(failed.map(({ name }) => name).join('; ')).toContain(hypothesis);
  for (const { measured } of report.hypotheses) expect(measured.length).toBeGreaterThan(3);
});

/** H·∇f/4, the slope of ‖∇f‖²/8: along it every critical point attracts. */
const attracting = withGradient((f, x, slope) => {
  f.hvp(x, slope.slice(), slope);
  for (let i = 0; i < slope.length; i++) slope[i]! /= 4;
});

/** The gradient times a factor that may depend on it. */
const scaledBy = (factor: (slope: Float64Array) => number) =>
  withGradient((_f, _x, slope) => {
    slope.set(slope.map((value) => factor(slope) * value));
  });

/** x² + y² with a dent between the points of a grid of 11 × 11 over [−2, 2]². */
const withDent = (): Objective => {
  const [x, y] = ['x - 0.6', 'y - 0.2'];
  return objectiveOf(`x^2 + y^2 - 8*max(0, 0.03 - (${x})^2 - (${y})^2)`, ['x', 'y']);
};

/** Functions that lie about themselves, which no theorem covers though its hypotheses look right. */
const LIES: readonly (readonly [what: string, claim: string, on: On, how: Checking])[] = [
  ['values too flat', 'first-order-bound', { id: 'lee-2016' }, { broken: withValue((v) => 0.01 * (v + 0.25) - 0.25) }],
  ['saddles attract', 'strict-saddle-classification', { id: 'lee-2016' }, { broken: attracting }],
  ['saddles attract', 'measure-zero-gradient-descent', { id: 'lee-2016' }, { broken: attracting }],
  ['saddles attract', 'measure-zero-other-methods', { id: 'lee-2016' }, { broken: attracting }],
  [
    'a slope too long by a tenth',
    'quadratic-saddle-closed-form',
    { id: 'quadratic-saddle' },
    { broken: scaledBy(() => 1.1) },
  ],
  [
    'slopes with a power of their own',
    'lojasiewicz',
    { id: 'himmelblau' },
    { broken: scaledBy((slope) => Math.hypot(...slope)) },
  ],
  [
    'saddles attract',
    'perturbed-gradient-descent-second-order',
    { id: 'lee-2016' },
    { broken: attracting, params: { accuracy: 0.01 } },
  ],
  [
    'slopes that lead up',
    'noisy-sgd-tensor',
    { id: 'tensor-2d' },
    {
      broken: scaledBy(() => -1),
      params: { maxIterations: 500 },
    },
  ],
  [
    'a dent between the grid’s points, of which the bounds know nothing',
    'simple-sublevel-sets',
    'x^2 + y^2',
    { broken: withDent, params: { resolution: 11, descents: 2000 } },
  ],
  [
    'a hole in the valley’s side that the grid does not see',
    'spurious-valley',
    {
      id: 'formula',
      params: {
        expression: '(x^2 - 4)^2/8 + 0.3*x + y^2/2 - 3*exp(-900*((x - 1.93)^2 + (y - 1.1)^2))',
        variables: ['x', 'y'],
        domain: [
          [-4, 4],
          [-4, 4],
        ],
      },
    },
    { params: { resolution: 41 } },
  ],
  [
    'no slope anywhere',
    'non-isolated-saddles',
    claimById('non-isolated-saddles')!.example,
    { broken: scaledBy(() => 0) },
  ],
];

test.each(LIES)('%s: %s is contradicted', (_what, claim, on, how) => {
  const report = checkOn(claim, on, how);
  const open = report.hypotheses.filter(({ holds }) => holds !== true);
  expect(open).toEqual([]);
  expect(report.measurements.some(({ ok }) => !ok)).toBe(true);
  expect(report.verdict).toBe<Verdict>('contradicted');
});
