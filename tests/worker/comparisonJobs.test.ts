import { expect, test } from 'vitest';
import { drain } from '../../src/core/task.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import { runScenario } from '../../src/scenario/run.ts';
import type { ComparisonExperiment, Scenario } from '../../src/scenario/types.ts';
import { writeJson } from '../../src/scenario/writeJson.ts';
import { allJobs as jobs } from './allJobs.ts';

const scenario: Scenario & { readonly experiment: ComparisonExperiment } = {
  version: 1,
  seed: 5,
  landscape: { id: 'lee-2016' },
  experiment: {
    kind: 'comparison',
    methods: [
      { id: 'gradient-descent', label: 'plain, =1', params: { stepSize: 0.1 } },
      { id: 'perturbed-gradient-descent' },
    ],
    starts: [[1, 0]],
    cloud: { count: 20 },
    repeats: 2,
    stop: { maxIterations: 400 },
  },
};

test('the job finds what the report of the command line holds, with the known minimum', async () => {
  const found = drain(jobs.comparison({ scenario }));
  expect(found.minimumValue).toBe(-0.25);
  expect(found.rows.map(({ runs }) => runs)).toEqual([21, 42]);
  const blob = drain(jobs.exportComparison({ scenario, rows: found.rows, format: 'json' }));
  expect(await blob.text()).toBe([...writeJson(drain(runScenario(resolveScenario(scenario))))].join(''));
});

test('partial results grow to the whole', () => {
  const task = jobs.comparison({ scenario });
  const counts: number[] = [];
  for (let step = task.next(); !step.done; step = task.next()) {
    if (step.value.partial) counts.push(step.value.partial.rows.reduce((sum, { runs }) => sum + runs, 0));
  }
  expect(counts.length).toBeGreaterThan(5);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect(counts.at(-1)).toBe(63);
});

test('the rows as CSV', async () => {
  const { rows } = drain(jobs.comparison({ scenario }));
  const blob = drain(jobs.exportComparison({ scenario, rows, format: 'csv' }));
  const lines = (await blob.text()).split('\r\n');
  expect(lines[0]).toBe('method,runs,reached,median,q25,q75');
  const [first] = rows;
  expect(lines[1]).toBe(`"plain, =1",21,${first?.reached},${first?.median},${first?.q25},${first?.q75}`);
  expect(lines).toHaveLength(4);
});

test('a landscape that does not compile is refused', () => {
  const broken = { ...scenario, landscape: { id: 'formula', params: { expression: 'x +' } } };
  expect(() => drain(jobs.comparison({ scenario: broken }))).toThrow();
});
