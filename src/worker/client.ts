import type { JobKind, PartialOf, PayloadOf, ResultOf } from './jobs.ts';
import { type Lane, WORKER_OF_LANE } from './lanes.ts';
import { type Job, type SlotOptions, WorkerSlot } from './WorkerSlot.ts';

export interface RunOptions<Partial> {
  /** A newer job in the same lane cancels this one. */
  readonly lane: Lane;
  /** How far the job is, 0 to 1; at most 30 times a second. */
  readonly onProgress?: (fraction: number) => void;
  /** A result to show already; what it holds depends on the kind of job. Not called once the promise is settled. */
  readonly onPartial?: (partial: Partial) => void;
  readonly signal?: AbortSignal;
}

/** The page's side of the workers. */
export interface ComputeClient {
  /**
   * Runs a job of `jobs.ts` in a worker. Buffers in the payload are copied, those in the result are the caller's own.
   * @throws (rejects with) an `AbortError` where it was cancelled or replaced by a newer job in its lane; an `Error`
   *   with a readable message where the job failed or two workers died of it
   */
  run<K extends JobKind>(kind: K, payload: PayloadOf<K>, options: RunOptions<PartialOf<K>>): Promise<ResultOf<K>>;
  /** Ends the workers; jobs under way are rejected. A later job starts them again. */
  close(): void;
}

/**
 * A client with one worker for each row of `lanes.ts`, each started with its first job and replaced when it dies.
 * @param options  how a worker is started, and who hears that one was replaced
 */
export function createComputeClient(options: SlotOptions): ComputeClient {
  const slots = [new WorkerSlot(options), new WorkerSlot(options)] as const;
  const inLane = new Map<Lane, () => void>();
  let runs = 0;

  function run(kind: string, payload: unknown, options: RunOptions<never>): Promise<unknown> {
    const { lane, signal } = options;
    if (signal?.aborted) return Promise.reject(abortError('cancelled'));
    inLane.get(lane)?.();
    const slot = slots[WORKER_OF_LANE[lane]];
    const id = ++runs;
    return new Promise((resolve, reject) => {
      const stop = (why: string) => {
        slot.cancel(id);
        finish(() => reject(abortError(why)));
      };
      const onAbort = () => stop('cancelled');
      const onReplaced = () => stop('replaced by a newer one');
      const finish = (settle: () => void) => {
        signal?.removeEventListener('abort', onAbort);
        if (inLane.get(lane) === onReplaced) inLane.delete(lane);
        settle();
      };
      inLane.set(lane, onReplaced);
      signal?.addEventListener('abort', onAbort);
      slot.add(
        makeJob(
          id,
          kind,
          payload,
          options,
          (result) => finish(() => resolve(result)),
          (error) => finish(() => reject(error)),
        ),
      );
    });
  }

  return {
    run: run as ComputeClient['run'],
    close: () => {
      for (const slot of slots) slot.close();
    },
  };
}

function makeJob(
  run: number,
  kind: string,
  payload: unknown,
  { onProgress, onPartial }: RunOptions<never>,
  resolve: Job['resolve'],
  reject: Job['reject'],
): Job {
  return {
    run,
    kind,
    payload,
    sent: 0,
    onProgress: (fraction) => onProgress?.(fraction),
    onPartial: (partial) => onPartial?.(partial as never),
    resolve,
    reject,
  };
}

function abortError(why: string): DOMException {
  return new DOMException(`The computation was ${why}.`, 'AbortError');
}
