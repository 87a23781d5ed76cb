import { rootOf } from './gridForest.ts';

/** An edge between two leaves of a forest, and the value at which their regions meet. */
export interface LeafJoin {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** The value by which the bar that ends there is measured; `value` where left out. */
  readonly barValue?: number;
  /** True where the two are one before anything else: what is between them is not shown. */
  readonly folds?: boolean;
}

/** Where two components become one: the younger, whose minimum is higher, is absorbed by the elder. */
export interface Merge {
  /** The level, not below the births of the two. */
  readonly value: number;
  /** Positions of the two among the tree's leaves; `survivor` is the lower one. */
  readonly survivor: number;
  readonly absorbed: number;
  /** Position of the join among those given. */
  readonly join: number;
}

/** The components of all sublevel sets, as the level rises. */
export interface MergeTree {
  /** The leaves kept, by their position in the forest, ascending by (birth, position). */
  readonly leaves: Int32Array;
  /** The level at which each begins, and at which it is absorbed; ∞ for one that never is. By position in `leaves`. */
  readonly births: Float64Array;
  readonly deaths: Float64Array;
  /** Position in `merges` of the merge that ends each; −1 for none. */
  readonly ends: Int32Array;
  /** Ascending by value. */
  readonly merges: readonly Merge[];
  /** For each leaf of the forest the position of the one that stands for it: itself, or one it was folded into. */
  readonly owners: Int32Array;
  /** Leaves folded into others though their bars have a length, and the greatest of these lengths; 0 for none. */
  readonly hidden: number;
  readonly greatestHidden: number;
}

/** Whether a leaf whose bar has a positive length is shown. @param leaf  its position in the forest */
export type KeepRule = (leaf: number, persistence: number) => boolean;

/**
 * The merge tree of a forest of leaves by the elder rule: where two components meet, the one with the higher minimum
 * ends. Bars without a length are left out, and those that `keeps` does not want; what folds is not counted as hidden.
 * @param births  of the leaves; NaN is not allowed
 * @param joins  acyclic; in any order, by equal values that of the list
 * Source: Edelsbrunner and Harer (2010), Computational Topology, ch. VII.1.
 */
export function mergeTree(births: ArrayLike<number>, joins: readonly LeafJoin[], keeps: KeepRule): MergeTree {
  const order = Int32Array.from({ length: births.length }, (_, leaf) => leaf);
  order.sort((a, b) => compare(births[a] as number, births[b] as number) || a - b);
  const rank = new Int32Array(order.length);
  for (const [place, leaf] of order.entries()) rank[leaf] = place;
  const birthAt = (place: number) => births[order[place] as number] as number;
  const roots = Int32Array.from(order, (_, place) => place);
  // By rank: what a leaf was folded into, itself where it is kept.
  const folded = roots.slice();
  const found: { value: number; elder: number; younger: number; join: number }[] = [];
  let hidden = 0;
  let greatestHidden = 0;
  const joined = (from: number, to: number): [elder: number, younger: number] | null => {
    const [a, b] = [rootOf(roots, rank[from] as number), rootOf(roots, rank[to] as number)];
    if (a === b) return null;
    const [elder, younger] = [Math.min(a, b), Math.max(a, b)];
    roots[younger] = elder;
    return [elder, younger];
  };
  for (const { from, to, folds } of joins) {
    const pair = folds ? joined(from, to) : null;
    if (pair) folded[pair[1]] = pair[0];
  }
  const birthOf = (leaf: number) => birthAt(rootOf(roots, rank[leaf] as number));
  for (const { from, to, value, barValue, join } of ascending(birthOf, joins)) {
    const pair = joined(from, to);
    if (!pair) continue;
    const [elder, younger] = pair;
    const persistence = birthAt(younger) >= barValue ? 0 : barValue - birthAt(younger);
    if (persistence > 0 && keeps(order[younger] as number, persistence)) {
      found.push({ value, elder, younger, join });
      continue;
    }
    folded[younger] = elder;
    if (persistence > 0) hidden++;
    greatestHidden = Math.max(greatestHidden, persistence);
  }
  return { ...numbered(order, folded, births, found), hidden, greatestHidden };
}

/**
 * The joins that do not fold, by the level at which they happen, which is not below the births of their leaves.
 * @param birthOf  a leaf, or what it was folded into
 */
