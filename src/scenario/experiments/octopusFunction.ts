import { octopus } from '../../core/landscapes/octopus.ts';
import type { Objective } from '../../core/objective/Objective.ts';
import type { Params } from '../../core/params.ts';
import { objectiveOf } from '../objectiveOf.ts';
import { type CompileFormula, type PreparedLandscape, prepareLandscape } from '../prepare.ts';

/**
 * The octopus as a function, for methods that are run in doubles.
 * @param params  of the landscape, all of them
 * @param compile,instantiate  replaced by a worker's caches
 * @throws Error where it does not compile
 */
export function octopusFunction(
  params: Params,
  compile?: CompileFormula,
  instantiate: (prepared: PreparedLandscape) => Objective = objectiveOf,
): Objective {
  const result = prepareLandscape({ id: octopus.id, params }, compile);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '));
  return instantiate(result.prepared);
}
