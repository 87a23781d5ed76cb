/** A function on a rectangular grid of the plane, and to which component of a sublevel set each vertex belongs. */
export interface SublevelGrid {
  /** Vertices along x, and in all nx·ny values, row-major with row = y. */
  readonly columns: number;
  readonly values: Float64Array;
  /** For each vertex the region that it flows to; −1 for none. */
  readonly labels: Int32Array;
}

/**
 * A closed line around a part of Ω_u, or around a hole in it, with the inside to the left. In units of the grid:
 * (0, 0) is the first vertex, (1, 0) the next of its row.
 */
export interface SublevelContour {
  /** x and y of each point. */
  readonly points: readonly number[];
  /** For each point whether the piece from there to the next one runs along a side of the grid, where f ≤ u. */
  readonly onSide: readonly boolean[];
}

/** The part of Ω_u that is one component. */
export interface SublevelArea {
  readonly component: number;
  readonly contours: readonly SublevelContour[];
}

/**
 * The components of Ω_u = {f ≤ u} by marching squares, f being linear along the sides of the cells. Two corners of a
 * cell that lie opposite each other are joined across it, as the merge tree joins them. The pieces of all cells are
 * linked to closed contours, because a canvas fills and strokes those many times as fast.
 * @param components  for each region its component; −1 for none
 * @returns by ascending component
 */
export function sublevelAreas(grid: SublevelGrid, level: number, components: ArrayLike<number>): SublevelArea[] {
  const { columns, values, labels } = grid;
  const rows = values.length / columns;
  const pieces = piecesOf(grid);
  pieces.beginAt(level);
  // A frame of vertices outside of everything closes the contours along the sides.
  let below = new Int32Array(columns + 2).fill(-1);
  let above = new Int32Array(columns + 2).fill(-1);
  for (let j = -1; j < rows; j++) {
    for (let i = 0, v = (j + 1) * columns; i < columns; i++, v++) {
      const isInside = j + 1 < rows && (values[v] as number) <= level;
      above[i + 1] = isInside ? (components[labels[v] as number] as number) : -1;
    }
    let [a, d] = [-1, -1];
    for (let i = -1; i < columns; i++) {
      const b = below[i + 2] as number;
      const c = above[i + 2] as number;
      // Negative exactly where one of them is, and where all of them are.
      if ((a | b | c | d) < 0 && (a & b & c & d) >= 0) pieces.cross(i, j, a, b, c, d);
      a = b;
      d = c;
    }
    [below, above] = [above, below];
  }
  return pieces.areas();
}

/** Kept with their grid, because a dragged level asks for another set at every move. */
const kept = new WeakMap<Float64Array, Pieces>();

function piecesOf({ values, columns }: SublevelGrid): Pieces {
  const known = kept.get(values);
  if (known?.columns === columns) return known;
  const pieces = new Pieces(values, columns);
  kept.set(values, pieces);
  return pieces;
}

/** x and y of the corners of a cell, around it. */
const CORNER_X = [0, 1, 1, 0] as const;
const CORNER_Y = [0, 0, 1, 1] as const;

/** The pieces of contours in single cells, each from where it leaves the inside to where it comes back. */
class Pieces {
  readonly columns: number;
  readonly #values: Float64Array;
  readonly #rows: number;
  #level = 0;
  #count = 0;
  #capacity = 0;
  #component = new Int32Array(0);
  #x = new Float64Array(0);
  #y = new Float64Array(0);
  #onSide = new Uint8Array(0);
  /** The side of a cell on which a piece ends; and by the side on which one begins, that piece. */
  #end = new Int32Array(0);
  readonly #byBegin: Int32Array;
  readonly #owners = new Int32Array(4);

  constructor(values: Float64Array, columns: number) {
    this.#values = values;
    this.columns = columns;
    this.#rows = values.length / columns;
    this.#byBegin = new Int32Array(2 * (columns + 2) * (this.#rows + 2));
  }

  /** Forgets all pieces. Their sides need not be cleared: each is ended on by none but a piece that one begins on. */
  beginAt(level: number): void {
    this.#level = level;
    this.#count = 0;
  }

