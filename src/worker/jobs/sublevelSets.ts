import type { Box } from '../../core/params.ts';
import type { Task } from '../../core/task.ts';
import { findSublevelSets } from '../../core/topology/findSublevelSets.ts';
import type { SublevelForest } from '../../core/topology/SublevelForest.ts';
import { enclosuresOf } from '../../scenario/enclosuresOf.ts';
import type { PreparedLandscape } from '../../scenario/prepare.ts';
import { objectiveCached } from '../landscapeCache.ts';

export interface SublevelSetsPayload {
  /** Of one to three variables. */
  readonly landscape: PreparedLandscape;
  readonly box: Box;
  /** Grid points along each variable. */
  readonly sides: readonly number[];
}

/** A grid with more vertices than this is preceded by a coarse one. */
const LARGE = 150_000;
/** Vertices of the coarse one, about. */
const COARSE = 20_000;

/**
 * The sublevel sets of a landscape, by the code of the experiment `sublevel`: those of a coarse grid first where the
 * whole one is large, then those of the grid, then the same compared with critical points.
 */
export function* sublevelSets({ landscape, box, sides }: SublevelSetsPayload): Task<SublevelForest, SublevelForest> {
  const objective = objectiveCached(landscape);
  const vertices = sides.reduce((product, side) => product * side, 1);
  if (vertices > LARGE) {
    const share = (COARSE / vertices) ** (1 / sides.length);
    const coarse = sides.map((side) => Math.min(side, 2 * Math.round((share * side) / 2) + 1));
    for (const { partial, ...progress } of findSublevelSets(objective, null, box, coarse)) {
      yield { ...progress, done: 0.1 * progress.done, ...(partial && { partial }) };
      if (partial) break;
    }
  }
  const task = findSublevelSets(objective, enclosuresOf(landscape.choice), box, sides);
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    const { partial, ...progress } = step.value;
    // A partial result is moved to the page, and the search goes on with the same arrays.
    yield { ...progress, ...(partial && { partial: structuredClone(partial) }) };
  }
}
