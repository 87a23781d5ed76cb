import { afterEach, expect, test, vi } from 'vitest';
import { compute } from '../../src/store/compute.ts';
import { followPath } from '../../src/store/followPaths.ts';
import { setPaths } from '../../src/store/pathsEdits.ts';
import { pathsStore } from '../../src/store/pathsStore.ts';
import { resultsStore } from '../../src/store/resultsStore.ts';
import { editPaths, scenarioStore } from '../../src/store/scenarioStore.ts';

const initial = { scenario: scenarioStore.getInitialState(), results: resultsStore.getInitialState() };

afterEach(() => {
  vi.restoreAllMocks();
  scenarioStore.setState(initial.scenario, true);
  resultsStore.setState(initial.results, true);
  pathsStore.setState(pathsStore.getInitialState(), true);
});

test('why a search could not begin is forgotten once one with other settings goes on', async () => {
  const run = vi.spyOn(compute, 'run').mockReturnValue(new Promise(() => {}));
  const { landscape } = scenarioStore.getState().scenario;
  const shown = { name: 'Himmelblau', dimension: 2 } as never;
  scenarioStore.setState({ lab: 'paths', paths: { of: landscape.id, level: 1 } });
  resultsStore.setState({ landscape: shown, landscapeChoice: landscape });
  pathsStore.setState({ refusal: 'The level lies below.' });
  const end = followPath();
  expect(run).toHaveBeenCalledTimes(1);
  // It may be refused for the same reason; a sentence that goes and comes would flicker under the hand.
  expect(pathsStore.getState().refusal).toBe('The level lies below.');
  run.mock.lastCall?.[2].onProgress?.(0.1);
  expect(pathsStore.getState()).toMatchObject({ refusal: null, pathProgress: 0.1 });
  editPaths(setPaths({ level: 2 }));
  expect(run).toHaveBeenCalledTimes(2);
  end();
});
