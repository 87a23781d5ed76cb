import { type PointerEvent, useMemo, useRef, useState } from 'react';
import { BandTooltip, type HoveredBand } from './BandTooltip.tsx';
import styles from './ChartView.module.css';
import { headerLines } from './chartHeader.ts';
import { chartFrame } from './figures/chartFrame.ts';
import {
  type IterationChart,
  iterationTicks,
  nearestCurve,
  ofIteration,
  verticalRange,
} from './figures/IterationChart.ts';
import { IterationCurves } from './IterationCurves.tsx';
import { type PlaneFrame, toPlane } from './planeFrame.ts';
import { fontSize, type Margins } from './planeMargins.ts';
import { linearTicks, logTicks, ticksSuffix } from './ticks.ts';
import type { DrawingTheme } from './types.ts';
import { useElementSize } from './useElementSize.ts';

export interface IterationChartViewProps {
  readonly chart: IterationChart;
  readonly theme: DrawingTheme;
}

/** Reach in pixels, upwards and downwards, within which the pointer finds a curve. */
const REACH = 40;

/** Curves over iterations with their bands, drawn as SVG. Fills its parent. */
export function IterationChartView({ chart, theme }: IterationChartViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const size = useElementSize(host);
  return (
    <div ref={host} className={styles.view} data-picture="chart" data-background={theme.background}>
      {size && size.width > 120 && size.height > 70 && <IterationStage chart={chart} theme={theme} {...size} />}
    </div>
  );
}

interface StageProps extends IterationChartViewProps {
  readonly width: number;
  readonly height: number;
}

function IterationStage({ chart, theme, width, height }: StageProps) {
  const [pointer, setPointer] = useState<readonly [number, number] | null>(null);
  const { scale } = theme;
  const labelled = chart.series.some(({ label }) => label !== '');
  const margins: Margins = {
    left: 50 * scale,
    right: (labelled ? 74 : 12) * scale,
    top: 26 * scale,
    bottom: 26 * scale,
  };
  const plotWidth = width - margins.left - margins.right;
  const plotHeight = height - margins.top - margins.bottom;
  const frame = useMemo(
    () => chartFrame([0, ofIteration(chart.last), ...verticalRange(chart)], plotWidth, plotHeight),
    [chart, plotWidth, plotHeight],
  );
  const find = (event: PointerEvent) => {
    const bounds = event.currentTarget.getBoundingClientRect();
    setPointer([event.clientX - bounds.left, event.clientY - bounds.top]);
  };
  const hovered = pointer && hoveredAt(chart, frame, pointer);
  return (
    <svg role="img" aria-label={chart.summary} width={width} height={height} className={styles.chart}>
      <g transform={`translate(${margins.left} ${margins.top})`}>
        <IterationAxes chart={chart} frame={frame} margins={margins} theme={theme} />
        <IterationCurves chart={chart} frame={frame} theme={theme} />
        <rect
          data-screen-only=""
          width={plotWidth}
          height={plotHeight}
          fill="transparent"
          onPointerMove={find}
          onPointerDown={find}
          onPointerLeave={() => setPointer(null)}
        >
          {hovered && <title>{hovered.point.full}</title>}
        </rect>
        {hovered && <BandTooltip hovered={hovered} frame={frame} theme={theme} />}
      </g>
    </svg>
  );
}

function hoveredAt(chart: IterationChart, frame: PlaneFrame, [x, y]: readonly [number, number]): HoveredBand | null {
  const found = nearestCurve(chart, toPlane(frame, x, y), REACH / -frame.tScale);
  if (!found) return null;
  const { series, iteration, at } = found;
  return {
    point: series.tell(iteration, at),
    x: frame.sScale * ofIteration(iteration) + frame.sShift,
    y: frame.tScale * found.y + frame.tShift,
    colour: series.stroke.colour,
  };
}

interface AxesProps {
  readonly chart: IterationChart;
  readonly frame: PlaneFrame;
  readonly margins: Margins;
  readonly theme: DrawingTheme;
}

/** Width of a character as a part of the font size, in the widest of the usual typefaces; of bold ones. */
const CHARACTER = 0.56;
const BOLD = 0.66;

/** Title and legend, horizontal lines, iterations below; origin at the plot rectangle's upper left corner. */
function IterationAxes({ chart, frame, margins, theme }: AxesProps) {
  const size = fontSize(theme.scale) * 0.92;
  const { width, height } = frame;
  const rows = Math.max(2, height / (34 * theme.scale));
  const [low, high] = verticalRange(chart);
  const vertical = chart.yScale === 'log' ? logTicks(low, high, rows) : linearTicks(low, high, rows);
  const x = (iteration: number) => Math.round(frame.sScale * ofIteration(iteration) + frame.sShift) + 0.5;
  const y = (value: number) => Math.round(frame.tScale * value + frame.tShift) + 0.5;
  const title = chart.title + ticksSuffix(vertical);
  const after = title.length * size * BOLD + size;
  const room = (width + margins.left + margins.right - 16 - after) / (size * CHARACTER);
  const widest = String(chart.last).length * size * 0.6 + 10 * theme.scale;
  // The end of the axis is left to its name, which takes the room beside it where there is some.
  const nameEnd = margins.right > 5 * size ? width + margins.right - 6 : width;
  const nameStart = nameEnd - size * 5;
  return (
    <g fontSize={size} fill={theme.mutedText} style={{ fontVariantNumeric: 'tabular-nums' }}>
      <g transform={`translate(${8 - margins.left} ${size * 1.2 - margins.top})`}>
        <text fill={theme.text} fontWeight={600}>
          {title}
        </text>
        <text x={after}>{room > 8 && headerLines([room], chart.legend)[0]}</text>
      </g>
      {vertical.ticks.map(({ value, label }) => (
        <g key={value} transform={`translate(0 ${y(value)})`}>
          <line x2={width} stroke={theme.gridLine} />
          <text x={-6} dy="0.35em" textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      <line y1={height + 0.5} y2={height + 0.5} x2={width} stroke={theme.mutedText} />
      {iterationTicks(chart.last, width / widest).map((iteration) => (
        <g key={iteration} transform={`translate(${x(iteration)} ${height})`}>
          <line y2={4} stroke={theme.mutedText} />
          {x(iteration) + String(iteration).length * size * 0.3 < nameStart && (
            <text y={6 + size} textAnchor="middle">
              {iteration}
            </text>
          )}
        </g>
      ))}
      <text x={nameEnd} y={height + 6 + size} textAnchor="end">
        iteration
      </text>
    </g>
  );
}
