import { type EscapeFindings, runEscapes } from '../../core/escape/runEscapes.ts';
import type { Objective } from '../../core/objective/Objective.ts';
import type { Params } from '../../core/params.ts';
import type { Task } from '../../core/task.ts';
import { DEFAULT_SEED } from '../../scenario/defaultSeed.ts';
import { escapePlans } from '../../scenario/experiments/escapePlans.ts';
import { octopusFunction } from '../../scenario/experiments/octopusFunction.ts';
import { resolveLandscape } from '../../scenario/landscapeChoice.ts';
import type { EscapeExperiment, LandscapeChoice } from '../../scenario/types.ts';
import { compileCached, objectiveCached } from '../landscapeCache.ts';

export interface EscapePayload {
  readonly landscape: LandscapeChoice;
  readonly experiment: EscapeExperiment;
  readonly seed: number | undefined;
}

/** The octopus as a function, for methods that are run in doubles. */
export const octopusCached = (params: Params): Objective => octopusFunction(params, compileCached, objectiveCached);

/** Least milliseconds between two partial results: each holds all the rows, and nobody reads faster. */
const PERIOD = 80;

/** The experiment `escape`, by the code of the report; a partial result is all that has been found so far. */
export function* escapeTimes({
  landscape,
  experiment,
  seed = DEFAULT_SEED,
}: EscapePayload): Task<EscapeFindings, EscapeFindings> {
  const task = runEscapes(escapePlans(experiment, resolveLandscape(landscape).params, seed, octopusCached));
  let latest: EscapeFindings | undefined;
  let handedOut = Number.NEGATIVE_INFINITY;
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    const { done, total, partial } = step.value;
    latest = partial ?? latest;
    if (latest && performance.now() - handedOut >= PERIOD) {
      yield { done, total, partial: latest };
      latest = undefined;
      handedOut = performance.now();
    } else yield { done, total };
  }
}
