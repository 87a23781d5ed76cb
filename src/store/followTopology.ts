import { hasFiniteValue, type SublevelForest } from '../core/topology/SublevelForest.ts';
import { gridRefusal } from '../core/topology/sampleGrid.ts';
import {
  MOST_SUBLEVEL_VARIABLES,
  NOWHERE_DEFINED,
  sidesOf,
  variablesRefusal,
} from '../scenario/experiments/sublevelDefaults.ts';
import type { SublevelSetsPayload } from '../worker/jobs/sublevelSets.ts';
import { compute } from './compute.ts';
import { notify } from './notices.ts';
import { resultsStore } from './resultsStore.ts';
import { scenarioStore } from './scenarioStore.ts';
import { settingsOn } from './topologyScenario.ts';
import { topologyStore } from './topologyStore.ts';

/** How long the search waits for the hand to rest, in milliseconds. */
const REST = 60;

let abort: AbortController | null = null;

/** What is to be found, and a word for it that differs where the result does. */
interface Wanted {
  readonly key: string;
  readonly payload: SublevelSetsPayload;
}

/**
 * Keeps the sublevel sets in step with the landscape, its box and the resolution while they are shown. What was there
 * before stays until the first of the new is.
 * @returns ends the following, and what is under way
 */
export function followTopology(): () => void {
  let seen: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const update = () => {
    if (scenarioStore.getState().lab !== 'topology') return;
    const wanted = currentlyWanted();
    if (wanted === null) return;
    const key = typeof wanted === 'string' ? wanted : wanted.key;
    if (key === seen) return;
    const wait = seen === null ? 0 : REST;
    seen = key;
    begin();
    clearTimeout(timer);
    if (typeof wanted === 'string') topologyStore.setState({ refusal: wanted, progress: null });
    else timer = setTimeout(() => void run(wanted), wait);
  };
  const ends = [scenarioStore.subscribe(update), resultsStore.subscribe(update)];
  update();
  return () => {
    clearTimeout(timer);
    for (const end of ends) end();
    begin();
    topologyStore.setState({ progress: null, branch: null, isLevelDragged: false });
  };
}

/** Null while the landscape is being prepared; a sentence where nothing can be found. */
function currentlyWanted(): Wanted | string | null {
  const { scenario, topology } = scenarioStore.getState();
  const { landscape, landscapeChoice } = resultsStore.getState();
  if (!landscape || landscapeChoice !== scenario.landscape) return null;
  const { dimension, domain } = landscape;
  if (dimension > MOST_SUBLEVEL_VARIABLES) return variablesRefusal(dimension);
  const { box = domain, resolution } = settingsOn(topology, scenario.landscape);
  const sides = sidesOf(resolution, dimension);
  const refusal = gridRefusal(box, sides);
  if (refusal !== null) return refusal;
  return { key: JSON.stringify([scenario.landscape, box, sides]), payload: { landscape, box, sides } };
}

/** Ends what is under way; what was found stays and says that it is not all. */
export const cancelTopology = (): void => abort?.abort();

/** Begins again, after a cancel. */
export function restartTopology(): void {
  const wanted = currentlyWanted();
  if (wanted !== null && typeof wanted !== 'string') void run(wanted);
}

/** Ends what is under way without a word: nobody wants it any more. */
function begin(): void {
  const running = abort;
  abort = null;
  running?.abort();
}

async function run({ key, payload }: Wanted): Promise<void> {
  begin();
  const { found } = topologyStore.getState();
  if (found?.isWhole && found.key === key) {
    topologyStore.setState({ refusal: null, progress: null });
    return;
  }
  const mine = new AbortController();
  abort = mine;
  const show = (forest: SublevelForest, isWhole: boolean) => {
    if (abort !== mine) return;
    const { box, landscape } = payload;
    const { found: shown } = topologyStore.getState();
    // After a cancel the first that comes again is coarser than what was left.
    if (!isWhole && shown?.key === key && shown.forest.values.length > forest.values.length) return;
    if (!hasFiniteValue(forest)) topologyStore.setState({ refusal: NOWHERE_DEFINED });
    else topologyStore.setState({ found: { forest, key, box, landscape: landscape.choice, isWhole }, refusal: null });
  };
  topologyStore.setState({ progress: 0, branch: null });
  try {
    const forest = await compute.run('sublevelSets', payload, {
      lane: 'sublevelSets',
      signal: mine.signal,
      onProgress: (progress) => abort === mine && topologyStore.setState({ progress }),
      onPartial: (partial) => show(partial, false),
    });
    show(forest, true);
  } catch (error) {
    // One that was replaced leaves the answer to the newer one.
    if (abort !== mine) return;
    if (mine.signal.aborted) notify({ kind: 'info', text: 'Cancelled: what is shown is only what was found so far.' });
    else compute.report(error, 'The sublevel sets could not be found');
  } finally {
    if (abort === mine) topologyStore.setState({ progress: null });
  }
}

/** Whether what was found is of what is set now. @param key  of what was found */
export function isCurrentTopology(key: string): boolean {
  const wanted = currentlyWanted();
  return wanted === null || (typeof wanted !== 'string' && wanted.key === key);
}
