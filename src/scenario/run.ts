import type { Task } from '../core/task.ts';
import { experimentKindOf } from './experiments/registry.ts';
import { objectiveOf } from './objectiveOf.ts';
import { type PreparedLandscape, prepareLandscape } from './prepare.ts';
import type { ResolvedScenario } from './types.ts';

/** What a run gives: the scenario with all defaults, and the result of its kind. `writeJson` turns it into text. */
export interface Report {
  readonly scenario: ResolvedScenario;
  readonly result: { readonly kind: string };
}

/**
 * Runs a resolved scenario; the same bits in the page, in a worker and on the command line.
 * @param prepared  its landscape, if that has been compiled already
 * @throws Error naming every problem of a formula that does not compile (`validateScenario` returns them)
 */
export function* runScenario(
  scenario: ResolvedScenario,
  prepared: PreparedLandscape = preparedOrThrow(scenario),
): Task<Report> {
  const setting = { objective: objectiveOf(prepared), prepared, seed: scenario.seed };
  const result = yield* experimentKindOf(scenario.experiment).run(scenario.experiment, setting);
  return { scenario, result };
}

function preparedOrThrow(scenario: ResolvedScenario): PreparedLandscape {
  const result = prepareLandscape(scenario.landscape);
  if (result.ok) return result.prepared;
  throw new Error(result.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
}
