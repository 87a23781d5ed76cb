import { type BarPlace, yOfValue } from './barPlace.ts';
import { type LevelBarProps, useLevelDrag } from './LevelBar.tsx';
import type { LevelScale } from './levels.ts';
import styles from './MergeTreeView.module.css';
import { lineBesideMarks, type RoundMark } from './treeLayout.ts';
import type { DrawingTheme } from './types.ts';

export interface LevelLineProps {
  readonly scale: LevelScale;
  readonly place: BarPlace;
  readonly level: number;
  readonly theme: DrawingTheme;
  /** Ends in pixels, and the top of the scale's rectangle in the drawing. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** Marks in the drawing that it does not strike out. */
  readonly marks: readonly RoundMark[];
  readonly onLevel: LevelBarProps['onLevel'];
}

/** Half of the height in pixels within which the line takes the pointer. */
const REACH = 9;

/** The level u as a line across a drawing, dragged by pointer; the keyboard moves it on the bar. */
export function LevelLine({ scale, place, level, theme, left, right, top, marks, onLevel }: LevelLineProps) {
  const y = top + yOfValue(place, scale, level);
  const path = lineBesideMarks(left, right, y, marks);
  const topOf = (element: Element) => (element.closest('svg')?.getBoundingClientRect().top ?? 0) + top;
  const drag = useLevelDrag(place, scale, topOf, onLevel);
  return (
    <g className={styles.level} data-level-line="">
      <path d={path} stroke={theme.background} strokeWidth={4 * theme.scale} strokeOpacity={0.8} />
      <path d={path} stroke={theme.text} strokeWidth={1.6 * theme.scale} />
      <rect
        x={left}
        y={y - REACH}
        width={Math.max(0, right - left)}
        height={2 * REACH}
        fill="transparent"
        data-screen-only=""
        {...drag}
      />
    </g>
  );
}
