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

/** How often a join that lies on another is raised; beyond, the values would no longer be where the scale has them. */
const MOST_LANES = 4;

/**
 * The height in pixels from the top at which each branch ends, in the order of the branches: that of its death, raised
 * by `lane` pixels while the line across to its survivor would lie on another's, and over all that the branch absorbs.
 * @param y  pixels from the top of a value; of ∞ too
 */
export function joinHeights(
  { deaths, merges }: Pick<DrawnTree, 'deaths' | 'merges'>,
  places: Int32Array,
  y: (value: number) => number,
  lane: number,
): Float64Array {
  const heights = Float64Array.from(deaths, y);
  const drawn: { readonly from: number; readonly to: number; readonly height: number }[] = [];
  for (const { survivor, absorbed } of merges) {
    const [from, to] = [places[survivor] as number, places[absorbed] as number];
    const isTaken = (height: number) =>
      drawn.some((other) => other.from < to && from < other.to && Math.abs(other.height - height) < lane);
    const own = heights[absorbed] as number;
    let height = Math.min(own, ...drawn.filter((other) => other.from === to).map((other) => other.height));
    while (isTaken(height) && height > own - MOST_LANES * lane) height -= lane;
    heights[absorbed] = height;
    drawn.push({ from, to, height });
  }
  return heights;
}
