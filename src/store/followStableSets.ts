import { compute } from './compute.ts';
import { resultsStore } from './resultsStore.ts';
import { scenarioStore } from './scenarioStore.ts';
import { visibleBox } from './visibleBox.ts';

/** More saddles than this would be a web and no picture. */
const MOST_SADDLES = 40;

/**
 * Keeps the stable and unstable sets in step with the critical points while the scenario asks for them, in two
 * variables; they come saddle by saddle.
 * @returns ends the following
 */
export function followStableSets(): () => void {
  let seen: unknown = null;
  const update = () => {
    const { critical, landscape } = resultsStore.getState();
    const isOn = scenarioStore.getState().scenario.view?.stableSets === true && landscape?.dimension === 2;
    const wanted = isOn ? critical : null;
    if (wanted === seen) return;
    seen = wanted;
    resultsStore.setState({ stableSets: [] });
    if (wanted) void trace();
  };
  const ends = [resultsStore.subscribe(update), scenarioStore.subscribe(update)];
  update();
  return () => {
    for (const end of ends) end();
  };
}

async function trace(): Promise<void> {
  const { landscape, objective, critical, extent } = resultsStore.getState();
  if (!landscape || !objective || !critical) return;
  const saddles = critical.points.filter(({ type }) => type === 'saddle').map(({ x }) => x);
  const box = visibleBox(scenarioStore.getState().scenario.view ?? {}, landscape, objective, extent);
  const show = (stableSets: ReturnType<typeof resultsStore.getState>['stableSets']) => {
    if (resultsStore.getState().critical === critical) resultsStore.setState({ stableSets });
  };
  try {
    const payload = { landscape, saddles: saddles.slice(0, MOST_SADDLES), box };
    show(await compute.run('stableSets', payload, { lane: 'stableSets', onPartial: show }));
  } catch (error) {
    compute.report(error, 'The stable sets could not be traced');
  }
}
