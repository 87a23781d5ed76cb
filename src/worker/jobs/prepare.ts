import type { Task } from '../../core/task.ts';
import type { PrepareResult } from '../../scenario/prepare.ts';
import type { LandscapeChoice } from '../../scenario/types.ts';
import { validateLandscape } from '../../scenario/validateLandscape.ts';
import { compileCached } from '../landscapeCache.ts';

/** Checks and compiles a landscape, as `validateLandscape`. */
// biome-ignore lint/correctness/useYield: a job is a task, and this one is short.
export function* prepare(choice: LandscapeChoice): Task<PrepareResult, never> {
  return validateLandscape(choice, compileCached);
}
