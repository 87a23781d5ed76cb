import type { Objective } from '../objective/Objective.ts';
import { type PlaneObjective, withPlaneLoops } from '../objective/PlaneObjective.ts';
import type { IntegerParam } from '../params.ts';
import type { Task } from '../task.ts';
import { findSublevelSets } from '../topology/findSublevelSets.ts';
import type { SublevelForest } from '../topology/SublevelForest.ts';
import { MOST_GRID_VARIABLES } from '../topology/sampleGrid.ts';
import { type SublevelTree, sublevelTree } from '../topology/sublevelTree.ts';
import type { ClaimContext, ClaimLandscape } from './Claim.ts';

/** In space a grid of more points along each variable takes longer than anybody waits. */
const MOST_IN_SPACE = 81;

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

/** The sublevel sets in the landscape's box. @param side  grid points along each variable */
export function* sublevelsOf(f: Objective, { landscape, enclosures }: ClaimContext, side: number): Task<Sublevels> {
  const { domain } = landscape;
  const sides = domain.map(() => (domain.length > 2 ? Math.min(side, MOST_IN_SPACE) : side));
  const planes = 'section' in f ? (f as PlaneObjective) : withPlaneLoops(f);
  const forest = yield* findSublevelSets(planes, enclosures(), domain, sides);
  return { forest, tree: sublevelTree(forest, null) };
}

/** The size of a landscape's values, by which rounding is measured: the greatest among its leaves and joins, at least 1. */
export const valueScale = ({ leaves, joins }: SublevelForest): number =>
  [...leaves, ...joins].reduce((most, { value }) => Math.max(most, Math.abs(value)), 1);
