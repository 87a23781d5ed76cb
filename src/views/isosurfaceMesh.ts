import type { Rgb } from './colourScales.ts';
import { MeshBuilder, type SpaceMesh } from './spaceMesh.ts';

/** A function on a grid of three variables, and to which component of a sublevel set each vertex belongs. */
export interface SpaceGrid {
  /** Vertices along each variable; the first runs fastest. */
  readonly sides: readonly [number, number, number];
  readonly values: Float64Array;
  /** For each vertex the region that it flows to; −1 for none. */
  readonly labels: Int32Array;
}

/**
 * The six tetrahedra of a cell about the diagonal from its first corner to its last: they fit those of the neighbours.
 * Bit i of a corner says on which side of variable i it lies.
 */
const TETRAHEDRA = [
  [0, 1, 3, 7],
  [0, 3, 2, 7],
  [0, 2, 6, 7],
  [0, 6, 4, 7],
  [0, 4, 5, 7],
  [0, 5, 1, 7],
] as const;

/**
 * The surface f = u by marching tetrahedra, closed by cuts where Ω_u meets the sides of the box, each component
 * a part in its colour.
 * @param components  for each region its component; −1 for none
 * @param extent  lengths of the box that the grid fills, centred at the origin
 * @param stride  only every so many-th vertex is used
 * Source: Doi and Koide (1991), An efficient method of triangulating equi-valued surfaces.
 */
export function isosurfaceMesh(
  grid: SpaceGrid,
  level: number,
  components: ArrayLike<number>,
  colourOf: (component: number) => Rgb,
  extent: readonly [number, number, number],
  stride: number,
): SpaceMesh {
  const march = new March(grid, level, components, extent, stride);
  const builder = new MeshBuilder();
  const [nx, ny, nz] = march.counts;
  // One layer beyond each side, where nothing is inside: it closes the surface.
  for (let k = -1; k < nz; k++) {
    for (let j = -1; j < ny; j++) {
      for (let i = -1; i < nx; i++) march.cell(i, j, k, builder, colourOf);
    }
  }
  return builder.mesh();
}

/** The triangles of one surface, cell by cell. Nothing is allocated for a cell: there are a quarter of a million. */
class March {
  /** Vertices along each variable that are used. */
  readonly counts: readonly [number, number, number];
  readonly #grid: SpaceGrid;
  readonly #level: number;
  readonly #components: ArrayLike<number>;
  readonly #extent: readonly [number, number, number];
  readonly #stride: number;
  /** f at the used vertices and, as +∞, at one layer around them. */
  readonly #padded: Float64Array;
  readonly #row: number;
  readonly #sheet: number;
  /** Of the cell: its component, and whether it lies beyond a side of the box. */
  #component = -1;
  #isCut = false;
  /** Of the cell: which corners are inside, and those of a tetrahedron that are and are not. */
  readonly #inside = new Uint8Array(8);
  readonly #within = new Int32Array(4);
  readonly #outside = new Int32Array(4);
  /** Up to four crossings, x, y, z each, and the slopes there; then a triangle of them. */
  readonly #points = new Float64Array(12);
  readonly #slopes = new Float64Array(12);
  readonly #corners = new Float64Array(9);
  readonly #normals = new Float64Array(9);

  constructor(
    grid: SpaceGrid,
    level: number,
    components: ArrayLike<number>,
    extent: readonly [number, number, number],
    stride: number,
  ) {
    this.#grid = grid;
    this.#level = level;
    this.#components = components;
    this.#extent = extent;
    this.#stride = stride;
    const [nx, ny, nz] = grid.sides.map((side) => Math.floor((side - 1) / stride) + 1) as [number, number, number];
    this.counts = [nx, ny, nz];
    this.#row = nx + 2;
    this.#sheet = this.#row * (ny + 2);
    this.#padded = new Float64Array(this.#sheet * (nz + 2)).fill(Number.POSITIVE_INFINITY);
    for (let k = 0; k < nz; k++) {
      for (let j = 0; j < ny; j++) {
        for (let i = 0; i < nx; i++) this.#padded[this.#at(i, j, k)] = grid.values[this.#vertex(i, j, k)] as number;
      }
    }
  }

