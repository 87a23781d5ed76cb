import type { Box } from '../params.ts';

/** A box by its corners. */
export interface Cell {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/**
 * Boxes around groups of cells that touch, corners included.
 * @param cells  of one grid, all of one size
 * @returns one box a group, in the order of their first cells
 */
export function clusters(cells: readonly Cell[]): Box[] {
  const first = cells[0];
  if (!first) return [];
  const widths = first.high.map((high, i) => high - (first.low[i] as number));
  const key = (place: ArrayLike<number>) => Array.from(place).join(' ');
  const placeOf = ({ low }: Cell) =>
    Array.from(low, (from, i) => Math.round((from - (first.low[i] as number)) / (widths[i] as number)));
  const waiting = new Map(cells.map((cell) => [key(placeOf(cell)), cell]));
  const found: Box[] = [];
  for (const [start, cell] of waiting) {
    waiting.delete(start);
    const members = [cell];
    for (const member of members) {
      for (const place of neighbours(placeOf(member))) {
        const beside = waiting.get(key(place));
        if (!beside) continue;
        waiting.delete(key(place));
        members.push(beside);
      }
    }
    found.push(hull(members));
  }
  return found;
}

/** The places of the cells around one, 3ⁿ − 1 of them. */
function neighbours(place: readonly number[]): number[][] {
  let all: number[][] = [[]];
  for (const at of place) all = all.flatMap((begun) => [-1, 0, 1].map((step) => [...begun, at + step]));
  return all;
}

function hull(cells: readonly Cell[]): Box {
  const [{ low, high }] = cells as readonly [Cell];
  return Array.from(low, (_, i) => [
    cells.reduce((least, cell) => Math.min(least, cell.low[i] as number), low[i] as number),
    cells.reduce((most, cell) => Math.max(most, cell.high[i] as number), high[i] as number),
  ]);
}
