import { beforeEach, describe, expect, test } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.ts';
import {
  setCloudBox,
  setCloudCount,
  setCloudUsed,
  setComparisonRepeats,
  setStartsUsed,
} from '../../src/store/comparisonEdits.ts';
import { cloudBox, comparisonScenario, openedComparison } from '../../src/store/comparisonScenario.ts';
import { setMethodLook, setStop, setView } from '../../src/store/edits.ts';
import { isSameComparison } from '../../src/store/followComparison.ts';
import {
  type ComparisonEdit,
  type ComparisonScenario,
  type ComparisonSettings,
  type DescentScenario,
  edit,
  editComparison,
  openBehindEscape,
  openLab,
  redo,
  scenarioStore,
  undo,
} from '../../src/store/scenarioStore.ts';
import { sharedScenario } from '../../src/store/sharedScenario.ts';

const scenario: DescentScenario = {
  version: 1,
  seed: 7,
  title: 'Two minima',
  note: 'Of the Descent lab.',
  landscape: { id: 'lee-2016' },
  experiment: {
    kind: 'descent',
    methods: [
      { id: 'gradient-descent', params: { stepSize: 0.1 } },
      { id: 'adam', visible: false },
    ],
    starts: [
      [1, 0],
      [1, 1],
    ],
    stop: { maxIterations: 300 },
    repeats: 5,
  },
  view: { scale: 'log', epsilon: 1e-3, rho: 2 },
};

const settings: ComparisonSettings = { cloud: {}, useStarts: false };

/** The scenario that is shared after the edits, which must be one that opens. */
function shared(edits: readonly ComparisonEdit[], of: DescentScenario = scenario): ComparisonScenario {
  const made = comparisonScenario(
    of,
    edits.reduce((before, change) => change(before), settings),
  );
  expect(parseScenario(made)).toEqual({ ok: true, scenario: made });
  return made;
}

describe('the derived scenario', () => {
  test('takes landscape, methods, stopping rule and seed of the Descent lab, and ε and ρ of its view', () => {
    expect(shared([])).toEqual({
      version: 1,
      seed: 7,
      title: 'Two minima',
      landscape: { id: 'lee-2016' },
      experiment: {
        kind: 'comparison',
        methods: scenario.experiment.methods,
        starts: [],
        cloud: {},
        stop: { maxIterations: 300 },
        epsilon: 1e-3,
        rho: 2,
      },
      view: { scale: 'log' },
    });
  });

  test('has always a start', () => {
    expect(shared([setStartsUsed(true)]).experiment).toMatchObject({ starts: scenario.experiment.starts, cloud: {} });
    expect(shared([setCloudUsed(false)]).experiment).not.toHaveProperty('cloud');
    expect(shared([setCloudUsed(false)]).experiment.starts).toHaveLength(2);
    expect(shared([setCloudUsed(false), setStartsUsed(false)]).experiment).toMatchObject({ starts: [], cloud: {} });
    const bare = { ...scenario, experiment: { ...scenario.experiment, starts: [] } };
    expect(shared([setCloudUsed(false)], bare).experiment).toMatchObject({ starts: [], cloud: {} });
  });

  test('has no more iterations than are kept of a run', () => {
    const long = setStop({ maxIterations: 1e9 })(scenario);
    expect(shared([], long).experiment.stop).toEqual({ maxIterations: 2_000_000 });
  });

  test('has no more repeats than the runs that are kept', () => {
    const edits = [setCloudCount(1000), setStartsUsed(true), setComparisonRepeats(500)];
    expect(shared(edits).experiment.repeats).toBe(9);
    expect(shared([setCloudCount(1000), setComparisonRepeats(500)]).experiment.repeats).toBe(10);
  });

  test('uses a box on the landscape only that it was set for', () => {
    const box = [
      [0, 1],
      [-1, 1],
    ] as const;
    const set = setCloudBox(box, 'lee-2016');
    expect(shared([set]).experiment.cloud).toEqual({ box });
    expect(shared([set, setCloudBox(undefined, 'lee-2016')]).experiment.cloud).toEqual({});
    expect(shared([set], { ...scenario, landscape: { id: 'himmelblau' } }).experiment.cloud).toEqual({});
    expect(cloudBox(setCloudBox([[0, 1]], 'lee-2016')(settings), scenario.landscape)).toBeUndefined();
  });

  test('numbers go back to their defaults', () => {
    const set = [setCloudCount(30), setComparisonRepeats(4)];
    expect(shared(set).experiment).toMatchObject({ cloud: { count: 30 }, repeats: 4 });
    const back = shared([...set, setCloudCount(undefined), setComparisonRepeats(undefined)]).experiment;
    expect(back.cloud).toEqual({});
    expect(back).not.toHaveProperty('repeats');
  });
});

