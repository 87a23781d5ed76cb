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
import {
  beginGesture,
  type DescentScenario,
  editInGesture,
  editPaths,
  editPathsInGesture,
  endGesture,
  type PathScenario,
  type PathsSettings,
  scenarioStore,
} from './scenarioStore.ts';

let abort: AbortController | null = null;

/** Ends the training under way; the ends stay where they were. */
export const cancelTraining = (): void => abort?.abort();

/** Lets both ends descend to the level, and moves them there as one step of the history. */
export function trainPathEnds(): Promise<void> {
  const { scenario, paths } = scenarioStore.getState();
  return train(scenario, paths, null);
}

/** Draws a pair of random ends by the next seed and trains it; seed and ends are one step of the history. */
export function trainNextPair(): Promise<void> {
  const { scenario, paths } = scenarioStore.getState();
  const { ends: _before, ...others } = settingsOn(paths, scenario.landscape);
  const level = levelOf(paths, scenario);
  const seed = (scenario.seed ?? DEFAULT_SEED) + 1;
  return train({ ...scenario, seed }, { ...others, of: scenario.landscape.id, level }, seed);
}

/**
 * Trains the ends of a scenario; only what comes of it changes the scenario that is shown.
 * @param seed  by which the ends were drawn; null where it stays
 */
async function train(scenario: DescentScenario, paths: PathsSettings, seed: number | null): Promise<void> {
  const wanted = pathScenario(scenario, paths);
  const { training } = settingsOn(paths, scenario.landscape);
  const mine = new AbortController();
  const before = pathsStore.getState().endsTrained;
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
    if (abort !== mine || scenarioStore.getState().scenario.landscape !== scenario.landscape) return;
    showTraining(wanted, ends);
    beginGesture();
    if (seed !== null) editInGesture(setSeed(seed));
    editPathsInGesture(setPaths({ ends: ends.map(({ x }) => [...x]), level: wanted.experiment.level }));
    endGesture();
    const text = endsAbove(ends, wanted.experiment.level);
    if (text) notify({ kind: 'info', text });
  } catch (error) {
    if (abort !== mine) return;
    if (mine.signal.aborted) pathsStore.setState({ endsTrained: before });
    compute.report(error, 'The ends could not be trained');
  } finally {
    if (abort === mine) pathsStore.setState({ endsProgress: null });
  }
}

const showTraining = (of: PathScenario, ends: readonly TrainedEnd[]): void =>
  pathsStore.setState({ endsTrained: { of, curves: ends.map(({ curve }) => curve) } });

/**
 * What is to be said of ends that are still above the level, with their values, and of those at which f has no finite
 * value, from where nothing descends; null where none is.
 */
export function endsAbove(ends: readonly Pick<TrainedEnd, 'value' | 'lostAt'>[], level: number): string | null {
  const nowhere = ends.flatMap(({ value }, k) => (Number.isFinite(value) ? [] : [`End ${k + 1}`]));
  const above = ends.filter(({ value }) => Number.isFinite(value) && value > level);
  const sentences = [
    ...(nowhere.length > 0
      ? [
          `f has no value at ${nowhere.join(' and ')}: move ${nowhere.length === 1 ? 'it' : 'both'} to where it has one.`,
        ]
      : []),
    ...(above.length > 0 ? [stillAbove(above)] : []),
  ];
  return sentences.join(' ') || null;
}

function stillAbove(above: readonly Pick<TrainedEnd, 'value' | 'lostAt'>[]): string {
  const values = above.map(({ value }) => formatNumber(value, 6)).join(' and ');
  const lost = above.find(({ lostAt }) => lostAt !== null)?.lostAt;
  const why = lost ? ` The method left the finite numbers at step ${lost}: take a smaller step size.` : '';
  const [who, that] = above.length === 1 ? ['An end', 'that'] : ['The ends', 'both'];
  return `${who} came no lower than ${values}.${why} Raise the level above ${that}, give more steps, or take another method.`;
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
