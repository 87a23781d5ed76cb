/** A merge tree as it is drawn, branches by position, ascending by birth. */
export interface DrawnTree {
  readonly births: ArrayLike<number>;
  /** ∞ for a branch that never ends. */
  readonly deaths: ArrayLike<number>;
  readonly merges: readonly { readonly survivor: number; readonly absorbed: number }[];
  /** Position in `merges` of the merge that ends each branch; −1 for none. */
  readonly ends: ArrayLike<number>;
}

/**
 * A place from left to right for each branch, 0 to count − 1, such that no line from a branch to the one that survives
 * it crosses another: each branch stands left of those that it absorbs, the earliest next to it.
 */
export function treeLayout({ births, merges }: Pick<DrawnTree, 'births' | 'merges'>): Int32Array {
  const children = Array.from(births, (): number[] => []);
  const isAbsorbed = new Uint8Array(births.length);
  for (const { survivor, absorbed } of merges) {
    (children[survivor] as number[]).push(absorbed);
    isAbsorbed[absorbed] = 1;
  }
  const places = new Int32Array(births.length);
  let next = 0;
  const waiting: number[] = [];
  for (let root = births.length - 1; root >= 0; root--) if (!isAbsorbed[root]) waiting.push(root);
  // A stack, for a tree may be as deep as it has branches.
  for (let branch = waiting.pop(); branch !== undefined; branch = waiting.pop()) {
    places[branch] = next++;
    waiting.push(...(children[branch] as number[]).toReversed());
  }
  return places;
}

/** Where a branch is drawn, in pixels. */
export interface BranchPlace {
  readonly branch: number;
  readonly x: number;
  /** Heights from the top: of its minimum, and of the level at which it is absorbed, exactly as the scale has them. */
  readonly bottom: number;
  readonly top: number;
  /** Up from its minimum to the level at which it is absorbed, and across to the branch that absorbs it. */
  readonly path: string;
  /** Where its saddle stands on the line across; null for a branch that is never absorbed. */
  readonly saddle: number | null;
}

/**
 * Where the branches are drawn, from right to left: the order to draw them in, for of lines across at equal levels the
 * shorter then lies on the longer, and of each the part up to its own branch is seen.
 * @param places  from left to right, as `treeLayout` gives them
 * @param y  pixels from the top of a value; of ∞ too
 * @param width  pixels for all branches
 */
export function branchPlaces(
  { births, deaths, merges, ends }: DrawnTree,
  places: Int32Array,
  y: (value: number) => number,
  width: number,
): BranchPlace[] {
  const pitch = width / births.length;
  const x = (branch: number) => ((places[branch] as number) + 0.5) * pitch;
  const placed = Array.from(births, (birth, branch): BranchPlace => {
    const merge = merges[ends[branch] as number];
    const [bottom, top] = [y(birth), y(deaths[branch] as number)];
    const path = `M${x(branch)} ${bottom}V${top}${merge ? `H${x(merge.survivor)}` : ''}`;
    // Left of its own line none but lines across stand, so that its saddle hides no corner.
    return { branch, x: x(branch), bottom, top, path, saddle: merge ? x(branch) - pitch / 2 : null };
  });
  return placed.sort((a, b) => b.x - a.x);
}

/** A round mark in a drawing, in pixels. */
export interface RoundMark {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** The path of a level line from `left` to `right` at the height `y`, interrupted where it would strike out a mark. */
export function lineBesideMarks(left: number, right: number, y: number, marks: readonly RoundMark[]): string {
  const gaps = marks
    .filter((mark) => Math.abs(mark.y - y) < mark.radius)
    .map((mark) => [mark.x, Math.sqrt(mark.radius ** 2 - (mark.y - y) ** 2)] as const)
    .map(([x, half]) => [x - half, x + half] as const)
    .sort((a, b) => a[0] - b[0]);
  let path = '';
  let from = left;
  for (const [start, end] of gaps) {
    if (start > from) path += `M${from} ${y}H${start}`;
    from = Math.max(from, end);
  }
  return from < right ? `${path}M${from} ${y}H${right}` : path;
}
