import type { Scenario } from '../scenario/types.ts';
import { comparisonScenario } from './comparisonScenario.ts';
import { shareable } from './descentPlan.ts';
import { sharedPaths } from './pathsScenario.ts';
import { type Lab, scenarioStore } from './scenarioStore.ts';
import { topologyScenario } from './topologyScenario.ts';

/** The scenario of the open lab as it is shared: in a link, in a file, in a report. */
export function sharedScenario(): Scenario {
  const state = scenarioStore.getState();
  return SHARED[state.lab](state);
}

type Labs = ReturnType<typeof scenarioStore.getState>;

const SHARED: { readonly [L in Lab]: (state: Labs) => Scenario } = {
  descent: ({ scenario }) => shareable(scenario),
  escape: ({ escape: escaping }) => escaping,
  comparison: ({ scenario, comparison }) => comparisonScenario(scenario, comparison),
  topology: ({ scenario, topology }) => topologyScenario(scenario, topology),
  paths: ({ scenario, paths }) => sharedPaths(scenario, paths),
};
