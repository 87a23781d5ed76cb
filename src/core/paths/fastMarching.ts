import type { CountingObjective } from '../objective/counting.ts';
import type { Task } from '../task.ts';
import { distance } from './beads.ts';
import { Heap } from './Heap.ts';
import { Line } from './Line.ts';
import { cornersOf, distanceTo, type PathGrid, vertexPoint } from './PathGrid.ts';

/** Cells around the source within which distances are straight, where the segment is inside. */
const STRAIGHT_CELLS = 12;
/** Vertices between two yields: some milliseconds. */
const VERTICES = 2048;
const AXES = ['across', 'up'] as const;

/**
 * The geodesic distance between the two ends inside Ω_u, by fast marching on the grid: the eikonal equation ‖∇T‖ = 1
 * with T = 0 at the first end, over the vertices with f ≤ u. Differences are of second order where two vertices in line
 * on the upwind side are settled, else of first. Where the way is straight it is off by less than half a step of the
 * grid. Where it bends round what is outside Ω_u it is too long, since it keeps to the vertices inside and the
 * differences there have no room to be of second order: on 401 × 401 vertices by up to 1.5 % round discs, by half a
 * per cent on the average. Paths out of the box are not seen.
 * @returns null where the vertices with f ≤ u do not join the ends
 * Source: Sethian (1999), Level Set Methods and Fast Marching Methods, ch. 8.
 */
export function* geodesicDistance(
  f: CountingObjective,
  grid: PathGrid,
  [a, b]: readonly [Float64Array, Float64Array],
  level: number,
): Task<number | null, never> {
  const front = new Front(f, grid, level);
  if (front.sees(a, b)) {
    const straight = distance(a, b);
    if (straight < STRAIGHT_CELLS * Math.max(...grid.step)) return straight;
  }
  front.begin(a);
  const goals = new Set(cornersOf(grid, b).filter((vertex) => (grid.values[vertex] as number) <= level));
  for (let k = 0; front.waits && goals.size > 0; k++) {
    goals.delete(front.settleNext());
    if (k % VERTICES === VERTICES - 1) yield { done: k, total: grid.values.length };
  }
  const found = front.arrival(b);
  return found < Number.POSITIVE_INFINITY ? found : null;
}

class Front {
  readonly #f: CountingObjective;
  readonly #grid: PathGrid;
  readonly #level: number;
  readonly #time: Float64Array;
  readonly #settled: Uint8Array;
  readonly #heap = new Heap();

  constructor(f: CountingObjective, grid: PathGrid, level: number) {
    this.#f = f;
    this.#grid = grid;
    this.#level = level;
    this.#time = new Float64Array(grid.values.length).fill(Number.POSITIVE_INFINITY);
    this.#settled = new Uint8Array(grid.values.length);
  }

  get waits(): boolean {
    return this.#heap.size > 0;
  }

