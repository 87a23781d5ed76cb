import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { throttle } from '../../../src/app/controls/throttled.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('answers the first request at once, then at most once a period, and never forgets the last', () => {
  const calls: number[] = [];
  const begin = performance.now();
  const { request } = throttle(() => calls.push(performance.now() - begin), 100);
  for (let time = 0; time < 250; time += 10) {
    request();
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(1000);
  expect(calls).toEqual([0, 100, 200, 300]);
  request();
  vi.advanceTimersByTime(0);
  expect(calls).toHaveLength(5);
});

test('a cancelled request does not run', () => {
  const run = vi.fn();
  const { request, cancel } = throttle(run, 100);
  request();
  cancel();
  vi.advanceTimersByTime(1000);
  expect(run).not.toHaveBeenCalled();
});
