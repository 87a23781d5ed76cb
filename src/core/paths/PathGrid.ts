import type { CountingObjective } from '../objective/counting.ts';
import type { Box } from '../params.ts';
import type { Task } from '../task.ts';
import { Pace } from './Pace.ts';

/** Steps to the eight neighbours of a vertex, in columns and rows. */
const STEPS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
] as const;

/** f of two variables on the vertices of a grid; +∞ where it is not finite. */
export interface PathGrid {
  /** Vertices along each side. */
  readonly side: number;
  readonly origin: readonly [number, number];
  /** Distance between two columns and between two rows. */
  readonly step: readonly [number, number];
  /** Row by row from the lowest y; side². */
  readonly values: Float64Array;
}

/**
 * Evaluates f on a grid over the box, which is widened where an end lies outside it.
 * @param side  vertices along each side, at least 2
 */
export function* pathGrid(
  f: CountingObjective,
  box: Box,
  ends: readonly Float64Array[],
  side: number,
): Task<PathGrid, never> {
  const pace = new Pace(f);
  const [across, up] = box.map(([low, high], i) => {
    const places = ends.map((end) => end[i] as number);
    const [least, most] = [Math.min(low, ...places), Math.max(high, ...places)];
    return [least, (most - least) / (side - 1)] as const;
  }) as [readonly [number, number], readonly [number, number]];
  const values = new Float64Array(side * side);
  const grid = { side, origin: [across[0], up[0]] as const, step: [across[1], up[1]] as const, values };
  const x = new Float64Array(2);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const value = f.value(vertexPoint(grid, row * side + column, x));
      values[row * side + column] = Number.isFinite(value) ? value : Number.POSITIVE_INFINITY;
    }
    if (pace.isDue()) yield { done: row, total: side };
  }
  return grid;
}

/** The box that it lies over. */
export const boxOf = ({ side, origin, step }: PathGrid): Box =>
  origin.map((low, i) => [low, low + (side - 1) * (step[i] as number)]);

/** Fills `out` with the coordinates of a vertex, and returns it. */
export function vertexPoint({ side, origin, step }: PathGrid, vertex: number, out: Float64Array): Float64Array {
  out[0] = origin[0] + (vertex % side) * step[0];
  out[1] = origin[1] + Math.floor(vertex / side) * step[1];
  return out;
}

/** The up to eight neighbours of a vertex, written into `out`; returns how many. */
export function neighbours({ side }: PathGrid, vertex: number, out: Int32Array): number {
  const [column, row] = [vertex % side, Math.floor(vertex / side)];
  let count = 0;
  for (const [right, up] of STEPS) {
    const [i, j] = [column + right, row + up];
    if (i >= 0 && j >= 0 && i < side && j < side) out[count++] = j * side + i;
  }
  return count;
}

/** The four vertices of the cell that holds the point. */
export function cornersOf({ side, origin, step }: PathGrid, x: Float64Array): readonly number[] {
  const [column, row] = [0, 1].map((i) => {
    const at = Math.floor(((x[i] as number) - (origin[i] as number)) / (step[i] as number));
    return Math.min(side - 2, Math.max(0, at));
  }) as [number, number];
  const first = row * side + column;
  return [first, first + 1, first + side, first + side + 1];
}

/** The distance between a vertex and a point. */
export function distanceTo(grid: PathGrid, vertex: number, x: Float64Array): number {
  const across = grid.origin[0] + (vertex % grid.side) * grid.step[0] - (x[0] as number);
  const up = grid.origin[1] + Math.floor(vertex / grid.side) * grid.step[1] - (x[1] as number);
  return Math.sqrt(across * across + up * up);
}
