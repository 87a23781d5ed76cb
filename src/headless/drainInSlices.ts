import type { Progress, Task } from '../core/task.ts';

/** Milliseconds of work between two looks at the signals. */
const SLICE = 20;

/**
 * Runs a task to its end, giving way to signals every few milliseconds.
 * @param onPause  called between slices with the latest progress; what it throws ends the task in good order
 */
export async function drainInSlices<Result>(
  task: Task<Result>,
  onPause: (progress: Progress) => void,
): Promise<Result> {
  try {
    for (;;) {
      const end = performance.now() + SLICE;
      let step = task.next();
      while (!step.done && performance.now() < end) step = task.next();
      if (step.done) return step.value;
      await new Promise<void>((resolve) => setImmediate(resolve));
      onPause(step.value);
    }
  } finally {
    task.return(undefined as Result);
  }
}
