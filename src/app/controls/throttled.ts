import { useEffect, useRef, useState } from 'react';
import type { StoreApi } from 'zustand';

/**
 * Calls `run` at once for the first request after a rest, and then at most every `period` milliseconds, the last
 * request always included.
 */
export function throttle(
  run: () => void,
  period: number,
): { readonly request: () => void; readonly cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last = Number.NEGATIVE_INFINITY;
  const fire = () => {
    timer = null;
    last = performance.now();
    run();
  };
  return {
    request: () => {
      timer ??= setTimeout(fire, Math.max(0, last + period - performance.now()));
    },
    cancel: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}

/**
 * A part of a store, read at most every `period` milliseconds: for words and numbers beside a drag, which nobody reads
 * at every pointer move, so that the drag does not wait for them.
 * @param selector  stable over renders
 */
export function useThrottledStore<S, T>(
  store: Pick<StoreApi<S>, 'getState' | 'subscribe'>,
  selector: (state: S) => T,
  period: number,
): T {
  const [value, setValue] = useState(() => selector(store.getState()));
  useEffect(() => {
    const read = () => setValue(() => selector(store.getState()));
    const { request, cancel } = throttle(read, period);
    read();
    const end = store.subscribe(request);
    return () => {
      end();
      cancel();
    };
  }, [store, selector, period]);
  return value;
}

/** A value that follows `value` at most every `period` milliseconds. */
export function useThrottled<T>(value: T, period: number): T {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  const [limit] = useState(() => throttle(() => setShown(() => latest.current), period));
  useEffect(() => {
    latest.current = value;
    limit.request();
  }, [value, limit]);
  useEffect(() => limit.cancel, [limit]);
  return shown;
}
