import { expect, test } from 'vitest';
import { completeBasins, mostRepeats, shownBasins } from '../../src/scenario/basinsView.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { BasinsExperiment, ViewChoice } from '../../src/scenario/types.ts';

const withView = (view: unknown) =>
  parseScenario({
    version: 1,
    landscape: { id: 'himmelblau' },
    experiment: { kind: 'descent', methods: [{ id: 'sgld' }], starts: [] },
    view,
  });
const problemsOf = (view: unknown): readonly string[] => {
  const result = withView(view);
  return result.ok ? [] : result.problems.map(({ path, message }) => `${path}: ${message}`);
};
const experiment = (changes: Partial<BasinsExperiment>): BasinsExperiment => ({
  kind: 'basins',
  method: { id: 'sgld' },
  ...changes,
});

test('a map, a kind of stable sets and an axis of the charts are part of the view', () => {
  const view: ViewChoice = {
    basins: { method: 2, resolution: 128, repeats: 9 },
    stableSets: 'map',
    chartsBy: 'evaluations',
  };
  expect(problemsOf(view)).toEqual([]);
  for (const stableSets of [true, false, 'flow']) expect(problemsOf({ stableSets, basins: {} })).toEqual([]);
});

test('what the page cannot show is refused with its place', () => {
  expect(problemsOf({ basins: { resolution: 513 } })).toEqual([
    'view.basins.resolution: Expected a whole number from 16 to 512, got 513.',
  ]);
  expect(problemsOf({ basins: { repeats: 100 } })).toEqual([
    'view.basins: The map may take 6553600 runs, and at most 3000000 are shown; lower the resolution or repeats.',
  ]);
  expect(problemsOf({ stableSets: 'both' })).toEqual([
    'view.stableSets: Expected true, false, "flow" or "map", got "both".',
  ]);
  expect(problemsOf({ basins: { methods: 1 } })).toEqual([
    'view.basins.methods: Unknown key "methods"; did you mean "method"?',
  ]);
});

test('an experiment is shown as it is, or as fine and as often as the page can', () => {
  expect(shownBasins(experiment({}))).toEqual({});
  expect(shownBasins(experiment({ resolution: 100, repeats: 7 }))).toEqual({ resolution: 100, repeats: 7 });
  expect(shownBasins(experiment({ resolution: [40, 2048], repeats: 100 }))).toEqual({ resolution: 512, repeats: 11 });
  expect(shownBasins(experiment({ resolution: 2 }))).toEqual({ resolution: 16 });
  for (const resolution of [2, 100, 256, 400, 2048]) {
    expect(problemsOf({ basins: shownBasins(experiment({ resolution, repeats: 10_000 })) })).toEqual([]);
  }
});

test('with as many repeats as are offered a map is still shown, with one more it is not', () => {
  const { resolution } = completeBasins({});
  expect(problemsOf({ basins: { repeats: mostRepeats(resolution) } })).toEqual([]);
  expect(problemsOf({ basins: { repeats: mostRepeats(resolution) + 1 } })).not.toEqual([]);
});