  /** Straight distances to the vertices around the source that can be seen from it. */
  begin(source: Float64Array): void {
    const { side, origin, step } = this.#grid;
    const [column, row] = [0, 1].map((i) =>
      Math.round(((source[i] as number) - (origin[i] as number)) / (step[i] as number)),
    ) as [number, number];
    const x = new Float64Array(2);
    for (let j = Math.max(0, row - STRAIGHT_CELLS); j <= Math.min(side - 1, row + STRAIGHT_CELLS); j++) {
      for (let i = Math.max(0, column - STRAIGHT_CELLS); i <= Math.min(side - 1, column + STRAIGHT_CELLS); i++) {
        const vertex = j * side + i;
        if (!this.#isInside(vertex) || !this.sees(source, vertexPoint(this.#grid, vertex, x))) continue;
        this.#offer(vertex, distanceTo(this.#grid, vertex, source));
      }
    }
  }

  /** Whether samples of the segment, two in each cell, are at most the level. */
  sees(from: Float64Array, to: Float64Array): boolean {
    const line = new Line(this.#f, from, to);
    const count = Math.max(2, Math.ceil((2 * line.length) / Math.min(...this.#grid.step)));
    if (count > 8 * STRAIGHT_CELLS) return false;
    for (let k = 0; k <= count; k++) if (!(line.value(k / count) <= this.#level)) return false;
    return true;
  }

  /** Takes the vertex that the front reaches next; −1 where none is left. */
  settleNext(): number {
    for (;;) {
      if (this.#heap.size === 0) return -1;
      const vertex = this.#heap.pop();
      if (this.#settled[vertex] === 1) continue;
      this.#settled[vertex] = 1;
      for (const axis of AXES) for (const next of this.#pair(vertex, axis)) this.#update(next);
      return vertex;
    }
  }

  /** The shortest way to a point over a corner of its cell that can be seen from it. */
  arrival(x: Float64Array): number {
    const corner = new Float64Array(2);
    let least = Number.POSITIVE_INFINITY;
    for (const vertex of cornersOf(this.#grid, x)) {
      if (!this.sees(vertexPoint(this.#grid, vertex, corner), x)) continue;
      least = Math.min(least, (this.#time[vertex] as number) + distanceTo(this.#grid, vertex, x));
    }
    return least;
  }

  #isInside(vertex: number): boolean {
    return (this.#grid.values[vertex] as number) <= this.#level;
  }

  #offer(vertex: number, time: number): void {
    if (!(time < (this.#time[vertex] as number))) return;
    this.#time[vertex] = time;
    this.#heap.push(vertex, time);
  }

  /** The neighbours of a vertex along one axis. */
  #pair(vertex: number, axis: (typeof AXES)[number]): number[] {
    const { side } = this.#grid;
    const [place, stride] = axis === 'across' ? [vertex % side, 1] : [Math.floor(vertex / side), side];
    const found: number[] = [];
    if (place > 0) found.push(vertex - stride);
    if (place < side - 1) found.push(vertex + stride);
    return found;
  }

  /** Solves the upwind equation at a vertex from its settled neighbours. */
  #update(vertex: number): void {
    if (this.#settled[vertex] === 1 || !this.#isInside(vertex)) return;
    const [across, up] = AXES.map((axis, i) => this.#upwind(vertex, axis, this.#grid.step[i] as number)) as [
      Upwind,
      Upwind,
    ];
    let time = Math.min(across.time + across.step, up.time + up.step);
    const latest = Math.max(across.time, up.time);
    if (latest < Number.POSITIVE_INFINITY) {
      const finer = solved(across.second ?? first(across), up.second ?? first(up));
      const both = finer >= latest ? finer : solved(first(across), first(up));
      if (both >= latest) time = Math.min(time, both);
    }
    this.#offer(vertex, time);
  }

  /** The settled neighbour along an axis that the front reached first, and what lies behind it. */
  #upwind(vertex: number, axis: (typeof AXES)[number], step: number): Upwind {
    let [time, from] = [Number.POSITIVE_INFINITY, -1];
    for (const next of this.#pair(vertex, axis)) {
      if (this.#settled[next] === 1 && (this.#time[next] as number) < time) {
        [time, from] = [this.#time[next] as number, next];
      }
    }
    const behind = from < 0 ? undefined : this.#pair(from, axis).find((next) => next !== vertex);
    if (behind === undefined || this.#settled[behind] !== 1 || !((this.#time[behind] as number) <= time)) {
      return { time, step, second: null };
    }
    const second = { weight: 9 / (4 * step * step), time: (4 * time - (this.#time[behind] as number)) / 3 };
    return { time, step, second };
  }
}

/** A term w(T − t)² of the upwind equation. */
interface Term {
  readonly weight: number;
  readonly time: number;
}

/** What is known along one axis on the side that the front comes from; ∞ where nothing is. */
interface Upwind {
  readonly time: number;
  readonly step: number;
  /** (3T − 4T₁ + T₂)²/(2h)² as a term, where the vertex behind the neighbour is settled and no later than it. */
  readonly second: Term | null;
}

const first = ({ time, step }: Upwind): Term => ({ weight: 1 / (step * step), time });

/** The later T with p(T − t)² + q(T − s)² = 1; NaN where there is none. */
function solved({ weight: p, time: t }: Term, { weight: q, time: s }: Term): number {
  return (p * t + q * s) / (p + q) + Math.sqrt((1 - (p * q * (t - s) * (t - s)) / (p + q)) / (p + q));
}
