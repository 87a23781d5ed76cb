import { expect, test } from 'vitest';
import type { Experiment, Scenario } from '../../src/scenario/types.ts';
import { asDescent } from '../../src/store/asDescent.ts';

const box = [
  [-1, 1],
  [0, 2],
] as const;
const scenario = (experiment: Experiment): Scenario => ({
  version: 1,
  landscape: { id: 'himmelblau' },
  experiment,
  view: { scale: 'log' },
});
const nothing = { kind: 'descent', methods: [], starts: [] };

test.each([
  ['points to inspect', { kind: 'inspect', points: [[1, 2]], rho: 3 }, { ...nothing, starts: [[1, 2]] }, { rho: 3 }],
  ['critical points', { kind: 'critical-points', box }, nothing, { box, criticalPoints: true }],
  [
    'a stable set of the flow',
    { kind: 'stable-set', saddle: [3, 0] },
    { ...nothing, starts: [[3, 0]] },
    { criticalPoints: true, stableSets: 'flow' },
  ],
  [
    'a stable set of gradient descent',
    { kind: 'stable-set', saddle: [3, 0], stepSize: 0.01, box },
    { ...nothing, starts: [[3, 0]], methods: [{ id: 'gradient-descent', params: { stepSize: 0.01 } }] },
    { box, criticalPoints: true, stableSets: 'map' },
  ],
  ['a claim', { kind: 'claim', claim: 'first-order-bound' }, nothing, {}],
] as const)('%s', (_what, experiment, shown, view) => {
  const opened = asDescent(scenario(experiment as Experiment));
  expect(opened.experiment).toEqual(shown);
  expect(opened.view).toEqual({ scale: 'log', ...view });
});

test('basins bring their method, their stopping rule and their map', () => {
  const method = { id: 'newton' };
  const opened = asDescent(scenario({ kind: 'basins', method, box, stop: { maxIterations: 50 } }));
  expect(opened.experiment).toEqual({ ...nothing, methods: [method], stop: { maxIterations: 50 } });
  expect(opened.view?.box).toEqual(box);
  expect(opened.view?.basins).toBeDefined();
});
