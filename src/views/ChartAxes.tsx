import { memo } from 'react';
import { mathFonts } from './AxisName.tsx';
import type { Chart } from './figures/Chart.ts';
import type { PlaneFrame } from './planeFrame.ts';
import { fontSize, type Margins } from './planeMargins.ts';
import { linearTicks, logTicks } from './ticks.ts';
import type { DrawingTheme } from './types.ts';

export interface ChartAxesProps {
  readonly chart: Chart;
  readonly frame: PlaneFrame;
  readonly margins: Margins;
  readonly theme: DrawingTheme;
}

/** Title, notes, faint horizontal lines and ticks of a chart; origin at the plot rectangle's upper left corner. */
export const ChartAxes = memo(function ChartAxes({ chart, frame, margins, theme }: ChartAxesProps) {
  const size = fontSize(theme.scale) * 0.92;
  const { width, height } = frame;
  const rows = Math.max(2, height / (30 * theme.scale));
  const [low, high] = chart.yRange;
  const vertical = chart.yScale === 'log' ? logTicks(low, high, rows) : linearTicks(low, high, rows);
  const horizontal = linearTicks(...chart.xRange, Math.max(2, width / (84 * theme.scale))).ticks;
  // The end of the axis is left to its name.
  const nameStart = width - size * 5;
  const x = (value: number) => Math.round(frame.sScale * value + frame.sShift) + 0.5;
  const y = (value: number) => Math.round(frame.tScale * value + frame.tShift) + 0.5;
  return (
    <g fontSize={size} fill={theme.mutedText} style={{ fontVariantNumeric: 'tabular-nums' }}>
      <ChartTitle chart={chart} x={-margins.left + 8} size={size} room={width + margins.left} theme={theme} />
      {vertical.ticks.map(({ value, label }) => (
        <g key={value} transform={`translate(0 ${y(value)})`}>
          <line x2={width} stroke={theme.gridLine} />
          <text x={-6} dy="0.35em" textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      <line y1={height + 0.5} y2={height + 0.5} x2={width} stroke={theme.mutedText} />
      {horizontal.map(({ value, label }) => (
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
        iteration
      </text>
    </g>
  );
});

interface ChartTitleProps {
  readonly chart: Chart;
  readonly x: number;
  readonly size: number;
  readonly room: number;
  readonly theme: DrawingTheme;
}

/** The title in mathematical italics, and beside it as many notes as fit; all of them as a tooltip. */
function ChartTitle({ chart, x, size, room, theme }: ChartTitleProps) {
  const fits = Math.floor((room - chart.title.length * size * 0.75 - 2 * size) / (size * 0.52));
  const shown = chart.notes.reduce((text, note) => (text.length + note.length < fits ? `${text} ${note}` : text), '');
  const [name, subscript, rest] = /^(.*)_(\w+)(.*)$/.exec(chart.title)?.slice(1) ?? [chart.title];
  return (
    <text x={x} y={-size * 0.8}>
      <title>{chart.notes.join(' ')}</title>
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
      <tspan dx={size}>{shown.trim()}</tspan>
    </text>
  );
}
