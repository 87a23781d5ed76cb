import type { EvaluationCounts } from '../objective/Objective.ts';
import type { Task } from '../task.ts';
import { distance, pathLength } from './beads.ts';
import { checkPath } from './checkPath.ts';
import { shortestGridPath } from './gridPaths.ts';
import { type PathGrid, pathGrid } from './PathGrid.ts';
import type { PathProblem } from './PathMethod.ts';
import { Shortener } from './Shortener.ts';

/** A path that was pulled tight inside Ω_u. */
export interface ShortenedPath {
  /** m·n, both ends included; every segment was sampled and is at most the level. */
  readonly beads: Float64Array;
  readonly length: number;
  readonly normalizedLength: number;
  readonly maxValue: number;
  /** The path from which it was pulled: the one found, or in two variables the shortest one along a grid. */
  readonly startedFrom: 'path' | 'grid';
  /** True where the evaluations were used up before it was tight. */
  readonly isCutShort: boolean;
  readonly evaluations: EvaluationCounts;
}

/** Grid points along each side, on which the way round holes is chosen. */
const GRID_SIDE = 201;
/** How far below the level the grid's path stays, as shares of u − m: edges cut corners of Ω_u. */
const MARGINS = [0, 1e-3, 1e-2, 5e-2] as const;

/** Evaluations that pulling may take: a function of many variables may take a millisecond for one. */
const budgetFor = (n: number): number => (n <= 4 ? 1_000_000 : Math.max(20_000, Math.floor(4_000_000 / (n * n))));

/**
 * Pulls a path tight inside Ω_u. A string keeps to its side of every hole; in two variables a second string therefore
 * starts from the shortest path along a grid, and the shorter of the two is kept.
 * @param problem  its objective counts what this takes
 * @param beads  a path inside Ω_u
 * @param lengthOver  positions of the coordinates that count in the lengths reported; strings are pulled tight in all
 */
export function* shortenPath(
  problem: PathProblem,
  beads: Float64Array,
  lengthOver?: readonly number[],
): Task<ShortenedPath, never> {
  const { objective: f, ends } = problem;
  const n = f.dimension;
  let best = yield* tightened(problem, beads, 'path');
  if (n === 2 && pathLength(best.beads, n) > 1.02 * distance(...ends)) {
    const grid = yield* pathGrid(f, problem.domain, ends, GRID_SIDE);
    const start = yield* gridStart(problem, grid);
    const other = start && (yield* tightened(problem, start, 'grid'));
    if (other && pathLength(other.beads, n) < 0.999 * pathLength(best.beads, n)) best = other;
  }
  const length = pathLength(best.beads, n, lengthOver);
  return { ...best, length, normalizedLength: length / distance(...ends, lengthOver), evaluations: { ...f.counts } };
}

type Tightened = Pick<ShortenedPath, 'beads' | 'maxValue' | 'startedFrom' | 'isCutShort'>;

/** The string pulled from `beads`; `beads` as they are where a last look finds it outside. */
function* tightened(
  { objective: f, level, spacing }: PathProblem,
  beads: Float64Array,
  startedFrom: ShortenedPath['startedFrom'],
): Task<Tightened, never> {
  const shortener = new Shortener(f, beads, level, spacing, budgetFor(f.dimension));
  yield* silently(shortener.pull());
  const pulled = shortener.beads();
  const check = yield* checkPath(f, pulled, level, spacing);
  const isCutShort = shortener.isSpent;
  if (check.inside) return { beads: pulled, maxValue: check.maximum, startedFrom, isCutShort };
  const before = yield* checkPath(f, beads, level, spacing);
  return { beads, maxValue: before.maximum, startedFrom, isCutShort: true };
}

/** The shortest path along the grid that sampling finds inside Ω_u; null where none is. */
function* gridStart(problem: PathProblem, grid: PathGrid): Task<Float64Array | null, never> {
  const { objective: f, ends, level, floor, spacing } = problem;
  for (const margin of MARGINS) {
    const path = yield* shortestGridPath(grid, ends, level - margin * (level - floor));
    if (path === null) return null;
    const check = yield* checkPath(f, path, level, spacing);
    if (check.inside) return path;
  }
  return null;
}

/** The same task without its partial results. */
function* silently<R>(task: Task<R>): Task<R, never> {
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    yield { done: step.value.done, total: step.value.total };
  }
}
