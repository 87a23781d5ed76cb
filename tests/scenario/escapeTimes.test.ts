import { describe, expect, test } from 'vitest';
import { drain } from '../../src/core/task.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import { runScenario } from '../../src/scenario/run.ts';
import { writeJson } from '../../src/scenario/writeJson.ts';

function textOf(scenario: unknown): string {
  const parsed = parseScenario(scenario);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return [...writeJson(drain(runScenario(resolveScenario(parsed.scenario))))].join('');
}

// biome-ignore lint/suspicious/noExplicitAny: a report is read here as an outsider reads it.
const report = (scenario: unknown): any => JSON.parse(textOf(scenario));

function problems(scenario: unknown): readonly string[] {
  const parsed = parseScenario(scenario);
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path}: ${message}`);
}

const octopus = { id: 'octopus', params: { L: 2, gamma: 0.5 } };
const escaping = (more = {}) => ({ seed: 7, landscape: octopus, experiment: { kind: 'escape', ...more } });

test('what is left out takes the values of the paper’s experiment', () => {
  const { scenario, result } = report(escaping());
  expect(scenario.landscape.params).toEqual({ L: 2, gamma: 0.5, tau: Math.E, dimension: 2 });
  expect(scenario.experiment).toMatchObject({
    kind: 'escape',
    dimensions: [2],
    repeats: 15,
    stop: { maxIterations: 100_000, gradientTolerance: 0 },
    methods: [
      { id: 'gradient-descent', params: { stepSize: 1 / 8 } },
      {
        id: 'perturbed-gradient-descent',
        params: {
          stepSize: 1 / 8,
          radius: Math.E / 100,
          gradientThreshold: Math.E / 200,
          waitIterations: 1,
          decreaseThreshold: -1e12,
          accuracy: 0.1,
        },
      },
    ],
  });
  expect(result.kind).toBe('escape');
  expect(result.rows.map(({ method, dimension, k }: Record<string, unknown>) => [method, dimension, k])).toEqual([
    ['gradient-descent', 2, 1],
    ['gradient-descent', 2, 2],
    ['perturbed-gradient-descent', 2, 1],
    ['perturbed-gradient-descent', 2, 2],
  ]);
  for (const row of result.rows) {
    expect(row).toMatchObject({ reached: 15, repeats: 15 });
    expect(row.q25).toBeLessThanOrEqual(row.median);
    expect(row.median).toBeLessThanOrEqual(row.q75);
  }
});

test('any method takes part, in doubles, and says why its runs did not arrive', () => {
  const methods = [{ id: 'heavy-ball', params: { momentum: 0.5 } }, { id: 'newton' }, { id: 'sgld' }];
  const { scenario, result } = report(escaping({ methods, dimensions: [3], repeats: 5 }));
  expect(scenario.experiment.methods[0].params).toEqual({ stepSize: 1 / 8, momentum: 0.5 });
  expect(scenario.experiment.methods[2].params.stepSize).toBe(1 / 8);
  const last = result.rows.filter(({ k }: { k: number }) => k === 3);
  expect(last[0]).toMatchObject({ method: 'heavy-ball', reached: 5, left: 0, underflowed: 0 });
  expect(last[1]).toMatchObject({ method: 'newton', reached: 0, median: 'Infinity' });
  const growth = Object.fromEntries(result.growth.map((row: { method: string }) => [row.method, row]));
  expect(Object.keys(growth)).toEqual(['heavy-ball', 'newton']);
  expect(growth['heavy-ball']).toMatchObject({ exact: 'NaN', limit: 'NaN' });
});

test('the growth of gradient descent’s plateaus is fitted, and stands beside its theory', () => {
  const { result } = report({
    landscape: { id: 'octopus' },
    experiment: { kind: 'escape', dimensions: [2, 6], repeats: 100 },
  });
  expect(result.growth).toEqual([
    { methodIndex: 0, method: 'gradient-descent', dimension: 2, fitted: 'NaN', exact: expect.any(Number), limit: 2 },
    {
      methodIndex: 0,
      method: 'gradient-descent',
      dimension: 6,
      fitted: expect.any(Number),
      exact: expect.closeTo(2.7095, 4),
      limit: 2,
    },
  ]);
  expect(result.growth[1].fitted / 2.7095).toBeCloseTo(1, 1.5);
});

test('a method that stays with its own parameters', () => {
  const given = { radius: 0, waitIterations: 5, stepSize: 0.05 };
  const methods = [
    { id: 'perturbed-gradient-descent', params: given },
    { id: 'gradient-descent', params: { stepSize: 0.05 } },
  ];
  const { scenario, result } = report(escaping({ methods, dimensions: [4], stop: { maxIterations: 300 } }));
  expect(scenario.experiment.methods[0].params).toMatchObject({ ...given, gradientThreshold: Math.E / 200 });
  // Without a radius there is no perturbation.
  const timesOf = (methodIndex: number) =>
    result.rows
      .filter((row: { methodIndex: number }) => row.methodIndex === methodIndex)
      .map(({ median }: { median: number }) => median);
  expect(timesOf(0)).toEqual(timesOf(1));
  expect(timesOf(1).at(-1)).toBe('Infinity');
});

test('the same seed gives the same text, and a report runs to itself', () => {
  const text = textOf(escaping({ dimensions: [3, 2] }));
  expect(textOf(escaping({ dimensions: [3, 2] }))).toBe(text);
  expect(textOf(JSON.parse(text).scenario)).toBe(text);
  expect(JSON.stringify(report({ ...escaping({ dimensions: [3, 2] }), seed: 8 }).result)).not.toBe(
    JSON.stringify(JSON.parse(text).result),
  );
});

describe('several octopuses', () => {
  const several = escaping({ L: [1, 3], dimensions: [2, 3], repeats: 5 });

  test('are run one after the other, each as by itself, and their rows say which is which', () => {
    const { result } = report(several);
    const alone = (L: number) =>
      report({
        ...escaping({ dimensions: [2, 3], repeats: 5 }),
        landscape: { id: 'octopus', params: { L, gamma: 0.5 } },
      }).result;
    for (const list of ['rows', 'growth']) {
      expect(result[list]).toEqual([1, 3].flatMap((L) => alone(L)[list].map((row: object) => ({ L, ...row }))));
    }
    expect(alone(1).rows[0]).not.toHaveProperty('L');
  });

  test('leave to each the step that follows from its L, and share the rest', () => {
    const { scenario } = report(several);
    const [plain, perturbed] = scenario.experiment.methods;
    expect(plain.params).toEqual({});
    expect(perturbed.params).toMatchObject({ radius: Math.E / 100, gradientThreshold: Math.E / 200 });
    expect(perturbed.params).not.toHaveProperty('stepSize');
    expect(scenario.experiment.L).toEqual([1, 3]);
    const text = textOf(several);
    expect(textOf(JSON.parse(text).scenario)).toBe(text);
  });
});

describe('what is refused', () => {
  test.each([
    [
      'another landscape',
      { ...escaping(), landscape: { id: 'himmelblau' } },
      'experiment.kind: It runs on the landscape "octopus", not on "himmelblau".',
    ],
    [
      'a tube that is too narrow',
      { ...escaping(), landscape: { id: 'octopus', params: { tau: 0.5 } } },
      'experiment.kind: The starts in [−1, 1]^d lie in the tube for tau from 1 on, and it is 0.5.',
    ],
    [
      'a parameter that a method does not have',
      escaping({ methods: [{ id: 'adam', params: { momentum: 0.5 } }] }),
      'experiment.methods[0].params.momentum: Unknown key "momentum"; the keys here are stepSize, beta1, beta2, epsilon.',
    ],
    [
      'too many dimensions',
      escaping({ dimensions: [2, 21] }),
      'experiment.dimensions[1]: Expected a whole number from 2 to 20, got 21.',
    ],
    ['an L twice', escaping({ L: [1, 1] }), 'experiment.L[1]: 1 stands there already.'],
    ['an L that no octopus has', escaping({ L: [0] }), 'experiment.L[0]: Expected a number from 0.1 to 1000, got 0.'],
    [
      'no L at all',
      escaping({ L: [] }),
      'experiment.L: Expected at least one value; leave L out for the landscape’s own.',
    ],
    ['one twice', escaping({ dimensions: [2, 3, 2] }), 'experiment.dimensions[2]: 2 stands there already.'],
    [
      'a test that it does not make',
      escaping({ stop: { withinDomain: true } }),
      'experiment.stop.withinDomain: Unknown key "withinDomain"; the keys here are maxIterations, gradientTolerance.',
    ],
  ])('%s', (_, scenario, line) => expect(problems(scenario)).toEqual([line]));
});
