import type { Scenario } from '../scenario/types.ts';
import { shareable } from './descentPlan.ts';
import { scenarioStore } from './scenarioStore.ts';

/** The scenario of the open lab as it is shared: in a link, in a file, in a report. */
export function sharedScenario(): Scenario {
  const state = scenarioStore.getState();
  return state.lab === 'escape' ? state.escape : shareable(state.scenario);
}
