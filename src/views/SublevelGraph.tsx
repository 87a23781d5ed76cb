import { memo } from 'react';
import { type PlaneFrame, toPixels } from './planeFrame.ts';
import { componentColour } from './SublevelLayer.tsx';
import type { DrawingTheme } from './types.ts';

export interface SublevelGraphProps {
  /** Ascending, evenly spaced. */
  readonly xs: Float64Array;
  readonly values: Float64Array;
  readonly labels: Int32Array;
  readonly level: number;
  /** For each region its component; −1 for none. */
  readonly components: ArrayLike<number>;
  readonly spurious: ReadonlySet<number>;
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
}

/** Ω_u of one variable: the level as a line, and under it, down to the graph, each component in its colour. */
export const SublevelGraph = memo(function SublevelGraph(props: SublevelGraphProps) {
  const { level, frame, theme, spurious } = props;
  const y = frame.tScale * level + frame.tShift;
  return (
    <svg
      aria-hidden="true"
      width={frame.width}
      height={frame.height}
      style={{ position: 'absolute', inset: 0, pointerEvents: 'none' }}
    >
      {graphRuns(props).map(({ component, points }) => (
        <path
          key={points[0]}
          d={`M${points
            .map((x, k) => (k % 2 === 0 ? toPixels(frame, [x, points[k + 1] as number]).join(' ') : ''))
            .filter(Boolean)
            .join('L')}Z`}
          fill={componentColour(component)}
          fillOpacity={0.9}
          stroke={spurious.has(component) ? '#a01818' : 'none'}
          strokeWidth={2.6 * theme.scale}
        />
      ))}
      <path d={`M0 ${y}H${frame.width}`} stroke={theme.background} strokeWidth={4 * theme.scale} strokeOpacity={0.8} />
      <path d={`M0 ${y}H${frame.width}`} stroke={theme.text} strokeWidth={1.6 * theme.scale} />
    </svg>
  );
});

interface GraphRun {
  readonly component: number;
  /** x and f by turns, from the level down along the graph and up to it again. */
  readonly points: number[];
}

/** The stretches of the graph below the level; where f = u is found on the line between two points. */
function graphRuns({
  xs,
  values,
  labels,
  level,
  components,
}: Omit<SublevelGraphProps, 'frame' | 'theme' | 'spurious'>): GraphRun[] {
  const runs: GraphRun[] = [];
  const isIn = (i: number) => (values[i] as number) <= level;
  const crossing = (i: number, k: number) => {
    const share = (level - (values[i] as number)) / ((values[k] as number) - (values[i] as number));
    return (xs[i] as number) + (share >= 0 && share <= 1 ? share : 0) * ((xs[k] as number) - (xs[i] as number));
  };
  for (let i = 0; i < xs.length; i++) {
    if (!isIn(i)) continue;
    const run: GraphRun = { component: components[labels[i] as number] as number, points: [] };
    run.points.push(i > 0 ? crossing(i, i - 1) : (xs[i] as number), level);
    for (; i < xs.length && isIn(i); i++) {
      if (Number.isFinite(values[i])) run.points.push(xs[i] as number, values[i] as number);
    }
    run.points.push(i < xs.length ? crossing(i - 1, i) : (xs[i - 1] as number), level);
    runs.push(run);
  }
  return runs;
}
