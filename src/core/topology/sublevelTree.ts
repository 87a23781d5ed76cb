import { componentsAt, countAt, joiningMerge, type MergeTree, mergeTree } from './mergeTree.ts';
import { type ForestJoin, type ForestLeaf, nearestVertex, type SublevelForest } from './SublevelForest.ts';

/** A valley that holds no global minimum of the box, from its floor to the level at which it is joined to one that does. */
export interface SpuriousValley {
  /** Position among the tree's leaves. */
  readonly leaf: number;
  readonly floor: number;
  /** Whether f is known to fall below the floor, between the grid's points or along a side of the box. */
  readonly isFloorBound: boolean;
  /** The lowest level at which the leaf shares a component with a global minimum; ∞ for none. */
  readonly barrier: number;
  /** barrier − floor. */
  readonly depth: number;
  /** Position of the merge at the barrier; null for none. */
  readonly merge: number | null;
}

/** What a merge tree says of sublevel sets. */
export interface SublevelTree extends MergeTree {
  /** Positions of the leaves at the global minimum of the box, as far as values tell; several in a tie. */
  readonly globals: readonly number[];
  /** By ascending floor. */
  readonly spurious: readonly SpuriousValley[];
  /**
   * N_u = 1 for every u, as far as the grid and the critical points tell, whatever a threshold hides; null where
   * nothing tells a branch of the grid from its sampling error.
   */
  readonly isSimple: boolean | null;
}

/** Confirmed values at two minima are equal where they differ by less than this part of how f rises around them, */
const ROUNDING = 1e-9;
/** or by less than this part of themselves. */
const DIGITS = 1e-13;

/**
 * Beside a place where f ends or has a cusp a bar of the grid may be as long as twice the rise: from √d at a vertex all
 * but on that place to √d at one that is a cell away.
 */
const STEEP = 4;

/**
 * The merge tree of a forest. What is hidden is decided on the grid's joins and folded before the exact ones are used:
 * along a narrow valley the joins of false minima are too high by sampling, and would stand above the pass itself.
 * @param threshold  bars below this length are hidden; null hides those that the grid cannot tell from its own
 *   sampling error: no critical point confirms the leaf, and the bar is no longer than its slack, or than
 *   several times that where f is steep
 */
export function sublevelTree(forest: SublevelForest, threshold: number | null): SublevelTree {
  const { leaves, joins } = forest;
  const births = leaves.map(({ value }) => value);
  const isReal = (leaf: number, persistence: number): boolean => {
    const known = leaves[leaf] as ForestLeaf;
    const error = known.isSteep ? STEEP * known.slack : known.slack;
    return known.standing === 'confirmed' || persistence > Math.max(error, roundingAt(known));
  };
  const keeps = (leaf: number, persistence: number): boolean =>
    threshold === null ? isReal(leaf, persistence) : persistence >= threshold;
  let isSimple: boolean | null = forest.missed === 0;
  const onGrid = mergeTree(
    births,
    joins.map(({ from, to, gridValue, value, standing }) => ({
      from,
      to,
      value: gridValue,
      // The length that is told is that between exact values, where they are known.
      barValue: standing === 'confirmed' ? value : gridValue,
    })),
    (leaf, persistence) => {
      if (isReal(leaf, persistence)) isSimple = false;
      else if (isSimple && !isRefuted(forest, leaf)) isSimple = null;
      return keeps(leaf, persistence);
    },
  );
  // What never joins is no bar that anything could keep.
  if (onGrid.deaths.filter((death) => death === Number.POSITIVE_INFINITY).length > 1) isSimple = false;
  const shown = new Set(onGrid.merges.map(({ join }) => join));
  const exact = mergeTree(
    births,
    joins.map(({ from, to, value }, join) => ({ from, to, value, folds: !shown.has(join) })),
    keeps,
  );
  const tree = {
    ...exact,
    hidden: onGrid.hidden + exact.hidden,
    greatestHidden: Math.max(onGrid.greatestHidden, exact.greatestHidden),
  };
  const globals = globalMinima(forest, tree);
  return { ...tree, globals, spurious: spuriousValleys(forest, tree, globals), isSimple };
}

/**
 * Whether a leaf of the forest is proved to be no minimum: all critical points are known, and none of them confirms it.
 * Sides of the box have minima of their own.
 */
const isRefuted = ({ isComplete, leaves }: SublevelForest, leaf: number): boolean =>
  isComplete && leaves[leaf]?.standing === 'unresolved';

/**
 * The leaves that may be at the least value: those whose value less their slack is not above the least value attained,
 * within rounding.
 */
function globalMinima({ leaves }: SublevelForest, tree: MergeTree): number[] {
  const least = tree.births[0];
  if (least === undefined) return [];
  const lowest = leaves[tree.leaves[0] as number] as ForestLeaf;
  const found: number[] = [];
  for (const [k, birth] of tree.births.entries()) {
    const leaf = leaves[tree.leaves[k] as number] as ForestLeaf;
    const rounding = Math.max(roundingAt(lowest), roundingAt(leaf));
    if (birth === least || birth - leaf.slack <= least + rounding) found.push(k);
  }
  return found;
}

