import { type RefObject, useMemo } from 'react';
import type { PlanePoint, PlaneViewProps } from './PlaneView.tsx';
import type { StartActions } from './StartHandle.tsx';
import { useLatest } from './useLatest.ts';

/** Stable actions on the starts that call the latest callbacks of the view. */
export function useStartActions(
  props: PlaneViewProps,
  overlay: RefObject<SVGSVGElement | null>,
  speak: (name: string, at: PlanePoint) => void,
): StartActions {
  const latest = useLatest({ props, speak });
  return useMemo(
    () => ({
      move: (index, point, phase, byKeyboard) => {
        const { onStartMove, starts } = latest.current.props;
        const start = starts[index];
        if (byKeyboard && start) {
          onStartMove(index, [...start.position], 'start');
          latest.current.speak(start.label, point);
        }
        onStartMove(index, point, phase);
      },
      remove: (index) => {
        // The handle goes away, and with it the focus: keep the keyboard on the plot.
        overlay.current?.focus();
        latest.current.props.onStartRemove(index);
      },
      select: (index) => latest.current.props.onStartSelect(index),
    }),
    [latest, overlay],
  );
}
