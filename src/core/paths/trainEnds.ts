import type { Objective } from '../objective/Objective.ts';
import { Rng } from '../rng.ts';
import type { Task } from '../task.ts';
import { Trainee, type Training } from './Trainee.ts';

/** An end that has come down. */
export interface TrainedEnd {
  readonly x: Float64Array;
  readonly value: number;
}

/** Lets each end descend until f ≤ target or its steps are used up. Partial results are the ends so far. */
export function* trainEnds(
  f: Objective,
  ends: readonly ArrayLike<number>[],
  target: number,
  training: Training,
  seed: number,
): Task<TrainedEnd[], TrainedEnd[]> {
  const trained: TrainedEnd[] = [];
  for (const [k, end] of ends.entries()) {
    const trainee = new Trainee(f, Float64Array.from(end), training, Rng.seeded(seed).split(`end ${k}`));
    const value = yield* trainee.descend(target);
    trained.push({ x: trainee.x.slice(), value });
    yield { done: k + 1, total: ends.length, partial: [...trained] };
  }
  return trained;
}