/**
 * Below which two values at minima are equal: rounding is measured by f at the minimum and around it on the grid, not
 * by how high f may be elsewhere.
 */
export const roundingAt = ({ value, rise }: Pick<ForestLeaf, 'value' | 'rise'>): number =>
  Math.max(Number.isFinite(value) ? DIGITS * Math.abs(value) : 0, ROUNDING * rise);

/** Follows the merges upwards: a component that meets one with a global minimum is spurious no longer. */
function spuriousValleys(
  forest: SublevelForest,
  { leaves, births, merges }: MergeTree,
  globals: readonly number[],
): SpuriousValley[] {
  const isGlobal = new Set(globals);
  /** By the lowest leaf of a component: the leaves in it, none once it holds a global minimum. */
  const waiting = Array.from(births, (_, k) => (isGlobal.has(k) ? null : [k]));
  const found: SpuriousValley[] = [];
  const end = (leaf: number, barrier: number, merge: number | null) => {
    const floor = births[leaf] as number;
    const isFloorBound = isRefuted(forest, leaves[leaf] as number);
    found.push({ leaf, floor, isFloorBound, barrier, depth: barrier - floor, merge });
  };
  for (const [at, { value, survivor, absorbed }] of merges.entries()) {
    const [elder, younger] = [waiting[survivor], waiting[absorbed]];
    waiting[absorbed] = [];
    if (elder && younger) elder.push(...younger);
    else {
      for (const leaf of elder ?? younger ?? []) end(leaf, value, at);
      waiting[survivor] = null;
    }
  }
  for (const members of waiting) for (const leaf of members ?? []) end(leaf, Number.POSITIVE_INFINITY, null);
  return found.sort((a, b) => a.leaf - b.leaf);
}

/** How two points of the box are connected by sublevel sets. */
export interface Barrier {
  /** The lowest u at which both are in one component of Ω_u; ∞ where they never are. */
  readonly level: number;
  /** The join at which that happens; null where the higher one of the points is the highest on the way, or there is no way. */
  readonly pass: ForestJoin | null;
}

/**
 * The barrier between two points of the box: the greatest of their values and of the joins between the regions in which
 * they lie (those of the nearest vertices).
 * @param tree  of which no threshold has hidden anything: `sublevelTree(forest, null)`
 * @param values  of f at the two points
 */
export function barrierBetween(
  forest: SublevelForest,
  tree: MergeTree,
  ends: readonly [ArrayLike<number>, ArrayLike<number>],
  values: readonly [number, number],
): Barrier {
  const [a, b] = ends.map((x) => forest.labels[nearestVertex(forest, x)] as number) as [number, number];
  const higher = Math.max(...values);
  const at = a < 0 || b < 0 || !(higher < Number.POSITIVE_INFINITY) ? null : between(tree, a, b);
  if (at === null) return { level: Number.POSITIVE_INFINITY, pass: null };
  const merge = tree.merges[at];
  if (!merge || merge.value < higher) return { level: higher, pass: null };
  return { level: merge.value, pass: forest.joins[merge.join] as ForestJoin };
}

const between = (tree: MergeTree, a: number, b: number): number | null =>
  joiningMerge(tree, tree.owners[a] as number, tree.owners[b] as number);

/** The components of Ω_u, counted. */
export interface LevelCount {
  readonly level: number;
  readonly count: number;
  /** Those that reach a side of the box, beyond which they may go on and join others. */
  readonly touchingEdge: number;
  /** Those that hold no global minimum of the box. */
  readonly spurious: number;
}

/** Counts the components of Ω_u. */
export function levelCount(forest: SublevelForest, tree: SublevelTree, level: number): LevelCount {
  const components = componentsAt(tree, level);
  const count = countAt(tree, level);
  return {
    level,
    count,
    touchingEdge: edgeComponents(forest, tree, level, components).size,
    spurious: count - globalComponents(tree, components).size,
  };
}

/** The components that reach a side of the box, each by its lowest leaf. @param components  as `componentsAt` gives them */
export function edgeComponents(
  { leaves }: SublevelForest,
  { owners }: MergeTree,
  level: number,
  components: Int32Array,
): Set<number> {
  const found = new Set<number>();
  for (const [leaf, { edgeLevel }] of leaves.entries()) {
    const component = components[owners[leaf] as number] as number;
    if (edgeLevel <= level && component >= 0) found.add(component);
  }
  return found;
}

/** The components that hold a global minimum of the box, each by its lowest leaf. */
export function globalComponents({ globals }: SublevelTree, components: Int32Array): Set<number> {
  return new Set(globals.map((leaf) => components[leaf] as number).filter((component) => component >= 0));
}
