import { formatNumber } from '../formatNumber.ts';
import type { Task } from '../task.ts';
import { beadCount, joinBeads, resampled } from './beads.ts';
import { chainStage } from './chainStage.ts';
import { checkPath } from './checkPath.ts';
import { gridBarrier, shortestGridPath } from './gridPaths.ts';
import { pathGrid } from './PathGrid.ts';
import type { PathMethod, PathProblem, PathStage } from './PathMethod.ts';
import { relaxChain } from './relaxChain.ts';

export type MinimaxGridParams = { readonly resolution: number; readonly polish: number };

/** Pivots of the path that is polished, at least; a long way has more, lest its segments cut the corners of the valley. */
const PIVOTS = 80;
/** Points of the grid's path for each of them, at most. */
const POINTS_PER_PIVOT = 5;
const POLISH = { momentum: 0.5, stepShare: 0.5 };

/**
 * The path whose maximum is the least possible along the edges of a grid: the lowest level at which the ends share a
 * component of the grid, and the shortest path below it. It is then let slide down sideways as in the nudged elastic
 * band, and kept where that lowers its maximum. What is reported is the maximum along the broken line itself.
 */
export const minimaxGrid: PathMethod<MinimaxGridParams> = {
  id: 'minimax-grid',
  name: 'Minimax on a grid',
  reference: 'Edelsbrunner and Harer (2010), Computational Topology: the merge tree of a grid',
  description: 'Finds the lowest pass between the ends on a grid over the box; in two variables only.',
  dimension: 2,
  startsOnSegment: false,
  params: {
    resolution: {
      kind: 'integer',
      label: 'Grid points per side',
      symbol: 'N',
      meaning: 'Vertices of the grid along each side of the landscape’s box.',
      default: 401,
      min: 8,
      max: 2048,
      slider: { from: 51, to: 1001, scale: 'log' },
    },
    polish: {
      kind: 'integer',
      label: 'Polishing steps',
      symbol: 'k',
      meaning: 'Steps by which the grid’s path slides down sideways; 0 leaves it on the grid.',
      default: 150,
      min: 0,
      max: 100_000,
      slider: { from: 0, to: 1000, scale: 'linear' },
    },
  },

  *search(problem, { resolution, polish }) {
    const { objective: f, ends, domain } = problem;
    const grid = yield* pathGrid(f, domain, ends, resolution);
    const barrier = yield* gridBarrier(grid, ends);
    const path = barrier < Number.POSITIVE_INFINITY ? yield* shortestGridPath(grid, ends, barrier) : null;
    if (path === null) {
      const beads = joinBeads(ends, 2);
      return { beads, depth: 0, stuck: null, gridBarrier: Number.POSITIVE_INFINITY, gridSide: resolution };
    }
    const note = `The grid of ${resolution} × ${resolution} joins the ends at ${formatNumber(barrier, 6)}.`;
    yield { done: 1, total: 2, partial: chainStage(f, path, note) };
    const beads = polish > 0 ? yield* polished(problem, path, polish) : path;
    return { beads, depth: 0, stuck: null, gridBarrier: barrier, gridSide: resolution };
  },
};

/** Of the path and its relaxed form the one with the lower maximum. */
function* polished(problem: PathProblem, path: Float64Array, iterations: number): Task<Float64Array, PathStage> {
  const { objective: f, spacing } = problem;
  const count = Math.max(PIVOTS, Math.ceil(beadCount(path, 2) / POINTS_PER_PIVOT));
  const pivots = resampled(path, 2, count);
  const chain = yield* relaxChain(f, pivots, { ...POLISH, iterations }, (beads, _values, k) =>
    k % 10 === 0 ? chainStage(f, beads, `Polished by ${k} steps.`) : undefined,
  );
  const rough = yield* checkPath(f, path, Number.POSITIVE_INFINITY, spacing);
  const smooth = yield* checkPath(f, chain, Number.POSITIVE_INFINITY, spacing);
  return smooth.maximum <= rough.maximum ? chain : path;
}
