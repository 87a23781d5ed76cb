import { afterEach, expect, test, vi } from 'vitest';
import type { SublevelForest } from '../../src/core/topology/SublevelForest.ts';
import { compute } from '../../src/store/compute.ts';
import { cancelTopology, followTopology, restartTopology } from '../../src/store/followTopology.ts';
import { resultsStore } from '../../src/store/resultsStore.ts';
import { scenarioStore } from '../../src/store/scenarioStore.ts';
import { topologyStore } from '../../src/store/topologyStore.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  scenarioStore.setState(scenarioStore.getInitialState(), true);
  resultsStore.setState(resultsStore.getInitialState(), true);
  topologyStore.setState(topologyStore.getInitialState(), true);
});

/** A forest of so many vertices. */
const forest = (vertices: number, lowest = 0): SublevelForest =>
  ({ values: new Float64Array(vertices), infinite: { lowest, outside: 0 }, leaves: [{}] }) as never;

test('after a cancel, the coarse grid that comes first does not replace the finer one that was left', () => {
  vi.useFakeTimers();
  const run = vi.spyOn(compute, 'run').mockReturnValue(new Promise(() => {}));
  const { landscape } = scenarioStore.getState().scenario;
  const box = [
    [0, 1],
    [0, 1],
  ] as const;
  scenarioStore.setState({ lab: 'topology' });
  resultsStore.setState({
    landscape: { dimension: 2, domain: box, choice: landscape } as never,
    landscapeChoice: landscape,
  });
  const end = followTopology();
  vi.runAllTimers();
  const partial = (vertices: number) => run.mock.lastCall?.[2].onPartial?.(forest(vertices) as never);
  const shown = () => topologyStore.getState().found?.forest.values.length;
  partial(10);
  partial(100);
  expect(shown()).toBe(100);
  cancelTopology();
  restartTopology();
  expect(run).toHaveBeenCalledTimes(2);
  partial(10);
  expect(shown()).toBe(100);
  partial(100);
  expect(shown()).toBe(100);
  end();
});
