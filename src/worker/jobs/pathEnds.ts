import { type TrainedEnd, trainEnds } from '../../core/paths/trainEnds.ts';
import type { Task } from '../../core/task.ts';
import { DEFAULT_SEED } from '../../scenario/defaultSeed.ts';
import { prepareLandscape } from '../../scenario/prepare.ts';
import { resolveTraining, type TrainingChoice, trainingPlan } from '../../scenario/training.ts';
import { compileCached, objectiveCached } from '../landscapeCache.ts';
import type { PathPayload } from './path.ts';

/** Milliseconds between two partial results that are sent. */
const INTERVAL = 60;

/**
 * Brings both ends of a scenario down to its level, or a little below it; partial results are the ends so far.
 * @throws Error where the landscape does not compile
 */
export function* pathEnds({
  scenario,
  training,
}: Pick<PathPayload, 'scenario'> & { readonly training?: TrainingChoice }): Task<TrainedEnd[], TrainedEnd[]> {
  const { experiment, landscape, seed = DEFAULT_SEED } = scenario;
  const result = prepareLandscape(landscape, compileCached);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '));
  const { prepared } = result;
  const { level } = experiment;
  const floor = prepared.minimumValue ?? (level >= 0 ? 0 : level);
  const target = Math.min(level, level - 0.05 * (level - floor));
  const plan = trainingPlan(resolveTraining(training, prepared.id, prepared.dimension), prepared.domain);
  const task = trainEnds(objectiveCached(prepared), experiment.ends, target, plan, seed);
  let sent = performance.now();
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    const { done, total } = step.value;
    const isDue = performance.now() - sent > INTERVAL;
    if (isDue) sent = performance.now();
    yield isDue ? step.value : { done, total };
  }
}
