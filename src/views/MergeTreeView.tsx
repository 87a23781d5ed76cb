import { useCallback, useId, useMemo, useRef } from 'react';
import { barPlace, yOfValue } from './barPlace.ts';
import { ColourBar } from './ColourBar.tsx';
import { ComponentCurve, type CountSteps, CurrentCount } from './ComponentCurve.tsx';
import { LevelBar, type LevelBarProps } from './LevelBar.tsx';
import { LevelLine } from './LevelLine.tsx';
import type { LevelScale } from './levels.ts';
import { branchMarks, MergeTreeBranches } from './MergeTreeBranches.tsx';
import styles from './MergeTreeView.module.css';
import { fontSize, planeMargins } from './planeMargins.ts';
import { branchPlaces, type DrawnTree, treeLayout } from './treeLayout.ts';
import type { ContourStyle, DrawingTheme } from './types.ts';
import { useElementSize } from './useElementSize.ts';

/** How a branch is drawn and what is said of it. */
export interface DrawnBranch {
  /** Its colour on the landscape. */
  readonly colour: string;
  /** "Minimum 2 at (3, 2), f = 0, confirmed; persistence 13.31; spurious valley …". */
  readonly label: string;
  /** Drawn open where no critical point confirms its minimum or its join. */
  readonly isMinimumConfirmed: boolean;
  readonly isJoinConfirmed: boolean;
  readonly isSpurious: boolean;
}

export interface MergeTreeViewProps {
  readonly tree: DrawnTree;
  readonly branches: readonly DrawnBranch[];
  readonly counts: CountSteps;
  /** Components below the level that are neither in the tree nor counted. */
  readonly hidden: number;
  readonly scale: LevelScale;
  readonly colours: ContourStyle['colours'];
  readonly theme: DrawingTheme;
  readonly level: number;
  /** As for `LevelBar`. */
  readonly meaning: string;
  readonly onLevel: LevelBarProps['onLevel'];
  /** The branch under the pointer or the keyboard; null for none. */
  readonly lit: number | null;
  readonly onBranch: (branch: number | null) => void;
  /** True draws a colour bar of its own, where none stands beside it. */
  readonly hasBar: boolean;
}

/** Share of the width that the curve of N_u takes, and its least width in pixels at scale 1. */
const CURVE_SHARE = 0.34;
const LEAST_CURVE = 74;
/** Room in font sizes for "merge tree" beside "N = 2 + 1 hidden". */
const BOTH_NAMES = 16;
/** Width of the colour bar in pixels at scale 1. */
const BAR = 84;

/**
 * The merge tree on the vertical scale of the colour bar, leaves at minima and joins at saddles, beside it N_u on the
 * same scale, and u across both. Its plot rectangle has the height of that of a plane view of the same height.
 */
export function MergeTreeView(props: MergeTreeViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const size = useElementSize(host);
  const { hasBar, theme } = props;
  return (
    <div
      ref={host}
      className={styles.view}
      data-picture="tree"
      data-background={theme.background}
      data-beside={hasBar ? undefined : BAR * theme.scale}
    >
      {size && size.width > 120 && size.height > 90 && <TreeStage {...props} {...size} />}
    </div>
  );
}

function TreeStage(props: MergeTreeViewProps & { readonly width: number; readonly height: number }) {
  const { tree, branches, counts, scale, colours, theme, level, width, height, hasBar } = props;
  const id = useId();
  const places = useMemo(() => treeLayout(tree), [tree]);
  const { top, bottom } = planeMargins(width, theme.scale, false);
  const gap = fontSize(theme.scale);
  const bar = (hasBar ? BAR : 6) * theme.scale;
  const plotHeight = height - top - bottom;
  const place = useMemo(() => barPlace(scale, plotHeight, theme.scale), [scale, plotHeight, theme.scale]);
  // The same function while it says the same: the tree is drawn again where it is another.
  const y = useCallback((value: number) => yOfValue(place, scale, value), [place, scale]);
  const curveWidth = Math.max(LEAST_CURVE * theme.scale, (width - bar) * CURVE_SHARE);
  const treeWidth = width - bar - curveWidth - gap;
  const placed = useMemo(() => branchPlaces(tree, places, y, treeWidth), [tree, places, y, treeWidth]);
  const marks = useMemo(
    () => branchMarks(placed, theme.scale).map((mark) => ({ ...mark, x: mark.x + bar, y: mark.y + top })),
    [placed, theme.scale, bar, top],
  );
  const nameY = plotHeight + bottom - gap * 0.5;
  return (
    <>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: its parts have names, and a title would follow the pointer */}
      <svg width={width} height={height} style={{ position: 'absolute', inset: 0 }}>
        <g transform={`translate(${bar} ${top})`} fontSize={gap} fill={theme.mutedText}>
          <MergeTreeBranches {...{ id, branches, placed, theme }} lit={props.lit} onBranch={props.onBranch} />
          {/* Aside, or away, where what is said of N_u is longer than its curve is wide. */}
          {(props.hidden === 0 || treeWidth + curveWidth > BOTH_NAMES * gap) && (
            <text {...(props.hidden > 0 ? { x: 0 } : { x: treeWidth / 2, textAnchor: 'middle' })} y={nameY}>
              merge tree
            </text>
          )}
        </g>
        <g transform={`translate(${bar + treeWidth + gap} ${top})`} fontSize={gap} fill={theme.mutedText}>
          <ComponentCurve {...{ counts, y, theme, width: curveWidth - gap, height: plotHeight }} />
        </g>
      </svg>
      {/* What moves is a drawing of its own, so that the tree beneath is not painted again. */}
      <svg aria-hidden="true" className={styles.moving} width={width} height={height}>
        <LevelLine
          {...{ scale, place, level, theme, top, marks }}
          left={bar - 4}
          right={width - gap / 2}
          onLevel={props.onLevel}
        />
        <g transform={`translate(${bar + treeWidth + gap} ${top})`} fontSize={gap} fill={theme.mutedText}>
          <CurrentCount {...{ counts, y, level, theme, nameY, width: curveWidth - gap }} hidden={props.hidden} />
        </g>
      </svg>
      {hasBar ? (
        <LevelBar
          {...{ scale, colours, theme, level, nameY, top }}
          left={gap}
          width={bar - gap}
          height={plotHeight}
          meaning={props.meaning}
          hasShortName
          onLevel={props.onLevel}
        />
      ) : (
        // Beyond the edge, where the screen has the bar of the contour: a picture of the tree alone needs its own.
        <svg
          aria-hidden="true"
          width={BAR * theme.scale}
          height={height}
          style={{ position: 'absolute', left: -BAR * theme.scale }}
        >
          <g transform={`translate(${gap} ${top})`}>
            <ColourBar
              {...{ scale, colours, theme, nameY }}
              width={BAR * theme.scale - gap}
              height={plotHeight}
              value={null}
              hasShortName
            />
          </g>
        </svg>
      )}
    </>
  );
}
