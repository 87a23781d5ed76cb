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

/** Colour, and lengths of line and gap; the latter left out for a solid line. */
const STYLES: { readonly [K in PlaneCurve['kind']]: { readonly colour: string; readonly dash?: readonly number[] } } = {
  stable: { colour: upColour },
  unstable: { colour: downColour, dash: [6, 4] },
  undecided: { colour: '#ffffff', dash: [2, 2.5] },
};

/**
 * Stable and unstable sets of saddles. Colour and dash are those of the arrows: a stable set leaves its saddle along
 * the direction that curves up (solid), an unstable one along the direction that curves down (dashed). Undecided boxes
 * are dotted.
 */
export const InvariantCurves = memo(function InvariantCurves({ curves, frame, theme }: InvariantCurvesProps) {
  const lines = curves.map(({ points }, i) => ({ id: String(i), points, iterations: noIterations }));
  return (
    <g fill="none" strokeLinejoin="round" pointerEvents="none">
      {screenPaths(lines, frame).map(({ d }, i) => {
        const { colour, dash } = STYLES[curves[i]?.kind ?? 'stable'];
        return (
          // A curve has no other identity than its place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <g key={i} data-curve={curves[i]?.kind}>
            <path d={d} stroke="rgba(12, 14, 20, 0.7)" strokeWidth={3.2 * theme.scale} />
            <path
              d={d}
              stroke={colour}
              strokeWidth={1.5 * theme.scale}
              strokeDasharray={dash?.map((length) => length * theme.scale).join(' ')}
            />
          </g>
        );
      })}
    </g>
  );
});
