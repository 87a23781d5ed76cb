import type { OctopusShape } from '../core/escape/OctopusWalk.ts';
import { encodeLink } from '../scenario/encodeLink.ts';
import { withEscapeDefaults } from '../scenario/experiments/escapeMethods.ts';
import { resolveLandscape } from '../scenario/landscapeChoice.ts';
import type { DescentExperiment, EscapeExperiment, Experiment, Scenario } from '../scenario/types.ts';
import { openClaim } from './claims.ts';
import { compute } from './compute.ts';
import { shareable } from './descentPlan.ts';
import { openScenario } from './edits.ts';
import { notify } from './notices.ts';
import { seek } from './playback.ts';
import { resultsStore } from './resultsStore.ts';
import { type DescentScenario, edit, scenarioStore } from './scenarioStore.ts';

/** How long the address waits for the hand to rest, in milliseconds. */
const ADDRESS_DELAY = 350;

/** The address that reproduces what is shown. */
export function linkOf(scenario: DescentScenario): string {
  const address = new URL(window.location.href);
  address.hash = encodeLink(shareable(scenario));
  return address.href;
}

/**
 * Keeps the address in step with the scenario, and the scenario with an address that the user enters.
 * @returns ends the following
 */
export function followLink(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => window.history.replaceState(null, '', linkOf(scenarioStore.getState().scenario));
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
    show(asDescent(result.scenario));
    if (result.scenario.experiment.kind === 'claim') openClaim(result.scenario.experiment);
    return true;
  } catch (error) {
    compute.report(error, `${what} could not be opened`);
    return false;
  }
}

/** What other experiments have to show here: points as starts, a box as the view, a method as itself. */
function asDescent(scenario: Scenario): DescentScenario {
  const { experiment } = scenario;
  if (experiment.kind === 'descent') return { ...scenario, experiment };
  if (experiment.kind === 'inspect') {
    const { points, epsilon, rho } = experiment;
    return {
      ...scenario,
      view: { ...scenario.view, ...(epsilon !== undefined && { epsilon }), ...(rho !== undefined && { rho }) },
      experiment: { kind: 'descent', methods: [], starts: points },
    };
  }
  if (experiment.kind === 'escape') return octopusInPlane(scenario, experiment);
  const box = 'box' in experiment ? experiment.box : undefined;
  const view = { ...scenario.view, ...(box?.length === 2 && { box }) };
  return { ...scenario, view, experiment: { kind: 'descent', ...shownOf(experiment) } };
}

/** The methods and starts of an experiment that has other things beside. */
function shownOf(experiment: Experiment): Pick<DescentExperiment, 'methods' | 'starts' | 'stop'> {
  if (experiment.kind === 'stable-set') return { methods: [], starts: [experiment.saddle] };
  if (experiment.kind !== 'basins') return { methods: [], starts: [] };
  const { method, stop } = experiment;
  return { methods: [method], starts: [], ...(stop !== undefined && { stop }) };
}

/** The octopus in two dimensions, with the experiment's methods from a point of the cube in which its runs start. */
function octopusInPlane(scenario: Scenario, { methods }: EscapeExperiment): DescentScenario {
  const landscape = { ...scenario.landscape, params: { ...scenario.landscape.params, dimension: 2 } };
  const shape = resolveLandscape(landscape).params as unknown as OctopusShape;
  // A plane through more dimensions means nothing in two.
  const { section: _section, ...view } = scenario.view ?? {};
  const filled = methods.map((choice) => withEscapeDefaults(choice, shape, { dimension: 2 }));
  return { ...scenario, landscape, view, experiment: { kind: 'descent', methods: filled, starts: [[0.5, 0.5]] } };
}

/** Shows a scenario from its beginning. */
function show(scenario: DescentScenario): void {
  resultsStore.setState({ pinned: null, heldPoint: null, hovered: null, selectedStart: null, playing: false });
  edit(openScenario(scenario));
  seek(null);
}
