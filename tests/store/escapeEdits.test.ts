import { beforeEach, describe, expect, test } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.ts';
import {
  addEscapeMethod,
  contractionsOf,
  dimensionsOf,
  removeEscapeMethod,
  setContractions,
  setEscapeNumbers,
  setEscapeParams,
  setOctopus,
} from '../../src/store/escapeEdits.ts';
import { setEscapeLook, setEscapeView } from '../../src/store/escapeLooks.ts';
import { isSameWork } from '../../src/store/followEscape.ts';
import {
  beginGesture,
  type EscapeEdit,
  type EscapeScenario,
  editEscape,
  editEscapeInGesture,
  endGesture,
  openLab,
  redo,
  scenarioStore,
  undo,
} from '../../src/store/scenarioStore.ts';

const start: EscapeScenario = {
  version: 1,
  seed: 7,
  landscape: { id: 'octopus', params: { L: 2, dimension: 4 } },
  experiment: { kind: 'escape', methods: [{ id: 'gradient-descent' }, { id: 'perturbed-gradient-descent' }] },
};

/** The scenario after the edits, which must be one that opens. */
function edited(...edits: readonly EscapeEdit[]): EscapeScenario {
  const scenario = edits.reduce((before, change) => change(before), start);
  expect(parseScenario(scenario)).toMatchObject({ ok: true });
  return scenario;
}

describe('edits', () => {
  test('lists stay in order, each value once', () => {
    expect(edited(setContractions([3, 1, 3, 1.5])).experiment.L).toEqual([1, 1.5, 3]);
  });

  test('another octopus for the race leaves the experiment with the one that it had', () => {
    const changed = edited(setOctopus({ L: 3, dimension: 6 }));
    expect(changed.landscape.params).toEqual({ L: 3, dimension: 6 });
    expect(contractionsOf(changed)).toEqual([2]);
    expect(dimensionsOf(changed)).toEqual([4]);
  });

  test('a plane goes with the dimensions that it needs', () => {
    const view = setEscapeView({ race: true, section: { kind: 'coordinates', axes: [2, 3] } });
    expect(edited(view, setOctopus({ dimension: 5 })).view?.section).toBeDefined();
    expect(edited(view, setOctopus({ dimension: 3 })).view).toEqual({ race: true });
  });

  test('numbers go back to their defaults', () => {
    const set = edited(setEscapeNumbers({ repeats: 40, maxIterations: 500, seed: 3 }));
    expect(set).toMatchObject({ seed: 3, experiment: { repeats: 40, stop: { maxIterations: 500 } } });
    const back = setEscapeNumbers({ repeats: undefined, maxIterations: undefined, seed: undefined })(set);
    expect(back.experiment).not.toHaveProperty('repeats');
    expect(back.experiment.stop).toEqual({});
    expect(back).not.toHaveProperty('seed');
    expect(setEscapeNumbers({ repeats: 2 })(set)).toMatchObject({
      seed: 3,
      experiment: { stop: { maxIterations: 500 } },
    });
  });

  test('methods keep their colours', () => {
    const { methods } = edited(removeEscapeMethod(0), addEscapeMethod({ id: 'gradient-descent' })).experiment;
    expect(methods.map(({ id, colour }) => [id, colour])).toEqual([
      ['perturbed-gradient-descent', 1],
      ['gradient-descent', 0],
    ]);
  });

  test('looks are no new work, parameters are', () => {
    expect(isSameWork(start, edited(setEscapeLook(1, { visible: false }), setEscapeView({ race: true })))).toBe(true);
    expect(isSameWork(start, edited(setEscapeParams(1, { radius: 0.1 })))).toBe(false);
    expect(isSameWork(start, edited(setEscapeNumbers({ seed: 8 })))).toBe(false);
    expect(edited(setEscapeParams(1, { radius: 0.1 }), setEscapeParams(1, { radius: undefined }))).toEqual({
      ...start,
      experiment: {
        ...start.experiment,
        methods: [start.experiment.methods[0], { id: 'perturbed-gradient-descent', params: {} }],
      },
    });
  });
});

describe('the history of both labs', () => {
  beforeEach(() => {
    scenarioStore.setState({ lab: 'descent', escape: start });
    scenarioStore.temporal.getState().clear();
  });

  test('undo and redo go through tabs and edits, and lose neither scenario', () => {
    const descent = scenarioStore.getState().scenario;
    openLab('escape');
    openLab('escape');
    editEscape(setContractions([1]));
    undo();
    expect(scenarioStore.getState()).toMatchObject({ lab: 'escape', escape: start });
    undo();
    expect(scenarioStore.getState()).toMatchObject({ lab: 'descent' });
    redo();
    redo();
    expect(scenarioStore.getState().escape.experiment.L).toEqual([1]);
    expect(scenarioStore.getState().scenario).toBe(descent);
  });

  test('a drag of a slider is one step', () => {
    beginGesture();
    for (const seed of [1, 2, 3]) editEscapeInGesture(setEscapeNumbers({ seed }));
    endGesture();
    undo();
    expect(scenarioStore.getState().escape).toBe(start);
  });
});
