import { regionsBelow } from '../../../core/topology/regionsBelow.ts';
import type { SublevelTree } from '../../../core/topology/sublevelTree.ts';
import { treeOf } from '../../../store/topologyTree.ts';
import type { ShownSublevel } from '../../../views/SublevelLayer.tsx';
import type { Topology } from './useTopology.ts';

/** The branch of the tree that a leaf of the forest has; null for none, and for one that is hidden now. */
export function litBranch(tree: SublevelTree, position: number | null): number | null {
  const branch = position === null ? -1 : tree.leaves.indexOf(position);
  return branch < 0 ? null : branch;
}

const noSpurious: ReadonlySet<number> = new Set();

/** The component of a branch alone, at a level at which it is one. */
function sublevelOf({ forest, tree }: Topology, branch: number, level: number): ShownSublevel {
  // What a threshold hides was folded into the branch and is no part of its component.
  const { regions } = regionsBelow(tree, treeOf(forest, null), level);
  const owned = regions.map((component) => (component === branch ? branch : -1));
  return { level, components: owned, spurious: noSpurious };
}

/** The largest component that a branch is by itself: just below its end. */
export function largestOf(topology: Topology, branch: number): ShownSublevel {
  const { tree, scale } = topology;
  const end = Math.min(tree.deaths[branch] as number, scale.high);
  const birth = tree.births[branch] as number;
  // At its end the branch is absorbed already.
  return sublevelOf(topology, branch, end - 1e-6 * (end - Math.max(birth, scale.low)));
}

/** The component that a branch is below u; its largest where it is none there. */
export function componentOf(topology: Topology, branch: number, level: number): ShownSublevel {
  const { births, deaths } = topology.tree;
  const isAlive = (births[branch] as number) <= level && level < (deaths[branch] as number);
  return isAlive ? sublevelOf(topology, branch, level) : largestOf(topology, branch);
}
