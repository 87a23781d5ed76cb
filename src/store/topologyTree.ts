import { digitsWithin } from '../core/formatNumber.ts';
import { componentCounts, componentsAt } from '../core/topology/mergeTree.ts';
import { regionsBelow } from '../core/topology/regionsBelow.ts';
import type { SublevelForest } from '../core/topology/SublevelForest.ts';
import {
  globalComponents,
  type LevelCount,
  levelCount,
  type SublevelTree,
  sublevelTree,
} from '../core/topology/sublevelTree.ts';

const trees = new WeakMap<SublevelForest, Map<number | null, SublevelTree>>();

/** The merge tree of a forest, the same object for the same threshold: everything that shows it asks for itself. */
export function treeOf(forest: SublevelForest, threshold: number | null): SublevelTree {
  const known = trees.get(forest) ?? new Map<number | null, SublevelTree>();
  trees.set(forest, known);
  const tree = known.get(threshold) ?? sublevelTree(forest, threshold);
  // A threshold that is dragged passes many; each is compared with the tree that none has pruned.
  if (known.size > 4) {
    const whole = known.get(null);
    known.clear();
    if (whole) known.set(null, whole);
  }
  known.set(threshold, tree);
  return tree;
}

/**
 * A level that shows something before anybody has chosen one: well up in a step of N_u that is wide and has many
 * components, else a third up the scale.
 * @param toUnit  positions on the scale, 0 to 1 on it
 */
export function openingLevel(
  tree: SublevelTree,
  toUnit: (value: number) => number,
  fromUnit: (unit: number) => number,
): number {
  const { levels, counts } = componentCounts(tree);
  const place = (value: number | undefined) => Math.min(1, Math.max(0, value === undefined ? 1 : toUnit(value)));
  let best = { from: 0, to: 2 / 3, merit: 0 };
  for (let k = 0; k < levels.length; k++) {
    const [from, to] = [place(levels[k]), place(levels[k + 1])];
    const merit = (to - from) * ((counts[k] as number) - 1);
    if (merit > best.merit) best = { from, to, merit };
  }
  const level = fromUnit(best.from + 0.65 * (best.to - best.from));
  return Number(level.toPrecision(digitsWithin(level, fromUnit(1) - fromUnit(0))));
}

/** What there is below a level. */
export interface SublevelAt {
  /**
   * For each leaf of the tree the component that it is in, and for each region of the grid, by the lowest leaf; −1 for
   * none. Of the regions those of hidden components too, as `HIDDEN_COMPONENT`.
   */
  readonly components: Int32Array;
  readonly regions: Int32Array;
  /** The components without a global minimum. */
  readonly spurious: ReadonlySet<number>;
  readonly count: LevelCount;
  /** Components that the persistence threshold hides, which `count` leaves out, and the count with them. */
  readonly hidden: number;
  readonly whole: LevelCount;
}

const sublevels = new WeakMap<SublevelTree, Map<number, SublevelAt>>();

/** What there is below a level, the same object for the same level: found once for everything that shows it. */
export function sublevelAt(forest: SublevelForest, tree: SublevelTree, level: number): SublevelAt {
  const known = sublevels.get(tree) ?? new Map<number, SublevelAt>();
  sublevels.set(tree, known);
  let found = known.get(level);
  if (!found) {
    const components = componentsAt(tree, level);
    const unpruned = treeOf(forest, null);
    const { regions, hidden } = regionsBelow(tree, unpruned, level);
    const count = levelCount(forest, tree, level);
    const globals = globalComponents(tree, components);
    found = {
      components,
      regions,
      spurious: new Set([...components].filter((component) => component >= 0 && !globals.has(component))),
      count,
      hidden,
      whole: hidden === 0 ? count : { ...levelCount(forest, unpruned, level), count: count.count + hidden },
    };
    // A level that is dragged passes many; words beside it are a few behind.
    if (known.size > 8) known.clear();
    known.set(level, found);
  }
  return found;
}
