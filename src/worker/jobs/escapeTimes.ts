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

/** Least milliseconds between two partial results: each holds all the rows, and nobody reads faster. */
const PERIOD = 80;

/** The experiment `escape`, by the code of the report; a partial result is all that has been found so far. */
export function* escapeTimes({
  landscape,
  experiment,
  seed = DEFAULT_SEED,
}: EscapePayload): Task<EscapeFindings, EscapeFindings> {
  const task = runEscapes(escapePlans(experiment, resolveLandscape(landscape).params, seed));
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
