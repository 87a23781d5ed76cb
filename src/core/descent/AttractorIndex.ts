import { inspectPoint } from '../critical/inspect.ts';
import { polish } from '../critical/polish.ts';
import type { PointType } from '../landscapes/Landscape.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Box } from '../params.ts';
import { descendTo } from './descendTo.ts';

/** Distances below are the largest coordinate difference, each in units of the box's side. */
const SAME = 1e-4;
/** An end belongs to a critical point within this. */
const REACH = 1e-2;
/** Steps down from the end of a run that noise keeps moving, none longer than this. */
const STEPS_DOWN = 400;
const LONGEST = 2e-2;
/** Cells along a side of the box. */
const CELLS = 256;
/** Cells on each side of one in which degenerate points are linked: `REACH` at least. */
const LINKED_CELLS = 3;
/** Newton steps to the critical point, and how many ends of a cell may take them. */
const STEPS = 40;
const MOST_POLISHED = 4;

/** A critical point that ends may belong to; `group` leads to the one that stands for all that are linked with it. */
interface Known {
  readonly x: Float64Array;
  readonly value: number;
  readonly type: PointType;
  group: number;
}

interface Cell {
  /** Isolated critical points that ends in this cell have led to. */
  readonly candidates: Set<number>;
  degenerate: number;
  polished: number;
  /** The minimum near unsettled ends; −1 none, undefined not looked for. */
  minimum: number | undefined;
}

/**
 * The critical points in which runs ended, found from the ends by Newton's method; a few steps for each cell of a grid
 * rather than for each end. Isolated points nearer than `SAME` count as one. Degenerate ones (a curve of minima) are
 * linked to one where they come within `REACH` of each other, step by step.
 */
export class AttractorIndex {
  readonly #f: Objective;
  readonly #box: Box;
  readonly #cells = new Map<number, Cell>();
  readonly #known: Known[] = [];
  readonly #isolated: number[] = [];

  /** @param box  two intervals */
  constructor(f: Objective, box: Box) {
    this.#f = f;
    this.#box = box;
  }

