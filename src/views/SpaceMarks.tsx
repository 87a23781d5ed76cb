import { useMemo } from 'react';
import { ink, paper } from './palette.ts';
import type { PlaneFrame } from './planeFrame.ts';
import type { Raster } from './rasterise.ts';
import {
  BEHIND,
  type SublevelJoin,
  type SublevelLeaf,
  SublevelMarks,
  type SublevelMarksProps,
} from './SublevelMarks.tsx';
import type { Projection } from './spaceProjection.ts';
import type { DrawingTheme } from './types.ts';

type Place = readonly [number, number, number];

interface InBox {
  /** Its place in the coordinates of the box. */
  readonly at: Place;
  /** A point over it; what hides that hides the mark. */
  readonly above: Place;
}

/** A mark with its place in space. */
type InSpace<M> = Omit<M, 'position' | 'isBehind'> & InBox;

/** What is marked in space: minima and joins of the merge tree, and two points with the pass between them. */
export interface SpaceMarked {
  readonly leaves: readonly InSpace<SublevelLeaf>[];
  readonly joins: readonly InSpace<SublevelJoin>[];
  readonly pass: InSpace<NonNullable<SublevelMarksProps['pass']>> | null;
  readonly ends: readonly (InBox & { readonly letter: string })[];
  /** Whether marks lie on what is drawn, so that it may hide them; otherwise they are within it and seen through it. */
  readonly isOnSurface: boolean;
}

interface SpaceMarksProps {
  readonly marks: SpaceMarked;
  readonly project: Projection;
  /** The picture in which the marks stand. */
  readonly raster: Raster;
  readonly theme: DrawingTheme;
  readonly className: string | undefined;
}

/** A disc behind something; it stands on that of a minimum, which it hides. */
const BEHIND_PAPER = '#ccd3d7';

/** The marks over the picture, as in the plane; those that a surface hides are pale. */
export function SpaceMarks({ marks, project, raster, theme, className }: SpaceMarksProps) {
  const { width, height } = raster;
  const { leaves, joins, pass, ends } = useMemo(() => placed(marks, project, raster), [marks, project, raster]);
  const frame: PlaneFrame = { width, height, sScale: 1, sShift: 0, tScale: 1, tShift: 0 };
  return (
    <svg className={className} width={width} height={height} aria-hidden="true">
      <SublevelMarks {...{ leaves, joins, pass, frame, theme }} points={ends.map(({ position }) => position)} />
      {ends.map(({ letter, position: [x, y], isBehind }) => (
        <g key={letter} data-end={letter}>
          <circle
            cx={x}
            cy={y}
            r={8.5 * theme.scale}
            fill={isBehind ? BEHIND_PAPER : paper}
            stroke={ink}
            strokeOpacity={isBehind ? BEHIND : undefined}
            strokeWidth={1.4 * theme.scale}
          />
          <text x={x} y={y} dy="0.36em" textAnchor="middle" fontSize={11 * theme.scale} fontWeight={600} fill={ink}>
            {letter}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** How much nearer something is, as a part of the distance, that hides a mark. */
const HIDES = 0.012;

/** Where the marks are in the picture, in pixels. */
function placed({ leaves, joins, pass, ends, isOnSurface }: SpaceMarked, project: Projection, raster: Raster) {
  const out = new Float64Array(3);
  const place = <M extends InBox>(mark: M) => {
    const isBehind = isOnSurface && isHidden(raster, project(...mark.above, out));
    project(...mark.at, out);
    return { ...mark, position: [out[0] as number, out[1] as number] as const, isBehind };
  };
  return {
    leaves: leaves.map(place),
    joins: joins.map(place),
    pass: pass && place(pass),
    ends: ends.map(place),
  };
}

/** Whether something stands before a point. @param point  its pixel and its distance */
function isHidden({ width, height, nearness }: Raster, point: Float64Array): boolean {
  const [px, py] = [Math.floor(point[0] as number), Math.floor(point[1] as number)];
  if (px < 0 || py < 0 || px >= width || py >= height) return false;
  return (nearness[py * width + px] as number) * (point[2] as number) > 1 + HIDES;
}
