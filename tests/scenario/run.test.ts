import { expect, test } from 'vitest';
import { drain } from '../../src/core/task.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import { runScenario } from '../../src/scenario/run.ts';
import { writeJson } from '../../src/scenario/writeJson.ts';

/** The text of a scenario's report. */
function textOf(scenario: unknown): string {
  const parsed = parseScenario(scenario);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return [...writeJson(drain(runScenario(resolveScenario(parsed.scenario))))].join('');
}

// biome-ignore lint/suspicious/noExplicitAny: a report is read here as an outsider reads it.
const report = (scenario: unknown): any => JSON.parse(textOf(scenario));

const inspect = (id: string, points: readonly (readonly number[])[], more = {}) =>
  report({ landscape: { id }, experiment: { kind: 'inspect', points, ...more } }).result;

const noisy = {
  version: 1,
  seed: 7,
  landscape: { id: 'himmelblau' },
  experiment: {
    kind: 'descent',
    methods: [{ id: 'sgld', params: { stepSize: 0.01 } }, { id: 'gradient-descent' }],
    starts: [
      [0, 0],
      [1, -1],
    ],
    stop: { maxIterations: 20 },
    repeats: 2,
  },
};

test('inspecting a saddle gives the numbers of the closed form', () => {
  const { kind, points } = inspect('lee-2016', [[0, 0]]);
  expect(kind).toBe('inspect');
  expect(points).toHaveLength(1);
  expect(points[0]).toMatchObject({
    x: [0, 0],
    value: 0,
    gradient: [0, 0],
    gradientNorm: 0,
    hessian: [
      [1, 0],
      [0, -1],
    ],
    eigenvalues: [-1, 1],
    index: 1,
    type: 'saddle',
    strictSaddle: true,
    firstOrderStationary: true,
    secondOrderStationary: false,
  });
});

test('ε and ρ decide the verdicts', () => {
  const near = [[0, 1 + 1e-4]];
  expect(inspect('lee-2016', near).points[0]).toMatchObject({ type: 'regular', firstOrderStationary: false });
  expect(inspect('lee-2016', near, { epsilon: 1e-3 }).points[0]).toMatchObject({
    type: 'minimum',
    secondOrderStationary: true,
  });
  expect(inspect('lee-2016', [[0, 0]], { epsilon: 1, rho: 1 }).points[0].secondOrderStationary).toBe(true);
});

test('where nothing is finite the report says so in words', () => {
  const scenario = {
    landscape: { id: 'formula', params: { expression: 'log(x) + y', variables: ['x', 'y'], constants: {} } },
    experiment: {
      kind: 'inspect',
      points: [
        [-1, 0],
        [0, 0],
      ],
    },
  };
  const [left, edge] = report(scenario).result.points;
  expect(left.value).toBe('NaN');
  expect(left.type).toBe('regular');
  expect(edge.value).toBe('-Infinity');
});

test('runs come in the order methods, starts, repeats, with all that the contract names', () => {
  const { scenario, result } = report(noisy);
  expect(scenario.experiment).toMatchObject({
    repeats: 2,
    record: 'all',
    stop: { maxIterations: 20, gradientTolerance: 1e-8, divergenceRadius: 1e10, withinDomain: false },
    methods: [
      { id: 'sgld', params: { stepSize: 0.01, inverseTemperature: 10 } },
      { id: 'gradient-descent', params: { stepSize: 0.01 } },
    ],
  });
  expect(result.kind).toBe('descent');
  expect(result.runs.map(({ method, start, repeat }: Record<string, unknown>) => [method, start, repeat])).toEqual(
    ['sgld', 'gradient-descent'].flatMap((id) =>
      [
        [0, 0],
        [1, -1],
      ].flatMap((start) => [0, 1].map((repeat) => [id, start, repeat])),
    ),
  );
  for (const run of result.runs) {
    expect(run.status).toBe('max-iterations');
    expect(Object.keys(run.evaluations).toSorted()).toEqual(['gradient', 'hessian', 'hvp', 'value']);
    expect(Object.keys(run.final)).toEqual(
      expect.arrayContaining(['x', 'value', 'gradientNorm', 'minEigenvalue', 'type']),
    );
    expect(run.trajectory.iterations).toEqual(Array.from({ length: 21 }, (_, k) => k));
    expect(run.trajectory.points.at(-1)).toEqual(run.final.x);
    expect(run.trajectory.points[0]).toEqual(run.start);
    expect(Object.keys(run.trajectory).sort()).toEqual(['events', 'gradientNorms', 'iterations', 'points', 'values']);
    for (const series of ['points', 'values', 'gradientNorms']) expect(run.trajectory[series]).toHaveLength(21);
  }
});

test('the same seed gives the same bits, another seed others', () => {
  expect(textOf(noisy)).toBe(textOf(noisy));
  const runsOf = (seed: number) => JSON.stringify(report({ ...noisy, seed }).result.runs[0]);
  expect(runsOf(8)).not.toBe(runsOf(7));
});

test('adding a method and a start changes no run that was there', () => {
  const before = report(noisy).result.runs;
  const { experiment } = noisy;
  const more = {
    ...noisy,
    experiment: {
      ...experiment,
      methods: [...experiment.methods, { id: 'adam' }],
      starts: [...experiment.starts, [2, 2]],
    },
  };
  const after = report(more).result.runs;
  const same = (run: { methodIndex: number; startIndex: number; repeat: number }) =>
    after.find(
      (other: typeof run) =>
        other.methodIndex === run.methodIndex && other.startIndex === run.startIndex && other.repeat === run.repeat,
    );
  for (const run of before) expect(same(run)).toEqual(run);
});

test('running the scenario of a report gives the report again', () => {
  const text = textOf(noisy);
  expect(textOf(JSON.parse(text).scenario)).toBe(text);
});

test('the two records that are not everything', () => {
  const withRecord = (record: unknown) =>
    report({ ...noisy, experiment: { ...noisy.experiment, record } }).result.runs[0];
  expect(withRecord('ends').trajectory.iterations).toEqual([0, 20]);
  expect(withRecord(8).trajectory.iterations).toEqual([0, 8, 16, 20]);
});
