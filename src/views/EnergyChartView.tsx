import { type PointerEvent, useMemo, useRef } from 'react';
import styles from './ChartView.module.css';
import { chartFrame } from './figures/chartFrame.ts';
import { type EnergyChart, energyRanges, valueAtArc } from './figures/EnergyChart.ts';
import { formatNumber } from './formatNumber.ts';
import { ink, paper } from './palette.ts';
import { segmentLook } from './pathLooks.ts';
import { type PlaneFrame, toPixels } from './planeFrame.ts';
import { fontSize, type Margins } from './planeMargins.ts';
import { scaledDash } from './scaledDash.ts';
import { linearTicks, ticksSuffix } from './ticks.ts';
import type { DrawingTheme } from './types.ts';
import { useElementSize } from './useElementSize.ts';

export interface EnergyChartViewProps {
  readonly chart: EnergyChart;
  readonly theme: DrawingTheme;
  /** Arc length that is marked; null for none. */
  readonly hovered: number | null;
  /** The arc length under the pointer; null when there is none. */
  readonly onHover: (arc: number | null) => void;
}

/** f along a path against the length from its first end, the level as a line. Drawn as SVG; fills its parent. */
export function EnergyChartView(props: EnergyChartViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const size = useElementSize(host);
  return (
    <div ref={host} className={styles.view} data-picture="chart" data-background={props.theme.background}>
      {size && size.width > 120 && size.height > 70 && <EnergyStage {...props} {...size} />}
    </div>
  );
}

function EnergyStage(props: EnergyChartViewProps & { readonly width: number; readonly height: number }) {
  const { chart, theme, width, height, hovered, onHover } = props;
  const { scale } = theme;
  const margins: Margins = { left: 56 * scale, right: 14 * scale, top: 24 * scale, bottom: 26 * scale };
  const plotWidth = width - margins.left - margins.right;
  const plotHeight = height - margins.top - margins.bottom;
  const frame = useMemo(() => {
    const { x, y } = energyRanges(chart);
    return chartFrame([...x, ...y], plotWidth, plotHeight);
  }, [chart, plotWidth, plotHeight]);
  const find = (event: PointerEvent) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    const arc = (event.clientX - left - frame.sShift) / frame.sScale;
    const last = chart.arcs.at(-1) ?? 0;
    onHover(arc >= 0 && arc <= last ? arc : null);
  };
  return (
    <svg role="img" aria-label={chart.summary} width={width} height={height} className={styles.chart}>
      <g transform={`translate(${margins.left} ${margins.top})`}>
        <EnergyAxes frame={frame} margins={margins} theme={theme} />
        <EnergyCurves chart={chart} frame={frame} theme={theme} />
        {hovered !== null && <EnergyCursor chart={chart} arc={hovered} frame={frame} theme={theme} />}
        <rect
          data-screen-only=""
          width={plotWidth}
          height={plotHeight}
          fill="transparent"
          onPointerMove={find}
          onPointerDown={find}
          onPointerLeave={() => onHover(null)}
        />
      </g>
    </svg>
  );
}

interface PartProps {
  readonly chart: EnergyChart;
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
}

