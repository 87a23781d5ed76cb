import type { GridSamples } from './sampleGrid.ts';

/**
 * How well a leaf or a join of the grid is known. `confirmed`: a nondegenerate critical point of the right index lies there, and its
 * place and value are the exact ones. `edge`: it lies on the side of the box, where no critical point need be.
 * `unresolved`: no such point was found near it; its value is that of the grid.
 */
export type Standing = 'confirmed' | 'edge' | 'unresolved';

/** A vertex of the grid that matters, or the critical point that it stands for. */
export interface ForestPoint {
  readonly vertex: number;
  /** f at the vertex. */
  readonly gridValue: number;
  /** The critical point and its value where it is confirmed, else those of the vertex. */
  readonly x: Float64Array;
  readonly value: number;
  readonly standing: Standing;
}

/** A minimum of the grid. */
export interface ForestLeaf extends ForestPoint {
  /** How far f may fall below `value` between the vertices, if it is smooth or has a kink there; 0 where it is confirmed. */
  readonly slack: number;
  /**
   * Whether f may fall by more than that: it is not finite at a neighbour, or it rises to the next vertices ever less
   * steeply, as from a cusp.
   */
  readonly isSteep: boolean;
  /** The greatest rise of the grid from the vertex to a neighbour, 0 for none that is finite: the local scale of f. */
  readonly rise: number;
  /** The least value of the leaf's region on the sides of the box; +∞ for none. */
  readonly edgeLevel: number;
}

/** Where the regions of two leaves meet lowest. */
export interface ForestJoin extends ForestPoint {
  /** Positions of the leaves whose regions meet. */
  readonly from: number;
  readonly to: number;
}

/** The sublevel sets of f in a box, as a grid and the critical points near its leaves and joins tell them. */
export interface SublevelForest extends GridSamples {
  /** For each vertex the position of the leaf to which it flows; −1 where f is no number or +∞. */
  readonly labels: Int32Array;
  /** Ascending by the grid's (value, vertex). */
  readonly leaves: readonly ForestLeaf[];
  /** Acyclic, ascending by the grid's (value, vertex). */
  readonly joins: readonly ForestJoin[];
  /** Vertices where f is −∞, and where it is +∞ or no number. */
  readonly infinite: { readonly lowest: number; readonly outside: number };
  /** Minima among the critical points for which the grid has no leaf; 0 before they are compared. */
  readonly missed: number;
  /** How complete the critical points were with which it was compared; null before they are. */
  readonly comparedWith: string | null;
  /** Whether those are proved to be all that there are in the box. */
  readonly isComplete: boolean;
}

/** Whether f is finite anywhere on the grid; else there is no level to speak of. */
export const hasFiniteValue = ({ values, infinite }: SublevelForest): boolean =>
  infinite.lowest + infinite.outside < values.length;

/** The point of a vertex. */
export function vertexPoint({ axes }: GridSamples, vertex: number): Float64Array {
  let rest = vertex;
  return Float64Array.from(axes, (axis) => {
    const at = rest % axis.length;
    rest = (rest - at) / axis.length;
    return axis[at] as number;
  });
}

/** Whether a vertex lies on a side of the box. */
export function isOnEdge({ axes }: GridSamples, vertex: number): boolean {
  let rest = vertex;
  for (const { length } of axes) {
    const at = rest % length;
    if (at === 0 || at === length - 1) return true;
    rest = (rest - at) / length;
  }
  return false;
}

/** The vertex nearest to a point along each variable; one of the box's side for a point outside. */
export function nearestVertex({ axes }: GridSamples, x: ArrayLike<number>): number {
  let vertex = 0;
  for (let i = axes.length - 1; i >= 0; i--) {
    const axis = axes[i] as Float64Array;
    const at = Math.round(gridCoordinate(axis, x[i] as number));
    vertex = vertex * axis.length + Math.min(axis.length - 1, Math.max(0, at));
  }
  return vertex;
}

/** Whether a point lies in the box of the grid. */
export function isInBox({ axes }: Pick<GridSamples, 'axes'>, x: ArrayLike<number>): boolean {
  return axes.every((axis, i) => {
    const coordinate = x[i] as number;
    return coordinate >= (axis[0] as number) && coordinate <= (axis[axis.length - 1] as number);
  });
}

/** How many steps a coordinate is from the first of an axis. */
function gridCoordinate(axis: Float64Array, x: number): number {
  const [low, high] = [axis[0] as number, axis[axis.length - 1] as number];
  return ((x - low) / (high - low)) * (axis.length - 1);
}

/** The distance between two points along the variable along which it is greatest, in steps of the grid. */
export function cellsBetween({ axes }: Pick<GridSamples, 'axes'>, a: Float64Array, b: Float64Array): number {
  return axes.reduce(
    (most, axis, i) =>
      Math.max(most, Math.abs(gridCoordinate(axis, a[i] as number) - gridCoordinate(axis, b[i] as number))),
    0,
  );
}

const NONE: ReadonlySet<number> = new Set();

/**
 * The vertices at most `reach` steps from one along each variable, that one included; those outside of the grid are
 * left out.
 * @param held  variables along which no step is taken
 */
export function verticesAround(
  { axes }: GridSamples,
  vertex: number,
  reach: number,
  held: ReadonlySet<number> = NONE,
): number[] {
  let found = [0];
  let rest = vertex;
  let stride = 1;
  for (const [axis, { length }] of axes.entries()) {
    const at = rest % length;
    rest = (rest - at) / length;
    const far = held.has(axis) ? 0 : reach;
    const places: number[] = [];
    for (let i = Math.max(0, at - far); i <= Math.min(length - 1, at + far); i++) places.push(i * stride);
    found = found.flatMap((begun) => places.map((place) => begun + place));
    stride *= length;
  }
  return found;
}
