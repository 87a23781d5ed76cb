import { MOST_VARIABLES } from '../core/critical/findCriticalPoints.ts';
import { isOwnPlane } from '../core/objective/section.ts';
import type { Box } from '../core/params.ts';
import { compute } from './compute.ts';
import { notify } from './notices.ts';
import { resultsStore } from './resultsStore.ts';
import { scenarioStore } from './scenarioStore.ts';
import { visibleBox } from './visibleBox.ts';

/** Whether a landscape is small enough for the finder. */
export const canFind = (dimension: number): boolean => dimension <= MOST_VARIABLES;

let abort: AbortController | null = null;

/** Stops the search under way. */
export function cancelCriticalPoints(): void {
  abort?.abort();
}

/** Searches again, after a cancel or a failure. */
export function restartCriticalPoints(): void {
  const box = boxToSearch();
  if (box) void find(box);
}

/** Stops it without a word: nobody wants the answer any more. */
function stop(): void {
  const mine = abort;
  abort = null;
  mine?.abort();
  resultsStore.setState({ critical: null, criticalProgress: null });
}

/**
 * Keeps the critical points in step with the landscape and the visible box while the scenario asks for them: in one or
 * two variables those of the visible box, in more those of the whole domain.
 * @returns ends the following
 */
export function followCriticalPoints(): () => void {
  let wanted: unknown[] = [];
  const update = () => {
    const { landscape } = resultsStore.getState();
    const { view } = scenarioStore.getState().scenario;
    if (!landscape) return;
    const isOn = view?.criticalPoints === true && canFind(landscape.dimension);
    const box = isOn ? boxToSearch() : null;
    const now = box ? [landscape, ...box.flat()] : [];
    if (now.length === wanted.length && now.every((part, i) => part === wanted[i])) return;
    const isSame = now[0] === wanted[0];
    wanted = now;
    if (!isSame) resultsStore.setState({ critical: null });
    if (box) void find(box);
    else stop();
  };
  const ends = [resultsStore.subscribe(update), scenarioStore.subscribe(update)];
  update();
  return () => {
    for (const end of ends) end();
  };
}

/**
 * What is searched: the visible part of the variables' own line or plane, and the domain where another plane or more
 * variables are shown; null while there is no landscape.
 */
export function boxToSearch(): Box | null {
  const { landscape, objective, section, extent } = resultsStore.getState();
  if (!landscape) return null;
  if (landscape.dimension > 2 || (section && !isOwnPlane(section))) return landscape.domain;
  const { box } = scenarioStore.getState().scenario.view ?? {};
  return visibleBox({ box }, landscape, objective, extent).slice(0, landscape.dimension);
}

async function find(box: Box): Promise<void> {
  const { landscape } = resultsStore.getState();
  if (!landscape) return;
  abort?.abort();
  const mine = new AbortController();
  abort = mine;
  resultsStore.setState({ criticalProgress: 0 });
  try {
    const critical = await compute.run(
      'criticalPoints',
      { landscape, box, effort: 1 },
      {
        lane: 'criticalPoints',
        signal: mine.signal,
        onProgress: (fraction) => abort === mine && resultsStore.setState({ criticalProgress: fraction }),
      },
    );
    if (resultsStore.getState().landscape === landscape && abort === mine) resultsStore.setState({ critical });
  } catch (error) {
    // One that was replaced by a newer search leaves the answer to that one.
    if (abort === mine) {
      // What is still known belongs to another box, and its claim would be false of this one.
      resultsStore.setState({ critical: null });
      if (mine.signal.aborted) notify({ kind: 'info', text: 'Cancelled: the critical points are not known.' });
      else compute.report(error, 'The critical points could not be found');
    }
  } finally {
    if (abort === mine) resultsStore.setState({ criticalProgress: null });
  }
}
