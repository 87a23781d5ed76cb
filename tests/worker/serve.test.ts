import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Task } from '../../src/core/task.ts';
import type { Reply, Request } from '../../src/worker/protocol.ts';
import { serveJobs, type WorkerScope } from '../../src/worker/serve.ts';

/** A port whose other side is the test, with a clock and pauses that the test moves by hand. */
class Bench implements WorkerScope {
  onmessage: WorkerScope['onmessage'] = null;
  readonly replies: Reply[] = [];
  readonly transfers: Transferable[][] = [];
  now = 0;
  readonly #waiting: (() => void)[] = [];

  postMessage(message: Reply, transfer: Transferable[] = []): void {
    this.replies.push(message);
    this.transfers.push(transfer);
  }

  pause(resume: () => void): void {
    this.#waiting.push(resume);
  }

  send(request: Request): void {
    this.onmessage?.({ data: request } as MessageEvent<Request>);
  }

  run(run: number, kind: string, payload: unknown = null): void {
    this.send({ type: 'run', run, kind, payload });
  }

  /** Lets the server work for one slice; false where it has nothing to do. */
  slice(): boolean {
    const resume = this.#waiting.shift();
    resume?.();
    return resume !== undefined;
  }

  of<T extends Reply['type']>(type: T): Extract<Reply, { type: T }>[] {
    return this.replies.filter((reply) => reply.type === type) as Extract<Reply, { type: T }>[];
  }
}

let bench: Bench;
let steps: number[];
let ended: number[];
/** Answers to those who ask for the code of `late`. */
let arrivals: { resolve: (job: typeof counting) => void; reject: (reason: Error) => void }[];

/** Steps of one millisecond by the bench's clock, as many as the payload says, counted by job number. */
function* counting({ id, count }: { id: number; count: number }): Task<number> {
  try {
    for (let i = 0; i < count; i++) {
      bench.now += 1;
      steps[id] = (steps[id] ?? 0) + 1;
      yield { done: i, total: count };
    }
    return count;
  } finally {
    ended.push(id);
  }
}

// biome-ignore lint/correctness/useYield: a job that fails at once.
function* failing(): Task<never> {
  throw new Error('the formula is not there');
}

function* giving({ values, bytes }: { values: Float64Array; bytes: Uint8Array }): Task<unknown, string> {
  yield { done: 0, total: 2, partial: 'one' };
  yield { done: 1, total: 2, partial: 'two' };
  return { list: [{ values }, values], bytes };
}

beforeEach(() => {
  bench = new Bench();
  steps = [];
  ended = [];
  arrivals = [];
  const later = { late: () => new Promise((resolve, reject) => arrivals.push({ resolve, reject })) };
  serveJobs(bench, { counting, failing, giving } as never, later as never, {
    now: () => bench.now,
    pause: (next) => bench.pause(next),
  });
});

