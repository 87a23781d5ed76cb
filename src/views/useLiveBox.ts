import { useCallback, useEffect, useRef, useState } from 'react';
import type { PlaneBox } from './types.ts';
import { useLatest } from './useLatest.ts';

/** How long the picture waits for the owner of the box to take over a box that a gesture ended with. */
const PATIENCE_MS = 400;

export interface LiveBox {
  /** What is shown now: the gesture's box during a gesture, else the owner's. */
  readonly shown: PlaneBox;
  /** Shows a box at once and reports it as moving. */
  readonly move: (box: PlaneBox) => void;
  /** Reports the last box as settled; it stays until the owner's box changes. */
  readonly settle: () => void;
  /** Forgets the gesture's box, one that is still to settle too: the owner's counts at once. */
  readonly drop: () => void;
}

/** Lets a gesture move the visible box at every frame, whatever the owner of the box makes of it. */
export function useLiveBox(box: PlaneBox, onBoxChange: (box: PlaneBox, phase: 'moving' | 'settled') => void): LiveBox {
  const [moving, setMoving] = useState<PlaneBox | null>(null);
  const state = useRef<{ box: PlaneBox | null; settled: boolean }>({ box: null, settled: false });
  const report = useLatest(onBoxChange);
  const move = useCallback(
    (next: PlaneBox) => {
      state.current = { box: next, settled: false };
      setMoving(next);
      report.current(next, 'moving');
    },
    [report],
  );
  const settle = useCallback(() => {
    if (!state.current.box || state.current.settled) return;
    state.current.settled = true;
    report.current(state.current.box, 'settled');
    setTimeout(() => {
      if (state.current.settled) setMoving(null);
    }, PATIENCE_MS);
  }, [report]);
  const drop = useCallback(() => {
    state.current = { box: null, settled: true };
    setMoving(null);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new box is the answer that the gesture waits for
  useEffect(() => {
    if (state.current.settled) setMoving(null);
  }, [box]);
  return { shown: moving ?? box, move, settle, drop };
}
