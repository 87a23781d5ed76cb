import { afterEach, describe, expect, test } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { noteFor } from '../../src/store/labNotes.ts';
import { setEnd, setPathMethod, setPathParams, setPaths } from '../../src/store/pathsEdits.ts';
import {
  endsOf,
  lengthsScenario,
  levelOf,
  levelsOf,
  openedPaths,
  pathScenario,
  settingsOn,
  weightsOf,
} from '../../src/store/pathsScenario.ts';
import {
  type DescentScenario,
  editPaths,
  openLab,
  type PathsSettings,
  scenarioStore,
  undo,
} from '../../src/store/scenarioStore.ts';
import { sharedScenario } from '../../src/store/sharedScenario.ts';

const before = scenarioStore.getState();
afterEach(() => {
  scenarioStore.setState(before);
  scenarioStore.temporal.getState().clear();
});

const scenario: DescentScenario = {
  version: 1,
  seed: 3,
  landscape: { id: 'muller-brown' },
  experiment: { kind: 'descent', methods: [{ id: 'adam' }], starts: [[0, 0]] },
};
const settings: PathsSettings = {
  of: 'muller-brown',
  level: -30,
  ends: [
    [0, 0],
    [0.6, 0],
  ],
};

describe('the scenario that is shared', () => {
  test('holds the ends, the level and the method, and can be opened', () => {
    const made = pathScenario(scenario, settings);
    expect(made.experiment).toEqual({
      kind: 'path',
      ends: [
        [0, 0],
        [0.6, 0],
      ],
      level: -30,
      method: { id: 'dynamic-string-sampling' },
    });
    expect(parseScenario(made)).toMatchObject({ ok: true });
    expect(parseScenario(lengthsScenario(scenario, { ...settings, lengths: true }))).toMatchObject({ ok: true });
  });

  test('takes the two lowest known minima where no ends are set', () => {
    const [first] = endsOf({}, scenario);
    expect(first?.[0]).toBeCloseTo(-0.558, 3);
  });

  test('draws random ends by the seed, and levels about the known one where f cannot be asked here', () => {
    const landscape = { id: 'polynomial-regression', params: { points: 10 } };
    const [one, same, other] = [1, 1, 2].map((seed) => endsOf({}, { landscape, seed }));
    expect(same).toEqual(one);
    expect(other?.[0]).not.toEqual(one?.[0]);
    expect(levelOf({}, { landscape })).toBe(0.13);
    expect(levelsOf({}, { landscape })[1]).toBe(0.16);
  });

  test('takes lengths over the weights alone, and over all parameters once they are others', () => {
    const cubic = { ...scenario, landscape: { id: 'polynomial-regression', params: { points: 10 } } };
    const lengthOver = weightsOf(cubic.landscape) as readonly number[];
    expect(lengthOver).toHaveLength(24);
    const made = pathScenario(cubic, { of: cubic.landscape.id, level: 1, lengthOver });
    expect(made.experiment.lengthOver).toEqual(lengthOver);
    expect(parseScenario(made)).toMatchObject({ ok: true });
    const quadratic = { id: cubic.landscape.id, params: { points: 10, target: 'quadratic' } };
    expect(weightsOf(quadratic)).toBeNull();
    expect(settingsOn({ of: cubic.landscape.id, lengthOver }, quadratic)).toEqual({});
    expect(weightsOf(scenario.landscape)).toBeNull();
  });

  test('leaves out what was set on another landscape, but not the method', () => {
    const elsewhere = settingsOn(
      { ...settings, method: { id: 'straight' }, note: noteFor('x', { id: 'muller-brown' }) },
      { id: 'himmelblau' },
    );
    expect(elsewhere).toEqual({ method: { id: 'straight' } });
  });
});

test.each<Scenario>([
  { ...pathScenario(scenario, settings), note: 'Look.' },
  { ...lengthsScenario(scenario, { ...settings, pairs: 3, levels: [1, 0] }), note: 'Look.' },
])('what is opened from a link is shared as it was: %#', (shared) => {
  const opened = openedPaths(shared as never, scenario);
  scenarioStore.setState({ ...opened, lab: 'paths' });
  expect(sharedScenario()).toEqual(shared);
});

test('edits keep the rest, and each is undone in one step', () => {
  scenarioStore.setState({ scenario, paths: settings, lab: 'descent' });
  openLab('paths');
  editPaths(setEnd(1, [0.5, 0.1]));
  expect(scenarioStore.getState().paths).toEqual({
    ...settings,
    ends: [
      [0, 0],
      [0.5, 0.1],
    ],
  });
  editPaths(setPathParams({ depth: 4 }));
  editPaths(setPathMethod('straight'));
  expect(scenarioStore.getState().paths.method).toEqual({ id: 'straight' });
  undo();
  expect(scenarioStore.getState().paths.method).toEqual({ id: 'dynamic-string-sampling', params: { depth: 4 } });
  undo();
  undo();
  expect(scenarioStore.getState().paths).toEqual(settings);
  editPaths(setPaths({ level: undefined }));
  expect(scenarioStore.getState().paths.level).toBeUndefined();
});