describe('a job', () => {
  test('answers with its result, in slices of ten milliseconds', () => {
    bench.run(1, 'counting', { id: 1, count: 25 });
    const slices: number[] = [];
    while (bench.slice()) slices.push(steps[1] as number);
    expect(slices).toEqual([10, 20, 25]);
    expect(bench.of('result')).toEqual([{ type: 'result', run: 1, result: 25 }]);
  });

  test('that is cancelled takes no further step, and ends in good order', () => {
    bench.run(1, 'counting', { id: 1, count: 1e9 });
    bench.slice();
    bench.slice();
    bench.send({ type: 'cancel', run: 1 });
    while (bench.slice());
    expect(steps[1]).toBe(20);
    expect(ended).toEqual([1]);
    expect(bench.of('result')).toEqual([]);
  });

  test('shares the time with the others, whatever their length', () => {
    bench.run(1, 'counting', { id: 1, count: 1e9 });
    bench.run(2, 'counting', { id: 2, count: 15 });
    bench.run(3, 'counting', { id: 3, count: 5 });
    bench.run(4, 'counting', { id: 4, count: 1e9 });
    for (let i = 0; i < 7; i++) bench.slice();
    expect(bench.of('result').map(({ run }) => run)).toEqual([3, 2]);
    expect(steps.slice(1)).toEqual([20, 15, 5, 20]);
  });

  test('that throws says why and harms no other', () => {
    bench.run(1, 'counting', { id: 1, count: 15 });
    bench.run(2, 'failing');
    bench.run(3, 'nonsense');
    bench.run(4, 'toString');
    while (bench.slice());
    expect(bench.of('failed')).toEqual([
      { type: 'failed', run: 3, message: 'there is no job "nonsense"' },
      { type: 'failed', run: 4, message: 'there is no job "toString"' },
      { type: 'failed', run: 2, message: 'the formula is not there' },
    ]);
    expect(bench.of('result')).toHaveLength(1);
  });

  test('whose code comes later waits for it, and others go on meanwhile', async () => {
    bench.run(1, 'late', { id: 1, count: 3 });
    bench.run(2, 'counting', { id: 2, count: 3 });
    while (bench.slice());
    expect(bench.of('result').map(({ run }) => run)).toEqual([2]);
    arrivals[0]?.resolve(counting);
    await Promise.resolve();
    await Promise.resolve();
    while (bench.slice());
    expect(bench.of('result').map(({ run }) => run)).toEqual([2, 1]);
  });

  test('that is cancelled while its code is on the way never begins', async () => {
    bench.run(1, 'late', { id: 1, count: 3 });
    bench.send({ type: 'cancel', run: 1 });
    arrivals[0]?.resolve(counting);
    await Promise.resolve();
    await Promise.resolve();
    while (bench.slice());
    expect(steps[1]).toBeUndefined();
    expect(bench.of('result')).toEqual([]);
  });

  test('whose code does not come says so', async () => {
    bench.run(1, 'late');
    arrivals[0]?.reject(new Error('no network'));
    await Promise.resolve();
    await Promise.resolve();
    expect(bench.of('failed')).toEqual([
      { type: 'failed', run: 1, message: 'its code could not be loaded (no network)' },
    ]);
  });

  test('moves the numbers of its result and copies the rest', () => {
    const values = new Float64Array(4);
    bench.run(1, 'giving', { values, bytes: new Uint8Array(8) });
    while (bench.slice());
    const at = bench.replies.findIndex(({ type }) => type === 'result');
    expect(bench.transfers[at]).toEqual([values.buffer]);
    expect(bench.of('partial').map(({ partial }) => partial)).toEqual(['one', 'two']);
  });
});

describe('a job that needs more than its code', () => {
  let give: { resolve: () => void; reject: (reason: Error) => void };

  beforeEach(() => {
    bench = new Bench();
    const needs = () =>
      new Promise<void>((resolve, reject) => {
        give = { resolve, reject };
      });
    serveJobs(bench, { counting } as never, {}, { now: () => bench.now, pause: (next) => bench.pause(next), needs });
    bench.run(1, 'counting', { id: 1, count: 3 });
    while (bench.slice());
  });

  test('waits for it', async () => {
    expect(bench.of('result')).toEqual([]);
    give.resolve();
    await vi.waitFor(() => expect(bench.slice()).toBe(true));
    while (bench.slice());
    expect(bench.of('result')).toHaveLength(1);
  });

  test('never begins once it is cancelled', async () => {
    bench.send({ type: 'cancel', run: 1 });
    give.resolve();
    await new Promise((resolve) => setTimeout(resolve));
    while (bench.slice());
    expect(steps[1]).toBeUndefined();
  });

  test('says so where it does not come', async () => {
    give.reject(new Error('no network'));
    await vi.waitFor(() => expect(bench.of('failed')).toHaveLength(1));
    expect(bench.of('failed')[0]?.message).toBe('its code could not be loaded (no network)');
  });
});

test('progress comes at most thirty times a second', () => {
  bench.run(1, 'counting', { id: 1, count: 10_000 });
  while (bench.slice());
  const progress = bench.of('progress');
  expect(bench.now).toBe(10_000);
  expect(progress.length).toBeLessThanOrEqual(300);
  expect(progress.length).toBeGreaterThan(200);
  expect(progress.at(-1)?.done).toBeGreaterThan(9_900);
});

test('a worker says that it is there at its start and at each request', () => {
  expect(bench.replies).toEqual([{ type: 'alive' }]);
  bench.run(1, 'counting', { id: 1, count: 1 });
  expect(bench.of('alive')).toHaveLength(2);
});
