import { memo, useMemo } from 'react';
import type { PlaneFrame } from './planeFrame.ts';
import { thinPath } from './thin.ts';
import type { DrawingTheme, Field } from './types.ts';

export interface GraphCurveProps {
  readonly field: Field;
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
}

/** The graph of a function of one variable: the first row of the field over its abscissas, broken at its gaps. */
export const GraphCurve = memo(function GraphCurve({ field, frame, theme }: GraphCurveProps) {
  const points = useMemo(() => {
    const pairs = new Float64Array(2 * field.xs.length);
    field.xs.forEach((x, i) => {
      pairs[2 * i] = x;
      pairs[2 * i + 1] = field.z[i] as number;
    });
    return pairs;
  }, [field]);
  const { d } = thinPath(points, frame);
  return (
    <g fill="none" strokeLinejoin="round">
      <path d={d} stroke="rgba(255, 255, 255, 0.9)" strokeWidth={5 * theme.scale} />
      <path d={d} stroke="#1b2026" strokeWidth={2.2 * theme.scale} />
    </g>
  );
});
