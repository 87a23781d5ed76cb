import { type PointerEvent, useDeferredValue, useMemo, useRef } from 'react';
import { ChartAxes } from './ChartAxes.tsx';
import { ChartCursor } from './ChartCursor.tsx';
import { ChartCurves } from './ChartCurves.tsx';
import styles from './ChartView.module.css';
import type { Chart } from './figures/Chart.ts';
import { chartFrame, chartMargins } from './figures/chartFrame.ts';
import type { PlaneFrame } from './planeFrame.ts';
import { nearestIterate, screenPaths } from './screenPaths.ts';
import type { ScreenPath } from './thin.ts';
import type { DrawingTheme, IterateReference } from './types.ts';
import { useElementSize } from './useElementSize.ts';
import { useStable } from './useStable.ts';

export interface ChartViewProps {
  readonly chart: Chart;
  readonly theme: DrawingTheme;
  /** Iteration that the transport shows; null for none. */
  readonly position: number | null;
  readonly highlighted: IterateReference | null;
  /** Ids of the runs that are drawn in full, the others faintly; null draws all in full. */
  readonly emphasised: ReadonlySet<string> | null;
  /** The sample near the pointer; null when there is none. */
  readonly onHoverIterate: (iterate: IterateReference | null) => void;
  /** A press, or a drag with the button held, at an iteration. */
  readonly onSeek: (iteration: number) => void;
}

/** Reach in pixels within which the pointer finds a sample. */
const REACH = 28;
/** Width from which names are written beside the ends of the curves. */
const LABELLED_WIDTH = 420;
/** Width from which the legend has room beside the title, and height from which there is room for a second line. */
const ONE_LINE_WIDTH = 640;
const TWO_LINE_HEIGHT = 88;

/**
 * A convergence chart that follows every pointer move: its curves are thinned like the trajectories and drawn as SVG.
 * (Three Plotly charts with fifteen curves of 800 samples took 240 ms an update where this takes a few.)
 * Fills its parent.
 */
export function ChartView(props: ChartViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const size = useElementSize(host);
  // Where the machine cannot draw it all within a frame, the landscape goes first.
  const chart = useDeferredValue(props.chart);
  const theme = useStable(props.theme);
  return (
    <div ref={host} className={styles.view} data-picture="chart" data-background={theme.background}>
      {size && size.width > 120 && size.height > 70 && <ChartStage {...props} {...size} chart={chart} theme={theme} />}
    </div>
  );
}

function ChartStage(props: ChartViewProps & { readonly width: number; readonly height: number }) {
  const { chart, theme, width, height, position, emphasised } = props;
  const labelled = width >= LABELLED_WIDTH * theme.scale;
  const lines = height >= TWO_LINE_HEIGHT * theme.scale && width < ONE_LINE_WIDTH * theme.scale ? 2 : 1;
  const names = labelled ? chart.series.map(({ label }) => label) : null;
  const margins = chartMargins(theme.scale, width, names, lines);
  const plotWidth = width - margins.left - margins.right;
  const plotHeight = height - margins.top - margins.bottom;
  // Equal ranges keep the frame, and with it the paths of the curves that have not changed.
  const ranges = useStable([...chart.xRange, ...chart.yRange] as const);
  const frame = useMemo(() => chartFrame(ranges, plotWidth, plotHeight), [ranges, plotWidth, plotHeight]);
  const paths = useMemo(() => screenPaths(chart.series, frame), [chart.series, frame]);
  return (
    <svg
      role="img"
      aria-label={`${chart.title} by ${chart.by === 'evaluations' ? 'evaluations, in gradients' : 'iteration'}. ${[...chart.legend.slice(0, 1), ...chart.notes].join('. ')}`}
      width={width}
      height={height}
      className={styles.chart}
    >
      <g transform={`translate(${margins.left} ${margins.top})`}>
        <ChartAxes chart={chart} frame={frame} margins={margins} lines={lines} theme={theme} />
        <ChartCurves {...{ chart, paths, frame, theme, emphasised }} labelRoom={labelled ? margins.right : null} />
        <ChartCursor
          series={chart.series}
          frame={frame}
          theme={theme}
          position={position}
          highlighted={props.highlighted}
          emphasised={emphasised}
          hasLine={chart.by !== 'evaluations'}
        />
        <rect
          className={styles.target}
          data-screen-only=""
          width={plotWidth}
          height={plotHeight}
          fill="transparent"
          {...chartPointer(props, frame, paths)}
        />
      </g>
    </svg>
  );
}

/** The pointer over a chart: a move finds the sample near it, a press or a drag seeks its iteration. */
function chartPointer(
  { chart, onHoverIterate, onSeek }: ChartViewProps,
  frame: PlaneFrame,
  paths: readonly ScreenPath[],
) {
  const place = (event: PointerEvent) => {
    const bounds = event.currentTarget.getBoundingClientRect();
    return [event.clientX - bounds.left, event.clientY - bounds.top] as const;
  };
  const seek = (event: PointerEvent) => {
    if (chart.by === 'evaluations') {
      // Each run has its own iterations there: those of the curve nearest to the pointer count.
      const nearest = nearestIterate(chart.series, paths, ...place(event), Number.POSITIVE_INFINITY);
      if (nearest) onSeek(nearest.iteration);
      return;
    }
    const [low, high] = chart.xRange;
    const iteration = (place(event)[0] - frame.sShift) / frame.sScale;
    onSeek(Math.round(Math.min(high, Math.max(low, iteration))));
  };
  return {
    onPointerMove: (event: PointerEvent) => {
      const [x, y] = place(event);
      onHoverIterate(nearestIterate(chart.series, paths, x, y, REACH));
      if (event.buttons === 1) seek(event);
    },
    onPointerLeave: () => onHoverIterate(null),
    onPointerDown: (event: PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      seek(event);
    },
  };
}
