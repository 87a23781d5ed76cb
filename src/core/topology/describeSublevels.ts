import { counted, digitsWithin, formatNumber, formatPoint } from '../formatNumber.ts';
import type { ForestJoin, ForestLeaf, Standing, SublevelForest } from './SublevelForest.ts';
import type { LevelCount, SpuriousValley, SublevelTree } from './sublevelTree.ts';

/** "201 × 201 grid points". */
export const describeGrid = ({ axes }: Pick<SublevelForest, 'axes'>): string =>
  `${axes.map(({ length }) => length).join(' × ')} grid points`;

/** A point of the box, without what rounding leaves of zeros. */
export function describePlace({ axes }: Pick<SublevelForest, 'axes'>, x: ArrayLike<number>): string {
  const sides = axes.map((axis) => (axis[axis.length - 1] as number) - (axis[0] as number));
  return formatPoint(x, 1e-9 * Math.max(...sides));
}

/**
 * What a merge tree says, in numbers: how many minima and where the last of them join, which valleys are spurious, and
 * what of it is unconfirmed or hidden. A grid of some resolution proves nothing, and the sentences do not say so.
 */
export function describeSublevels(forest: SublevelForest, tree: SublevelTree): string {
  return [
    describeValleys(forest, tree),
    // Before the comparison each is known to within the sampling error only, and most may seem equally low.
    forest.comparedWith === null ? '' : describeSpurious(forest, tree),
    describeMissed(forest),
    describeStandings(forest, tree),
    describeHidden(tree),
    describeInfinite(forest),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function describeValleys(forest: SublevelForest, { leaves, births, deaths, merges, isSimple }: SublevelTree): string {
  const grid = describeGrid(forest);
  const shown = `${counted(leaves.length, 'minimum', 'minima')} on ${grid}`;
  if (isSimple && leaves.length === 1) return `Simple at this resolution: Nᵤ = 1 for every u, on ${grid}.`;
  if (isSimple) return `${shown}, all but one of them its sampling error: Nᵤ = 1 for every u.`;
  if (isSimple === null) return `${shown}; whether Nᵤ = 1 for every u is undecided, as ${whyUndecided(forest)}.`;
  if (leaves.length === 1) return `${shown}.`;
  const separate = deaths.filter((death) => death === Number.POSITIVE_INFINITY).length;
  const last = merges.at(-1);
  const ending =
    separate === 1 && last
      ? `the last two components join at u = ${levelText(last.value, last.value - (births[0] as number))}`
      : `${separate} components never join in the box`;
  return `${leaves.length} minima on ${grid}; ${ending}.`;
}

/** Why nothing is said of whether Nᵤ = 1 for every u. */
export function whyUndecided({ isComplete }: Pick<SublevelForest, 'isComplete'>): string {
  const unknown = isComplete
    ? 'on the sides of the box, where no critical point need be, branches no longer than its sampling error may be minima'
    : 'branches no longer than its sampling error may be minima, and not all critical points are known';
  return `${unknown}: raise the resolution`;
}

function describeSpurious(forest: SublevelForest, { spurious, leaves, globals }: SublevelTree): string {
  if (leaves.length === 1) return '';
  // Some minima tie with the lowest only because the grid's values may be too high.
  const isExact = globals.every((leaf) => forest.leaves[leaves[leaf] as number]?.slack === 0);
  const ties =
    globals.length > 1
      ? ` ${globals.length} minima ${isExact ? 'are' : 'may be'} equally low, as far as values tell.`
      : '';
  const deepest = spurious.reduce((a, b) => (a && a.depth >= b.depth ? a : b), spurious[0]);
  if (!deepest) return `No valley is spurious.${ties}`;
  const count = `${counted(spurious.length, 'spurious valley')}, ${spurious.length > 1 ? 'the deepest ' : ''}`;
  return `${count}${describeDepth(deepest)}.${ties}`;
}

/** What the critical points say of minima between the grid's points; empty where they say nothing. */
export function describeMissed({ missed }: Pick<SublevelForest, 'missed'>): string {
  if (missed === 0) return '';
  const more = missed === 1 ? 'One more minimum is' : `${missed} more minima are`;
  return `${more} among the critical points, and the grid does not show ${missed === 1 ? 'it' : 'them'}: raise the resolution.`;
}

/** "0.7592 deep: from −0.2155 to the barrier at 0.5437", or "at least … deep: from at most …" where f falls lower. */
export function describeDepth({ floor, isFloorBound, barrier, depth }: SpuriousValley): string {
  const most = isFloorBound ? 'at most ' : '';
  if (barrier === Number.POSITIVE_INFINITY)
    return `from ${most}${formatNumber(floor)}, never joined to a global minimum`;
  const [from, to] = [floor, barrier].map((level) => levelText(level, depth));
  const least = isFloorBound ? 'at least ' : '';
  return `${least}${formatNumber(depth)} deep: from ${most}${from} to the barrier at ${to}`;
}

function describeStandings({ leaves, joins, comparedWith }: SublevelForest, tree: SublevelTree): string {
  if (comparedWith === null) return 'Not compared with critical points yet.';
  const shown = [
    ...Array.from(tree.leaves, (leaf) => leaves[leaf] as ForestLeaf),
    ...tree.merges.map(({ join }) => joins[join] as ForestJoin),
  ];
  const unresolved = shown.filter(({ standing }) => standing === 'unresolved').length;
  const edge = shown.filter(({ standing }) => standing === 'edge').length;
  if (shown.length === 1) return STANDING_OF_ONE[(shown[0] as ForestLeaf).standing];
  if (unresolved + edge === 0) return 'A critical point confirms each minimum and each join.';
  const all = `${shown.length} minima and joins`;
  const lying = `${edge === 1 ? 'lies' : 'lie'} on the edge of the box`;
  if (edge === shown.length) return `All ${all} lie on the edge of the box, where no critical point need be.`;
  if (unresolved === 0) return `${edge} of ${all} ${lying}, where no critical point need be.`;
  const standing = unresolved === 1 ? 'is unresolved: no critical point confirms it' : UNRESOLVED;
  return `${unresolved} of ${all} ${standing}${edge > 0 ? `, and ${edge} ${lying}` : ''}.`;
}

const STANDING_OF_ONE: Readonly<Record<Standing, string>> = {
  confirmed: 'A critical point confirms the minimum.',
  edge: 'The minimum lies on the edge of the box, where no critical point need be.',
  unresolved: 'The minimum is unresolved: no critical point confirms it.',
};

const UNRESOLVED = 'are unresolved: no critical point confirms them';

/** What a threshold, or the resolution, keeps out of sight; empty for nothing. */
export function describeHidden({ hidden, greatestHidden }: Pick<SublevelTree, 'hidden' | 'greatestHidden'>): string {
  if (hidden === 0) return '';
  return `${counted(hidden, 'branch', 'branches')} of persistence up to ${formatNumber(greatestHidden)} ${hidden === 1 ? 'is' : 'are'} hidden.`;
}

function describeInfinite({ infinite: { lowest, outside } }: SublevelForest): string {
  return [
    ...(lowest > 0 ? [`At ${counted(lowest, 'grid point')} f is −∞, below every level.`] : []),
    ...(outside > 0 ? [`At ${counted(outside, 'grid point')} f is no finite number, above every level.`] : []),
  ].join(' ');
}

const levelText = (level: number, span: number): string => formatNumber(level, digitsWithin(level, span));

/**
 * What is below a level, one sentence: "Ω_u at u = 50 has 3 components …".
 * @param span  of the levels at which something happens
 */
export function describeLevel({ level, count, touchingEdge, spurious }: LevelCount, span: number): string {
  const at = `At u = ${levelText(level, span)}`;
  if (count === 0) return `${at} the sublevel set is empty: f is higher at each grid point. Raise the level.`;
  const parts = [
    ...(spurious > 0 ? [`${spurious} of them ${spurious === 1 ? 'a spurious valley' : 'spurious valleys'}`] : []),
    ...(touchingEdge > 0
      ? [
          count === 1
            ? 'which meets the edge of the box'
            : `${touchingEdge === count ? 'all' : touchingEdge} at the edge of the box, possibly joined outside`,
        ]
      : []),
  ];
  return `${at} the sublevel set has ${counted(count, 'component')}${parts.map((part) => `, ${part}`).join('')}.`;
}
