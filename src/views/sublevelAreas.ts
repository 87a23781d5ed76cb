/** A function on a rectangular grid of the plane, and to which component of a sublevel set each vertex belongs. */
export interface SublevelGrid {
  /** Vertices along x, and in all nx·ny values, row-major with row = y. */
  readonly columns: number;
  readonly values: Float64Array;
  /** For each vertex the region that it flows to; −1 for none. */
  readonly labels: Int32Array;
}

/** The part of Ω_u that is one component, in units of the grid: (0, 0) is the first vertex, (1, 0) the next of its row. */
export interface SublevelArea {
  readonly component: number;
  /** Whole cells, in runs along x: left, top row, right, by turns; each one cell high. */
  readonly runs: number[];
  /** Parts of cells: x and y of the corners, each polygon closed by NaN, NaN. */
  readonly polygons: number[];
  /** Where f = u: x₀, y₀, x₁, y₁ of each piece. */
  readonly outline: number[];
  /** Where the component meets the sides of the grid: as `outline`. */
  readonly sides: number[];
}

/**
 * The components of Ω_u = {f ≤ u} by marching squares, f being linear along the sides of the cells. Two corners of a
 * cell that lie opposite each other are joined across it, as the merge tree joins them.
 * @param components  for each region its component; −1 for none
 * @returns by ascending component
 */
export function sublevelAreas(grid: SublevelGrid, level: number, components: ArrayLike<number>): SublevelArea[] {
  const { columns, values, labels } = grid;
  const rows = values.length / columns;
  const areas = new Map<number, SublevelArea>();
  const areaOf = (component: number): SublevelArea => {
    const known = areas.get(component);
    if (known) return known;
    const made = { component, runs: [], polygons: [], outline: [], sides: [] };
    areas.set(component, made);
    return made;
  };
  const owner = (v: number): number =>
    (values[v] as number) <= level ? (components[labels[v] as number] as number) : -1;
  let below = new Int32Array(columns);
  let above = new Int32Array(columns);
  const fill = (row: Int32Array, j: number) => {
    for (let i = 0, v = j * columns; i < columns; i++, v++) row[i] = owner(v);
  };
  fill(below, 0);
  for (let j = 0; j + 1 < rows; j++) {
    fill(above, j + 1);
    marchRow(grid, level, j, below, above, areaOf);
    [below, above] = [above, below];
  }
  followSides(grid, level, owner, areaOf);
  return [...areas.values()].sort((a, b) => a.component - b.component);
}

/** Of the cell at hand, around it: the owners of its corners, and f there. */
const owners = new Int32Array(4);
const heights = new Float64Array(4);

function marchRow(
  { columns, values }: SublevelGrid,
  level: number,
  j: number,
  below: Int32Array,
  above: Int32Array,
  areaOf: (component: number) => SublevelArea,
): void {
  let begun = -1;
  for (let i = 0; i + 1 < columns; i++) {
    const [a, b, c, d] = [below[i] as number, below[i + 1] as number, above[i + 1] as number, above[i] as number];
    // Negative exactly where one of them is, and where all of them are.
    const isFull = (a | b | c | d) >= 0;
    if (begun >= 0 && !(isFull && below[begun] === a)) {
      areaOf(below[begun] as number).runs.push(begun, j, i);
      begun = -1;
    }
    if (isFull) {
      if (begun < 0) begun = i;
    } else if ((a & b & c & d) >= 0) {
      const at = j * columns + i;
      owners[0] = a;
      owners[1] = b;
      owners[2] = c;
      owners[3] = d;
      heights[0] = values[at] as number;
      heights[1] = values[at + 1] as number;
      heights[2] = values[at + columns + 1] as number;
      heights[3] = values[at + columns] as number;
      pushPart(areaOf(a >= 0 ? a : b >= 0 ? b : c >= 0 ? c : d), i, j, level);
    }
  }
  if (begun >= 0) areaOf(below[begun] as number).runs.push(begun, j, columns - 1);
}

/** x and y of the corners of a cell, around it. */
const CORNER_X = [0, 1, 1, 0] as const;
const CORNER_Y = [0, 0, 1, 1] as const;

/** The part of a cell that is inside: a walk around it, from corner to corner, with the places where f = u. */
function pushPart({ polygons, outline }: SublevelArea, i: number, j: number, level: number): void {
  let start = 0;
  while ((owners[start] as number) < 0) start++;
  let leavingX = Number.NaN;
  let leavingY = Number.NaN;
  for (let step = 0; step < 4; step++) {
    const k = (start + step) % 4;
    const next = (k + 1) % 4;
    const [x, y] = [CORNER_X[k] as number, CORNER_Y[k] as number];
    const isInside = (owners[k] as number) >= 0;
    if (isInside) polygons.push(i + x, j + y);
    if (isInside === (owners[next] as number) >= 0) continue;
    const share = crossing(heights[k] as number, heights[next] as number, level);
    const px = i + x + share * ((CORNER_X[next] as number) - x);
    const py = j + y + share * ((CORNER_Y[next] as number) - y);
    polygons.push(px, py);
    if (isInside) [leavingX, leavingY] = [px, py];
    else if (leavingX >= 0) outline.push(leavingX, leavingY, px, py);
  }
  polygons.push(Number.NaN, Number.NaN);
}

/** Where between two corners f = u, from 0 to 1; in the middle where one of them is not finite. */
function crossing(from: number, to: number, level: number): number {
  const share = (level - from) / (to - from);
  return share >= 0 && share <= 1 && Number.isFinite(to) && Number.isFinite(from) ? share : 0.5;
}

/** Adds the pieces of the grid's four sides that are inside. */
function followSides(
  { columns, values }: SublevelGrid,
  level: number,
  owner: (vertex: number) => number,
  areaOf: (component: number) => SublevelArea,
): void {
  const rows = values.length / columns;
  const along = (count: number, vertexAt: (k: number) => number, pointAt: (k: number) => [number, number]) => {
    for (let k = 0; k + 1 < count; k++) {
      const [a, b] = [vertexAt(k), vertexAt(k + 1)];
      const [first, second] = [owner(a), owner(b)];
      if (first < 0 && second < 0) continue;
      const share = crossing(values[a] as number, values[b] as number, level);
      const from = first >= 0 ? k : k + share;
      const to = second >= 0 ? k + 1 : k + share;
      areaOf(first >= 0 ? first : second).sides.push(...pointAt(from), ...pointAt(to));
    }
  };
  for (const j of [0, rows - 1])
    along(
      columns,
      (k) => j * columns + k,
      (k) => [k, j],
    );
  for (const i of [0, columns - 1])
    along(
      rows,
      (k) => k * columns + i,
      (k) => [i, k],
    );
}
