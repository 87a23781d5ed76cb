import { DEFAULT_SEED } from './defaultSeed.ts';
import { experimentKindOf } from './experiments/registry.ts';
import { resolveLandscape } from './landscapeChoice.ts';
import { CURRENT_VERSION } from './migrate.ts';
import type { ResolvedScenario, Scenario } from './types.ts';

/**
 * Fills in everything that has a default and can change a result: seed, parameters (derived ones included), stopping
 * rule, repeats, record. How things are drawn (`view`, labels, colours) stays as sparse as it was. The outcome is a
 * valid scenario, and resolving it again changes nothing.
 * @throws RangeError for a scenario that `parseScenario` would refuse
 */
export function resolveScenario(scenario: Scenario): ResolvedScenario {
  const { title, note, view } = scenario;
  const { params, dimension, source } = resolveLandscape(scenario.landscape);
  const kind = experimentKindOf(scenario.experiment);
  const landscape = { id: scenario.landscape.id, params };
  const { seed = DEFAULT_SEED } = scenario;
  return {
    version: CURRENT_VERSION,
    seed,
    ...(title !== undefined && { title }),
    ...(note !== undefined && { note }),
    landscape,
    experiment: kind.resolve(scenario.experiment, { dimension, domain: source.domain, landscape, seed }),
    ...(view !== undefined && { view }),
  };
}
