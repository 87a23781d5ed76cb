import type { Task } from '../../core/task.ts';
import { type PrepareResult, prepareLandscape } from '../../scenario/prepare.ts';
import type { LandscapeChoice } from '../../scenario/types.ts';
import { compileCached } from '../landscapeCache.ts';

/** Compiles a landscape, as `prepareLandscape`. */
// biome-ignore lint/correctness/useYield: a job is a task, and this one is short.
export function* prepare(choice: LandscapeChoice): Task<PrepareResult, never> {
  return prepareLandscape(choice, compileCached);
}
