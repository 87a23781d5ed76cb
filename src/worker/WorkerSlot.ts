import type { Reply, Request } from './protocol.ts';

/** A worker as the page sees it, or a stand-in. */
export interface WorkerLike {
  postMessage(message: Request, transfer?: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** A job under way. */
export interface Job {
  readonly run: number;
  readonly kind: string;
  readonly payload: unknown;
  /** How often it was given to a worker. */
  sent: number;
  onProgress(fraction: number): void;
  onPartial(partial: unknown): void;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

export interface SlotOptions {
  readonly spawn: () => WorkerLike;
  /** One sentence for the user: what happened, and that it was mended. */
  readonly onWorkerReplaced: (sentence: string) => void;
}

/** Seconds of silence after which a worker counts as dead: while it starts, when it was idle, and while it works. */
const SILENCE = { starting: 60, idle: 4, working: 12 };

/**
 * One worker and the jobs given to it. It starts with the first job. A worker that throws outside of a job, cannot
 * read a message, or falls silent while it has work is replaced, and its jobs are given to the new one, once; a job
 * that outlives two workers is rejected. Silence is counted in ticks of a timer, so that a machine that slept does not
 * look like a worker that died.
 */
export class WorkerSlot {
  readonly #options: SlotOptions;
  readonly #jobs = new Map<number, Job>();
  #worker: WorkerLike | null = null;
  #state: keyof typeof SILENCE = 'starting';
  #silentTicks = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(options: SlotOptions) {
    this.#options = options;
  }

  /** Gives a job to the worker; rejects it at once where its payload cannot be sent. */
  add(job: Job): void {
    this.#jobs.set(job.run, job);
    this.#timer ??= setInterval(() => this.#tick(), 1000);
    this.#give(job);
  }

  /** Forgets a job and tells the worker; nothing of it is heard any more. */
  cancel(run: number): void {
    if (!this.#forget(run)) return;
    this.#worker?.postMessage({ type: 'cancel', run });
  }

  /** Ends the worker; its jobs are rejected. */
  close(): void {
    const jobs = [...this.#jobs.values()];
    for (const job of jobs) this.#forget(job.run);
    this.#end();
    for (const job of jobs) job.reject(new Error('The computation was ended with its worker.'));
  }

  #give(job: Job): void {
    const worker = this.#worker ?? this.#start();
    if (this.#state === 'working' && this.#jobs.size === 1) this.#state = 'idle';
    if (this.#jobs.size === 1) this.#silentTicks = 0;
    job.sent++;
    try {
      worker.postMessage({ type: 'run', run: job.run, kind: job.kind, payload: job.payload });
    } catch (error) {
      this.#forget(job.run);
      job.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #start(): WorkerLike {
    const worker = this.#options.spawn();
    this.#worker = worker;
    this.#state = 'starting';
    this.#silentTicks = 0;
    worker.onmessage = ({ data }) => worker === this.#worker && this.#receive(data);
    worker.onmessageerror = () => worker === this.#worker && this.#replace('sent something unreadable');
    worker.onerror = (event) => {
      event.preventDefault?.();
      if (worker === this.#worker) this.#replace(event.message ? `stopped with “${event.message}”` : 'stopped');
    };
    return worker;
  }

  #receive(reply: Reply): void {
    this.#state = 'working';
    this.#silentTicks = 0;
    if (reply.type === 'alive') return;
    const job = this.#jobs.get(reply.run);
    if (!job) return;
    if (reply.type === 'progress') job.onProgress(reply.total > 0 ? Math.min(1, reply.done / reply.total) : 0);
    else if (reply.type === 'partial') job.onPartial(reply.partial);
    else {
      this.#forget(reply.run);
      if (reply.type === 'result') job.resolve(reply.result);
      else job.reject(new Error(reply.message));
    }
  }

  #tick(): void {
    this.#silentTicks++;
    if (this.#silentTicks >= SILENCE[this.#state]) this.#replace(`did not answer for ${this.#silentTicks} seconds`);
  }

  #replace(what: string): void {
    this.#end();
    const jobs = [...this.#jobs.values()];
    const hopeless = jobs.filter((job) => job.sent >= 2);
    for (const job of hopeless) {
      this.#forget(job.run);
      job.reject(new Error(`It was given up: a background worker ${what}, twice.`));
    }
    for (const job of jobs) if (!hopeless.includes(job)) this.#give(job);
    const again = hopeless.length < jobs.length ? ', and its work was started again' : '';
    this.#options.onWorkerReplaced(`A background worker ${what}; it was replaced${again}.`);
  }

  #end(): void {
    const worker = this.#worker;
    this.#worker = null;
    if (!worker) return;
    worker.onmessage = null;
    worker.onmessageerror = null;
    worker.onerror = null;
    worker.terminate();
  }

  /** True if the job was there. */
  #forget(run: number): boolean {
    const was = this.#jobs.delete(run);
    if (this.#jobs.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
    return was;
  }
}
