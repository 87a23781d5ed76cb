import { memo } from 'react';
import { formatNumber } from './formatNumber.ts';
import { Join, Leaf } from './MergeTreeBranches.tsx';
import { ink, paper } from './palette.ts';
import { type PlaneFrame, toPixels } from './planeFrame.ts';
import { freePlace, remarkPlace } from './remarkPlace.ts';
import type { DrawingTheme } from './types.ts';

/** A minimum or a join of the merge tree in the plane. */
export interface SublevelMark {
  readonly position: readonly [number, number];
  readonly isConfirmed: boolean;
  /** True where something stands before it: it is drawn pale. */
  readonly isBehind?: boolean;
}

/** A join. */
export interface SublevelJoin extends SublevelMark {
  /** Its position among all joins of the grid. */
  readonly join: number;
  readonly isLit: boolean;
}

/** A minimum, and its name while it stands alone in a component. */
export interface SublevelLeaf extends SublevelMark {
  /** Position among the tree's leaves; its number is one more. */
  readonly leaf: number;
  /** "spurious", "at the edge"; empty for nothing to say. */
  readonly remark: string;
  readonly isLit: boolean;
}

export interface SublevelMarksProps {
  readonly leaves: readonly SublevelLeaf[];
  readonly joins: readonly SublevelJoin[];
  /** The pass between two points, with its level; null for none. */
  readonly pass: { readonly position: readonly [number, number]; readonly level: number } | null;
  /** Points drawn by others that words should not cover. */
  readonly points: readonly SublevelMark['position'][];
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
}

/** The minima, numbered as in the merge tree, the saddles at which they join, and the pass that was asked for. */
export const SublevelMarks = memo(function SublevelMarks(props: SublevelMarksProps) {
  const { leaves, joins, pass, points, frame, theme } = props;
  const at = (position: SublevelMark['position'], radius: number) => inside(toPixels(frame, position), radius, props);
  const marks = [...joins, ...leaves, ...(pass ? [pass] : [])].map(({ position }) => position);
  const taken = [...marks, ...points].map((position) => at(position, LEAF));
  return (
    <g pointerEvents="none">
      {joins.map(({ join, position, isConfirmed, isLit, isBehind }) => {
        const [x, y] = at(position, JOIN);
        return (
          <g key={join} opacity={isBehind ? BEHIND : undefined}>
            {isLit && <Halo x={x} y={y} theme={theme} />}
            <Join {...{ x, y, isConfirmed, theme }} />
          </g>
        );
      })}
      {leaves.map(({ leaf, position, isConfirmed, remark, isLit, isBehind }) => {
        const [x, y] = at(position, LEAF);
        return (
          <g key={leaf}>
            {isLit && <Halo x={x} y={y} theme={theme} />}
            <g opacity={isBehind ? BEHIND : undefined}>
              <Leaf number={leaf + 1} {...{ x, y, isConfirmed, theme }} />
            </g>
            {remark !== '' && <Remark {...{ x, y, theme, taken, frame }} text={remark} isSpare={isBehind ?? false} />}
          </g>
        );
      })}
      {pass && <Pass {...pass} {...{ frame, theme, taken }} />}
    </g>
  );
});

/** Radii of marks in pixels at scale 1, with their lines. */
const LEAF = 9;
const JOIN = 7;

/** How much is left of a mark behind something. */
export const BEHIND = 0.55;

/** Where a mark is drawn whole: one on the side of the plane moves inwards, one beyond stays there. */
function inside(
  [x, y]: readonly [number, number],
  radius: number,
  { frame, theme }: Pick<SublevelMarksProps, 'frame' | 'theme'>,
): readonly [number, number] {
  const { width, height } = frame;
  if (x < -1 || y < -1 || x > width + 1 || y > height + 1) return [x, y];
  const r = radius * theme.scale;
  return [Math.min(width - r, Math.max(r, x)), Math.min(height - r, Math.max(r, y))];
}

interface PlaceProps {
  readonly x: number;
  readonly y: number;
  readonly theme: DrawingTheme;
}

function Halo({ x, y, theme }: PlaceProps) {
  return (
    <>
      <circle cx={x} cy={y} r={13 * theme.scale} fill="none" stroke={paper} strokeWidth={5 * theme.scale} />
      <circle cx={x} cy={y} r={13 * theme.scale} fill="none" stroke={ink} strokeWidth={2.5 * theme.scale} />
    </>
  );
}

interface RemarkProps extends PlaceProps {
  readonly text: string;
  /** Pixels at scale 1 between the middle of the mark and the words. */
  readonly gap?: number;
  /** True leaves the words out where there is no free place for them. */
  readonly isSpare?: boolean;
  readonly frame: PlaneFrame;
  /** Where marks stand that it should not cover, in pixels. */
  readonly taken: readonly (readonly [number, number])[];
}

/** Words beside a mark, on a plate. */
function Remark({ x, y, theme, text, gap = 12, isSpare = false, frame, taken }: RemarkProps) {
  const size = 11 * theme.scale;
  const plate = { width: text.length * size * 0.61 + 8, height: size * 1.6 };
  const find = isSpare ? freePlace : remarkPlace;
  const place = find([x, y], plate, gap * theme.scale, LEAF * theme.scale, frame, taken);
  if (!place) return null;
  const [left, top] = place;
  return (
    <>
      <rect x={left} y={top} {...plate} rx={2} fill={paper} fillOpacity={0.88} />
      <text x={left + 4} y={top + plate.height / 2} dy="0.35em" fontSize={size} fontWeight={600} fill="#7d1010">
        {text}
      </text>
    </>
  );
}

function Pass({
  position,
  level,
  frame,
  theme,
  taken,
}: NonNullable<SublevelMarksProps['pass']> & Pick<RemarkProps, 'frame' | 'theme' | 'taken'>) {
  const [x, y] = toPixels(frame, position);
  return (
    <g data-pass={level}>
      <Halo {...{ x, y, theme }} />
      <Join {...{ x, y, theme }} isConfirmed />
      {/* A sentence tells the level too. */}
      <Remark {...{ x, y, theme, frame, taken }} gap={18} isSpare text={`pass at u = ${formatNumber(level)}`} />
    </g>
  );
}
