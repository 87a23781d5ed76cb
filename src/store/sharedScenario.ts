import type { Scenario } from '../scenario/types.ts';
import { comparisonScenario } from './comparisonScenario.ts';
import { shareable } from './descentPlan.ts';
import { scenarioStore } from './scenarioStore.ts';

/** The scenario of the open lab as it is shared: in a link, in a file, in a report. */
export function sharedScenario(): Scenario {
  const { lab, scenario, escape: escaping, comparison } = scenarioStore.getState();
  if (lab === 'comparison') return comparisonScenario(scenario, comparison);
  return lab === 'escape' ? escaping : shareable(scenario);
}