function EnergyAxes({ frame, margins, theme }: Omit<PartProps, 'chart'> & { readonly margins: Margins }) {
  const size = fontSize(theme.scale) * 0.92;
  const { width, height } = frame;
  const across = linearTicks(
    -frame.sShift / frame.sScale,
    (width - frame.sShift) / frame.sScale,
    width / (70 * theme.scale),
  );
  const [top, bottom] = [-frame.tShift / frame.tScale, (height - frame.tShift) / frame.tScale];
  const up = linearTicks(bottom, top, Math.max(2, height / (34 * theme.scale)));
  const y = (value: number) => Math.round(frame.tScale * value + frame.tShift) + 0.5;
  return (
    <g fontSize={size} fill={theme.mutedText} style={{ fontVariantNumeric: 'tabular-nums' }}>
      <text x={8 - margins.left} y={size * 1.2 - margins.top} fill={theme.text} fontWeight={600}>
        f along the path{ticksSuffix(up)}
      </text>
      {up.ticks.map(({ value, label }) => (
        <g key={value} transform={`translate(0 ${y(value)})`}>
          <line x2={width} stroke={theme.gridLine} />
          <text x={-6} dy="0.35em" textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      <line y1={height + 0.5} y2={height + 0.5} x2={width} stroke={theme.mutedText} />
      {across.ticks.map(({ value, label }) => (
        <text key={value} x={frame.sScale * value + frame.sShift} y={height + 6 + size} textAnchor="middle">
          {label}
        </text>
      ))}
      <text x={width + margins.right - 4} y={size * 1.2 - margins.top} textAnchor="end">
        length from End 1{ticksSuffix(across)} →
      </text>
    </g>
  );
}

function EnergyCurves({ chart, frame, theme }: PartProps) {
  const { scale } = theme;
  const level = Math.round(frame.tScale * chart.level + frame.tShift) + 0.5;
  return (
    <g fill="none" strokeLinejoin="round">
      {chart.peers.map(({ id, stroke, arcs, values }) => (
        <path
          key={id}
          data-peer={id}
          d={curve(arcs, values, 0, arcs.length - 1, frame)}
          stroke={stroke.colour}
          strokeWidth={1.5 * scale}
          strokeDasharray={scaledDash(stroke.dash, scale)}
        />
      ))}
      {chart.segments.map(({ state, from, to }) => {
        const { colour, dash } = segmentLook(state);
        return (
          <path
            key={from}
            data-segment={state}
            d={curve(chart.arcs, chart.values, from, to, frame)}
            stroke={state === 0 ? theme.mutedText : colour}
            strokeWidth={2.4 * scale}
            strokeDasharray={scaledDash(dash, scale)}
          />
        );
      })}
      <line
        x2={frame.width}
        y1={level}
        y2={level}
        stroke={theme.text}
        strokeWidth={1.2 * scale}
        strokeDasharray="5 3"
      />
      <text
        x={frame.width - 4}
        y={level - 4 * scale}
        textAnchor="end"
        fontSize={fontSize(scale) * 0.92}
        fill={theme.text}
        stroke="none"
      >
        u = {formatNumber(chart.level)}
      </text>
      {Array.from(chart.beads, (arc, k) => {
        const [x, y] = toPixels(frame, [arc, valueAtArc(chart, arc)]);
        return (
          Number.isFinite(y) && (
            <circle
              // Two beads may stand at one place.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={k}
              cx={x}
              cy={y}
              r={2.8 * scale}
              fill={paper}
              stroke={ink}
              strokeWidth={1.2 * scale}
            />
          )
        );
      })}
    </g>
  );
}

function EnergyCursor({ chart, arc, frame, theme }: PartProps & { readonly arc: number }) {
  const value = valueAtArc(chart, arc);
  const [x, y] = toPixels(frame, [arc, value]);
  const isRight = x > frame.width * 0.6;
  return (
    <g style={{ pointerEvents: 'none', fontVariantNumeric: 'tabular-nums' }}>
      <line x1={x} x2={x} y2={frame.height} stroke={theme.mutedText} />
      {Number.isFinite(y) && (
        <>
          <circle cx={x} cy={y} r={5 * theme.scale} fill={paper} stroke={ink} strokeWidth={2 * theme.scale} />
          <text
            x={x + (isRight ? -8 : 8) * theme.scale}
            y={Math.max(14, y - 8 * theme.scale)}
            textAnchor={isRight ? 'end' : 'start'}
            fontSize={fontSize(theme.scale)}
            fontWeight={600}
            fill={theme.text}
            stroke={theme.background}
            strokeWidth={3}
            paintOrder="stroke"
          >
            f = {formatNumber(value)}
          </text>
        </>
      )}
    </g>
  );
}

/** The samples from one to another; broken where f has no value. */
function curve(arcs: Float64Array, values: Float64Array, from: number, to: number, frame: PlaneFrame): string {
  let d = '';
  let isDown = false;
  for (let k = from; k <= to; k++) {
    const [x, y] = toPixels(frame, [arcs[k] as number, values[k] as number]);
    if (Number.isFinite(y)) d += `${isDown ? 'L' : 'M'}${Math.round(10 * x) / 10} ${Math.round(10 * y) / 10}`;
    isDown = Number.isFinite(y);
  }
  return d;
}
