import { type EscapeFindings, runEscapes } from '../../core/escape/runEscapes.ts';
import type { Task } from '../../core/task.ts';
import { DEFAULT_SEED } from '../../scenario/defaultSeed.ts';
import { escapePlans } from '../../scenario/experiments/escapePlans.ts';
import { resolveLandscape } from '../../scenario/landscapeChoice.ts';
import type { EscapeExperiment, LandscapeChoice } from '../../scenario/types.ts';

export interface EscapePayload {
  readonly landscape: LandscapeChoice;
  readonly experiment: EscapeExperiment;
  readonly seed: number | undefined;
}

/** The experiment `escape`, by the code of the report; a partial result is all that has been found so far. */
export function* escape({
  landscape,
  experiment,
  seed = DEFAULT_SEED,
}: EscapePayload): Task<EscapeFindings, EscapeFindings> {
  return yield* runEscapes(escapePlans(experiment, resolveLandscape(landscape).params, seed));
}
