import { type KeyboardEvent, memo, type PointerEvent } from 'react';
import styles from './MergeTreeView.module.css';
import type { DrawnBranch } from './MergeTreeView.tsx';
import { ink, paper, spuriousRed } from './palette.ts';
import { clearPointerFocus, markPointerFocus } from './pointerFocus.ts';
import type { BranchPlace, RoundMark } from './treeLayout.ts';
import type { DrawingTheme } from './types.ts';

export interface MergeTreeBranchesProps {
  readonly id: string;
  readonly branches: readonly DrawnBranch[];
  /** In the order in which they are drawn, as `branchPlaces` gives them. */
  readonly placed: readonly BranchPlace[];
  readonly theme: DrawingTheme;
  readonly lit: number | null;
  readonly onBranch: (branch: number | null) => void;
}

/** More branches than this are drawn without numbers and with thinner lines. */
const NUMBERED = 24;

/** Radii of marks in pixels at scale 1. */
const LEAF = 8;
const JOIN = 6;

/** The marks of minima and saddles that a line should not strike out, with some room around each. */
export function branchMarks(placed: readonly BranchPlace[], scale: number): RoundMark[] {
  if (placed.length > NUMBERED) return [];
  return placed.flatMap(({ x, bottom, top, saddle }) => [
    { x, y: bottom, radius: (LEAF + 2) * scale },
    ...(saddle === null ? [] : [{ x: saddle, y: top, radius: (JOIN + 2) * scale }]),
  ]);
}

/** The branches of a merge tree: one stop of the keyboard, arrows go from branch to branch. */
export const MergeTreeBranches = memo(function MergeTreeBranches(props: MergeTreeBranchesProps) {
  const { branches, placed, theme, lit, onBranch } = props;
  const count = branches.length;
  const isCrowded = count > NUMBERED;
  const line = (isCrowded ? 1.6 : 3) * theme.scale;
  const drawn = placed.map((place, at): PlacedBranch => {
    return { ...place, line, looks: branches[place.branch] as DrawnBranch, position: count - at };
  });
  const lighted = drawn.find(({ branch }) => branch === lit);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = branchAfterKey(event.key, lit, placed);
    if (next === undefined) return;
    clearPointerFocus(event);
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
      // Right angles need no more; of more the frame of the focus would go round a room that no line fills.
      strokeMiterlimit={1.5}
      className={styles.branches}
      onPointerDown={markPointerFocus}
      onKeyDown={onKeyDown}
      onFocus={() => lit === null && onBranch(0)}
      onBlur={(event) => {
        clearPointerFocus(event);
        onBranch(null);
      }}
    >
      {drawn.map((place) => (
        <Line key={place.branch} {...props} {...place} />
      ))}
      {lighted && (
        <g fill="none" pointerEvents="none">
          <path d={lighted.path} stroke={theme.text} strokeWidth={line + 5 * theme.scale} />
          <path d={lighted.path} stroke={lighted.looks.colour} strokeWidth={line + 2 * theme.scale} />
        </g>
      )}
      {/* After all lines, which would hide them, and the numbers last: no saddle hides one. */}
      {!isCrowded && drawn.map((place) => <SaddleMark key={place.branch} {...props} {...place} />)}
      {!isCrowded && drawn.map((place) => <LeafMark key={place.branch} {...props} {...place} />)}
    </g>
  );
});

/** The branch that a key goes to, from left to right; undefined where it has none. */
function branchAfterKey(key: string, lit: number | null, placed: readonly BranchPlace[]): number | null | undefined {
  if (key === 'Escape') return null;
  const order = placed.map(({ branch }) => branch).reverse();
  const last = order.length - 1;
  const at = lit === null ? -1 : order.indexOf(lit);
  const to: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    Home: 0,
    End: last,
  };
  const place = to[key];
  return place === undefined ? undefined : order[Math.min(last, Math.max(0, place))];
}

interface PlacedBranch extends BranchPlace {
  readonly looks: DrawnBranch;
  /** From left to right, from 1. */
  readonly position: number;
  /** Width of the line. */
  readonly line: number;
}

type BranchProps = MergeTreeBranchesProps & PlacedBranch;

/** A finger leaves the glass where it tapped, and what it lit stays lit until the tree loses the focus. */
const lightedBy = ({ branch, onBranch }: BranchProps) => ({
  className: styles.branch,
  onPointerEnter: () => onBranch(branch),
  onPointerLeave: (event: PointerEvent) => event.pointerType !== 'touch' && onBranch(null),
});

function Line(props: BranchProps) {
  const { id, branch, looks, path, line, theme, lit, branches } = props;
  return (
    <g
      id={`${id}-${branch}`}
      role="option"
      aria-selected={lit === branch}
      aria-posinset={props.position}
      aria-setsize={branches.length}
      aria-label={looks.label}
      {...lightedBy(props)}
    >
      <title>{looks.label}</title>
      <path d={path} fill="none" stroke="transparent" strokeWidth={14} data-screen-only="" />
      {looks.isSpurious && branches.length <= NUMBERED && (
        <path d={path} fill="none" stroke={spuriousRed} strokeWidth={line + 2.4 * theme.scale} />
      )}
      <path d={path} fill="none" stroke={looks.colour} strokeWidth={line} />
    </g>
  );
}

function SaddleMark(props: BranchProps) {
  const { branch, looks, top, saddle, theme } = props;
  if (saddle === null) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a drawing takes no focus
    <g data-branch={branch} aria-hidden="true" {...lightedBy(props)}>
      <title>{looks.label}</title>
      <Join x={saddle} y={top} isConfirmed={looks.isJoinConfirmed} theme={theme} />
    </g>
  );
}

function LeafMark(props: BranchProps) {
  const { branch, looks, x, bottom, theme } = props;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a drawing takes no focus
    <g data-branch={branch} aria-hidden="true" {...lightedBy(props)}>
      <title>{looks.label}</title>
      <Leaf number={branch + 1} x={x} y={bottom} isConfirmed={looks.isMinimumConfirmed} theme={theme} />
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
  const r = LEAF * theme.scale;
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
  const r = (JOIN / 2) * theme.scale;
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
