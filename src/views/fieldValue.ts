import type { Field, PlaneBox } from './types.ts';

/** f at a point of the plane, bilinear between the grid points around it; NaN outside the grid or beside a gap. */
export function fieldValue(field: Field, s: number, t: number): number {
  const column = cellOf(field.xs, s);
  const row = cellOf(field.ys, t);
  if (!column || !row) return Number.NaN;
  const nx = field.xs.length;
  const at = (i: number, j: number) => field.z[j * nx + i] as number;
  const [i, u] = column;
  const [j, v] = row;
  const lower = at(i, j) * (1 - u) + at(i + 1, j) * u;
  const upper = at(i, j + 1) * (1 - u) + at(i + 1, j + 1) * u;
  return lower * (1 - v) + upper * v;
}

/** The cell of an ascending, evenly spaced list that holds a value, and the place in it from 0 to 1. */
function cellOf(coordinates: Float64Array, value: number): [number, number] | null {
  const last = coordinates.length - 1;
  const low = coordinates[0] ?? Number.NaN;
  const high = coordinates[last] ?? Number.NaN;
  if (!(value >= low && value <= high) || last < 1) return null;
  const place = ((value - low) / (high - low)) * last;
  const cell = Math.min(last - 1, Math.floor(place));
  return [cell, place - cell];
}

/** The box between the first and the last grid points. */
export function fieldExtent({ xs, ys }: Field): PlaneBox {
  return [
    [xs[0] ?? 0, xs.at(-1) ?? 1],
    [ys[0] ?? 0, ys.at(-1) ?? 1],
  ];
}
