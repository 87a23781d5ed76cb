import { compareMethods, type MethodComparison } from '../../core/descent/compareMethods.ts';
import type { Task } from '../../core/task.ts';
import { comparisonPlan } from '../../scenario/experiments/comparison.ts';
import { prepareLandscape } from '../../scenario/prepare.ts';
import { resolveScenario } from '../../scenario/resolve.ts';
import type { ComparisonExperiment, Scenario } from '../../scenario/types.ts';
import { compileCached, objectiveCached } from '../landscapeCache.ts';

export interface ComparisonPayload {
  /** One that `parseScenario` takes. */
  readonly scenario: Scenario & { readonly experiment: ComparisonExperiment };
}

/** What a comparison has found so far. */
export interface ComparisonFindings {
  readonly rows: readonly MethodComparison[];
  /** The least value of f over R^n, where it is known. */
  readonly minimumValue: number | undefined;
}

/**
 * The experiment `comparison`, by the code of the report; a partial result is all that has been found so far.
 * @throws Error where the landscape does not compile
 */
export function* comparison({ scenario }: ComparisonPayload): Task<ComparisonFindings, ComparisonFindings> {
  const { experiment, seed, landscape } = resolveScenario(scenario);
  if (experiment.kind !== 'comparison') throw new Error('This is no comparison.');
  const result = prepareLandscape(landscape, compileCached);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '));
  const { domain, minimumValue } = result.prepared;
  const task = compareMethods(comparisonPlan(experiment, objectiveCached(result.prepared), domain, seed));
  for (;;) {
    const step = task.next();
    if (step.done) return { rows: step.value, minimumValue };
    const { done, total, partial } = step.value;
    yield { done, total, ...(partial && { partial: { rows: partial, minimumValue } }) };
  }
}