function ascending(birthOf: (leaf: number) => number, joins: readonly LeafJoin[]) {
  return joins
    .flatMap(({ from, to, value, barValue = value, folds = false }, join) => {
      const least = Math.max(birthOf(from), birthOf(to));
      return folds ? [] : [{ from, to, join, value: Math.max(value, least), barValue: Math.max(barValue, least) }];
    })
    .sort((a, b) => compare(a.value, b.value) || a.join - b.join);
}

/** Positions among the kept leaves instead of ranks. */
function numbered(
  order: Int32Array,
  folded: Int32Array,
  births: ArrayLike<number>,
  found: readonly { value: number; elder: number; younger: number; join: number }[],
): Omit<MergeTree, 'hidden' | 'greatestHidden'> {
  const position = new Int32Array(order.length);
  const kept: number[] = [];
  for (let place = 0; place < order.length; place++) {
    // Ascending, and a leaf is folded into a lower one only.
    if (folded[place] === place) position[place] = kept.push(order[place] as number) - 1;
    else position[place] = position[folded[place] as number] as number;
  }
  const merges = found.map(({ value, elder, younger, join }) => ({
    value,
    survivor: position[elder] as number,
    absorbed: position[younger] as number,
    join,
  }));
  const owners = new Int32Array(order.length);
  for (let place = 0; place < order.length; place++) owners[order[place] as number] = position[place] as number;
  const deaths = new Float64Array(kept.length).fill(Number.POSITIVE_INFINITY);
  const ends = new Int32Array(kept.length).fill(-1);
  for (const [at, { value, absorbed }] of merges.entries()) {
    deaths[absorbed] = value;
    ends[absorbed] = at;
  }
  const leaves = Int32Array.from(kept);
  return { leaves, births: Float64Array.from(leaves, (leaf) => births[leaf] as number), deaths, ends, merges, owners };
}

/** The number of components of Ω_u: the leaves with birth ≤ u < death, or that never die. */
export function countAt({ births, deaths }: Pick<MergeTree, 'births' | 'deaths'>, u: number): number {
  let count = 0;
  for (let k = 0; k < births.length; k++) {
    const death = deaths[k] as number;
    if ((births[k] as number) <= u && (u < death || death === Number.POSITIVE_INFINITY)) count++;
  }
  return count;
}

/**
 * The components of Ω_u.
 * @returns for each leaf of the tree the lowest leaf of the component it is in; −1 where it is not born yet
 */
export function componentsAt({ births, deaths, ends, merges }: MergeTree, u: number): Int32Array {
  const found = new Int32Array(births.length);
  for (let k = 0; k < found.length; k++) {
    if (!((births[k] as number) <= u)) found[k] = -1;
    else if (u < (deaths[k] as number) || (ends[k] as number) < 0) found[k] = k;
    // The survivor is lower, so its component is known.
    else found[k] = found[(merges[ends[k] as number] as Merge).survivor] as number;
  }
  return found;
}

/**
 * The merge after which two leaves share a component: its position in `merges`; −1 where that is so from the start
 * (they are one), null where it never happens.
 * @param a  position among the tree's leaves, and `b`
 */
export function joiningMerge({ ends, merges }: MergeTree, a: number, b: number): number | null {
  let [left, right] = [a, b];
  let last = -1;
  while (left !== right) {
    const [end, other] = [ends[left] as number, ends[right] as number];
    if (end < 0 && other < 0) return null;
    const leftIsFirst = other < 0 || (end >= 0 && end < other);
    last = leftIsFirst ? end : other;
    const { survivor } = merges[last] as Merge;
    if (leftIsFirst) left = survivor;
    else right = survivor;
  }
  return last;
}

/** N_u as a step function: from `levels[k]` up to the next one there are `counts[k]` components; 0 below the first. */
export interface ComponentCounts {
  /** Strictly ascending. */
  readonly levels: Float64Array;
  readonly counts: Float64Array;
}

/** N_u for every u. */
export function componentCounts({ births, deaths }: Pick<MergeTree, 'births' | 'deaths'>): ComponentCounts {
  const steps = new Map<number, number>();
  for (const birth of births) steps.set(birth, (steps.get(birth) ?? 0) + 1);
  for (const death of deaths) {
    if (death < Number.POSITIVE_INFINITY) steps.set(death, (steps.get(death) ?? 0) - 1);
  }
  const changes = [...steps].filter(([, change]) => change !== 0).sort(([a], [b]) => compare(a, b));
  let count = 0;
  const counts = changes.map(([, change]) => {
    count += change;
    return count;
  });
  return { levels: Float64Array.from(changes, ([level]) => level), counts: Float64Array.from(counts) };
}

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