describe('opening', () => {
  test.each([
    ['a cloud', [setCloudCount(30), setComparisonRepeats(3)]],
    ['starts', [setCloudUsed(false)]],
    [
      'both, in a box',
      [
        setStartsUsed(true),
        setCloudBox(
          [
            [0, 1],
            [0, 1],
          ],
          'lee-2016',
        ),
      ],
    ],
  ])('what was shared from %s gives the same again', (_what, edits) => {
    const made = { ...shared(edits), note: 'Of the comparison.' };
    const opened = openedComparison(made);
    expect(comparisonScenario(opened.scenario, opened.comparison)).toEqual(made);
    expect(opened.scenario.experiment.kind).toBe('descent');
    expect(opened.scenario.view).toMatchObject({ epsilon: 1e-3, rho: 2 });
    expect(opened.scenario).not.toHaveProperty('note');
  });

  test('without starts of its own the Descent lab has some in the domain', () => {
    const { starts } = openedComparison(shared([])).scenario.experiment;
    expect(starts).toHaveLength(3);
    expect(starts.flat().every((x) => Math.abs(x) < 2)).toBe(true);
  });
});

test('looks and views are not among what decides a result', () => {
  const now = shared([]);
  const look = shared([], setMethodLook(0, { colour: 3, label: 'first' })(setView({ scale: 'linear' })(scenario)));
  expect(isSameComparison(now, look)).toBe(true);
  expect(isSameComparison(now, shared([], setView({ epsilon: 1 })(scenario)))).toBe(false);
  expect(isSameComparison(now, shared([setCloudCount(5)]))).toBe(false);
});

describe('the store', () => {
  beforeEach(() => {
    scenarioStore.setState({ scenario, comparison: settings, lab: 'descent' });
    scenarioStore.temporal.getState().clear();
  });

  test('shares the comparison while it is open, and undoes its settings as the rest', () => {
    openLab('comparison');
    expect(sharedScenario()).toEqual(comparisonScenario(scenario, settings));
    editComparison(setCloudCount(12));
    edit(setStop({ maxIterations: 20 }));
    expect(sharedScenario().experiment).toMatchObject({ cloud: { count: 12 }, stop: { maxIterations: 20 } });
    undo();
    undo();
    expect(scenarioStore.getState()).toMatchObject({ comparison: settings, lab: 'comparison' });
    undo();
    expect(sharedScenario().experiment.kind).toBe('descent');
    redo();
    redo();
    expect(sharedScenario().experiment).toMatchObject({ kind: 'comparison', cloud: { count: 12 } });
  });

  test('the tab opens what was open last behind it', () => {
    openLab('comparison');
    openLab('descent');
    openBehindEscape();
    expect(scenarioStore.getState().lab).toBe('comparison');
    openLab('escape');
    openBehindEscape();
    expect(scenarioStore.getState().lab).toBe('escape');
    openLab('descent');
    openBehindEscape();
    expect(scenarioStore.getState().lab).toBe('escape');
  });
});