  /** Adds those of the cell whose first corner is (i, j). @param a,b,c,d  the components at its corners, around it */
  cross(i: number, j: number, a: number, b: number, c: number, d: number): void {
    const owners = this.#owners;
    owners[0] = a;
    owners[1] = b;
    owners[2] = c;
    owners[3] = d;
    let start = 0;
    while ((owners[start] as number) < 0) start++;
    let open = -1;
    for (let step = 0; step < 4; step++) {
      const k = (start + step) % 4;
      const isInside = (owners[k] as number) >= 0;
      if (isInside === (owners[(k + 1) % 4] as number) >= 0) continue;
      if (isInside) open = this.#begin(i, j, k);
      else this.#end[open] = this.#sideOf(i, j, k);
    }
  }

  /** A piece that begins on side k of a cell, at whose first corner the inside is left. */
  #begin(i: number, j: number, k: number): number {
    const next = (k + 1) % 4;
    const [x, y] = [i + (CORNER_X[k] as number), j + (CORNER_Y[k] as number)];
    const [toX, toY] = [i + (CORNER_X[next] as number), j + (CORNER_Y[next] as number)];
    const share = this.#share(x, y, toX, toY);
    const piece = this.#count++;
    if (piece === this.#capacity) this.#grow();
    this.#x[piece] = x + share * (toX - x);
    this.#y[piece] = y + share * (toY - y);
    this.#component[piece] = this.#owners[k] as number;
    this.#onSide[piece] = i < 0 || j < 0 || i >= this.columns - 1 || j >= this.#rows - 1 ? 1 : 0;
    this.#byBegin[this.#sideOf(i, j, k)] = piece;
    return piece;
  }

  #grow(): void {
    this.#capacity = Math.max(1024, 2 * this.#capacity);
    const grown = <T extends Int32Array | Float64Array | Uint8Array>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.#x = grown(new Float64Array(this.#capacity), this.#x);
    this.#y = grown(new Float64Array(this.#capacity), this.#y);
    this.#component = grown(new Int32Array(this.#capacity), this.#component);
    this.#onSide = grown(new Uint8Array(this.#capacity), this.#onSide);
    this.#end = grown(new Int32Array(this.#capacity), this.#end);
  }

  /** Where between a vertex inside and one outside f = u, from 0 to 1: at the first where the other is no vertex. */
  #share(x: number, y: number, toX: number, toY: number): number {
    if (toX < 0 || toY < 0 || toX >= this.columns || toY >= this.#rows) return 0;
    const from = this.#values[y * this.columns + x] as number;
    const to = this.#values[toY * this.columns + toX] as number;
    const share = (this.#level - from) / (to - from);
    // In the middle where one of them is not finite.
    return share >= 0 && share <= 1 && Number.isFinite(to) && Number.isFinite(from) ? share : 0.5;
  }

  /** The number of side k of a cell, the same for the two cells that share it. */
  #sideOf(i: number, j: number, k: number): number {
    const column = i + 1 + (k === 1 ? 1 : 0);
    const row = j + 1 + (k === 2 ? 1 : 0);
    return 2 * (row * (this.columns + 2) + column) + (k % 2);
  }

  /** The contours of each component, by ascending component. */
  areas(): SublevelArea[] {
    const areas = new Map<number, SublevelContour[]>();
    const isDone = new Uint8Array(this.#count);
    for (let first = 0; first < isDone.length; first++) {
      if (isDone[first] === 1) continue;
      const component = this.#component[first] as number;
      const contours = areas.get(component) ?? [];
      areas.set(component, contours);
      contours.push(this.#follow(first, isDone));
    }
    return [...areas]
      .map(([component, contours]) => ({ component, contours }))
      .sort((a, b) => a.component - b.component);
  }

  #follow(first: number, isDone: Uint8Array): SublevelContour {
    const points: number[] = [];
    const onSide: boolean[] = [];
    for (let piece = first; isDone[piece] === 0; piece = this.#byBegin[this.#end[piece] as number] as number) {
      isDone[piece] = 1;
      points.push(this.#x[piece] as number, this.#y[piece] as number);
      onSide.push(this.#onSide[piece] === 1);
    }
    return { points, onSide };
  }
}
