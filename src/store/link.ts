import { encodeLink } from '../scenario/encodeLink.ts';
import type { Scenario } from '../scenario/types.ts';
import { asDescent } from './asDescent.ts';
import { leaveClaim, openClaim } from './claims.ts';
import { openedComparison } from './comparisonScenario.ts';
import { compute } from './compute.ts';
import { notify } from './notices.ts';
import { openedPaths } from './pathsScenario.ts';
import { seek } from './playback.ts';
import { resultsStore } from './resultsStore.ts';
import { scenarioStore } from './scenarioStore.ts';
import { sharedScenario } from './sharedScenario.ts';
import { openedTopology } from './topologyScenario.ts';

/** How long the address waits for the hand to rest, in milliseconds. */
const ADDRESS_DELAY = 350;

/** The address that reproduces what is shown. */
export function pageLink(): string {
  const address = new URL(window.location.href);
  address.hash = encodeLink(sharedScenario());
  return address.href;
}

/**
 * Keeps the address in step with the scenario, and the scenario with an address that the user enters.
 * @returns ends the following
 */
export function followLink(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => window.history.replaceState(null, '', pageLink());
  const end = scenarioStore.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(write, ADDRESS_DELAY);
  });
  const onHash = () => void openLink(window.location.hash);
  window.addEventListener('hashchange', onHash);
  return () => {
    clearTimeout(timer);
    end();
    window.removeEventListener('hashchange', onHash);
  };
}

/** Opens the scenario in a link's fragment; a bad one is reported and everything stays. */
export const openLink = (fragment: string): Promise<boolean> => open({ link: fragment }, 'This link');

/** Opens a scenario file's text. */
export const openText = (text: string, name: string): Promise<boolean> => open({ text }, `“${name}”`);

async function open(payload: { readonly link: string } | { readonly text: string }, what: string): Promise<boolean> {
  try {
    const result = await compute.run('open', payload, { lane: 'open' });
    if (!result.ok) {
      notify({
        kind: 'error',
        text: `${what} could not be opened; nothing was changed.`,
        details: result.problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)),
      });
      return false;
    }
    leaveClaim();
    show(result.scenario);
    if (result.scenario.experiment.kind === 'claim') openClaim(result.scenario.experiment);
    return true;
  } catch (error) {
    compute.report(error, `${what} could not be opened`);
    return false;
  }
}

/** Shows a scenario from its beginning, in the lab that its experiment belongs to. */
function show(scenario: Scenario): void {
  resultsStore.setState({ pinned: null, heldPoint: null, hovered: null, selectedStart: null, playing: false });
  const { experiment } = scenario;
  if (experiment.kind === 'comparison') {
    scenarioStore.setState({ lab: 'comparison', ...openedComparison({ ...scenario, experiment }) });
  } else if (experiment.kind === 'escape')
    scenarioStore.setState({ lab: 'escape', escape: { ...scenario, experiment } });
  else if (experiment.kind === 'sublevel')
    scenarioStore.setState((state) => ({
      lab: 'topology',
      ...openedTopology({ ...scenario, experiment }, state.scenario),
    }));
  else if (experiment.kind === 'path' || experiment.kind === 'path-lengths')
    scenarioStore.setState((state) => ({ lab: 'paths', ...openedPaths({ ...scenario, experiment }, state.scenario) }));
  else scenarioStore.setState({ lab: 'descent', scenario: asDescent(scenario) });
  seek(null);
}
