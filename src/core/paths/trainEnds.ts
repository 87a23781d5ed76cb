import type { Objective } from '../objective/Objective.ts';
import { Rng } from '../rng.ts';
import type { Task } from '../task.ts';
import { Trainee, type Training, type TrainingCurve } from './Trainee.ts';

/** An end that has come down, or is on its way. */
export interface TrainedEnd {
  readonly x: Float64Array;
  readonly value: number;
  readonly curve: Pick<TrainingCurve, 'iterations' | 'values'>;
  /** The step after which f was no finite number; null where it never was. */
  readonly lostAt: number | null;
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
    const { iterations, values } = trainee.curve;
    const soFar = (value: number): TrainedEnd => {
      return {
        x: trainee.x.slice(),
        value,
        curve: { iterations: [...iterations], values: [...values] },
        lostAt: trainee.lostAt,
      };
    };
    const descent = trainee.descend(target);
    let step = descent.next();
    for (; !step.done; step = descent.next()) {
      const { done, total } = step.value;
      const share = (k + done / total) / ends.length;
      yield { done: share, total: 1, partial: [...trained, soFar(values.at(-1) ?? Number.NaN)] };
    }
    trained.push(soFar(step.value));
    yield { done: (k + 1) / ends.length, total: 1, partial: [...trained] };
  }
  return trained;
}
