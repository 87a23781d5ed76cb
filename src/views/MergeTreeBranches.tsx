import { type KeyboardEvent, memo, type PointerEvent } from 'react';
import styles from './MergeTreeView.module.css';
import type { DrawnBranch } from './MergeTreeView.tsx';
import { ink, paper } from './palette.ts';
import { type DrawnTree, joinHeights } from './treeLayout.ts';
import type { DrawingTheme } from './types.ts';

export interface MergeTreeBranchesProps {
  readonly id: string;
  readonly tree: DrawnTree;
  readonly branches: readonly DrawnBranch[];
  /** From left to right, as `treeLayout` gives them. */
  readonly places: Int32Array;
  /** Pixels from the top of a value; of ∞ too. */
  readonly y: (value: number) => number;
  readonly theme: DrawingTheme;
  readonly width: number;
  readonly height: number;
  readonly lit: number | null;
  readonly onBranch: (branch: number | null) => void;
}

/** More branches than this are drawn without numbers and with thinner lines. */
const NUMBERED = 24;

/** The branches of a merge tree: one stop of the keyboard, arrows go from branch to branch. */
export const MergeTreeBranches = memo(function MergeTreeBranches(props: MergeTreeBranchesProps) {
  const { tree, branches, places, y, theme, lit, onBranch, width } = props;
  const count = branches.length;
  const x = (branch: number) => ((places[branch] as number) + 0.5) * (width / count);
  const isCrowded = count > NUMBERED;
  const line = (isCrowded ? 1.6 : 3) * theme.scale;
  const tops = isCrowded ? Float64Array.from(tree.deaths, y) : joinHeights(tree, places, y, 2 * line);
  const drawn = branches.map((branch, k): PlacedBranch => {
    const merge = tree.merges[tree.ends[k] as number];
    const [bottom, top] = [y(tree.births[k] as number), tops[k] as number];
    const d = `M${x(k)} ${bottom}V${top}${merge ? `H${x(merge.survivor)}` : ''}`;
    // Left of its own line none but lines across stand, so that its saddle hides no corner.
    return { branch, k, d, x: x(k), bottom, top, saddle: merge ? x(k) - width / count / 2 : null, line };
  });
  const lighted = lit === null ? undefined : drawn[lit];
  const onKeyDown = (event: KeyboardEvent) => {
    const next = branchAfterKey(event.key, lit, places);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onBranch(next);
  };
  return (
    <g
      role="listbox"
      aria-label={`Branches of the merge tree, ${count}`}
      aria-activedescendant={lit === null ? undefined : `${props.id}-${lit}`}
      tabIndex={0}
      className={styles.branches}
      onKeyDown={onKeyDown}
      onFocus={() => lit === null && onBranch(0)}
      onBlur={() => onBranch(null)}
    >
      {drawn.map((placed) => (
        <Line key={placed.k} {...props} {...placed} />
      ))}
      {lighted && (
        <g fill="none" pointerEvents="none">
          <path d={lighted.d} stroke={theme.text} strokeWidth={line + 5 * theme.scale} />
          <path d={lighted.d} stroke={lighted.branch.colour} strokeWidth={line + 2 * theme.scale} />
        </g>
      )}
      {/* After all lines, which would hide the numbers. */}
      {!isCrowded && drawn.map((placed) => <Marks key={placed.k} {...props} {...placed} />)}
    </g>
  );
});

/** The branch that a key goes to, from left to right; undefined where it has none. */
function branchAfterKey(key: string, lit: number | null, places: Int32Array): number | null | undefined {
  if (key === 'Escape') return null;
  const last = places.length - 1;
  const at = lit === null ? -1 : (places[lit] as number);
  const to: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    Home: 0,
    End: last,
  };
  const place = to[key];
  return place === undefined ? undefined : places.indexOf(Math.min(last, Math.max(0, place)));
}

/** A branch and where it is drawn, in pixels. */
interface PlacedBranch {
  readonly branch: DrawnBranch;
  readonly k: number;
  /** Up from its minimum to the level at which it is absorbed, and across to the branch that absorbs it. */
  readonly d: string;
  readonly x: number;
  readonly bottom: number;
  readonly top: number;
  /** Where its saddle stands on the line across; null for a branch that is never absorbed. */
  readonly saddle: number | null;
  /** Width of the line. */
  readonly line: number;
}

type BranchProps = MergeTreeBranchesProps & PlacedBranch;

/** A finger leaves the glass where it tapped, and what it lit stays lit until the tree loses the focus. */
const lightedBy = ({ k, onBranch }: BranchProps) => ({
  className: styles.branch,
  onPointerEnter: () => onBranch(k),
  onPointerLeave: (event: PointerEvent) => event.pointerType !== 'touch' && onBranch(null),
});

function Line(props: BranchProps) {
  const { id, branch, k, d, line, theme, lit, branches } = props;
  return (
    <g id={`${id}-${k}`} role="option" aria-selected={lit === k} aria-label={branch.label} {...lightedBy(props)}>
      <title>{branch.label}</title>
      <path d={d} fill="none" stroke="transparent" strokeWidth={14} data-screen-only="" />
      {branch.isSpurious && branches.length <= NUMBERED && (
        <path d={d} fill="none" stroke="#a01818" strokeWidth={line + 2.4 * theme.scale} />
      )}
      <path d={d} fill="none" stroke={branch.colour} strokeWidth={line} />
    </g>
  );
}

/** The minimum and the saddle of a branch. */
function Marks(props: BranchProps) {
  const { branch, k, x, bottom, top, saddle, theme } = props;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a drawing takes no focus
    <g data-branch={k} aria-hidden="true" {...lightedBy(props)}>
      <title>{branch.label}</title>
      {saddle !== null && <Join x={saddle} y={top} isConfirmed={branch.isJoinConfirmed} theme={theme} />}
      <Leaf number={k + 1} x={x} y={bottom} isConfirmed={branch.isMinimumConfirmed} theme={theme} />
    </g>
  );
}

interface MarkProps {
  readonly x: number;
  readonly y: number;
  readonly isConfirmed: boolean;
  readonly theme: DrawingTheme;
}

/** The number of a minimum; in a broken ring where no critical point confirms it. */
export function Leaf({ number, x, y, isConfirmed, theme }: MarkProps & { readonly number: number }) {
  const r = 8 * theme.scale;
  return (
    <g>
      <circle
        cx={x}
        cy={y}
        r={r}
        fill={paper}
        stroke={ink}
        strokeWidth={1.4 * theme.scale}
        strokeDasharray={isConfirmed ? 'none' : `${2 * theme.scale} ${2.4 * theme.scale}`}
      />
      <text x={x} y={y} dy="0.36em" textAnchor="middle" fontSize={10.5 * theme.scale} fontWeight={600} fill={ink}>
        {number}
      </text>
    </g>
  );
}

/** A saddle; in a broken ring where no critical point confirms it. */
export function Join({ x, y, isConfirmed, theme }: MarkProps) {
  const r = 3 * theme.scale;
  return (
    <g>
      <circle
        cx={x}
        cy={y}
        r={2 * r}
        fill={paper}
        stroke={ink}
        strokeWidth={1.2 * theme.scale}
        strokeDasharray={isConfirmed ? 'none' : `${1.6 * theme.scale} ${2 * theme.scale}`}
      />
      <path
        d={`M${x - r} ${y - r}L${x + r} ${y + r}M${x - r} ${y + r}L${x + r} ${y - r}`}
        stroke={ink}
        strokeWidth={1.6 * theme.scale}
      />
    </g>
  );
}
