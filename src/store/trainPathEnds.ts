import type { Run } from '../core/descent/Run.ts';
import { formatNumber } from '../core/formatNumber.ts';
import type { TrainedEnd } from '../core/paths/trainEnds.ts';
import { DEFAULT_SEED } from '../scenario/defaultSeed.ts';
import type { LandscapeChoice } from '../scenario/types.ts';
import { compute } from './compute.ts';
import { setSeed } from './edits.ts';
import { notify } from './notices.ts';
import { setPaths } from './pathsEdits.ts';
import { levelOf, pathScenario, settingsOn } from './pathsScenario.ts';
import { pathsStore } from './pathsStore.ts';
import { resultsStore } from './resultsStore.ts';
import { beginGesture, edit, editPaths, endGesture, type PathScenario, scenarioStore } from './scenarioStore.ts';

let abort: AbortController | null = null;

/** Ends the training under way; the ends stay where they were. */
export const cancelTraining = (): void => abort?.abort();

/** Lets both ends descend to the level, and moves them there as one step of the history. */
export async function trainPathEnds(): Promise<void> {
  const { scenario, paths } = scenarioStore.getState();
  const wanted = pathScenario(scenario, paths);
  const { training } = settingsOn(paths, scenario.landscape);
  const mine = new AbortController();
  abort?.abort();
  abort = mine;
  pathsStore.setState({ endsProgress: 0 });
  try {
    const ends = await compute.run(
      'pathEnds',
      { scenario: wanted, ...(training && { training }) },
      {
        lane: 'pathEnds',
        signal: mine.signal,
        onProgress: (endsProgress) => abort === mine && pathsStore.setState({ endsProgress }),
        onPartial: (partial) => abort === mine && showTraining(wanted, partial),
      },
    );
    if (abort !== mine) return;
    showTraining(wanted, ends);
    editPaths(setPaths({ ends: ends.map(({ x }) => [...x]), level: wanted.experiment.level }));
    const text = endsAbove(ends, wanted.experiment.level);
    if (text) notify({ kind: 'info', text });
  } catch (error) {
    if (abort === mine) compute.report(error, 'The ends could not be trained');
  } finally {
    if (abort === mine) pathsStore.setState({ endsProgress: null });
  }
}

const showTraining = (of: PathScenario, ends: readonly TrainedEnd[]): void =>
  pathsStore.setState({ endsTrained: { of, curves: ends.map(({ curve }) => curve) } });

/** What is to be said of ends that are still above the level, with the highest of their values; null where none is. */
export function endsAbove(ends: readonly Pick<TrainedEnd, 'value'>[], level: number): string | null {
  const above = ends.filter(({ value }) => !(value <= level));
  if (above.length === 0) return null;
  const highest = formatNumber(Math.max(...above.map(({ value }) => value)), 6);
  return `${above.length === 1 ? 'An end' : 'The ends'} came down to ${highest} only; raise the level above that, give it more steps, or take another method.`;
}

/** Draws a pair of random ends by the next seed and trains it; one step of the history takes back the draw. */
export async function trainNextPair(): Promise<void> {
  const { scenario, paths } = scenarioStore.getState();
  const level = levelOf(paths, scenario);
  beginGesture();
  edit(setSeed((scenario.seed ?? DEFAULT_SEED) + 1));
  editPaths(setPaths({ ends: undefined, level }));
  endGesture();
  await trainPathEnds();
}

/** The ends of the lowest two runs of the Descent lab; null where there are not two on the landscape that is shown. */
export function endsOfRuns(runs: readonly Run[], landscape: LandscapeChoice | null): number[][] | null {
  if (landscape !== scenarioStore.getState().scenario.landscape) return null;
  const ends = runs
    .filter(({ final }) => Number.isFinite(final.value))
    .toSorted((a, b) => a.final.value - b.final.value)
    .map(({ final }) => [...final.x]);
  const first = ends[0];
  const second = ends.find((end) => end.some((coordinate, i) => Math.abs(coordinate - (first?.[i] ?? 0)) > 1e-3));
  return first && second ? [first, second] : null;
}

/** Brings the path's ends to where the lowest two runs of the Descent lab ended. */
export function takeEndsOfRuns(): void {
  const { runs, landscapeChoice } = resultsStore.getState();
  const ends = endsOfRuns(runs, landscapeChoice);
  if (ends) editPaths(setPaths({ ends }));
}