  cell(i: number, j: number, k: number, builder: MeshBuilder, colourOf: (component: number) => Rgb): void {
    const from = this.#at(i, j, k);
    let count = 0;
    for (let c = 0; c < 8; c++) {
      const isIn = (this.#padded[from + this.#offset(c)] as number) <= this.#level;
      this.#inside[c] = isIn ? 1 : 0;
      if (isIn) count++;
    }
    if (count === 0 || count === 8) return;
    const c = this.#inside.indexOf(1);
    const vertex = this.#vertex(i + (c & 1), j + ((c >> 1) & 1), k + ((c >> 2) & 1));
    const component = this.#components[this.#grid.labels[vertex] as number] as number;
    if (component < 0) return;
    this.#component = component;
    const [nx, ny, nz] = this.counts;
    this.#isCut = i < 0 || j < 0 || k < 0 || i + 1 === nx || j + 1 === ny || k + 1 === nz;
    const colour = colourOf(component);
    for (const tetrahedron of TETRAHEDRA) this.#tetrahedron(i, j, k, tetrahedron, builder, colour);
  }

  #tetrahedron(i: number, j: number, k: number, corners: readonly number[], builder: MeshBuilder, colour: Rgb): void {
    let ins = 0;
    let outs = 0;
    for (const corner of corners) {
      if (this.#inside[corner] === 1) this.#within[ins++] = corner;
      else this.#outside[outs++] = corner;
    }
    if (ins === 0 || outs === 0) return;
    const [within, outside] = [this.#within, this.#outside];
    if (ins === 2) {
      this.#cross(0, i, j, k, within[0] as number, outside[0] as number);
      this.#cross(1, i, j, k, within[0] as number, outside[1] as number);
      this.#cross(2, i, j, k, within[1] as number, outside[1] as number);
      this.#cross(3, i, j, k, within[1] as number, outside[0] as number);
    } else {
      for (let n = 0; n < 3; n++) {
        this.#cross(n, i, j, k, within[ins === 1 ? 0 : n] as number, outside[ins === 1 ? n : 0] as number);
      }
    }
    this.#push(0, 1, 2, builder, colour);
    if (ins === 2) this.#push(0, 2, 3, builder, colour);
  }

  #push(a: number, b: number, c: number, builder: MeshBuilder, colour: Rgb): void {
    for (let axis = 0; axis < 3; axis++) {
      for (let n = 0; n < 3; n++) {
        const from = 3 * (n === 0 ? a : n === 1 ? b : c) + axis;
        this.#corners[3 * n + axis] = this.#points[from] as number;
        this.#normals[3 * n + axis] = this.#slopes[from] as number;
      }
    }
    builder.push(this.#corners, this.#normals, colour, this.#component, this.#isCut);
  }

  /** Notes as the n-th crossing where f = u between a corner inside and one outside, and the slopes of f there. */
  #cross(n: number, i: number, j: number, k: number, inner: number, outer: number): void {
    const from = this.#at(i, j, k);
    const [a, b] = [from + this.#offset(inner), from + this.#offset(outer)];
    const [low, high] = [this.#padded[a] as number, this.#padded[b] as number];
    const share = (this.#level - low) / (high - low);
    // Beyond the box, and where f is not finite, the surface stands at the corner inside.
    const t = high < Number.POSITIVE_INFINITY && share >= 0 && share <= 1 ? share : 0;
    for (let axis = 0; axis < 3; axis++) {
      const [p, q] = [(inner >> axis) & 1, (outer >> axis) & 1];
      const place = (axis === 0 ? i : axis === 1 ? j : k) + p + t * (q - p);
      const last = (this.counts[axis] as number) - 1;
      const length = this.#extent[axis] as number;
      this.#points[3 * n + axis] = (place / last - 0.5) * length;
      const step = axis === 0 ? 1 : axis === 1 ? this.#row : this.#sheet;
      const slope = this.#slope(a, step) * (1 - t) + this.#slope(b, step) * t;
      this.#slopes[3 * n + axis] = high < Number.POSITIVE_INFINITY ? (slope * last) / length : Number.NaN;
    }
  }

  /** The difference of the values before and after a vertex, per step; one-sided beside what is not finite. */
  #slope(at: number, step: number): number {
    const here = this.#padded[at] as number;
    const [before, after] = [this.#padded[at - step] as number, this.#padded[at + step] as number];
    const hasBefore = before < Number.POSITIVE_INFINITY;
    const hasAfter = after < Number.POSITIVE_INFINITY;
    if (hasBefore && hasAfter) return (after - before) / 2;
    return hasAfter ? after - here : hasBefore ? here - before : 0;
  }

  /** Position among the padded values; coordinates begin at −1. */
  #at(i: number, j: number, k: number): number {
    return (k + 1) * this.#sheet + (j + 1) * this.#row + i + 1;
  }

  /** From the first corner of a cell to another. */
  #offset(corner: number): number {
    return (corner & 1) + ((corner >> 1) & 1) * this.#row + ((corner >> 2) & 1) * this.#sheet;
  }

  #vertex(i: number, j: number, k: number): number {
    const [sx, sy] = this.#grid.sides;
    return (k * this.#stride * sy + j * this.#stride) * sx + i * this.#stride;
  }
}
