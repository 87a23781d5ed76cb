import { memo } from 'react';
import { componentColour } from './componentColour.ts';
import { ink, paper, spuriousRed } from './palette.ts';
import { type PlaneFrame, toPixels } from './planeFrame.ts';
import type { ShownSublevel } from './SublevelLayer.tsx';
import type { DrawingTheme } from './types.ts';

/** A function of one variable on a grid, and to which component of a sublevel set each point belongs. */
export interface GraphGrid {
  /** Ascending, evenly spaced. */
  readonly xs: Float64Array;
  readonly values: Float64Array;
  /** For each point the region that it flows to; −1 for none. */
  readonly labels: Int32Array;
}

export interface SublevelGraphProps extends Pick<ShownSublevel, 'level' | 'components'> {
  readonly grid: GraphGrid;
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
}

/** Ω_u of one variable: the level as a line, and under it, down to the graph, each component in its colour. */
export const SublevelGraph = memo(function SublevelGraph(props: SublevelGraphProps) {
  const { level, frame, theme } = props;
  const y = frame.tScale * level + frame.tShift;
  return (
    <svg
      aria-hidden="true"
      width={frame.width}
      height={frame.height}
      style={{ position: 'absolute', inset: 0, pointerEvents: 'none' }}
    >
      {graphRuns(props.grid, props).map((run) => (
        <path key={run.points[0]} d={runPath(run, frame)} fill={componentColour(run.component)} fillOpacity={0.9} />
      ))}
      <path d={`M0 ${y}H${frame.width}`} stroke={theme.background} strokeWidth={4 * theme.scale} strokeOpacity={0.8} />
      <path d={`M0 ${y}H${frame.width}`} stroke={theme.text} strokeWidth={1.6 * theme.scale} />
    </svg>
  );
});

export interface SublevelGraphLinesProps extends ShownSublevel {
  readonly grid: GraphGrid;
  /** The component of a branch of the tree; null for none. */
  readonly outlined: ShownSublevel | null;
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
}

/** Over the graph, which would hide them: red outlines of spurious valleys, and the component that is highlighted. */
export const SublevelGraphLines = memo(function SublevelGraphLines(props: SublevelGraphLinesProps) {
  const { grid, spurious, outlined, frame, theme } = props;
  const valleys = graphRuns(grid, props).filter(({ component }) => spurious.has(component));
  const d = valleys.map((run) => runPath(run, frame)).join('');
  const lit = outlined ? graphRuns(grid, outlined).filter(({ component }) => component >= 0) : [];
  return (
    <g pointerEvents="none" strokeLinejoin="round" fill="none">
      {d !== '' && (
        <g data-outlines={valleys.length}>
          <path d={d} stroke={paper} strokeWidth={5 * theme.scale} />
          <path d={d} stroke={spuriousRed} strokeWidth={2.6 * theme.scale} />
        </g>
      )}
      {lit.map((run) => (
        <g key={run.points[0]} data-lit={run.component}>
          <path
            d={runPath(run, frame)}
            fill={componentColour(run.component)}
            fillOpacity={0.5}
            stroke={paper}
            strokeWidth={7 * theme.scale}
          />
          <path d={runPath(run, frame)} stroke={ink} strokeWidth={3.6 * theme.scale} />
        </g>
      ))}
    </g>
  );
});

function runPath({ points }: GraphRun, frame: PlaneFrame): string {
  const pixels: string[] = [];
  for (let k = 0; k < points.length; k += 2) {
    pixels.push(toPixels(frame, [points[k] as number, points[k + 1] as number]).join(' '));
  }
  return `M${pixels.join('L')}Z`;
}

export interface GraphRun {
  readonly component: number;
  /** x and f by turns, from the level down along the graph and up to it again. */
  readonly points: number[];
}

/**
 * The stretches of the graph below the level; where f = u is found on the line between two points. Two components that
 * the grid does not part, because their saddle lies between its points, are parted in the middle between two of these.
 */
export function graphRuns(
  { xs, values, labels }: GraphGrid,
  { level, components }: Pick<ShownSublevel, 'level' | 'components'>,
): GraphRun[] {
  const runs: GraphRun[] = [];
  const isIn = (i: number) => (values[i] as number) <= level;
  const componentAt = (i: number) => components[labels[i] as number] as number;
  const crossing = (i: number, k: number) => {
    const share = (level - (values[i] as number)) / ((values[k] as number) - (values[i] as number));
    const part = isIn(k) ? 0.5 : share >= 0 && share <= 1 ? share : 0;
    return (xs[i] as number) + part * ((xs[k] as number) - (xs[i] as number));
  };
  for (let i = 0; i < xs.length; ) {
    if (!isIn(i)) {
      i++;
      continue;
    }
    const run: GraphRun = { component: componentAt(i), points: [] };
    run.points.push(i > 0 ? crossing(i, i - 1) : (xs[i] as number), level);
    for (; i < xs.length && isIn(i) && componentAt(i) === run.component; i++) {
      if (Number.isFinite(values[i])) run.points.push(xs[i] as number, values[i] as number);
    }
    run.points.push(i < xs.length ? crossing(i - 1, i) : (xs[i - 1] as number), level);
    runs.push(run);
  }
  return runs;
}
