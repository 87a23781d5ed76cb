import type { EvaluationCounts } from '../objective/Objective.ts';
import type { Task } from '../task.ts';
import { bead, beadCount, beadValues, distance, pathLength } from './beads.ts';
import { checkPath } from './checkPath.ts';
import { removeComponent } from './dropBead.ts';
import { shortestGridPath } from './gridPaths.ts';
import { type PathGrid, pathGrid } from './PathGrid.ts';
import type { PathProblem } from './PathMethod.ts';
import { Shortener } from './Shortener.ts';

/** A path that was pulled tight inside Ω_u. */
export interface ShortenedPath {
  /** m·n, both ends included; every segment was sampled and is at most the level. */
  readonly beads: Float64Array;
  /** f at each bead; length m. */
  readonly values: Float64Array;
  readonly length: number;
  readonly normalizedLength: number;
  readonly maxValue: number;
  /** The path from which it was pulled: the one found, or in two variables the shortest one along a grid. */
  readonly startedFrom: 'path' | 'grid';
  /** True where it may be shorter: the evaluations were used up, or a last look found the tighter string outside. */
  readonly isCutShort: boolean;
  readonly evaluations: EvaluationCounts;
}

/** Grid points along each side, on which the way round holes is chosen. */
const GRID_SIDE = 201;
/** How far below the level the grid's path stays, as shares of u − m: edges cut corners of Ω_u. */
const MARGINS = [0, 1e-3, 1e-2, 5e-2] as const;

/**
 * Shares by which beads are moved off the line through their neighbours where a last look finds the string outside: a
 * quarter lifts chords of equal length off an arc.
 */
const SLACKS = [0, 0.25, 0.5, 1, 2] as const;
/** How many times as densely the last look samples: along its boundary Ω_u may end between samples. */
export const LAST_LOOK = 8;

/** Evaluations that pulling may take: a function of many variables may take a millisecond for one. */
const budgetFor = (n: number): number => (n <= 4 ? 1_000_000 : Math.max(20_000, Math.floor(4_000_000 / (n * n))));

/**
 * Pulls a path tight inside Ω_u. A string keeps to its side of every hole; in two variables a second string therefore
 * starts from the shortest path along a grid, and the shorter of the two is kept.
 * @param problem  its objective counts what this takes
 * @param beads  a path that is inside Ω_u also where a last look samples it
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
  const normalizedLength = length / distance(...ends, lengthOver);
  const evaluations = { ...f.counts };
  const values = yield* beadValues(f, best.beads);
  return { ...best, values, length, normalizedLength, evaluations };
}

type Tightened = Pick<ShortenedPath, 'beads' | 'maxValue' | 'startedFrom' | 'isCutShort'>;

/** The string pulled from `beads`: of its states, the tightest one that a last look finds inside. */
function* tightened(
  { objective: f, level, spacing }: PathProblem,
  beads: Float64Array,
  startedFrom: ShortenedPath['startedFrom'],
): Task<Tightened, never> {
  const n = f.dimension;
  const shortener = new Shortener(f, beads, level, spacing, budgetFor(n));
  const before = yield* statesOf(shortener);
  const { isSpent } = shortener;
  const tight = shortener.beads();
  const states = [...SLACKS.map((slack) => letOut(tight, n, slack)), ...before.toReversed()];
  for (const [k, state] of states.entries()) {
    if (pathLength(state, n) > (1 + 1e-12) * pathLength(beads, n)) continue;
    const { inside, maximum } = yield* checkPath(f, state, level, spacing / LAST_LOOK);
    if (inside) return { beads: state, maxValue: maximum, startedFrom, isCutShort: isSpent || k >= SLACKS.length };
  }
  const { maximum } = yield* checkPath(f, beads, level, spacing / LAST_LOOK);
  return { beads, maxValue: maximum, startedFrom, isCutShort: true };
}

/** Pulls, and returns the string before each round. */
function* statesOf(shortener: Shortener): Task<Float64Array[], never> {
  const states: Float64Array[] = [];
  for (const task = shortener.pull(); ; ) {
    const step = task.next();
    if (step.done) return states;
    const { done, total, partial } = step.value;
    if (partial) states.push(partial);
    yield { done, total };
  }
}

/** The string with each bead moved off the line through its neighbours by a share of its distance from it. */
function letOut(beads: Float64Array, n: number, slack: number): Float64Array {
  const out = beads.slice();
  for (let k = 1; k < beadCount(beads, n) - 1; k++) {
    const [a, x, b] = [-1, 0, 1].map((d) => bead(beads, n, k + d)) as [Float64Array, Float64Array, Float64Array];
    const length = distance(a, b);
    const off = x.map((coordinate, i) => coordinate - (a[i] as number));
    if (length > 0) {
      removeComponent(
        off,
        b.map((coordinate, i) => (coordinate - (a[i] as number)) / length),
      );
    }
    for (let i = 0; i < n; i++) out[k * n + i] = (x[i] as number) + slack * (off[i] as number);
  }
  return out;
}

/** The shortest path along the grid that a last look finds inside Ω_u; null where none is. */
function* gridStart(problem: PathProblem, grid: PathGrid): Task<Float64Array | null, never> {
  const { objective: f, ends, level, floor, spacing } = problem;
  for (const margin of MARGINS) {
    const path = yield* shortestGridPath(grid, ends, level - margin * (level - floor));
    if (path === null) return null;
    const check = yield* checkPath(f, path, level, spacing / LAST_LOOK);
    if (check.inside) return path;
  }
  return null;
}
