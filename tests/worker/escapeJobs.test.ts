import { describe, expect, test } from 'vitest';
import { drain, type Task } from '../../src/core/task.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import { runScenario } from '../../src/scenario/run.ts';
import type { EscapeExperiment, Scenario } from '../../src/scenario/types.ts';
import { writeJson } from '../../src/scenario/writeJson.ts';
import { allJobs as jobs } from './allJobs.ts';

interface Escaping extends Scenario {
  readonly experiment: EscapeExperiment;
}

const scenario = (more: Partial<EscapeExperiment> = {}, params = {}): Escaping => ({
  version: 1,
  seed: 5,
  landscape: { id: 'octopus', params },
  experiment: {
    kind: 'escape',
    methods: [{ id: 'gradient-descent' }, { id: 'perturbed-gradient-descent', label: 'noisy' }],
    dimensions: [2, 3],
    repeats: 4,
    ...more,
  },
});

const payloadOf = ({ landscape, experiment, seed }: Escaping) => ({ landscape, experiment, seed });

/** The report as the command line prints it. */
const printed = (each: Scenario) => [...writeJson(drain(runScenario(resolveScenario(each))))].join('');

function partialsOf<P>(task: Task<unknown, P>): P[] {
  const partials: P[] = [];
  for (let step = task.next(); !step.done; step = task.next()) {
    if (step.value.partial) partials.push(step.value.partial);
  }
  return partials;
}

describe.each([
  ['one octopus', scenario()],
  ['several', scenario({ L: [1, 2] })],
])('the experiment on %s', (_, each) => {
  test('is saved as the report that the command line prints', async () => {
    const found = structuredClone(drain(jobs.escapeTimes(payloadOf(each))));
    const file = drain(jobs.exportEscape({ scenario: each, found, format: 'json' }));
    expect(await file.text()).toBe(printed(each));
  });

  test('is saved as a table, with the names of the methods', async () => {
    const found = drain(jobs.escapeTimes(payloadOf(each)));
    const lines = (await drain(jobs.exportEscape({ scenario: each, found, format: 'csv' })).text())
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(1 + found.rows.length);
    expect(lines.filter((line) => line.startsWith('noisy,'))).toHaveLength(found.rows.length / 2);
  });
});

test('what is handed out on the way is the beginning of the result', () => {
  const payload = payloadOf(scenario({ L: [1, 3], dimensions: [2, 6], repeats: 15 }));
  const { rows } = drain(jobs.escapeTimes(payload));
  const partials = partialsOf(jobs.escapeTimes(payload));
  expect(partials.length).toBeGreaterThan(0);
  for (const partial of partials) {
    expect(partial.rows.map(({ L, methodIndex, dimension, k }) => [L, methodIndex, dimension, k])).toEqual(
      rows.slice(0, partial.rows.length).map(({ L, methodIndex, dimension, k }) => [L, methodIndex, dimension, k]),
    );
  }
});

describe('the race', () => {
  test('runs on the landscape’s own octopus, whatever the experiment goes through', () => {
    const each = scenario({ L: [1, 2], dimensions: [2] }, { L: 3, dimension: 4 });
    const race = structuredClone(drain(jobs.race(payloadOf(each))));
    expect(race.dimension).toBe(4);
    const alone = drain(jobs.escapeTimes(payloadOf(scenario({ dimensions: [4], repeats: 1 }, { L: 3, dimension: 4 }))));
    for (const { methodIndex, passages } of race.racers) {
      const medians = alone.rows.filter((row) => row.methodIndex === methodIndex).map(({ median }) => median);
      expect(Array.from(passages)).toEqual(medians);
    }
  });

  test('says where doubles would stand still, and that they would not', () => {
    const standstill = (L: number) => drain(jobs.race(payloadOf(scenario({}, { L, dimension: 5 })))).standstill;
    expect(standstill(1)).toBeNull();
    expect(standstill(3)?.iteration).toBeGreaterThan(1074);
    expect(standstill(3)?.passed).toBeLessThan(5);
  });

  test('without a method has nobody in it', () => {
    expect(drain(jobs.race(payloadOf(scenario({ methods: [] }))))).toEqual({
      dimension: 2,
      racers: [],
      standstill: null,
    });
  });
});
