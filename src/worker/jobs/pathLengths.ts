import { type LengthsRow, lengthsAgainstLevel } from '../../core/paths/lengthsAgainstLevel.ts';
import type { Task } from '../../core/task.ts';
import { lengthsPlan } from '../../scenario/experiments/pathLengths.ts';
import { prepareLandscape } from '../../scenario/prepare.ts';
import { resolveScenario } from '../../scenario/resolve.ts';
import type { PathLengthsExperiment, Scenario } from '../../scenario/types.ts';
import { compileCached, objectiveCached } from '../landscapeCache.ts';

export interface PathLengthsPayload {
  /** One that `parseScenario` takes. */
  readonly scenario: Scenario & { readonly experiment: PathLengthsExperiment };
}

/**
 * The experiment `path-lengths` by the code of the report; a partial result is the curve so far.
 * @throws Error where the landscape does not compile
 */
export function* pathLengths({ scenario }: PathLengthsPayload): Task<readonly LengthsRow[], readonly LengthsRow[]> {
  const { experiment, seed, landscape } = resolveScenario(scenario);
  if (experiment.kind !== 'path-lengths') throw new Error('These are no lengths.');
  const result = prepareLandscape(landscape, compileCached);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '));
  const { prepared } = result;
  return yield* lengthsAgainstLevel(lengthsPlan(experiment, { objective: objectiveCached(prepared), prepared, seed }));
}
