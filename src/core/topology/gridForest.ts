import type { Task } from '../task.ts';
import { sortVertices } from './sortVertices.ts';

/**
 * The sublevel sets of a grid, all at once. Vertices are neighbours where they differ by at most one step along each
 * variable (2 neighbours on a line, 8 in the plane, 26 in space). Values are ordered with the vertex's number as the tie break.
 */
export interface GridForest {
  /** For each vertex the leaf to which it flows from lowest neighbour to lowest neighbour; −1 where f is no number or +∞. */
  readonly labels: Int32Array;
  /** The vertex of each leaf, ascending by (value, vertex): the vertices lower than all their neighbours. */
  readonly leaves: Int32Array;
  /**
   * The joins of a minimum spanning forest of the leaves, ascending by (value, vertex). The components of Ω_u are the
   * leaves of value ≤ u, connected by the joins of value ≤ u.
   */
  readonly joins: GridJoins;
}

/** Where the regions of two leaves meet lowest. */
export interface GridJoins {
  /** The higher one of the two vertices that meet; its value is the join's. */
  readonly vertices: Int32Array;
  /** The leaves of the two regions that meet. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Vertices between two yields. */
const SLICE = 32_768;

/**
 * Finds leaves and joins. No vertex is sorted but those where regions meet: along the path from a vertex down to its
 * leaf the values decrease, so a vertex is in Ω_u only together with that whole path, and Ω_u falls into whole regions'
 * parts that are connected where the higher end of an edge between them is ≤ u.
 * @param values  the first variable runs fastest; NaN and +∞ are outside of every Ω_u, −∞ is inside of each
 * @param sides  vertices along each of one to three variables; their product is `values.length`
 * Source: Carr, Snoeyink and Axen (2003), Computing contour trees in all dimensions (join trees); the steepest-descent
 * labels as in Maadasamy, Doraiswamy and Natarajan (2012), A hybrid parallel algorithm for computing and tracking level
 * set topology.
 */
export function* gridForest(values: Float64Array, sides: readonly number[]): Task<GridForest, never> {
  const total = 4 * values.length;
  const labels = new Int32Array(values.length);
  const rows = new Rows(sides);
  for (let row = 0; row < rows.count; row++) {
    rows.visit(row);
    lowestNeighbours(values, labels, rows);
    if (row % rows.perSlice === 0) yield { done: row * rows.length, total };
  }
  const leaves = yield* standing(sortVertices(fixedPoints(labels), values), values.length, total);
  yield { done: values.length, total };
  yield* followDown(labels, leaves, total);
  const border = new Int32Array(values.length);
  let count = 0;
  for (let row = 0; row < rows.count; row++) {
    rows.visit(row);
    count = borders(values, labels, rows, border, count);
    if (row % rows.perSlice === 0) yield { done: 2 * values.length + row * rows.length, total };
  }
  const meeting = yield* standing(sortVertices(border.slice(0, count), values), 3 * values.length, total);
  return { labels, leaves, joins: yield* spanningJoins(values, labels, rows, meeting, leaves.length) };
}

/** The same task with progress that stands where it is: sorting takes a small part of the time. */
function* standing<Result>(task: Task<Result, never>, done: number, total: number): Task<Result, never> {
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    yield { done, total };
  }
}

/** A row of a grid, along the first variable, and the rows beside it. */
class Rows {
  readonly length: number;
  readonly count: number;
  readonly perSlice: number;
  /** First vertices of the visited row, and of the rows that touch it, itself among them, ascending. */
  start = 0;
  readonly starts = new Int32Array(9);
  beside = 0;
  readonly #ny: number;
  readonly #nz: number;

  constructor([nx = 1, ny = 1, nz = 1]: readonly number[]) {
    this.length = nx;
    this.#ny = ny;
    this.#nz = nz;
    this.count = ny * nz;
    this.perSlice = Math.max(1, Math.floor(SLICE / nx));
  }

