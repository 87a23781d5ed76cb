import type { Task } from '../task.ts';

/**
 * The same task as a part of a longer one, whose progress goes from `from` to `to` of 1. It never goes back, though
 * that of a task that begins anew may.
 */
export function* within<Result>(from: number, to: number, task: Task<Result>): Task<Result, never> {
  let reached = from;
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    const { done, total } = step.value;
    if (total > 0) reached = Math.max(reached, from + (to - from) * Math.min(1, done / total));
    yield { done: reached, total: 1 };
  }
}
