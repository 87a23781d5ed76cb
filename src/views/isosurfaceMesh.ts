import type { Rgb } from './colourScales.ts';
import { MeshBuilder, normalOf, type SpaceMesh } from './spaceMesh.ts';

/** A function on a grid of three variables, and to which component of a sublevel set each vertex belongs. */
export interface SpaceGrid {
  /** Vertices along each variable; the first runs fastest. */
  readonly sides: readonly [number, number, number];
  readonly values: Float64Array;
  /** For each vertex the region that it flows to; −1 for none. */
  readonly labels: Int32Array;
}

/** The corners of a cell, and its six tetrahedra about the diagonal from the first to the last: they fit those of the neighbours. */
const CORNERS = [0, 1, 2, 3, 4, 5, 6, 7].map((k) => [k & 1, (k >> 1) & 1, (k >> 2) & 1] as const);
const TETRAHEDRA = [
  [0, 1, 3, 7],
  [0, 3, 2, 7],
  [0, 2, 6, 7],
  [0, 6, 4, 7],
  [0, 4, 5, 7],
  [0, 5, 1, 7],
] as const;

/**
 * The surface f = u by marching tetrahedra, closed where Ω_u meets the sides of the box, each component in its colour.
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

class March {
  readonly counts: readonly [number, number, number];
  readonly #grid: SpaceGrid;
  readonly #level: number;
  readonly #components: ArrayLike<number>;
  readonly #extent: readonly [number, number, number];
  readonly #stride: number;
  readonly #inside = new Uint8Array(8);

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
    this.counts = grid.sides.map((side) => Math.floor((side - 1) / stride) + 1) as [number, number, number];
  }

  cell(i: number, j: number, k: number, builder: MeshBuilder, colourOf: (component: number) => Rgb): void {
    const inside = this.#inside;
    let count = 0;
    for (let c = 0; c < 8; c++) {
      const isIn = this.#value(i + (c & 1), j + ((c >> 1) & 1), k + ((c >> 2) & 1)) <= this.#level;
      inside[c] = isIn ? 1 : 0;
      if (isIn) count++;
    }
    if (count === 0 || count === 8) return;
    const first = CORNERS[inside.indexOf(1)] as readonly [number, number, number];
    const component = this.#component(i + first[0], j + first[1], k + first[2]);
    if (component < 0) return;
    const colour = colourOf(component);
    for (const tetrahedron of TETRAHEDRA) this.#tetrahedron([i, j, k], tetrahedron, builder, colour);
  }

  #tetrahedron(cell: readonly number[], corners: readonly number[], builder: MeshBuilder, colour: Rgb): void {
    const within = corners.filter((c) => this.#inside[c] === 1);
    const outside = corners.filter((c) => this.#inside[c] === 0);
    if (within.length === 0 || outside.length === 0) return;
    const cross = (a: number, b: number) => this.#crossing(cell, a, b);
    const [a, b, c] = within as [number, number, number];
    const [d, e, f] = outside as [number, number, number];
    const points =
      within.length === 1
        ? [cross(a, d), cross(a, e), cross(a, f)]
        : within.length === 3
          ? [cross(a, d), cross(b, d), cross(c, d)]
          : [cross(a, d), cross(a, e), cross(b, e), cross(b, d)];
    for (let k = 1; k + 1 < points.length; k++) {
      const triangle = [points[0], points[k], points[k + 1]] as readonly Crossing[];
      const flat = normalOf(triangle.map(({ at }) => at));
      builder.push(
        triangle.map(({ at }) => at),
        triangle.map(({ normal }) => normal ?? flat),
        colour,
      );
    }
  }

  /** Where f = u between a corner inside and one outside. */
  #crossing([i = 0, j = 0, k = 0]: readonly number[], from: number, to: number): Crossing {
    const [p, q] = [CORNERS[from], CORNERS[to]] as [readonly number[], readonly number[]];
    const a = [i + (p[0] as number), j + (p[1] as number), k + (p[2] as number)];
    const b = [i + (q[0] as number), j + (q[1] as number), k + (q[2] as number)];
    const [low, high] = [this.#value(...(a as Place)), this.#value(...(b as Place))];
    const share = Number.isFinite(high) ? (this.#level - low) / (high - low) : 0;
    const t = share >= 0 && share <= 1 ? share : 0;
    const at = a.map((place, axis) => this.#coordinate(place + t * ((b[axis] as number) - place), axis));
    // Beyond the box and beside gaps the plane of the triangle tells the light.
    if (!Number.isFinite(high)) return { at, normal: null };
    const [g, h] = [this.#gradient(a), this.#gradient(b)];
    return { at, normal: g.map((slope, axis) => slope + t * ((h[axis] as number) - slope)) };
  }

  #gradient(place: readonly number[]): number[] {
    return place.map((at, axis) => {
      const beside = (step: number) => this.#value(...(place.with(axis, at + step) as unknown as Place));
      const [before, after] = [beside(-1), beside(1)];
      const here = this.#value(...(place as unknown as Place));
      const scale = (this.counts[axis] as number) / (this.#extent[axis] as number);
      const low = Number.isFinite(before) ? before : here;
      const high = Number.isFinite(after) ? after : here;
      return (high - low) * scale;
    });
  }

  #coordinate(place: number, axis: number): number {
    const last = (this.counts[axis] as number) - 1;
    return (Math.min(last, Math.max(0, place)) / last - 0.5) * (this.#extent[axis] as number);
  }

  #vertex(i: number, j: number, k: number): number {
    const [nx, ny, nz] = this.counts;
    if (i < 0 || j < 0 || k < 0 || i >= nx || j >= ny || k >= nz) return -1;
    const [sx, sy] = this.#grid.sides;
    const step = this.#stride;
    return (k * step * sy + j * step) * sx + i * step;
  }

  #value(i: number, j: number, k: number): number {
    const vertex = this.#vertex(i, j, k);
    return vertex < 0 ? Number.POSITIVE_INFINITY : (this.#grid.values[vertex] as number);
  }

  #component(i: number, j: number, k: number): number {
    return this.#components[this.#grid.labels[this.#vertex(i, j, k)] as number] as number;
  }
}

type Place = [number, number, number];

interface Crossing {
  readonly at: readonly number[];
  /** Null where the gradient is not known. */
  readonly normal: readonly number[] | null;
}
