import type { SublevelTree } from '../../../core/topology/sublevelTree.ts';

/** The branch of the tree that a leaf of the forest has; null for none, and for one that is hidden now. */
export function litBranch(tree: SublevelTree, position: number | null): number | null {
  const branch = position === null ? -1 : tree.leaves.indexOf(position);
  return branch < 0 ? null : branch;
}
