import { formatNumber } from '../core/formatNumber.ts';
import { compute } from './compute.ts';
import { notify } from './notices.ts';
import { setPaths } from './pathsEdits.ts';
import { pathScenario } from './pathsScenario.ts';
import { pathsStore } from './pathsStore.ts';
import { editPaths, scenarioStore } from './scenarioStore.ts';

let abort: AbortController | null = null;

/** Ends the training under way; the ends stay where they were. */
export const cancelTraining = (): void => abort?.abort();

/** Lets both ends descend to the level, and moves them there as one step of the history. */
export async function trainPathEnds(): Promise<void> {
  const { scenario, paths } = scenarioStore.getState();
  const wanted = pathScenario(scenario, paths);
  const mine = new AbortController();
  abort?.abort();
  abort = mine;
  pathsStore.setState({ endsProgress: 0 });
  try {
    const ends = await compute.run(
      'pathEnds',
      { scenario: wanted },
      {
        lane: 'pathEnds',
        signal: mine.signal,
        onProgress: (endsProgress) => abort === mine && pathsStore.setState({ endsProgress }),
      },
    );
    if (abort !== mine) return;
    editPaths(setPaths({ ends: ends.map(({ x }) => [...x]), level: wanted.experiment.level }));
    const above = ends.filter(({ value }) => !(value <= wanted.experiment.level));
    if (above.length > 0) {
      const lowest = formatNumber(Math.min(...above.map(({ value }) => value)), 6);
      notify({ kind: 'info', text: `An end came down to ${lowest} only; raise the level, or train it again.` });
    }
  } catch (error) {
    if (abort === mine) compute.report(error, 'The ends could not be trained');
  } finally {
    if (abort === mine) pathsStore.setState({ endsProgress: null });
  }
}
