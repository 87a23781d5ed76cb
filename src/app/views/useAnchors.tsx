import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { useStore } from 'zustand';
import { projected } from '../../store/coordinates.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { scenarioStore } from '../../store/scenarioStore.ts';
import type { PlaneFrame } from '../../views/planeFrame.ts';
import type { DrawingTheme } from '../../views/types.ts';

/** Its code comes with the first plane that was laid through points. */
const AnchorMarks = lazy(() => import('../../views/AnchorMarks.tsx'));

/** Draws the three points that the visible plane was laid through; null for any other plane. */
export function useAnchors(theme: DrawingTheme): ((frame: PlaneFrame) => ReactNode) | null {
  const choice = useStore(scenarioStore, ({ scenario }) => scenario.view?.section);
  const section = useStore(resultsStore, (state) => state.section);
  return useMemo(() => {
    if (choice?.kind !== 'points' || !section || choice.at[0].length !== section.origin.length) return null;
    const positions = choice.at.map((point) => projected(section, point));
    return (frame) => (
      <Suspense>
        <AnchorMarks positions={positions} frame={frame} theme={theme} />
      </Suspense>
    );
  }, [choice, section, theme]);
}
