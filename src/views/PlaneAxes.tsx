import { memo } from 'react';
import { AxisName, nameLength } from './AxisName.tsx';
import { intervals, type PlaneFrame } from './planeFrame.ts';
import type { Margins } from './planeMargins.ts';
import { fontSize } from './planeMargins.ts';
import { linearTicks, ticksSuffix } from './ticks.ts';
import type { DrawingTheme, PlaneBox } from './types.ts';

export interface PlaneAxesProps {
  readonly frame: PlaneFrame;
  readonly margins: Margins;
  readonly box: PlaneBox;
  readonly theme: DrawingTheme;
  /** Names of the horizontal and the vertical axis. */
  readonly names: readonly [string, string];
}

/** Ticks, labels and names around the plot rectangle. Draws inside an SVG whose origin is the rectangle's corner. */
export const PlaneAxes = memo(function PlaneAxes({ frame, margins, box, theme, names }: PlaneAxesProps) {
  const [s, t] = intervals(box);
  const size = fontSize(theme.scale);
  const tickLength = 4 * theme.scale;
  const horizontal = linearTicks(s[0], s[1], Math.max(2, frame.width / (80 * theme.scale)));
  const vertical = linearTicks(t[0], t[1], Math.max(2, frame.height / (56 * theme.scale)));
  const x = (value: number) => Math.round(frame.sScale * value + frame.sShift) + 0.5;
  const y = (value: number) => Math.round(frame.tScale * value + frame.tShift) + 0.5;
  // What is written upwards has its digits and accents to the left of its baseline, and the picture ends there.
  const upwards = nameLength(names[1]) > 2 || ticksSuffix(vertical) !== '';
  // A letter with an index is centred as one and needs the more room.
  const nameAt = (upwards ? 0.95 : nameLength(names[1]) > 1 ? 0.95 : 0.65) * size - margins.left;
  return (
    <g className="plane-axes" fontSize={size} fill={theme.mutedText} style={{ fontVariantNumeric: 'tabular-nums' }}>
      <rect x={0.5} y={0.5} width={frame.width - 1} height={frame.height - 1} fill="none" stroke={theme.gridLine} />
      {horizontal.ticks.map(({ value, label }) => (
        <g key={value} transform={`translate(${x(value)} ${frame.height})`}>
          <line y2={tickLength} stroke={theme.mutedText} />
          <text y={tickLength + size * 1.05} textAnchor={edgeAnchor(x(value), frame.width, label.length * size * 0.3)}>
            {label}
          </text>
        </g>
      ))}
      {vertical.ticks.map(({ value, label }) => (
        <g key={value} transform={`translate(0 ${y(value)})`}>
          <line x2={-tickLength} stroke={theme.mutedText} />
          <text x={-tickLength - 3} dy="0.35em" textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      <AxisName
        text={names[0]}
        offset={horizontal.offset}
        power={horizontal.power}
        transform={`translate(${frame.width / 2} ${frame.height + margins.bottom - size * 0.5})`}
        theme={theme}
      />
      <AxisName
        text={names[1]}
        offset={vertical.offset}
        power={vertical.power}
        transform={`translate(${nameAt} ${frame.height / 2}) rotate(${upwards ? -90 : 0})`}
        theme={theme}
      />
    </g>
  );
});

/** Keeps the labels at the ends inside the picture. */
function edgeAnchor(x: number, width: number, half: number): 'start' | 'middle' | 'end' {
  if (x < half * 0.5 && half > 40) return 'start';
  return x > width - half * 0.5 && half > 40 ? 'end' : 'middle';
}
