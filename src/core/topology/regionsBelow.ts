import { componentsAt, type MergeTree } from './mergeTree.ts';

/** Stands for all components that a threshold hides. No leaf has this number: a grid has fewer vertices. */
export const HIDDEN_COMPONENT = 0x4000_0000;

/** The regions of a grid below a level. */
export interface RegionsBelow {
  /** For each leaf of the forest the lowest leaf of the shown tree in its component; −1 where it is not born yet. */
  readonly regions: Int32Array;
  /** Components without any leaf of the shown tree that has one of its own. */
  readonly hidden: number;
}

/**
 * Which component each region of a grid belongs to below a level. Regions of components that a threshold hides count
 * to `HIDDEN_COMPONENT`, not to the neighbour into which their branch was folded: that one they do not touch.
 * @param whole  the tree of the same forest of which no threshold hides anything
 */
export function regionsBelow(shown: MergeTree, whole: MergeTree, level: number): RegionsBelow {
  const components = componentsAt(shown, level);
  const regions = shown.owners.map((leaf) => components[leaf] as number);
  const all = componentsAt(whole, level);
  const wholeOf = (leaf: number) => all[whole.owners[leaf] as number] as number;
  const isShown = new Uint8Array(all.length);
  for (const [k, leaf] of shown.leaves.entries()) {
    const component = wholeOf(leaf);
    if (components[k] === k && component >= 0) isShown[component] = 1;
  }
  const isHidden = (component: number) => component >= 0 && isShown[component] === 0;
  for (let leaf = 0; leaf < regions.length; leaf++) {
    if (isHidden(wholeOf(leaf))) regions[leaf] = HIDDEN_COMPONENT;
  }
  return { regions, hidden: all.filter((component, k) => component === k && isHidden(k)).length };
}
