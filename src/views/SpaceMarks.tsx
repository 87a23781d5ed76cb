import { Join, Leaf } from './MergeTreeBranches.tsx';
import type { Projection } from './spaceProjection.ts';
import type { DrawingTheme } from './types.ts';

/** A minimum of the merge tree, with its number, or a join, without one, in the coordinates of the box. */
export interface SpaceMark {
  readonly at: readonly [number, number, number];
  readonly number: number | null;
  readonly isConfirmed: boolean;
  readonly isLit: boolean;
}

interface SpaceMarksProps {
  readonly marks: readonly SpaceMark[];
  readonly project: Projection;
  readonly theme: DrawingTheme;
  readonly width: number;
  readonly height: number;
  readonly className: string | undefined;
}

/** The marks over the picture; they are seen through what stands before them. */
export function SpaceMarks({ marks, project, theme, width, height, className }: SpaceMarksProps) {
  const out = new Float64Array(3);
  return (
    <svg className={className} width={width} height={height} aria-hidden="true">
      {marks.map(({ at, number, isConfirmed, isLit }) => {
        project(at[0], at[1], at[2], out);
        const place = { x: out[0] as number, y: out[1] as number, isConfirmed, theme };
        return (
          <g key={at.join(' ')}>
            {isLit && (
              <circle cx={place.x} cy={place.y} r={13 * theme.scale} fill="none" stroke={theme.text} strokeWidth={3} />
            )}
            {number === null ? <Join {...place} /> : <Leaf {...place} number={number} />}
          </g>
        );
      })}
    </svg>
  );
}
