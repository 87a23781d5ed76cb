import { type TrainedEnd, trainEnds } from '../../core/paths/trainEnds.ts';
import type { Task } from '../../core/task.ts';
import { DEFAULT_SEED } from '../../scenario/defaultSeed.ts';
import { PATH_LENGTHS_DEFAULTS } from '../../scenario/experiments/pathLengthsDefaults.ts';
import { prepareLandscape } from '../../scenario/prepare.ts';
import { compileCached, objectiveCached } from '../landscapeCache.ts';
import type { PathPayload } from './path.ts';

/** A descent may take so many times the steps that a random pair takes for one level. */
const PATIENCE = 5;
/** A step is at most this share of the domain's diagonal. */
const LONGEST = 0.01;

/**
 * Lets both ends of a scenario descend to its level, or a little below it.
 * @throws Error where the landscape does not compile
 */
export function* pathEnds({ scenario }: Pick<PathPayload, 'scenario'>): Task<TrainedEnd[], TrainedEnd[]> {
  const { experiment, landscape, seed = DEFAULT_SEED } = scenario;
  const result = prepareLandscape(landscape, compileCached);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '));
  const { prepared } = result;
  const { level } = experiment;
  const diagonal = Math.sqrt(prepared.domain.reduce((sum, [low, high]) => sum + (high - low) * (high - low), 0));
  const floor = prepared.minimumValue ?? (level >= 0 ? 0 : level);
  const target = Math.min(level, level - 0.05 * (level - floor));
  const training = { iterations: PATIENCE * PATH_LENGTHS_DEFAULTS.iterations, longest: LONGEST * diagonal };
  return yield* trainEnds(objectiveCached(prepared), experiment.ends, target, training, seed);
}
