import { expect, test } from 'vitest';
import { drain } from '../../src/core/task.ts';
import { list } from '../../src/headless/list.ts';
import { loadLandscapeCode } from '../../src/scenario/landscapeCode.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import { runScenario } from '../../src/scenario/run.ts';
import type { Experiment, Scenario } from '../../src/scenario/types.ts';
import { validateScenario } from '../../src/scenario/validate.ts';

const landscape = { id: 'polynomial-regression', params: { points: 20 } };

const problemsOf = (experiment: object, params: object = { points: 20 }): readonly string[] => {
  const parsed = parseScenario({ version: 1, landscape: { ...landscape, params }, experiment });
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path}: ${message}`);
};

function opened(experiment: object): Scenario {
  const result = validateScenario({ version: 1, landscape, experiment });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.scenario;
}

test('a landscape that is code says which code is missing before it is loaded, and runs afterwards', async () => {
  const scenario = resolveScenario(opened({ kind: 'inspect' }));
  expect(() => drain(runScenario(scenario))).toThrow(
    'The code of the landscape "polynomial-regression" has not been loaded.',
  );
  await loadLandscapeCode(landscape.id);
  expect(loadLandscapeCode(landscape.id)).toBeNull();
  const { result } = drain(runScenario(scenario)) as unknown as {
    readonly result: { readonly points: readonly { readonly eigenvalues: Float64Array }[] };
  };
  expect(result.points[0]?.eigenvalues).toHaveLength(33);
});

test('nothing is to be loaded for a formula, nor for a landscape that does not exist', () => {
  expect(loadLandscapeCode('himmelblau')).toBeNull();
  expect(loadLandscapeCode('nonsense')).toBeNull();
});

test('a scenario without starts gets a random one, always the same', () => {
  const { starts } = opened({ kind: 'descent' }).experiment as Experiment & { readonly kind: 'descent' };
  expect(starts).toHaveLength(1);
  expect(starts[0]).toHaveLength(33);
  expect(Math.max(...(starts[0] ?? []).map(Math.abs))).toBeGreaterThan(1);
  expect(opened({ kind: 'descent' }).experiment).toEqual(opened({ kind: 'descent' }).experiment);
});

test('what needs a formula or few variables is refused in a sentence', () => {
  expect(problemsOf({ kind: 'basins' })).toEqual([
    'experiment.kind: Basins are mapped over two variables, and this landscape has 33; choose another one.',
  ]);
  expect(problemsOf({ kind: 'critical-points' })[0]).toMatch(/up to 6 variables, and this landscape has 33/);
  expect(problemsOf({ kind: 'descent' }, { points: 5 })[0]).toMatch(/landscape\.params\.points: .*from 10 to 100000/);
  expect(problemsOf({ kind: 'descent' }, { target: 'cosine' })[0]).toMatch(/landscape\.params\.target/);
  expect(problemsOf({ kind: 'inspect', points: [[1, 2]] })[0]).toMatch(/Expected 33 numbers/);
});

test('a claim that was made for formulas is inconclusive, and says why', async () => {
  await loadLandscapeCode(landscape.id);
  const scenario = resolveScenario(opened({ kind: 'claim', claim: 'measure-zero-gradient-descent' }));
  expect(drain(runScenario(scenario)).result).toMatchObject({
    verdict: 'inconclusive',
    hypotheses: [{ holds: false, measured: expect.stringContaining('this landscape is code') }],
  });
});

test('the list names its variables and no formula', () => {
  const entry = list().landscapes.find(({ id }) => id === landscape.id);
  expect(entry).toMatchObject({ dimension: null, name: 'Polynomial regression network' });
  expect(entry?.variables.slice(0, 9)).toEqual([
    ...['w1_1', 'w1_2', 'w1_3', 'w1_4', 'b1_1', 'b1_2', 'b1_3', 'b1_4', 'w2_1_1'],
  ]);
  expect(entry?.variables.at(-1)).toBe('b3');
  expect(Object.keys(entry ?? {})).not.toContain('expression');
});
