import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let calmly: (run: () => void) => void;
let forget: (run: () => void) => void;

beforeEach(async () => {
  // A module of its own for each test, because it remembers when it answered last.
  vi.resetModules();
  ({ calmly, forget } = await import('../../../src/app/controls/calm.ts'));
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('answers the first request at once, then at most ten times a second, and never forgets the last', () => {
  const calls: number[] = [];
  const begin = performance.now();
  const run = () => calls.push(performance.now() - begin);
  for (let time = 0; time < 250; time += 10) {
    calmly(run);
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(1000);
  expect(calls).toEqual([0, 100, 200, 300]);
  calmly(run);
  vi.advanceTimersByTime(0);
  expect(calls).toHaveLength(5);
});

test('all that wait take their turn together', () => {
  const calls: string[] = [];
  calmly(() => calls.push('first'));
  vi.advanceTimersByTime(0);
  calmly(() => calls.push('second'));
  vi.advanceTimersByTime(70);
  calmly(() => calls.push('third'));
  vi.advanceTimersByTime(29);
  expect(calls).toEqual(['first']);
  vi.advanceTimersByTime(1);
  expect(calls).toEqual(['first', 'second', 'third']);
});

test('a withdrawn request does not run', () => {
  const run = vi.fn();
  calmly(run);
  forget(run);
  vi.advanceTimersByTime(1000);
  expect(run).not.toHaveBeenCalled();
});
