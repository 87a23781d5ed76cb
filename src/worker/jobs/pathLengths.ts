import { type LengthsRow, lengthsAgainstLevel } from '../../core/paths/lengthsAgainstLevel.ts';
import type { Task } from '../../core/task.ts';
import { lengthsPlan } from '../../scenario/experiments/pathLengths.ts';
import { prepareLandscape } from '../../scenario/prepare.ts';
import { resolveScenario } from '../../scenario/resolve.ts';
import { ScenarioRefused } from '../../scenario/ScenarioRefused.ts';
import type { PathLengthsExperiment, Scenario } from '../../scenario/types.ts';
import { compileCached, objectiveCached } from '../landscapeCache.ts';

export interface PathLengthsPayload {
  /** One that `parseScenario` takes. */
  readonly scenario: Scenario & { readonly experiment: PathLengthsExperiment };
}

/** A curve, or why none can be measured and what to change. */
export type LengthsOutcome = { readonly rows: readonly LengthsRow[] } | { readonly refusal: string };

/**
 * The experiment `path-lengths` by the code of the report; a partial result is the curve so far.
 * @throws Error where the landscape does not compile
 */
export function* pathLengths({ scenario }: PathLengthsPayload): Task<LengthsOutcome, readonly LengthsRow[]> {
  const { experiment, seed, landscape } = resolveScenario(scenario);
  if (experiment.kind !== 'path-lengths') throw new Error('These are no lengths.');
  const result = prepareLandscape(landscape, compileCached);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '));
  const { prepared } = result;
  try {
    const plan = lengthsPlan(experiment, { objective: objectiveCached(prepared), prepared, seed });
    return { rows: yield* lengthsAgainstLevel(plan) };
  } catch (error) {
    // A row of levels may be wrong; the first of them says what to change.
    if (error instanceof ScenarioRefused) return { refusal: error.problems[0]?.message ?? '' };
    throw error;
  }
}
