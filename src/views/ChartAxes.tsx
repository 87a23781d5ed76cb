import { memo } from 'react';
import { mathFonts } from './AxisName.tsx';
import { headerLines } from './chartHeader.ts';
import type { Chart } from './figures/Chart.ts';
import { HEADER_LINE } from './figures/chartFrame.ts';
import type { PlaneFrame } from './planeFrame.ts';
import { fontSize, type Margins } from './planeMargins.ts';
import { linearTicks, logTicks, ticksSuffix, wholeTicks } from './ticks.ts';
import type { DrawingTheme } from './types.ts';

export interface ChartAxesProps {
  readonly chart: Chart;
  readonly frame: PlaneFrame;
  readonly margins: Margins;
  /** Lines that the upper margin has for the title and the legend. */
  readonly lines: number;
  readonly theme: DrawingTheme;
}

/** Title, legend, faint horizontal lines and ticks of a chart; origin at the plot rectangle's upper left corner. */
export const ChartAxes = memo(function ChartAxes({ chart, frame, margins, lines, theme }: ChartAxesProps) {
  const size = fontSize(theme.scale) * 0.92;
  const { width, height } = frame;
  const rows = Math.max(2, height / (30 * theme.scale));
  const [low, high] = chart.yRange;
  const vertical = chart.yScale === 'log' ? logTicks(low, high, rows) : linearTicks(low, high, rows);
  const horizontal = wholeTicks(...chart.xRange, Math.max(2, width / (84 * theme.scale)));
  // The end of the axis is left to its name.
  const axisName = (chart.by === 'evaluations' ? 'evaluations' : 'iteration') + ticksSuffix(horizontal);
  const nameStart = width - size * (1 + 0.45 * axisName.length);
  const x = (value: number) => Math.round(frame.sScale * value + frame.sShift) + 0.5;
  const y = (value: number) => Math.round(frame.tScale * value + frame.tShift) + 0.5;
  return (
    <g fontSize={size} fill={theme.mutedText} style={{ fontVariantNumeric: 'tabular-nums' }}>
      <ChartTitle
        {...{ chart, margins, lines, size, theme }}
        suffix={ticksSuffix(vertical)}
        room={width + margins.left + margins.right - 16}
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
      {horizontal.ticks.map(({ value, label }) => (
        <g key={value} transform={`translate(${x(value)} ${height})`}>
          <line y2={4} stroke={theme.mutedText} />
          {x(value) + label.length * size * 0.32 < nameStart && (
            <text y={5 + size} textAnchor="middle">
              {label}
            </text>
          )}
        </g>
      ))}
      <text x={width} y={height + 5 + size} textAnchor="end">
        {chart.by === 'evaluations' && <title>{EXCHANGE}</title>}
        {axisName}
      </text>
    </g>
  );
});

/** The rate at which evaluations are added up. */
export const EXCHANGE =
  'A value, a gradient and a Hessian-vector product count 1 each, a Hessian of n variables n: as many products.';

interface ChartTitleProps extends Pick<ChartAxesProps, 'chart' | 'margins' | 'lines' | 'theme'> {
  readonly size: number;
  /** Follows the title: how the numbers of the axis are counted. */
  readonly suffix: string;
  /** Width in pixels. */
  readonly room: number;
}

/** Width of a character as a part of the font size, in the widest of the usual typefaces. */
const CHARACTER = 0.56;

/** The title in mathematical italics, beside and under it the legend and the notes that fit; all as a tooltip. */
function ChartTitle({ chart, margins, lines, size, suffix, room, theme }: ChartTitleProps) {
  const titleWidth = (chart.title.length * 0.75 + suffix.length * CHARACTER + 1) * size;
  const characters = (width: number) => Math.floor(width / (size * CHARACTER));
  const rooms = Array.from({ length: lines }, (_, line) => characters(line === 0 ? room - titleWidth : room));
  const [beside, ...under] = headerLines(rooms, chart.legend, chart.notes);
  const x = -margins.left + 8;
  return (
    <text x={x} y={-margins.top + 24 * theme.scale - size * 0.8}>
      <title>{[...chart.legend.slice(0, 1), ...chart.notes].join('. ')}</title>
      <Title title={chart.title} size={size} theme={theme} />
      {suffix}
      <tspan dx={size}>{beside}</tspan>
      {under.map((line) => (
        <tspan key={line} x={x} dy={HEADER_LINE * theme.scale}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** The title with its subscript, on the baseline of the rest. */
function Title({ title, size, theme }: Pick<ChartTitleProps, 'size' | 'theme'> & { readonly title: string }) {
  const [name, subscript, rest] = /^(.*)_(\w+)(.*)$/.exec(title)?.slice(1) ?? [title];
  return (
    <tspan fill={theme.text} fontFamily={mathFonts} fontStyle="italic" fontSize={size * 1.3}>
      {name}
      {subscript && (
        <tspan dy="0.25em" fontSize={size * 0.9} fontStyle="normal">
          {subscript}
        </tspan>
      )}
      {rest && (
        <tspan dy="-0.17em" fontStyle="normal">
          {rest}
        </tspan>
      )}
    </tspan>
  );
}
