import { memo } from 'react';
import { downColour, upColour } from './palette.ts';
import type { PlaneFrame } from './planeFrame.ts';
import { screenPaths } from './screenPaths.ts';
import type { DrawingTheme, PlaneCurve } from './types.ts';

export interface InvariantCurvesProps {
  readonly curves: readonly PlaneCurve[];
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
}

const noIterations = new Float64Array(0);

/**
 * Stable and unstable sets of saddles. Colour and dash are those of the arrows: a stable set leaves its saddle along
 * the direction that curves up (solid), an unstable one along the direction that curves down (dashed).
 */
export const InvariantCurves = memo(function InvariantCurves({ curves, frame, theme }: InvariantCurvesProps) {
  const lines = curves.map(({ points }, i) => ({ id: String(i), points, iterations: noIterations }));
  return (
    <g fill="none" strokeLinejoin="round" pointerEvents="none">
      {screenPaths(lines, frame).map(({ d }, i) => {
        const isStable = curves[i]?.kind === 'stable';
        const dash = isStable ? undefined : `${6 * theme.scale} ${4 * theme.scale}`;
        return (
          // A curve has no other identity than its place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <g key={i} data-curve={curves[i]?.kind}>
            <path d={d} stroke="rgba(12, 14, 20, 0.7)" strokeWidth={3.2 * theme.scale} />
            <path
              d={d}
              stroke={isStable ? upColour : downColour}
              strokeWidth={1.5 * theme.scale}
              strokeDasharray={dash}
            />
          </g>
        );
      })}
    </g>
  );
});
