import type { Box } from '../params.ts';

/** A box by its corners. */
export interface Cell {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** A group's box is divided where the cells fill less than this part of it, into at most so many. */
const LEAST_FILLED = 0.25;
const MOST_PIECES = 48;

/**
 * Boxes around groups of cells that touch, corners included. A group along a curve gets several, so that they do not
 * hold far more than the cells.
 * @param cells  of one grid, all of one size
 * @returns the boxes of each group together, in the order of their first cells
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
    found.push(...pieces(members, placeOf).map(hull));
  }
  return found;
}

interface Piece {
  readonly members: readonly Cell[];
  /** Least and greatest place along each axis. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Cells that its box would hold beside its own. */
  readonly waste: number;
}

/** A group in parts that fill their boxes: the part with the most waste is halved along its longest side, again and again. */
function pieces(members: readonly Cell[], placeOf: (cell: Cell) => number[]): (readonly Cell[])[] {
  const measured = (part: readonly Cell[]): Piece => {
    const places = part.map(placeOf);
    const from = (places[0] as number[]).map((_, i) =>
      places.reduce((least, place) => Math.min(least, place[i] as number), Number.POSITIVE_INFINITY),
    );
    const to = from.map((_, i) =>
      places.reduce((most, place) => Math.max(most, place[i] as number), Number.NEGATIVE_INFINITY),
    );
    const room = from.reduce((product, low, i) => product * ((to[i] as number) - low + 1), 1);
    return { members: part, from, to, waste: part.length >= LEAST_FILLED * room ? 0 : room - part.length };
  };
  const parts = [measured(members)];
  while (parts.length < MOST_PIECES) {
    const worst = parts.reduce((a, b) => (b.waste > a.waste ? b : a));
    if (worst.waste === 0) break;
    const axis = worst.from.reduce((longest, _, i) => (extent(worst, i) > extent(worst, longest) ? i : longest), 0);
    const middle = ((worst.from[axis] as number) + (worst.to[axis] as number)) / 2;
    const below = worst.members.filter((cell) => (placeOf(cell)[axis] as number) <= middle);
    const above = worst.members.filter((cell) => (placeOf(cell)[axis] as number) > middle);
    parts.splice(parts.indexOf(worst), 1, measured(below), measured(above));
  }
  return parts.map((part) => part.members);
}

const extent = ({ from, to }: Piece, axis: number): number => (to[axis] as number) - (from[axis] as number);

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
