import type { Box } from '../params.ts';
import type { Task } from '../task.ts';

/** What is sampled: f on planes, as a compiled formula gives it. */
export interface PlaneSampler {
  readonly dimension: number;
  value(x: Float64Array): number;
  /** Fills `out`, row by row, with f at origin + ss[i]·u + ts[j]·v. */
  section(
    origin: Float64Array,
    u: Float64Array,
    v: Float64Array,
    ss: Float64Array,
    ts: Float64Array,
    out: Float64Array,
  ): Float64Array;
}

/** Values of f on a rectangular grid in one to three variables. */
export interface GridSamples {
  /** The coordinates along each variable, ascending, from end to end of the box. */
  readonly axes: readonly Float64Array[];
  /** f at each vertex; the first variable runs fastest, then the second, then the third. Not finite where f is not. */
  readonly values: Float64Array;
}

/** More vertices would not fit beside the rest into the memory of a phone: 12 bytes each, and as many while it works. */
export const MOST_VERTICES = 8_000_000;
/** Sublevel sets are looked at on grids of at most so many variables. */
export const MOST_GRID_VARIABLES = 3;
/** Vertices between two yields. */
const SLICE = 16_384;

/**
 * Why a grid over a box cannot be made, in one sentence that says what to change; null where it can.
 * @param sides  vertices along each variable
 */
export function gridRefusal(box: Box, sides: readonly number[]): string | null {
  const vertices = sides.reduce((product, side) => product * side, 1);
  if (vertices > MOST_VERTICES) {
    return `The grid would have ${vertices} vertices, and at most ${MOST_VERTICES} fit into the memory; lower the resolution.`;
  }
  for (const [i, [low, high]] of box.entries()) {
    const step = (high - low) / ((sides[i] as number) - 1);
    // Two neighbours must differ by more than rounding, or the grid is one of steps.
    if (!(step > 8 * Number.EPSILON * Math.max(Math.abs(low), Math.abs(high)))) {
      const interval = `[${low}, ${high}]`.replaceAll('-', '−');
      return `The interval ${interval} is too narrow for ${sides[i]} different numbers; widen it or lower the resolution.`;
    }
  }
  return null;
}

/**
 * `count` numbers from end to end of an interval, equidistant and mirrored about its middle, which is among them
 * exactly where the count is odd.
 */
export function evenly([low, high]: readonly [number, number], count: number): Float64Array {
  const last = count - 1;
  const span = high - low;
  return Float64Array.from({ length: count }, (_, i) =>
    2 * i <= last ? low + span * (i / last) : high - span * ((last - i) / last),
  );
}

/**
 * Samples f on a grid that has vertices on all sides of a box.
 * @param sides  vertices along each variable, at least 2; as many as `box` has intervals
 * @throws RangeError for other than one to three variables, and for what `gridRefusal` refuses
 */
export function* sampleGrid(f: PlaneSampler, box: Box, sides: readonly number[]): Task<GridSamples, never> {
  const n = f.dimension;
  if (n < 1 || n > MOST_GRID_VARIABLES || box.length !== n || sides.length !== n) {
    throw new RangeError(`a grid of ${sides.length} sides over ${box.length} intervals for ${n} variables`);
  }
  const refusal = gridRefusal(box, sides);
  if (refusal !== null) throw new RangeError(refusal);
  const axes = box.map((interval, i) => evenly(interval, sides[i] as number));
  const values = new Float64Array(sides.reduce((product, side) => product * side, 1));
  if (n === 1) yield* fillLine(f, axes[0] as Float64Array, values);
  else yield* fillPlanes(f, axes, values);
  return { axes, values };
}

function* fillLine(f: PlaneSampler, xs: Float64Array, values: Float64Array): Task<void, never> {
  const x = new Float64Array(1);
  for (let i = 0; i < xs.length; i++) {
    if (i % SLICE === 0) yield { done: i, total: xs.length };
    x[0] = xs[i] as number;
    values[i] = f.value(x);
  }
}

/** Planes of the first two variables, one for each value of the third. */
function* fillPlanes(f: PlaneSampler, axes: readonly Float64Array[], values: Float64Array): Task<void, never> {
  const [xs, ys, zs = Float64Array.of(0)] = axes as [Float64Array, Float64Array, Float64Array?];
  const n = axes.length;
  const [origin, u, v] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  u[0] = 1;
  v[1] = 1;
  const rows = Math.max(1, Math.floor(SLICE / xs.length));
  for (let k = 0; k < zs.length; k++) {
    if (n === 3) origin[2] = zs[k] as number;
    for (let from = 0; from < ys.length; from += rows) {
      const start = (k * ys.length + from) * xs.length;
      yield { done: start, total: values.length };
      const part = ys.subarray(from, from + rows);
      f.section(origin, u, v, xs, part, values.subarray(start, start + part.length * xs.length));
    }
  }
}
