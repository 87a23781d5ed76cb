import { describe, expect, test } from 'vitest';
import { drain } from '../../src/core/task.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import { runScenario } from '../../src/scenario/run.ts';
import { writeJson } from '../../src/scenario/writeJson.ts';

// biome-ignore lint/suspicious/noExplicitAny: a report is read here as an outsider reads it.
function report(scenario: unknown): any {
  const parsed = parseScenario(scenario);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return JSON.parse([...writeJson(drain(runScenario(resolveScenario(parsed.scenario))))].join(''));
}

const comparing = (more = {}) => ({
  seed: 7,
  landscape: { id: 'lee-2016' },
  experiment: { kind: 'comparison', ...more },
});

test('what is left out is filled in, and the report runs again to the same bits', () => {
  const first = report(comparing({ methods: [{ id: 'gradient-descent', params: { stepSize: 0.1 } }] }));
  expect(first.scenario.experiment).toMatchObject({
    starts: [],
    cloud: {
      count: 100,
      box: [
        [-2, 2],
        [-2, 2],
      ],
    },
    repeats: 1,
    epsilon: 0.01,
    rho: 1,
    stop: { maxIterations: 1000, gradientTolerance: 1e-8 },
  });
  expect(report(first.scenario)).toEqual(first);
});

test('a start on the stable set is stuck at the saddle, the others come to a minimum', () => {
  const { result } = report(
    comparing({
      methods: [{ id: 'gradient-descent', params: { stepSize: 0.1 } }],
      starts: [
        [1, 0],
        [1, 1e-3],
        [-1, 0.5],
      ],
    }),
  );
  const [row] = result.rows;
  expect(row).toMatchObject({ method: 'gradient-descent', runs: 3, reached: 2, q75: 'Infinity' });
  expect(row.times).toHaveLength(2);
  expect(row.times[0]).toBeLessThan(row.times[1]);
  expect(row.median).toBe(row.times[1]);
  expect(row.stuck).toMatchObject([{ type: 'saddle', count: 1, status: 'converged' }]);
  expect(row.band.iterations[0]).toBe(0);
  expect(row.band.median).toHaveLength(row.band.iterations.length);
});

test('starts and a cloud go together', () => {
  const method = { id: 'gradient-descent', params: { stepSize: 0.1 } };
  const { result } = report(comparing({ methods: [method], starts: [[1, 0]], cloud: { count: 20 } }));
  expect(result.rows[0].runs).toBe(21);
});

describe('what is refused', () => {
  const problems = (more: object): readonly string[] => {
    const parsed = parseScenario(comparing(more));
    return parsed.ok ? [] : parsed.problems.map(({ path }) => path);
  };
  test.each([
    ['no starts at all', { starts: [] }, ['experiment.starts']],
    ['a start of three coordinates', { starts: [[1, 2, 3]] }, ['experiment.starts[0]']],
    ['runs that would fill the memory', { stop: { maxIterations: 1e9 } }, ['experiment.stop.maxIterations']],
    ['an accuracy of zero', { epsilon: 0 }, ['experiment.epsilon']],
    ['an empty cloud', { cloud: { count: 0 } }, ['experiment.cloud.count']],
  ])('%s', (_name, more, paths) => expect(problems(more)).toEqual(paths));
});

test('more runs of a method than are kept are refused', () => {
  const ask = (repeats: number) =>
    parseScenario({ version: 1, ...comparing({ starts: [[1, 1]], cloud: { count: 99 }, repeats }) });
  expect(ask(100)).toMatchObject({ ok: true });
  expect(ask(101)).toMatchObject({ ok: false, problems: [{ path: 'experiment.repeats' }] });
});
