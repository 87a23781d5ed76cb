import { type KeyboardEvent, memo } from 'react';
import styles from './MergeTreeView.module.css';
import type { DrawnBranch } from './MergeTreeView.tsx';
import { ink, paper } from './palette.ts';
import type { DrawnTree } from './treeLayout.ts';
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
  const { id, branches, places, lit, onBranch, width } = props;
  const count = branches.length;
  const x = (branch: number) => ((places[branch] as number) + 0.5) * (width / count);
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
      aria-activedescendant={lit === null ? undefined : `${id}-${lit}`}
      tabIndex={0}
      className={styles.branches}
      onKeyDown={onKeyDown}
      onFocus={() => lit === null && onBranch(0)}
      onBlur={() => onBranch(null)}
    >
      {branches.map((branch, k) => (
        <Branch
          // biome-ignore lint/suspicious/noArrayIndexKey: a branch has no other identity than its place
          key={k}
          {...props}
          branch={branch}
          k={k}
          x={x}
        />
      ))}
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

interface BranchProps extends MergeTreeBranchesProps {
  readonly branch: DrawnBranch;
  readonly k: number;
  readonly x: (branch: number) => number;
}

/** One branch: up from its minimum to the level at which it is absorbed, and across to the branch that absorbs it. */
function Branch({ id, tree, branch, k, x, y, theme, lit, onBranch, branches }: BranchProps) {
  const merge = tree.merges[tree.ends[k] as number];
  const [bottom, top] = [y(tree.births[k] as number), y(tree.deaths[k] as number)];
  const across = merge ? `H${x(merge.survivor)}` : '';
  const d = `M${x(k)} ${bottom}V${top}${across}`;
  const isLit = lit === k;
  const isCrowded = branches.length > NUMBERED;
  const width = (isLit ? 5 : isCrowded ? 1.6 : 3) * theme.scale;
  return (
    <g
      id={`${id}-${k}`}
      role="option"
      aria-selected={isLit}
      aria-label={branch.label}
      className={styles.branch}
      onPointerEnter={() => onBranch(k)}
      onPointerLeave={() => onBranch(null)}
    >
      <title>{branch.label}</title>
      <path d={d} fill="none" stroke="transparent" strokeWidth={14} data-screen-only="" />
      {isLit && <path d={d} fill="none" stroke={theme.text} strokeWidth={width + 3 * theme.scale} />}
      {branch.isSpurious && !isLit && !isCrowded && (
        <path d={d} fill="none" stroke="#a01818" strokeWidth={width + 2.4 * theme.scale} strokeDasharray="none" />
      )}
      <path d={d} fill="none" stroke={branch.colour} strokeWidth={width} />
      {merge && !isCrowded && (
        <Join x={(x(k) + x(merge.survivor)) / 2} y={top} isConfirmed={branch.isJoinConfirmed} theme={theme} />
      )}
      {!isCrowded && <Leaf number={k + 1} x={x(k)} y={bottom} isConfirmed={branch.isMinimumConfirmed} theme={theme} />}
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
