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
