/** How far a long computation has come. `done` and `total` share a unit of the task's choice. */
export interface Progress<Partial = unknown> {
  readonly done: number;
  readonly total: number;
  /** A result good enough to show already; a later one replaces it. */
  readonly partial?: Partial;
}

/**
 * A long computation. It yields after at most some milliseconds of work, so that whoever drains it can report
 * progress, cancel (by `return()`) or give way. The same task runs in a worker, on the command line and in tests.
 */
export type Task<Result, Partial = unknown> = Generator<Progress<Partial>, Result, void>;

/** Runs a task to its end in one go and returns its result; for tests and for callers that may block. */
export function drain<Result>(task: Task<Result>): Result {
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
  }
}
