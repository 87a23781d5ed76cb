import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ComputeClient, createComputeClient } from '../../src/worker/client.ts';
import type { Reply, Request } from '../../src/worker/protocol.ts';
import type { WorkerLike } from '../../src/worker/WorkerSlot.ts';

/** A worker that does what the test says. */
class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  onerror: WorkerLike['onerror'] = null;
  readonly received: Request[] = [];
  terminated = false;

  postMessage(message: Request): void {
    structuredClone(message);
    this.received.push(message);
  }

  terminate(): void {
    this.terminated = true;
  }

  reply(reply: Reply): void {
    this.onmessage?.({ data: reply } as MessageEvent<Reply>);
  }

  fail(message: string): void {
    this.onerror?.({ message } as ErrorEvent);
  }

  /** The run ids that it was asked to work on. */
  get runs(): number[] {
    return this.received.filter(({ type }) => type === 'run').map(({ run }) => run);
  }

  get lastRun(): number {
    return this.runs.at(-1) as number;
  }
}

let workers: FakeWorker[];
let replaced: string[];
let client: ComputeClient;

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  replaced = [];
  const spawn = () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  };
  client = createComputeClient({ spawn, onWorkerReplaced: (sentence) => replaced.push(sentence) });
});

afterEach(() => {
  client.close();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const worker = (i: number): FakeWorker => workers[i] as FakeWorker;
const prepare = (options = {}) => client.run('prepare', { id: 'himmelblau' }, { lane: 'prepare', ...options });
const outcomeOf = (promise: Promise<unknown>) =>
  promise.then(
    (value) => ({ value }),
    (error: Error) => ({ name: error.name, message: error.message }),
  );
const answer = (on: FakeWorker, result: unknown) => on.reply({ type: 'result', run: on.lastRun, result });

describe('a job', () => {
  test('resolves with its result, after progress and partial results', async () => {
    const onProgress = vi.fn();
    const onPartial = vi.fn();
    const promise = prepare({ onProgress, onPartial });
    const run = worker(0).lastRun;
    worker(0).reply({ type: 'progress', run, done: 1, total: 4 });
    worker(0).reply({ type: 'progress', run, done: 5, total: 4 });
    worker(0).reply({ type: 'partial', run, partial: 'half' });
    answer(worker(0), 'whole');
    expect(await promise).toBe('whole');
    expect(onProgress.mock.calls).toEqual([[0.25], [1]]);
    expect(onPartial.mock.calls).toEqual([['half']]);
    worker(0).reply({ type: 'partial', run, partial: 'late' });
    expect(onPartial).toHaveBeenCalledTimes(1);
  });

  test('that fails rejects with the reason', async () => {
    const ended = outcomeOf(prepare());
    worker(0).reply({ type: 'failed', run: worker(0).lastRun, message: 'no such landscape' });
    expect(await ended).toEqual({ name: 'Error', message: 'no such landscape' });
  });

  test('whose payload cannot be sent rejects, and the next one works', async () => {
    const ended = outcomeOf(client.run('prepare', { id: (() => 1) as never }, { lane: 'prepare' }));
    expect(await ended).toMatchObject({ name: 'DataCloneError' });
    const next = prepare();
    answer(worker(0), 'fine');
    expect(await next).toBe('fine');
  });
});

describe('a newer job in the same lane', () => {
  test('replaces the older one, of which nothing more is heard', async () => {
    const onPartial = vi.fn();
    const older = outcomeOf(prepare({ onPartial }));
    const olderRun = worker(0).lastRun;
    const newer = prepare();
    expect(await older).toMatchObject({ name: 'AbortError' });
    expect(worker(0).received.map(({ type, run }) => `${type} ${run}`)).toEqual([
      `run ${olderRun}`,
      `cancel ${olderRun}`,
      `run ${worker(0).lastRun}`,
    ]);
    worker(0).reply({ type: 'partial', run: olderRun, partial: 'stale' });
    worker(0).reply({ type: 'result', run: olderRun, result: 'stale' });
    answer(worker(0), 'fresh');
    expect(await newer).toBe('fresh');
    expect(onPartial).not.toHaveBeenCalled();
  });

  test('of many only the last one is answered', async () => {
    const all = Array.from({ length: 50 }, () => outcomeOf(prepare()));
    answer(worker(0), 'last');
    const outcomes = await Promise.all(all);
    expect(outcomes.at(-1)).toEqual({ value: 'last' });
    expect(outcomes.slice(0, -1).every((outcome) => 'name' in outcome && outcome.name === 'AbortError')).toBe(true);
  });

  test('leaves other lanes alone', async () => {
    const other = client.run('open', { text: '{}' }, { lane: 'open' });
    const otherRun = worker(0).lastRun;
    void outcomeOf(prepare());
    void outcomeOf(prepare());
    worker(0).reply({ type: 'result', run: otherRun, result: 'opened' });
    expect(await other).toBe('opened');
  });
});

test('what paints and what answers the hand have workers of their own', () => {
  void outcomeOf(prepare());
  void outcomeOf(client.run('thumbnails', { pictures: [], size: 8 }, { lane: 'thumbnails' }));
  expect(workers).toHaveLength(2);
  expect(workers.map(({ runs }) => runs.length)).toEqual([1, 1]);
});

describe('an abort signal', () => {
  test('cancels the job', async () => {
    const controller = new AbortController();
    const ended = outcomeOf(prepare({ signal: controller.signal }));
    controller.abort();
    expect(await ended).toMatchObject({ name: 'AbortError' });
    expect(worker(0).received.at(-1)).toEqual({ type: 'cancel', run: worker(0).lastRun });
  });

  test('that was given before keeps it from starting', async () => {
    expect(await outcomeOf(prepare({ signal: AbortSignal.abort() }))).toMatchObject({ name: 'AbortError' });
    expect(workers).toHaveLength(0);
  });

  test('that comes too late does nothing', async () => {
    const controller = new AbortController();
    const promise = prepare({ signal: controller.signal });
    answer(worker(0), 'done');
    await promise;
    controller.abort();
    expect(worker(0).received.map(({ type }) => type)).toEqual(['run']);
  });
});

describe('a worker that dies', () => {
  test('is replaced, its job is done by the next one, and the user hears of it', async () => {
    const promise = prepare();
    worker(0).fail('out of memory');
    expect(worker(0).terminated).toBe(true);
    expect(worker(1).runs).toEqual(worker(0).runs);
    answer(worker(1), 'done');
    expect(await promise).toBe('done');
    expect(replaced).toEqual([
      'A background worker stopped with “out of memory”; it was replaced, and its work was started again.',
    ]);
  });

  test('cannot be heard any more', async () => {
    const promise = prepare();
    const { onmessage } = worker(0);
    worker(0).fail('');
    onmessage?.({ data: { type: 'result', run: worker(0).lastRun, result: 'ghost' } } as MessageEvent<Reply>);
    answer(worker(1), 'alive');
    expect(await promise).toBe('alive');
  });

  test('with a job that killed its predecessor gives that job up, and another one works', async () => {
    const ended = outcomeOf(prepare());
    worker(0).fail('boom');
    worker(1).fail('boom');
    expect(await ended).toEqual({
      name: 'Error',
      message: 'It was given up: a background worker stopped with “boom”, twice.',
    });
    const next = prepare();
    answer(worker(2), 'fine');
    expect(await next).toBe('fine');
  });

  test('that never starts is given a minute', async () => {
    void outcomeOf(prepare());
    vi.advanceTimersByTime(59_500);
    expect(workers).toHaveLength(1);
    vi.advanceTimersByTime(1000);
    expect(workers).toHaveLength(2);
  });

  test('in silence is replaced after twelve seconds; a sign of life begins them anew', async () => {
    void outcomeOf(prepare());
    worker(0).reply({ type: 'alive' });
    vi.advanceTimersByTime(11_500);
    worker(0).reply({ type: 'progress', run: worker(0).lastRun, done: 0, total: 1 });
    vi.advanceTimersByTime(11_000);
    expect(workers).toHaveLength(1);
    vi.advanceTimersByTime(1000);
    expect(workers).toHaveLength(2);
    expect(replaced[0]).toContain('did not answer for 12 seconds');
  });

  test('while it was idle is found out within four seconds', async () => {
    const first = prepare();
    answer(worker(0), 'done');
    await first;
    vi.advanceTimersByTime(100_000);
    expect(workers).toHaveLength(1);
    const second = prepare();
    vi.advanceTimersByTime(4500);
    expect(workers).toHaveLength(2);
    answer(worker(1), 'again');
    expect(await second).toBe('again');
  });
});

test('closing rejects what is under way and ends the workers', async () => {
  const ended = outcomeOf(prepare());
  client.close();
  expect(await ended).toMatchObject({ message: 'The computation was ended with its worker.' });
  expect(worker(0).terminated).toBe(true);
});
