import { landscapeById } from '../core/landscapes/registry.ts';
import type { Box } from '../core/params.ts';
import type { Training } from '../core/paths/Trainee.ts';
import { PATH_LENGTHS_DEFAULTS } from './experiments/pathLengthsDefaults.ts';
import { methodOf, resolveMethod } from './methodChoice.ts';
import type { MethodChoice, PathLengthsExperiment } from './types.ts';

/** How ends are brought down, as it is shared. */
export type TrainingChoice = NonNullable<PathLengthsExperiment['training']>;

/**
 * The method by which ends come down: the one that is chosen, else that of the landscape's source; undefined for descent
 * with backtracking.
 */
export const trainingMethodOf = ({ method }: TrainingChoice, landscape: string): MethodChoice | undefined =>
  method ?? landscapeById(landscape)?.training;

/** A training with every default filled in. */
export function resolveTraining(choice: TrainingChoice = {}, landscape: string, dimension: number): TrainingChoice {
  const method = trainingMethodOf(choice, landscape);
  return {
    ...(method && { method: resolveMethod(method, dimension) }),
    iterations: choice.iterations ?? PATH_LENGTHS_DEFAULTS.iterations,
  };
}

/** What is run. @param choice  resolved */
export function trainingPlan({ method, iterations }: TrainingChoice, domain: Box): Training {
  return {
    method: method && { method: methodOf(method), params: method.params ?? {} },
    iterations: iterations ?? PATH_LENGTHS_DEFAULTS.iterations,
    longest: longestStep(domain),
  };
}

/** A hundredth of the diagonal of the domain. */
const longestStep = (domain: Box): number =>
  Math.sqrt(domain.reduce((sum, [low, high]) => sum + (high - low) * (high - low), 0)) / 100;
