import { memo, useId } from 'react';
import { mathFonts } from './AxisName.tsx';
import { barPlace, yOfUnit } from './barPlace.ts';
import { barTicks, valueName } from './barTicks.ts';
import { cssColourAt } from './colourScales.ts';
import { formatFull, formatNumber } from './formatNumber.ts';
import type { LevelScale } from './levels.ts';
import { fontSize } from './planeMargins.ts';
import type { ContourStyle, DrawingTheme } from './types.ts';

export interface ColourBarProps {
  readonly scale: LevelScale;
  readonly colours: ContourStyle['colours'];
  readonly theme: DrawingTheme;
  /** Length in pixels. */
  readonly height: number;
  /** Width in pixels for the strip and its labels. */
  readonly width: number;
  /** Baseline of its name below the bar, in pixels from the bar's top. */
  readonly nameY: number;
  /** f under the pointer, marked on the bar; null for none. */
  readonly value: number | null;
  /** True where there is no room for more than “f, log”. */
  readonly hasShortName?: boolean;
}

/**
 * The colour scale with real values of f beside it; one block per band of the contour, so that bar and picture agree.
 * Pointed where the field goes on beyond the scale. Draws inside an SVG, origin at its upper left.
 */
export const ColourBar = memo(function ColourBar({
  scale,
  colours,
  theme,
  height,
  width,
  nameY,
  value,
  hasShortName = false,
}: ColourBarProps) {
  const clip = useId();
  const size = fontSize(theme.scale);
  const place = barPlace(scale, height, theme.scale);
  const { strip, top, bottom } = place;
  const room = width - strip - 7 * theme.scale;
  const y = (unit: number) => yOfUnit(place, unit);
  const ticks = barTicks(scale, Math.max(2, Math.min(8, Math.floor(height / (48 * theme.scale)))));
  return (
    <g fontSize={size} fill={theme.mutedText} style={{ fontVariantNumeric: 'tabular-nums' }}>
      <clipPath id={clip}>
        <path d={outline(strip, height, top, bottom)} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        {bands(scale).map(([from, to, colour]) => (
          <rect
            key={from}
            width={strip}
            y={to >= 1 ? 0 : y(to)}
            height={(from <= 0 ? height : y(from)) - (to >= 1 ? 0 : y(to)) + 0.5}
            fill={cssColourAt(colours, colour)}
          />
        ))}
      </g>
      <path d={outline(strip, height, top, bottom)} fill="none" stroke={theme.gridLine} />
      {ticks.ticks.map((tick) => (
        <g key={tick.value} transform={`translate(${strip} ${y(scale.toUnit(tick.value))})`}>
          <title>{formatFull(tick.value)}</title>
          <line x2={4 * theme.scale} stroke={theme.mutedText} />
          <text x={7 * theme.scale} dy="0.35em" fontSize={fittedSize(tick.label, size, room)}>
            {tick.label}
          </text>
        </g>
      ))}
      {value !== null && Number.isFinite(scale.toUnit(value)) && (
        <ValueMark y={y(Math.min(1, Math.max(0, scale.toUnit(value))))} {...{ value, strip, width, theme }} />
      )}
      <BarName
        name={valueName(ticks)}
        isLog={scale.kind === 'log'}
        isShort={hasShortName}
        {...{ strip, size }}
        x={width}
        y={nameY}
      />
    </g>
  );
});

/** Bands from bottom to top: limits on the unit scale and the position whose colour Plotly gives them. */
function bands(scale: LevelScale): [number, number, number][] {
  const count = scale.levels.length;
  if (count === 0) return [[0, 1, 0.5]];
  const limit = (k: number) => (k < 0 ? 0 : k >= count ? 1 : scale.unitStart + k * scale.unitStep);
  return Array.from({ length: count + 1 }, (_, k) => [limit(k - 1), limit(k), count === 0 ? 0.5 : k / count]);
}

/** The font size at which a label fits into `room` pixels, not below nine pixels. */
function fittedSize(label: string, size: number, room: number): number {
  return Math.max(9, Math.min(size, room / (label.length * 0.66)));
}

function outline(strip: number, height: number, top: number, bottom: number): string {
  const upper = top > 0 ? `L${strip / 2} 0` : '';
  const lower = bottom < height ? `L${strip / 2} ${height}` : '';
  return `M0 ${top}${upper}L${strip} ${top}V${bottom}${lower}L0 ${bottom}Z`;
}

interface BarNameProps {
  readonly name: string;
  readonly isLog: boolean;
  readonly isShort: boolean;
  readonly strip: number;
  /** Right edge. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/**
 * What the labels are, and what is laid out logarithmically, on the line of the axis names: a short name under the
 * strip, a long one up to the right edge.
 */
function BarName({ name, isLog, isShort, strip, x, y, size }: BarNameProps) {
  const [symbol, rest] = [name.slice(0, 1), name.slice(1)];
  const layout = !isLog ? '' : isShort ? ', log' : rest.startsWith(' − min') ? ', log scale' : ', log of f − min';
  return (
    <text
      {...(rest + layout === '' ? { x: strip / 2, textAnchor: 'middle' } : { x: x - size * 0.6, textAnchor: 'end' })}
      y={y}
    >
      <tspan fontFamily={mathFonts} fontStyle="italic" fontSize={size * 1.25}>
        {symbol}
      </tspan>
      {rest}
      {layout}
    </text>
  );
}

interface ValueMarkProps {
  readonly y: number;
  readonly value: number;
  readonly strip: number;
  /** Width in pixels for the strip and its labels. */
  readonly width: number;
  readonly theme: DrawingTheme;
}

/** f under the pointer: a notch on the strip and the number on a plate over the ticks, moved left if it is long. */
function ValueMark({ y, value, strip, width, theme }: ValueMarkProps) {
  const size = fontSize(theme.scale);
  const label = formatNumber(value);
  const plate = label.length * size * 0.62 + 4;
  const x = Math.min(strip + 5 * theme.scale, width - plate);
  return (
    <g>
      <path d={`M0 ${y}H${strip}`} stroke="#ffffff" strokeWidth={3.5} />
      <path d={`M-2 ${y}H${strip + 5 * theme.scale}`} stroke={theme.text} strokeWidth={1.5} />
      <rect x={x} y={y - size * 0.75} width={plate} height={size * 1.5} fill={theme.background} />
      <text x={x + 2} y={y} dy="0.35em" fill={theme.text} fontWeight={600}>
        {label}
      </text>
    </g>
  );
}
