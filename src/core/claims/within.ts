import type { Task } from '../task.ts';

/** The same task as a part of a longer one, whose progress goes from `from` to `to` of 1. */
export function* within<Result>(from: number, to: number, task: Task<Result>): Task<Result, never> {
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    const { done, total } = step.value;
    yield { done: total > 0 ? from + (to - from) * Math.min(1, done / total) : from, total: 1 };
  }
}
