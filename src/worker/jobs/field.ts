import type { FormulaObjective } from '../../core/formula/instantiate.ts';
import type { Section } from '../../core/objective/section.ts';
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

/** The values of a landscape on a grid: a coarse grid as the partial result if the whole one is large, then all of it. */
export function* field({ landscape, section, box, nx, ny }: FieldPayload): Task<FieldGrid, FieldGrid> {
  const objective = objectiveCached(landscape);
  if (nx * ny > 4 * COARSE * COARSE) {
    const coarse = yield* grid(objective, section, box, Math.min(nx, COARSE), Math.min(ny, COARSE));
    yield { done: 0, total: ny, partial: coarse };
  }
  return yield* grid(objective, section, box, nx, ny);
}

/** The values on a grid, in blocks of rows. */
export function* grid(
  objective: FormulaObjective,
  section: Section | null,
  box: Box,
  nx: number,
  ny: number,
): Task<FieldGrid, never> {
  const xs = spread(box[0] as readonly [number, number], nx);
  const ys = spread(box[1] as readonly [number, number], ny);
  const z = new Float64Array(nx * ny);
  const rows = Math.max(1, Math.floor(BLOCK / nx));
  for (let from = 0; from < ny; from += rows) {
    const to = Math.min(ny, from + rows);
    fillRows(objective, section, xs, ys.subarray(from, to), z.subarray(from * nx, to * nx));
    yield { done: to, total: ny };
  }
  return { xs, ys, z, ...finiteRange(z) };
}

function fillRows(
  objective: FormulaObjective,
  section: Section | null,
  xs: Float64Array,
  ys: Float64Array,
  out: Float64Array,
): void {
  if (section) objective.section(section.origin, section.u, section.v, xs, ys, out);
  else if (objective.dimension === 1) fillCurve(objective, xs, out);
  else throw new RangeError(`a landscape of ${objective.dimension} variables is seen in a plane, and none was given`);
}

function fillCurve(objective: FormulaObjective, xs: Float64Array, out: Float64Array): void {
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
