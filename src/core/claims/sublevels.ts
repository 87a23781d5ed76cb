import { descendTo } from '../descent/descendTo.ts';
import type { Objective } from '../objective/Objective.ts';
import { type PlaneObjective, withPlaneLoops } from '../objective/PlaneObjective.ts';
import type { IntegerParam } from '../params.ts';
import type { Task } from '../task.ts';
import { findSublevelSets } from '../topology/findSublevelSets.ts';
import type { SublevelForest } from '../topology/SublevelForest.ts';
import { MOST_GRID_VARIABLES } from '../topology/sampleGrid.ts';
import { roundingAt, type SublevelTree, sublevelTree } from '../topology/sublevelTree.ts';
import type { ClaimContext, ClaimLandscape } from './Claim.ts';

/** In space a grid of more points along each variable takes longer than anybody waits. */
const MOST_IN_SPACE = 81;

/** Steps of a descent, and the longest relative to the box's least side. */
const STEPS = 2000;
const LONGEST = 0.01;

/** All sublevel sets of a landscape in its box, by a grid and the critical points near its leaves and joins. */
export interface Sublevels {
  readonly forest: SublevelForest;
  readonly tree: SublevelTree;
}

/** Why sublevel sets are not found; null where they are. */
export function tooManyForGrid({ dimension }: ClaimLandscape): string | null {
  if (dimension <= MOST_GRID_VARIABLES) return null;
  return `It looks at sublevel sets on a grid of up to ${MOST_GRID_VARIABLES} variables; here there are ${dimension}.`;
}

/** The grid points along each variable. */
export function gridParam(standard: number): IntegerParam {
  return {
    kind: 'integer',
    label: 'Grid points',
    symbol: 'n',
    meaning: `Along each variable of the box; in three variables at most ${MOST_IN_SPACE}.`,
    default: standard,
    min: 11,
    max: 1001,
    slider: { from: 51, to: 501, scale: 'log' },
  };
}

/** How many descents follow the slope. @param where  where they begin: "the valley" */
export function descentsParam(where: string): IntegerParam {
  return {
    kind: 'integer',
    label: 'Descents',
    symbol: 'S',
    meaning: `Descents from random points of ${where}, none of whose steps rises.`,
    default: 200,
    min: 1,
    max: 10_000,
    slider: { from: 10, to: 2000, scale: 'log' },
  };
}

/** Where a descent from a point ends, none of whose steps is long beside the box. */
export const descentFrom = (f: Objective, start: ArrayLike<number>, { axes }: SublevelForest): Float64Array =>
  descendTo(f, start, LONGEST * Math.min(...axes.map((axis) => (axis.at(-1) as number) - (axis[0] as number))), STEPS);

/** The sublevel sets in the landscape's box. @param side  grid points along each variable */
export function* sublevelsOf(f: Objective, { landscape, enclosures }: ClaimContext, side: number): Task<Sublevels> {
  const { domain } = landscape;
  const sides = domain.map(() => (domain.length > 2 ? Math.min(side, MOST_IN_SPACE) : side));
  const planes = 'section' in f ? (f as PlaneObjective) : withPlaneLoops(f);
  const forest = yield* findSublevelSets(planes, enclosures(), domain, sides);
  return { forest, tree: sublevelTree(forest, null) };
}

/** Within which values at the lowest minima are equal. */
export const roundingOf = ({ leaves }: SublevelForest): number =>
  Math.max(...leaves.slice(0, 1).map(roundingAt), 1e-12);
