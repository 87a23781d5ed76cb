import type { Task } from '../task.ts';
import { Heap } from './Heap.ts';
import { cornersOf, distanceTo, neighbours, type PathGrid, vertexPoint } from './PathGrid.ts';

type Ends = readonly [Float64Array, Float64Array];

/** Vertices between two yields: some milliseconds. */
const SLICE = 4096;

/**
 * The lowest level at which the vertices joined to their eight neighbours connect the cells of the two ends: the
 * vertices are flooded from one end in the order of their values until the other is reached. That is the value at
 * which the two components of the merge tree of the grid meet.
 * @returns ∞ where no level joins them
 */
export function* gridBarrier(grid: PathGrid, [a, b]: Ends): Task<number, never> {
  const { values } = grid;
  const goals = new Set(cornersOf(grid, b));
  const seen = new Uint8Array(values.length);
  const heap = new Heap();
  const around = new Int32Array(8);
  let barrier = Number.NEGATIVE_INFINITY;
  const visit = (vertex: number) => {
    if (seen[vertex] === 1) return;
    seen[vertex] = 1;
    heap.push(vertex, values[vertex] as number);
  };
  for (const vertex of cornersOf(grid, a)) visit(vertex);
  for (let k = 0; heap.size > 0; k++) {
    barrier = Math.max(barrier, heap.least);
    if (barrier === Number.POSITIVE_INFINITY) return barrier;
    const vertex = heap.pop();
    if (goals.has(vertex)) return barrier;
    const count = neighbours(grid, vertex, around);
    for (let i = 0; i < count; i++) visit(around[i] as number);
    if (k % SLICE === SLICE - 1) yield { done: k, total: values.length };
  }
  return Number.POSITIVE_INFINITY;
}

/**
 * The shortest path along the edges of the grid (eight neighbours) through vertices with f ≤ level, from one end over
 * the corners of its cell to the other end.
 * @returns its points with the ends, 2m numbers; null where there is none
 * Source: Dijkstra (1959), A note on two problems in connexion with graphs.
 */
export function* shortestGridPath(grid: PathGrid, [a, b]: Ends, level: number): Task<Float64Array | null, never> {
  const { values } = grid;
  const from = new Int32Array(values.length).fill(-1);
  const length = new Float64Array(values.length).fill(Number.POSITIVE_INFINITY);
  const heap = new Heap();
  const around = new Int32Array(8);
  const here = new Float64Array(2);
  const offer = (vertex: number, reached: number, before: number) => {
    if (!((values[vertex] as number) <= level) || reached >= (length[vertex] as number)) return;
    length[vertex] = reached;
    from[vertex] = before;
    heap.push(vertex, reached);
  };
  for (const vertex of cornersOf(grid, a)) offer(vertex, distanceTo(grid, vertex, a), -1);
  for (let k = 0; heap.size > 0; k++) {
    const reached = heap.least;
    const vertex = heap.pop();
    if (reached > (length[vertex] as number)) continue;
    vertexPoint(grid, vertex, here);
    const count = neighbours(grid, vertex, around);
    for (let i = 0; i < count; i++) {
      const next = around[i] as number;
      offer(next, reached + distanceTo(grid, next, here), vertex);
    }
    if (k % SLICE === SLICE - 1) yield { done: k, total: values.length };
  }
  const last = nearestCorner(grid, b, length);
  return last < 0 ? null : pathTo(grid, [a, b], from, last);
}

/** The corner of the cell of b over which the way is shortest; −1 where none was reached. */
function nearestCorner(grid: PathGrid, b: Float64Array, length: Float64Array): number {
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  for (const vertex of cornersOf(grid, b)) {
    const total = (length[vertex] as number) + distanceTo(grid, vertex, b);
    if (total < least) [best, least] = [vertex, total];
  }
  return best;
}

function pathTo(grid: PathGrid, [a, b]: Ends, from: Int32Array, last: number): Float64Array {
  const vertices: number[] = [];
  for (let vertex = last; vertex >= 0; vertex = from[vertex] as number) vertices.push(vertex);
  const points = new Float64Array(2 * (vertices.length + 2));
  points.set(a, 0);
  for (const [k, vertex] of vertices.toReversed().entries()) {
    vertexPoint(grid, vertex, points.subarray(2 * (k + 1), 2 * (k + 2)));
  }
  points.set(b, points.length - 2);
  return points;
}
