import type { Objective } from '../../core/objective/Objective.ts';
import type { PlaneObjective } from '../../core/objective/PlaneObjective.ts';
import { lift, type Section } from '../../core/objective/section.ts';
import type { Box } from '../../core/params.ts';
import type { Task } from '../../core/task.ts';
import type { PreparedLandscape } from '../../scenario/prepare.ts';
import { objectiveCached } from '../landscapeCache.ts';

/** The landscape on a rectangular grid of a plane; `Field` of the views has the same shape. */
export interface FieldGrid {
  /** Ascending, from end to end of the box; lengths nx and ny. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** nx·ny, row-major with row = y. */
  readonly z: Float64Array;
  /** Least and greatest finite value; NaN if there is none. */
  readonly min: number;
  readonly max: number;
}

export interface FieldPayload {
  readonly landscape: PreparedLandscape;
  /** The plane; null for a landscape of one variable, whose values are then the same in every row. */
  readonly section: Section | null;
  /** Visible box in the plane's coordinates. */
  readonly box: Box;
  /** Grid points along each side, at least 2. */
  readonly nx: number;
  readonly ny: number;
}

/** Points along each side of the first, coarse grid. */
const COARSE = 48;

/** Grid points between two yields. */
const BLOCK = 4096;

/** Points along each side of the grids of a slow landscape, each with every second point of the next. */
const SLOW_SIDES = [13, 25, 49, 97];

/**
 * The values of a landscape on a grid: a coarse grid as the partial result if the whole one is large, then all of it.
 * A slow landscape gets as many points as can be waited for.
 */
export function* field({ landscape, section, box, nx, ny }: FieldPayload): Task<FieldGrid, FieldGrid> {
  const objective = objectiveCached(landscape);
  if (objective.isSlow && section) return yield* refinedGrid(objective, section, box, Math.min(nx, ny));
  if (nx * ny > 4 * COARSE * COARSE) {
    const coarse = yield* grid(objective, section, box, Math.min(nx, COARSE), Math.min(ny, COARSE));
    yield { done: 0, total: ny, partial: coarse };
  }
  return yield* grid(objective, section, box, nx, ny);
}

/** Grids each twice as fine as the one before, which is a partial result and is not computed again. */
function* refinedGrid(objective: Objective, section: Section, box: Box, most: number): Task<FieldGrid, FieldGrid> {
  const sides = SLOW_SIDES.filter((side) => side <= Math.max(most, SLOW_SIDES[0] as number));
  const total = (sides.at(-1) as number) ** 2;
  const x = new Float64Array(objective.dimension);
  let before: FieldGrid | null = null;
  for (const side of sides) {
    const xs = spread(box[0] as readonly [number, number], side);
    const ys = spread(box[1] as readonly [number, number], side);
    const z = new Float64Array(side * side);
    for (let at = 0, done = before?.z.length ?? 0; at < z.length; at++) {
      const [i, j] = [at % side, Math.floor(at / side)];
      if (before && i % 2 === 0 && j % 2 === 0) {
        z[at] = before.z[(j / 2) * before.xs.length + i / 2] as number;
        continue;
      }
      z[at] = objective.value(lift(section, xs[i] as number, ys[j] as number, x));
      yield { done: ++done, total };
    }
    before = { xs, ys, z, ...finiteRange(z) };
    if (side !== sides.at(-1)) yield { done: z.length, total, partial: before };
  }
  return before as FieldGrid;
}

/** The values on a grid, in blocks of rows. */
export function* grid(
  objective: PlaneObjective,
  section: Section | null,
  box: Box,
  nx: number,
  ny: number,
): Task<FieldGrid, never> {
  const xs = spread(box[0] as readonly [number, number], nx);
  const ys = spread(box[1] as readonly [number, number], ny);
  const z = new Float64Array(nx * ny);
  const rows = objective.isSlow ? 1 : Math.max(1, Math.floor(BLOCK / nx));
  for (let from = 0; from < ny; from += rows) {
    const to = Math.min(ny, from + rows);
    fillRows(objective, section, xs, ys.subarray(from, to), z.subarray(from * nx, to * nx));
    yield { done: to, total: ny };
  }
  return { xs, ys, z, ...finiteRange(z) };
}

function fillRows(
  objective: PlaneObjective,
  section: Section | null,
  xs: Float64Array,
  ys: Float64Array,
  out: Float64Array,
): void {
  if (section) objective.section(section.origin, section.u, section.v, xs, ys, out);
  else if (objective.dimension === 1) fillCurve(objective, xs, out);
  else throw new RangeError(`a landscape of ${objective.dimension} variables is seen in a plane, and none was given`);
}

function fillCurve(objective: Objective, xs: Float64Array, out: Float64Array): void {
  const x = new Float64Array(1);
  for (let i = 0; i < xs.length; i++) {
    x[0] = xs[i] as number;
    const value = objective.value(x);
    for (let k = i; k < out.length; k += xs.length) out[k] = value;
  }
}

/** `count` equidistant numbers from end to end of an interval, the ends exact. */
function spread([low, high]: readonly [number, number], count: number): Float64Array {
  const step = (high - low) / (count - 1);
  return Float64Array.from({ length: count }, (_, i) => (i === count - 1 ? high : low + i * step));
}

function finiteRange(z: Float64Array): { readonly min: number; readonly max: number } {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of z) {
    if (!Number.isFinite(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return min <= max ? { min, max } : { min: Number.NaN, max: Number.NaN };
}
