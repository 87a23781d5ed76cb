import { beforeEach, expect, test } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.ts';
import { editTopology, scenarioStore, undo } from '../../src/store/scenarioStore.ts';
import { sharedScenario } from '../../src/store/sharedScenario.ts';
import { setLevel, setTopology } from '../../src/store/topologyEdits.ts';
import { openedTopology, settingsOn, topologyScenario } from '../../src/store/topologyScenario.ts';

const opening = scenarioStore.getState();
beforeEach(() => {
  scenarioStore.setState({ ...opening, lab: 'topology' });
  scenarioStore.temporal.getState().clear();
});

const settings = () => scenarioStore.getState().topology;

test('what is shared is a valid experiment sublevel, and opens to the same settings', () => {
  editTopology(
    setTopology({
      resolution: 101,
      box: [
        [-1, 4],
        [-1, 4],
      ],
      between: [
        [3, 2],
        [0, 0],
      ],
    }),
  );
  editTopology(setLevel(12));
  const shared = sharedScenario();
  expect(shared.experiment).toEqual({
    kind: 'sublevel',
    resolution: 101,
    box: [
      [-1, 4],
      [-1, 4],
    ],
    between: [
      [3, 2],
      [0, 0],
    ],
    levels: [12],
  });
  expect(parseScenario(shared).ok).toBe(true);
  const opened = openedTopology(shared as Parameters<typeof openedTopology>[0], scenarioStore.getState().scenario);
  expect(opened.topology).toEqual(settings());
  expect(topologyScenario(opened.scenario, opened.topology)).toEqual(shared);
  // The Descent lab keeps its methods and gets starts that fit.
  expect(opened.scenario.experiment.methods).toEqual(opening.scenario.experiment.methods);
  expect(opened.scenario.experiment.starts).toHaveLength(3);
});

test('a level that moves keeps the further ones, and each edit is a step of the history', () => {
  editTopology(setTopology({ levels: [5, 50, 100] }));
  editTopology(setLevel(7));
  expect(settings().levels).toEqual([7, 50, 100]);
  editTopology(setLevel(undefined));
  expect(settings().levels).toEqual([50, 100]);
  undo();
  expect(settings().levels).toEqual([7, 50, 100]);
});

test('settings of another landscape, or of another number of variables, are not used', () => {
  editTopology(
    setTopology({
      levels: [5],
      box: [
        [-1, 1],
        [-1, 1],
      ],
    }),
  );
  expect(settingsOn(settings(), { id: 'lee-2016' })).toEqual({});
  const formula = (variables: string[]) => ({ id: 'formula', params: { expression: 'x^2', variables, constants: {} } });
  const own = {
    of: 'formula',
    between: [
      [0, 0],
      [1, 1],
    ],
  };
  expect(settingsOn(own, formula(['x', 'y']))).toBe(own);
  expect(settingsOn(own, formula(['x']))).toEqual({});
});