  visit(row: number): void {
    const j = row % this.#ny;
    const k = (row - j) / this.#ny;
    this.start = row * this.length;
    this.beside = 0;
    for (let dk = -1; dk <= 1; dk++) {
      if (k + dk < 0 || k + dk >= this.#nz) continue;
      for (let dj = -1; dj <= 1; dj++) {
        if (j + dj < 0 || j + dj >= this.#ny) continue;
        this.starts[this.beside++] = (row + dk * this.#ny + dj) * this.length;
      }
    }
  }
}

/** Gives each vertex of a row the lowest of its neighbours and itself; −1 to those outside of every sublevel set. */
function lowestNeighbours(values: Float64Array, down: Int32Array, { start, starts, beside, length }: Rows): void {
  for (let i = 0; i < length; i++) {
    const v = start + i;
    // False for NaN too.
    if (!((values[v] as number) < Number.POSITIVE_INFINITY)) {
      down[v] = -1;
      continue;
    }
    const from = i > 0 ? i - 1 : 0;
    const to = i < length - 1 ? i + 1 : i;
    let lowest = v;
    let least = Number.POSITIVE_INFINITY;
    for (let row = 0; row < beside; row++) {
      const first = starts[row] as number;
      // Ascending, so that of equal values the first vertex stays.
      for (let w = first + from; w <= first + to; w++) {
        if ((values[w] as number) < least) {
          least = values[w] as number;
          lowest = w;
        }
      }
    }
    down[v] = lowest;
  }
}

/** The vertices that are their own lowest neighbour. */
function fixedPoints(down: Int32Array): Int32Array {
  let count = 0;
  for (let v = 0; v < down.length; v++) if (down[v] === v) count++;
  const found = new Int32Array(count);
  for (let v = 0, at = 0; v < down.length; v++) if (down[v] === v) found[at++] = v;
  return found;
}

/** Replaces in each vertex the lowest neighbour by the number of the leaf at the end of the path. */
function* followDown(down: Int32Array, leaves: Int32Array, total: number): Task<void, never> {
  // Leaves are marked below −1, so that one array holds both what is known and what is not.
  for (let leaf = 0; leaf < leaves.length; leaf++) down[leaves[leaf] as number] = -2 - leaf;
  for (let v = 0; v < down.length; v++) {
    if (v % SLICE === 0) yield { done: down.length + v, total };
    if ((down[v] as number) < 0) continue;
    let end = down[v] as number;
    while ((down[end] as number) >= 0) end = down[end] as number;
    const leaf = down[end] as number;
    for (let at = v; (down[at] as number) >= 0; ) {
      const next = down[at] as number;
      down[at] = leaf;
      at = next;
    }
  }
  for (let v = 0; v < down.length; v++) if (down[v] !== -1) down[v] = -2 - (down[v] as number);
}

/** Whether w is below v in the total order. */
function isBelow(values: Float64Array, w: number, v: number): boolean {
  const [f, g] = [values[w] as number, values[v] as number];
  return f < g || (f === g && w < v);
}

/** Appends the vertices of a row that have a lower neighbour in another region. @returns the new length */
function borders(values: Float64Array, labels: Int32Array, rows: Rows, out: Int32Array, count: number): number {
  const { start, starts, beside, length } = rows;
  let end = count;
  for (let i = 0; i < length; i++) {
    const v = start + i;
    const label = labels[v] as number;
    if (label < 0) continue;
    const from = i > 0 ? i - 1 : 0;
    const to = i < length - 1 ? i + 1 : i;
    let meets = false;
    for (let row = 0; row < beside && !meets; row++) {
      const first = starts[row] as number;
      for (let w = first + from; w <= first + to; w++) {
        const other = labels[w] as number;
        if (other !== label && other >= 0 && isBelow(values, w, v)) meets = true;
      }
    }
    if (meets) out[end++] = v;
  }
  return end;
}

/** Kruskal's algorithm over the edges that end in the vertices given, ascending. */
function* spanningJoins(
  values: Float64Array,
  labels: Int32Array,
  rows: Rows,
  meeting: Int32Array,
  leaves: number,
): Task<GridJoins, never> {
  const roots = Int32Array.from({ length: leaves }, (_, leaf) => leaf);
  const most = Math.max(0, leaves - 1);
  const [vertices, from, to] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
  let count = 0;
  for (let at = 0; at < meeting.length && count < most; at++) {
    if (at % SLICE === 0) yield { done: 3 * values.length + at, total: 4 * values.length };
    const v = meeting[at] as number;
    const i = v % rows.length;
    rows.visit((v - i) / rows.length);
    for (let row = 0; row < rows.beside; row++) {
      const first = rows.starts[row] as number;
      const last = first + Math.min(i + 1, rows.length - 1);
      for (let w = first + Math.max(0, i - 1); w <= last; w++) {
        const [a, b] = [labels[v] as number, labels[w] as number];
        if (b < 0 || a === b || !isBelow(values, w, v)) continue;
        const [root, other] = [rootOf(roots, a), rootOf(roots, b)];
        if (root === other) continue;
        roots[Math.max(root, other)] = Math.min(root, other);
        vertices[count] = v;
        from[count] = a;
        to[count++] = b;
      }
    }
  }
  return { vertices: vertices.slice(0, count), from: from.slice(0, count), to: to.slice(0, count) };
}

/** The root of an element in a union-find forest; halves the path to it. */
export function rootOf(roots: Int32Array, element: number): number {
  let at = element;
  while (roots[at] !== at) {
    roots[at] = roots[roots[at] as number] as number;
    at = roots[at] as number;
  }
  return at;
}
