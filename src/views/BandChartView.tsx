import { type PointerEvent, useMemo, useRef, useState } from 'react';
import { BandCurves } from './BandCurves.tsx';
import { BandTooltip, type HoveredBand } from './BandTooltip.tsx';
import styles from './ChartView.module.css';
import { type BandChart, bandRanges, onAxis } from './figures/BandChart.ts';
import { chartFrame } from './figures/chartFrame.ts';
import { type PlaneFrame, toPixels } from './planeFrame.ts';
import { fontSize, type Margins } from './planeMargins.ts';
import { linearTicks, logTicks, type Tick, ticksSuffix } from './ticks.ts';
import type { DrawingTheme } from './types.ts';
import { useElementSize } from './useElementSize.ts';

export interface BandChartViewProps {
  readonly chart: BandChart;
  readonly theme: DrawingTheme;
}

/** Reach in pixels within which the pointer finds a point. */
const REACH = 30;

/** Medians with their quartile bands and the lines of theory, drawn as SVG. Fills its parent. */
export function BandChartView({ chart, theme }: BandChartViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const size = useElementSize(host);
  return (
    <div ref={host} className={styles.view} data-picture="chart" data-background={theme.background}>
      {size && size.width > 120 && size.height > 70 && <BandStage chart={chart} theme={theme} {...size} />}
    </div>
  );
}

interface StageProps extends BandChartViewProps {
  readonly width: number;
  readonly height: number;
}

function BandStage({ chart, theme, width, height }: StageProps) {
  const [hovered, setHovered] = useState<HoveredBand | null>(null);
  const { scale } = theme;
  const margins: Margins = { left: 50 * scale, right: 74 * scale, top: 26 * scale, bottom: 26 * scale };
  const plotWidth = width - margins.left - margins.right;
  const plotHeight = height - margins.top - margins.bottom;
  const frame = useMemo(() => {
    const { x, y } = bandRanges(chart);
    return chartFrame([...x, ...y], plotWidth, plotHeight);
  }, [chart, plotWidth, plotHeight]);
  const find = (event: PointerEvent) => {
    const bounds = event.currentTarget.getBoundingClientRect();
    setHovered(nearest(chart, frame, event.clientX - bounds.left, event.clientY - bounds.top));
  };
  return (
    <svg role="img" aria-label={chart.summary} width={width} height={height} className={styles.chart}>
      <g transform={`translate(${margins.left} ${margins.top})`}>
        <BandAxes chart={chart} frame={frame} margins={margins} theme={theme} />
        <BandCurves chart={chart} frame={frame} theme={theme} />
        <rect
          data-screen-only=""
          width={plotWidth}
          height={plotHeight}
          fill="transparent"
          onPointerMove={find}
          onPointerDown={find}
          onPointerLeave={() => setHovered(null)}
        >
          {hovered && <title>{hovered.point.full}</title>}
        </rect>
        {hovered && <BandTooltip hovered={hovered} frame={frame} theme={theme} />}
      </g>
    </svg>
  );
}

function nearest({ series, yScale }: BandChart, frame: PlaneFrame, px: number, py: number): HoveredBand | null {
  let best = REACH;
  let found: HoveredBand | null = null;
  for (const { stroke, points } of series) {
    for (const point of points) {
      const [x, y] = toPixels(frame, [point.x, onAxis(point.middle, yScale)]);
      const distance = Math.hypot(x - px, y - py);
      if (distance < best) {
        best = distance;
        found = { point, x, y, colour: stroke.colour };
      }
    }
  }
  return found;
}

interface AxesProps {
  readonly chart: BandChart;
  readonly frame: PlaneFrame;
  readonly margins: Margins;
  readonly theme: DrawingTheme;
}

/** Title, horizontal lines, whole numbers below; origin at the plot rectangle's upper left corner. */
function BandAxes({ chart, frame, margins, theme }: AxesProps) {
  const size = fontSize(theme.scale) * 0.92;
  const { width, height } = frame;
  const rows = Math.max(2, height / (34 * theme.scale));
  const top = -frame.tShift / frame.tScale;
  const bottom = (height - frame.tShift) / frame.tScale;
  const vertical = chart.yScale === 'log' ? logTicks(bottom, top, rows) : linearTicks(bottom, top, rows);
  const title = chart.title + ticksSuffix(vertical);
  const y = (value: number) => Math.round(frame.tScale * value + frame.tShift) + 0.5;
  return (
    <g fontSize={size} fill={theme.mutedText} style={{ fontVariantNumeric: 'tabular-nums' }}>
      <text x={8 - margins.left} y={size * 1.2 - margins.top} fill={theme.text} fontWeight={600}>
        {title}
      </text>
      <Legend
        text={chart.legend}
        after={title}
        size={size}
        room={width + margins.left + margins.right}
        x={8 - margins.left}
        y={size * 1.2 - margins.top}
      />
      {vertical.ticks.map(({ value, label }) => (
        <g key={value} transform={`translate(0 ${y(value)})`}>
          <line x2={width} stroke={theme.gridLine} />
          <text x={-6} dy="0.35em" textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      <line y1={height + 0.5} y2={height + 0.5} x2={width} stroke={theme.mutedText} />
      {(chart.xTicks === 'real' ? realTicks : wholeTicks)(frame, theme.scale).map(({ value, label }) => (
        <text key={value} x={frame.sScale * value + frame.sShift} y={height + 6 + size} textAnchor="middle">
          {label}
        </text>
      ))}
      <text x={width + margins.right - 6} y={height + 6 + size} textAnchor="end">
        {chart.xName}
      </text>
    </g>
  );
}

interface LegendProps {
  readonly text: string;
  readonly after: string;
  readonly size: number;
  /** Pixels for both texts. */
  readonly room: number;
  readonly x: number;
  readonly y: number;
}

/** Width of a character as a part of the font size, in the widest of the usual typefaces; of bold ones. */
const CHARACTER = 0.56;
const BOLD = 0.66;

/** What the dashed lines are, beside the title where there is room, else not at all: the pointer tells it too. */
function Legend({ text, after, size, room, x, y }: LegendProps) {
  const start = after.length * size * BOLD + size;
  if (text === '' || start + text.length * size * CHARACTER > room) return null;
  return (
    <text x={x + start} y={y}>
      {text}
    </text>
  );
}

/** The whole numbers of the axis, every second or third where they would touch. */
function wholeTicks({ sScale, sShift, width }: PlaneFrame, scale: number): Tick[] {
  const first = Math.ceil(-sShift / sScale);
  const last = Math.floor((width - sShift) / sScale);
  const every = Math.max(1, Math.ceil((24 * scale) / sScale));
  return Array.from({ length: last - first + 1 }, (_, k) => first + k)
    .filter((value) => (value - first) % every === 0)
    .map((value) => ({ value, label: String(value) }));
}

/** Round numbers of an axis. */
function realTicks({ sScale, sShift, width }: PlaneFrame, scale: number): readonly Tick[] {
  const withAbout = (count: number) => linearTicks(-sShift / sScale, (width - sShift) / sScale, count);
  const few = withAbout(Math.max(2, width / (64 * scale)));
  // One number alone does not tell the scale.
  const { ticks, power, offset } = few.ticks.length > 1 ? few : withAbout(4);
  return ticks.map(({ value, label }, k) => ({
    value,
    label:
      k === ticks.length - 1
        ? `${label}${power && `×${power}`}${offset && ` + ${offset}`.replace('+ −', '− ')}`
        : label,
  }));
}
