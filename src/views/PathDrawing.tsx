import { memo } from 'react';
import { BeadNames, type NamedBead } from './BeadNames.tsx';
import { ink, paper } from './palette.ts';
import { FALLING, segmentLook } from './pathLooks.ts';
import { type PlaneFrame, toPixels } from './planeFrame.ts';
import { scaledDash } from './scaledDash.ts';
import type { DrawingTheme } from './types.ts';

/** A path in the coordinates of the visible plane. */
export interface PlanePath {
  /** 2·m, bead by bead, both ends included. */
  readonly beads: Float64Array;
  /** State of each segment; length m − 1. */
  readonly segments: Uint8Array;
  /** The way of each segment, 2·k; null where all are straight. */
  readonly pieces: readonly Float64Array[] | null;
  /** The points that a bead on its way down has passed, 2·k, or the last of one that stuck; null where none is. */
  readonly trail: Float64Array | null;
  /** The string pulled tight, 2·l; null where there is none. */
  readonly shortened: Float64Array | null;
  /** Beads whose names are written beside them. */
  readonly named: readonly NamedBead[];
}

export interface PathDrawingProps {
  readonly path: PlanePath;
  /** Drawn faintly: the landscape or the level around it is another one by now. */
  readonly isOld: boolean;
  /** A point of the path to mark; null for none. */
  readonly highlighted: readonly [number, number] | null;
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
}

/** Beads beyond so many are drawn smaller, because they touch. */
const MANY = 40;

/** A path over the landscape: the string pulled tight beneath, segments by their state, beads, and one that falls. */
export const PathDrawing = memo(function PathDrawing({ path, isOld, highlighted, frame, theme }: PathDrawingProps) {
  const { beads, segments, pieces, trail, shortened, named } = path;
  const { scale } = theme;
  const count = beads.length / 2;
  const radius = (count > MANY ? 2.2 : 4) * scale;
  const marked = highlighted && toPixels(frame, highlighted);
  return (
    <g
      fill="none"
      strokeLinejoin="round"
      strokeLinecap="round"
      pointerEvents="none"
      opacity={isOld ? 0.4 : undefined}
      data-path={count}
    >
      {shortened && <Shortened d={lineOf(shortened, frame)} scale={scale} />}
      <path
        d={(pieces ?? [beads]).map((way) => lineOf(way, frame)).join('')}
        stroke={ink}
        strokeOpacity={0.8}
        strokeWidth={5.6 * scale}
      />
      {Array.from(segments, (state, k) => {
        const { bright, dash } = segmentLook(state);
        return (
          <path
            // A segment has no other identity than its place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={k}
            data-segment={state}
            d={lineOf(pieces?.[k] ?? beads.subarray(2 * k, 2 * k + 4), frame)}
            stroke={bright}
            strokeWidth={2.6 * scale}
            strokeDasharray={scaledDash(dash, scale)}
            strokeLinecap="butt"
          />
        );
      })}
      {Array.from({ length: Math.max(0, count - 2) }, (_, k) => {
        const [x, y] = pixels(beads, k + 1, frame);
        return (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            key={k}
            data-bead={k + 1}
            cx={x}
            cy={y}
            r={radius}
            fill={paper}
            stroke={ink}
            strokeWidth={1.3 * scale}
          />
        );
      })}
      <BeadNames named={named} beads={beads} frame={frame} scale={scale} />
      {trail && <Falling trail={trail} frame={frame} scale={scale} />}
      {marked && (
        <circle
          data-marked=""
          cx={marked[0]}
          cy={marked[1]}
          r={7 * scale}
          stroke={ink}
          strokeWidth={2 * scale}
          fill={paper}
        />
      )}
    </g>
  );
});

function Shortened({ d, scale }: { readonly d: string; readonly scale: number }) {
  return (
    <g data-shortened="">
      <path d={d} stroke={paper} strokeOpacity={0.85} strokeWidth={4.4 * scale} />
      <path d={d} stroke={ink} strokeWidth={1.8 * scale} strokeDasharray={scaledDash('1 4', scale)} />
    </g>
  );
}

interface FallingProps {
  readonly trail: Float64Array;
  readonly frame: PlaneFrame;
  readonly scale: number;
}

/** The way of a bead from the segment down into Ω_u: an arrow-like trail of growing dots. */
function Falling({ trail, frame, scale }: FallingProps) {
  const count = trail.length / 2;
  return (
    <g data-falling="">
      <path d={lineOf(trail, frame)} stroke={paper} strokeWidth={4 * scale} />
      <path d={lineOf(trail, frame)} stroke={ink} strokeWidth={1.6 * scale} />
      {Array.from({ length: count }, (_, k) => {
        const [x, y] = pixels(trail, k, frame);
        const isLast = k === count - 1;
        return (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: a place on the trail has no other identity
            key={k}
            cx={x}
            cy={y}
            r={(isLast ? 5 : 1.6) * scale}
            fill={isLast ? FALLING : ink}
            stroke={isLast ? ink : 'none'}
            strokeWidth={1.3 * scale}
          />
        );
      })}
    </g>
  );
}

function pixels(points: Float64Array, k: number, frame: PlaneFrame): [number, number] {
  const [x, y] = toPixels(frame, [points[2 * k] as number, points[2 * k + 1] as number]);
  return [Math.round(10 * x) / 10, Math.round(10 * y) / 10];
}

function lineOf(points: Float64Array, frame: PlaneFrame): string {
  return Array.from(
    { length: points.length / 2 },
    (_, k) => `${k === 0 ? 'M' : 'L'}${pixels(points, k, frame).join(' ')}`,
  ).join('');
}
