import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { StoreApi } from 'zustand';

/** Ten times a second is as fast as anybody reads. */
const PERIOD_MS = 100;

const waiting = new Set<() => void>();
let last = Number.NEGATIVE_INFINITY;

function flush(): void {
  last = performance.now();
  const now = [...waiting];
  waiting.clear();
  // At once, because what React puts off would be rendered with the next pointer move.
  flushSync(() => {
    for (const run of now) run();
  });
}

/**
 * Calls `run` soon, and at most ten times a second; a request that is repeated before its turn counts once, and the
 * last one is never forgotten. All that wait take their turn together, so that the page is laid out and painted once
 * for all of them and every frame between two turns belongs to the hand.
 */
export function calmly(run: () => void): void {
  if (waiting.size === 0) setTimeout(flush, Math.max(0, last + PERIOD_MS - performance.now()));
  waiting.add(run);
}

/** Withdraws a request. */
export function forget(run: () => void): void {
  waiting.delete(run);
}

/**
 * A part of a store, read at most ten times a second: for the words, numbers and charts beside a drag, which nobody
 * reads at every pointer move, so that the drag does not wait for them.
 * @param selector  stable over renders
 */
export function useCalmStore<S, T>(store: Pick<StoreApi<S>, 'getState' | 'subscribe'>, selector: (state: S) => T): T {
  const [value, setValue] = useState(() => selector(store.getState()));
  useEffect(() => {
    const read = () => setValue(() => selector(store.getState()));
    let seen = selector(store.getState());
    read();
    const end = store.subscribe((state) => {
      const next = selector(state);
      if (Object.is(next, seen)) return;
      seen = next;
      calmly(read);
    });
    return () => {
      end();
      forget(read);
    };
  }, [store, selector]);
  return value;
}

/** A value that follows `value` at most ten times a second. */
export function useCalm<T>(value: T): T {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  const [show] = useState(() => () => setShown(() => latest.current));
  useEffect(() => {
    latest.current = value;
    calmly(show);
  }, [value, show]);
  useEffect(() => () => forget(show), [show]);
  return shown;
}