  /** The critical point of a run that is at rest at (x, y), or −1 where none is within reach. */
  ofSettled(x: number, y: number): number {
    const [column, row] = this.#placeOf(x, y);
    const cell = this.#cellAt(column, row);
    for (const id of cell.candidates) if (this.#distance(id, x, y) <= SAME) return id;
    if (cell.degenerate >= 0) return cell.degenerate;
    if (cell.polished >= MOST_POLISHED) return this.#nearest(cell.candidates, x, y);
    cell.polished++;
    const id = this.#find(x, y, column, row);
    if (id < 0 || this.#distance(id, x, y) > REACH) return -1;
    if (this.#known[id]?.type === 'degenerate') cell.degenerate = id;
    else cell.candidates.add(id);
    return id;
  }

  /**
   * The minimum within reach of a run that only came no further, or, where noise keeps it moving, the one that steepest
   * descent leads to from there; −1 for none, and for any other critical point.
   */
  ofUnsettled(x: number, y: number, isNoisy: boolean): number {
    const [column, row] = this.#placeOf(x, y);
    const cell = this.#cellAt(column, row);
    if (cell.minimum === undefined) {
      const [fromX, fromY] = isNoisy ? this.#below(x, y) : [x, y];
      const id = this.#find(fromX, fromY, null, null);
      cell.minimum = this.#known[id]?.type === 'minimum' ? id : -1;
    }
    if (cell.minimum < 0) return -1;
    return isNoisy || this.#distance(cell.minimum, x, y) <= REACH ? cell.minimum : -1;
  }

  /** Where steepest descent from a point of the box comes; the point itself outside of the box. */
  #below(x: number, y: number): readonly [number, number] {
    const [[left, right], [bottom, top]] = this.#box as [readonly [number, number], readonly [number, number]];
    if (!(x >= left && x <= right && y >= bottom && y <= top)) return [x, y];
    const reach = LONGEST * Math.min(right - left, top - bottom);
    const [lowX, lowY] = descendTo(this.#f, [x, y], reach, STEPS_DOWN);
    return [lowX as number, lowY as number];
  }

  /** The point that stands for a known one, by its number. */
  groupOf(id: number): number {
    let group = id;
    while (this.#known[group]?.group !== group) group = this.#known[group]?.group as number;
    return group;
  }

  /** A known point. */
  point(id: number): { readonly x: Float64Array; readonly value: number; readonly type: PointType } {
    return this.#known[id] as Known;
  }

  /** The critical point that Newton's method leads to, known already or new; −1 for none. */
  #find(x: number, y: number, column: number | null, row: number | null): number {
    const polished = polish(this.#f, [x, y], STEPS);
    const found = inspectPoint(this.#f, polished.x, { epsilon: Number.POSITIVE_INFINITY });
    if (found.type === 'regular') return -1;
    if (found.type === 'degenerate') {
      if (column === null || row === null) return -1;
      return this.#linked(this.#add(found), column, row);
    }
    // Newton's step from there must be nothing beside the box, or it was no zero that the method came to.
    const flattest = Math.min(...found.eigenvalues.map(Math.abs));
    const side = Math.min(...this.#box.map(([low, high]) => high - low));
    if (!(found.gradientNorm <= 1e-6 * side * flattest)) return -1;
    const known = this.#isolated.find(
      (id) => this.#distance(id, polished.x[0] as number, polished.x[1] as number) <= SAME,
    );
    if (known !== undefined) return known;
    const id = this.#add(found);
    this.#isolated.push(id);
    return id;
  }

  #add({ x, value, type }: Omit<Known, 'group'>): number {
    return this.#known.push({ x, value, type, group: this.#known.length }) - 1;
  }

  /** Joins a degenerate point with those of the cells around; the first found stands for all. */
  #linked(id: number, column: number, row: number): number {
    for (let j = row - LINKED_CELLS; j <= row + LINKED_CELLS; j++) {
      for (let i = column - LINKED_CELLS; i <= column + LINKED_CELLS; i++) {
        const other = this.#cells.get(keyOf(i, j))?.degenerate ?? -1;
        if (other < 0) continue;
        const [a, b] = [this.groupOf(id), this.groupOf(other)];
        (this.#known[Math.max(a, b)] as Known).group = Math.min(a, b);
      }
    }
    return id;
  }

  #nearest(ids: Iterable<number>, x: number, y: number): number {
    let nearest = -1;
    let least = REACH;
    for (const id of ids) {
      const distance = this.#distance(id, x, y);
      if (distance <= least) [nearest, least] = [id, distance];
    }
    return nearest;
  }

  #distance(id: number, x: number, y: number): number {
    const known = this.#known[id]?.x as Float64Array;
    const [[left, right], [bottom, top]] = this.#box as [readonly [number, number], readonly [number, number]];
    return Math.max(
      Math.abs((known[0] as number) - x) / (right - left),
      Math.abs((known[1] as number) - y) / (top - bottom),
    );
  }

  #placeOf(x: number, y: number): [number, number] {
    const [[left, right], [bottom, top]] = this.#box as [readonly [number, number], readonly [number, number]];
    return [Math.floor((CELLS * (x - left)) / (right - left)), Math.floor((CELLS * (y - bottom)) / (top - bottom))];
  }

  #cellAt(column: number, row: number): Cell {
    const key = keyOf(column, row);
    const found = this.#cells.get(key);
    if (found) return found;
    const made: Cell = { candidates: new Set(), degenerate: -1, polished: 0, minimum: undefined };
    this.#cells.set(key, made);
    return made;
  }
}

const SPAN = 67_108_864;

/** One number for a cell; cells far outside of the box share theirs with others, which costs time only. */
function keyOf(column: number, row: number): number {
  const wrapped = (k: number) => ((k % SPAN) + SPAN) % SPAN;
  return wrapped(column) * SPAN + wrapped(row);
}
