import type { CriticalPoints } from '../core/critical/findCriticalPoints.ts';
import type { StableSet } from '../worker/jobs/stableSets.ts';
import { compute } from './compute.ts';
import { descentStepSize } from './descentStepSize.ts';
import { boxToSearch } from './followCriticalPoints.ts';
import { LatestOnly } from './LatestOnly.ts';
import { resultsStore } from './resultsStore.ts';
import { scenarioStore } from './scenarioStore.ts';

/** More saddles than this would be a web and no picture. */
export const MOST_SADDLES = 40;

/** Whose sets are wanted, and of which dynamics: η of gradient descent, or 0 for the flow. */
interface Wanted {
  readonly critical: CriticalPoints;
  readonly stepSize: number;
}

let wanted: Wanted | null = null;

/**
 * Keeps the stable and unstable sets in step with the critical points, and those of gradient descent with its step
 * size, while the scenario asks for them, in two variables. They come saddle by saddle; while a step size slides, as
 * fast as they can be traced.
 * @returns ends the following
 */
export function followStableSets(): () => void {
  const worker = new LatestOnly<Wanted>(trace);
  const update = () => {
    const now = wantedNow();
    if (now?.critical === wanted?.critical && now?.stepSize === wanted?.stepSize) return;
    const isOther = now?.critical !== wanted?.critical;
    wanted = now;
    if (!now || isOther) resultsStore.setState({ stableSets: [] });
    if (now) worker.request(now, isOther);
  };
  const ends = [resultsStore.subscribe(update), scenarioStore.subscribe(update)];
  update();
  return () => {
    for (const end of ends) end();
  };
}

function wantedNow(): Wanted | null {
  const { critical, landscape } = resultsStore.getState();
  const { scenario } = scenarioStore.getState();
  const kind = scenario.view?.stableSets ?? false;
  if (kind === false || landscape?.dimension !== 2 || !critical) return null;
  const stepSize = kind === 'map' ? descentStepSize(scenario) : 0;
  return stepSize === null ? null : { critical, stepSize };
}

async function trace(request: Wanted): Promise<void> {
  const { critical, stepSize } = request;
  const { landscape } = resultsStore.getState();
  const box = boxToSearch();
  // A request that has waited may be of yesterday.
  if (!landscape || !box || wanted !== request) return;
  const saddles = critical.points.filter(({ type }) => type === 'saddle').map(({ x }) => x);
  const show = (stableSets: readonly StableSet[]) => {
    if (wanted?.critical === critical) resultsStore.setState({ stableSets });
  };
  // With another step size the old curves stay until all of the new ones are there.
  const isFirst = resultsStore.getState().stableSets.length === 0;
  try {
    const payload = { landscape, saddles: saddles.slice(0, MOST_SADDLES), box, stepSize };
    show(await compute.run('stableSets', payload, { lane: 'stableSets', ...(isFirst && { onPartial: show }) }));
  } catch (error) {
    compute.report(error, 'The stable sets could not be traced');
  }
}
