import { memo, useMemo, useRef } from 'react';
import { subscript } from '../core/formatNumber.ts';
import { AxisName } from './AxisName.tsx';
import styles from './ChartView.module.css';
import { markerPath } from './markers.ts';
import { type PlaneFrame, planeFrame, toPixels } from './planeFrame.ts';
import { fontSize, type Margins } from './planeMargins.ts';
import { scaledDash } from './scaledDash.ts';
import { recordAt, screenPaths, verticesUpTo } from './screenPaths.ts';
import { linearTicks } from './ticks.ts';
import type { DrawingTheme, Stroke } from './types.ts';
import { useElementSize } from './useElementSize.ts';

/** A walk in the plane of two coordinates. */
export interface TubeWalk {
  readonly id: string;
  readonly label: string;
  readonly stroke: Stroke;
  /** Iteration of each record, ascending. */
  readonly iterations: Float64Array;
  /** 2·m, (x, y) by record. */
  readonly points: Float64Array;
}

export interface TubeViewProps {
  /** A quarter of the distance from one saddle to the next. */
  readonly tau: number;
  /** Positions of the two coordinates, from 0. */
  readonly axes: readonly [number, number];
  readonly walks: readonly TubeWalk[];
  /** Iteration shown: the walks are drawn in full up to it. */
  readonly iteration: number;
  readonly theme: DrawingTheme;
}

/** The tube of the octopus in the plane of two of its coordinates, and the walks through it. Fills its parent. */
export function TubeView(props: TubeViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const size = useElementSize(host);
  return (
    <div ref={host} className={styles.view} data-picture="chart" data-background={props.theme.background}>
      {size && size.width > 100 && size.height > 100 && <TubeStage {...props} {...size} />}
    </div>
  );
}

function TubeStage(props: TubeViewProps & { readonly width: number; readonly height: number }) {
  const { tau, axes, walks, iteration, theme, width, height } = props;
  const { scale } = theme;
  const margins: Margins = { left: 44 * scale, right: 10 * scale, top: 10 * scale, bottom: 34 * scale };
  const side = Math.max(60, Math.min(width - margins.left - margins.right, height - margins.top - margins.bottom));
  const frame = useMemo(() => planeFrame([interval(tau), interval(tau)], side, side), [tau, side]);
  const paths = useMemo(() => screenPaths(walks, frame), [walks, frame]);
  const left = margins.left + (width - margins.left - margins.right - side) / 2;
  return (
    <svg
      role="img"
      aria-label={`The tube in the plane of ${name(axes[0])} and ${name(axes[1])}, with the way of each method up to iteration ${iteration}`}
      width={width}
      height={height}
      className={styles.chart}
    >
      <g transform={`translate(${left} ${margins.top})`}>
        <Tube tau={tau} axes={axes} frame={frame} theme={theme} />
        {walks.map((walk, i) => {
          const path = paths[i];
          if (!path) return null;
          const record = recordAt(walk.iterations, iteration);
          const done = verticesUpTo(path, record);
          const look = { stroke: walk.stroke.colour, strokeDasharray: scaledDash(walk.stroke.dash, scale) };
          const at = [walk.points[2 * record] as number, walk.points[2 * record + 1] as number] as const;
          const [x, y] = toPixels(frame, at);
          return (
            <g key={walk.id} fill="none" strokeLinejoin="round" data-walk={walk.id}>
              <title>{walk.label}</title>
              <path d={path.d} {...look} strokeWidth={scale} opacity={0.3} />
              <path d={path.d.slice(0, path.ends[done - 1] ?? 0)} {...look} strokeWidth={2 * scale} />
              <path
                data-marker=""
                d={markerPath(walk.stroke.marker, x, y, 6 * scale)}
                fill={walk.stroke.colour}
                stroke={theme.background}
                strokeWidth={1.5 * scale}
              />
            </g>
          );
        })}
      </g>
    </svg>
  );
}

const name = (axis: number): string => `x${subscript(axis + 1)}`;

const interval = (tau: number): [number, number] => [-6 * tau, 6 * tau];

interface TubeProps {
  readonly tau: number;
  readonly axes: readonly [number, number];
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
}

/** Where f is defined: a bar that leads to two slabs; with its saddles, minima and axes. */
const Tube = memo(function Tube({ tau, axes, frame, theme }: TubeProps) {
  const size = fontSize(theme.scale) * 0.92;
  const { width: side } = frame;
  const px = (s: number, t: number) =>
    toPixels(frame, [s * tau, t * tau])
      .map((v) => Math.round(v * 10) / 10)
      .join(' ');
  // The earlier coordinate leads: while it is within 2τ, the later one is held within τ.
  const isFirstAcross = axes[0] < axes[1];
  const corner = (lead: number, led: number) => (isFirstAcross ? px(lead, led) : px(led, lead));
  const outline = H.map(([lead, led]) => corner(lead, led)).join('L');
  const { ticks, power } = linearTicks(-6 * tau, 6 * tau, side / (44 * theme.scale));
  const along = (value: number) => frame.sScale * value + frame.sShift;
  const down = (value: number) => frame.tScale * value + frame.tShift;
  const named = { offset: '', theme };
  return (
    <g fontSize={size} fill={theme.mutedText} style={{ fontVariantNumeric: 'tabular-nums' }}>
      <path d={`M${outline}Z`} fill={theme.gridLine} fillOpacity={0.45} stroke={theme.mutedText} data-tube="">
        <title>Here f is defined; it is not outside</title>
      </path>
      {ticks.map(({ value, label }) => (
        <g key={value}>
          <text x={along(value)} y={side + 4 + size} textAnchor="middle">
            {label}
          </text>
          <text x={-6} y={down(value)} dy="0.35em" textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      <rect width={side} height={side} fill="none" stroke={theme.mutedText} />
      {POINTS.map(([lead, led, mark, meaning]) => {
        const [x, y] = toPixels(frame, isFirstAcross ? [lead * tau, led * tau] : [led * tau, lead * tau]);
        return (
          <text key={`${lead} ${led}`} x={x} y={y} dy="0.35em" textAnchor="middle" fill={theme.text} opacity={0.8}>
            {mark}
            <title>{meaning}</title>
          </text>
        );
      })}
      <AxisName
        text={name(axes[0])}
        {...named}
        power={power}
        transform={`translate(${side / 2} ${side + 4 + size * 2.4})`}
      />
      <AxisName text={name(axes[1])} {...named} power="" transform={`translate(${-34 * theme.scale} ${side / 2})`} />
    </g>
  );
});

/** Corners of the H in units of τ: (leading coordinate, led coordinate). */
const H: readonly (readonly [number, number])[] = [
  [-6, -6],
  [-2, -6],
  [-2, -1],
  [2, -1],
  [2, -6],
  [6, -6],
  [6, 6],
  [2, 6],
  [2, 1],
  [-2, 1],
  [-2, 6],
  [-6, 6],
];

/** Critical points of the pair in units of τ. */
const POINTS: readonly (readonly [number, number, string, string])[] = [
  [0, 0, '✕', 'saddle'],
  [4, 0, '✕', 'saddle'],
  [-4, 0, '✕', 'saddle'],
  [4, 4, '●', 'least in these two'],
  [4, -4, '●', 'least in these two'],
  [-4, 4, '●', 'least in these two'],
  [-4, -4, '●', 'least in these two'],
];
