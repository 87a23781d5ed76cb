import type { Task } from '../core/task.ts';
import type { Reply, Request } from './protocol.ts';
import { transferables } from './transferables.ts';

/** The worker's side of its port, or a stand-in. */
export interface WorkerScope {
  postMessage(message: Reply, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<Request>) => void) | null;
}

type RunJob = (payload: never) => Task<unknown>;
/** What each kind of job does with its payload. */
export type JobTable = Readonly<Record<string, RunJob>>;
/** How the code of further kinds is loaded. */
export type LaterJobTable = Readonly<Record<string, () => Promise<RunJob>>>;

export interface ServeOptions {
  /** Milliseconds from any origin. */
  readonly now: () => number;
  /** Calls back once waiting messages have been let in. */
  readonly pause: (resume: () => void) => void;
  /** What a job needs beside its own code, as that of its landscape, by its payload; null where nothing. */
  readonly needs: (payload: unknown) => Promise<unknown> | null;
}

/** Milliseconds of work between two looks at the messages. */
const SLICE = 10;

/** Milliseconds between two reports of progress: at most 30 a second, which are signs of life too. */
const REPORT_INTERVAL = 34;

/**
 * Answers requests on a port: jobs take turns in slices of some milliseconds, and between two slices messages are let
 * in, so that a cancel stops a job at its next yield. Progress is reported at most 30 times a second, partial results
 * at once; results move as transferred buffers. A job that throws, or whose code cannot be loaded, answers `failed` and
 * harms no other.
 */
export function serveJobs(
  scope: WorkerScope,
  jobs: JobTable,
  later: LaterJobTable,
  options: Partial<ServeOptions> = {},
): void {
  const server = new Server(scope, jobs, later, { ...(options.pause ? IDLE : browserOptions()), ...options });
  scope.onmessage = ({ data }) => server.receive(data);
  scope.postMessage({ type: 'alive' });
}

const IDLE: ServeOptions = { now: () => performance.now(), pause: () => {}, needs: () => null };

/** A message to oneself lets waiting messages in without the four milliseconds that a nested timer takes. */
function browserOptions(): ServeOptions {
  const { port1, port2 } = new MessageChannel();
  let resume = () => {};
  port1.onmessage = () => resume();
  const pause = (next: () => void) => {
    resume = next;
    port2.postMessage(null);
  };
  return { ...IDLE, pause };
}

interface Job {
  readonly run: number;
  readonly task: Task<unknown>;
}

class Server {
  readonly #scope: WorkerScope;
  readonly #jobs: JobTable;
  readonly #later: LaterJobTable;
  readonly #options: ServeOptions;
  /** Runs whose code is on its way. */
  readonly #loading = new Set<number>();
  /** The next to get a slice is in front. */
  #queue: Job[] = [];
  #awake = false;
  #lastReport = Number.NEGATIVE_INFINITY;

  constructor(scope: WorkerScope, jobs: JobTable, later: LaterJobTable, options: ServeOptions) {
    this.#scope = scope;
    this.#jobs = jobs;
    this.#later = later;
    this.#options = options;
  }

  receive(request: Request): void {
    if (request.type === 'cancel') this.#cancel(request.run);
    else this.#begin(request.run, request.kind, request.payload);
  }

  #begin(run: number, kind: string, payload: unknown): void {
    this.#send({ type: 'alive' });
    const job = Object.hasOwn(this.#jobs, kind) ? this.#jobs[kind] : undefined;
    const load = Object.hasOwn(this.#later, kind) ? this.#later[kind] : undefined;
    const needs = this.#options.needs(payload);
    if (job && !needs) this.#enqueue(run, job, payload);
    else if (job ?? load) void this.#load(run, () => Promise.all([job ?? load?.(), needs]), payload);
    else this.#send({ type: 'failed', run, message: `there is no job ${JSON.stringify(kind)}` });
  }

  #enqueue(run: number, job: RunJob, payload: unknown): void {
    this.#queue.push({ run, task: job(payload as never) });
    this.#wake();
  }

  async #load(run: number, load: () => Promise<[RunJob | undefined, unknown]>, payload: unknown): Promise<void> {
    this.#loading.add(run);
    try {
      const [job] = await load();
      if (job && this.#loading.has(run)) this.#enqueue(run, job, payload);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (this.#loading.has(run)) this.#send({ type: 'failed', run, message: `its code could not be loaded (${why})` });
    } finally {
      this.#loading.delete(run);
    }
  }

  #cancel(run: number): void {
    this.#loading.delete(run);
    const job = this.#queue.find((candidate) => candidate.run === run);
    if (!job) return;
    this.#queue = this.#queue.filter((candidate) => candidate !== job);
    try {
      job.task.return(undefined);
    } catch {
      // The job is dropped in any case.
    }
  }

  #wake(): void {
    if (this.#awake || this.#queue.length === 0) return;
    this.#awake = true;
    this.#options.pause(() => {
      this.#awake = false;
      const job = this.#queue.shift();
      if (job && this.#advance(job)) this.#queue.push(job);
      this.#wake();
    });
  }

  /** Works on a job for one slice; true while it has more to do. */
  #advance({ run, task }: Job): boolean {
    const end = this.#options.now() + SLICE;
    try {
      do {
        const step = task.next();
        if (step.done) {
          this.#send({ type: 'result', run, result: step.value }, transferables(step.value));
          return false;
        }
        const { done, total, partial } = step.value;
        if (partial !== undefined) this.#send({ type: 'partial', run, partial });
        this.#report(run, done, total);
      } while (this.#options.now() < end);
      return true;
    } catch (error) {
      this.#send({ type: 'failed', run, message: error instanceof Error ? error.message : String(error) });
      return false;
    }
  }

  #report(run: number, done: number, total: number): void {
    const now = this.#options.now();
    if (now - this.#lastReport < REPORT_INTERVAL) return;
    this.#lastReport = now;
    this.#send({ type: 'progress', run, done, total });
  }

  #send(reply: Reply, transfer: Transferable[] = []): void {
    this.#scope.postMessage(reply, transfer);
  }
}
