import type { CriticalPoints } from '../core/critical/findCriticalPoints.ts';
import type { StableSet } from '../worker/jobs/stableSets.ts';
import { compute } from './compute.ts';
import { boxToSearch } from './followCriticalPoints.ts';
import { resultsStore } from './resultsStore.ts';
import { scenarioStore } from './scenarioStore.ts';

/** More saddles than this would be a web and no picture. */
export const MOST_SADDLES = 40;

/** The critical points whose sets are wanted; null for none. */
let wanted: CriticalPoints | null = null;

/**
 * Keeps the stable and unstable sets in step with the critical points while the scenario asks for them, in two
 * variables; they come saddle by saddle.
 * @returns ends the following
 */
export function followStableSets(): () => void {
  const update = () => {
    const { critical, landscape } = resultsStore.getState();
    const isOn = scenarioStore.getState().scenario.view?.stableSets === true && landscape?.dimension === 2;
    const now = isOn ? critical : null;
    if (now === wanted) return;
    wanted = now;
    resultsStore.setState({ stableSets: [] });
    if (now) void trace(now);
  };
  const ends = [resultsStore.subscribe(update), scenarioStore.subscribe(update)];
  update();
  return () => {
    for (const end of ends) end();
  };
}

async function trace(critical: CriticalPoints): Promise<void> {
  const { landscape } = resultsStore.getState();
  const box = boxToSearch();
  if (!landscape || !box) return;
  const saddles = critical.points.filter(({ type }) => type === 'saddle').map(({ x }) => x);
  const show = (stableSets: readonly StableSet[]) => {
    if (wanted === critical) resultsStore.setState({ stableSets });
  };
  try {
    const payload = { landscape, saddles: saddles.slice(0, MOST_SADDLES), box };
    show(await compute.run('stableSets', payload, { lane: 'stableSets', onPartial: show }));
  } catch (error) {
    compute.report(error, 'The stable sets could not be traced');
  }
}
