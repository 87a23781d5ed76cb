import { findCriticalPoints } from '../critical/findCriticalPoints.ts';
import type { DerivativeBounds } from '../objective/DerivativeBounds.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Box } from '../params.ts';
import type { Task } from '../task.ts';
import { confirmForest } from './confirmForest.ts';
import { type GridForest, gridForest } from './gridForest.ts';
import {
  type ForestLeaf,
  type ForestPoint,
  isOnEdge,
  type SublevelForest,
  vertexPoint,
  verticesAround,
} from './SublevelForest.ts';
import { type GridSamples, type PlaneSampler, sampleGrid } from './sampleGrid.ts';

/** Parts of the whole at which sampling, the forest and the search for critical points end. */
const SAMPLED = 0.15;
const JOINED = 0.35;
const FOUND = 0.9;

/**
 * All sublevel sets of f in a box of one to three variables: the forest of a grid as a partial result, then the same
 * compared with the critical points that the finder gives.
 * @param enclosures  of the same function; null where there are none
 * @param sides  vertices along each variable, at least 2
 * @throws RangeError as `sampleGrid`
 */
export function* findSublevelSets(
  f: Objective & PlaneSampler,
  enclosures: DerivativeBounds | null,
  box: Box,
  sides: readonly number[],
): Task<SublevelForest, SublevelForest> {
  const samples = yield* part(sampleGrid(f, box, sides), 0, SAMPLED);
  const grid = yield* part(gridForest(samples.values, sides), SAMPLED, JOINED);
  const forest = describedForest(samples, grid);
  if (forest.leaves.length === 0) return forest;
  yield { done: JOINED, total: 1, partial: forest };
  const { points, completeness } = yield* part(findCriticalPoints(f, enclosures, box, 1), JOINED, FOUND);
  return yield* part(confirmForest(f, forest, points, completeness), FOUND, 1);
}

/** A task as a part of another one's progress, without partial results. */
function* part<Result>(task: Task<Result>, from: number, to: number): Task<Result, never> {
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    const { done, total } = step.value;
    yield { done: from + (to - from) * (total > 0 ? Math.min(1, done / total) : 0), total: 1 };
  }
}

/** The leaves and joins of a grid with all that the grid tells of them. */
export function describedForest(samples: GridSamples, { labels, leaves, joins }: GridForest): SublevelForest {
  const levels = edgeLevels(samples, labels, leaves.length);
  const described = (vertex: number): ForestPoint => ({
    vertex,
    gridValue: samples.values[vertex] as number,
    x: vertexPoint(samples, vertex),
    value: samples.values[vertex] as number,
    standing: isOnEdge(samples, vertex) ? 'edge' : 'unresolved',
  });
  return {
    ...samples,
    labels,
    leaves: Array.from(
      leaves,
      (vertex, leaf): ForestLeaf => ({
        ...described(vertex),
        ...fallBelow(samples, vertex),
        edgeLevel: levels[leaf] as number,
      }),
    ),
    joins: Array.from(joins.vertices, (vertex, k) => ({
      ...described(vertex),
      from: joins.from[k] as number,
      to: joins.to[k] as number,
    })),
    infinite: infiniteVertices(samples.values),
    missed: 0,
    comparedWith: null,
    isComplete: false,
  };
}

function infiniteVertices(values: Float64Array): SublevelForest['infinite'] {
  let lowest = 0;
  let outside = 0;
  for (const value of values) {
    if (value === Number.NEGATIVE_INFINITY) lowest++;
    else if (!(value < Number.POSITIVE_INFINITY)) outside++;
  }
  return { lowest, outside };
}

/** How f rises from a minimum of the grid. */
interface Rise {
  /** To the highest of its finite neighbours; 0 for none. */
  readonly most: number;
  readonly isSteep: boolean;
}

/** f rises less to the second vertex than so many times as much as to the first: more steeply near the minimum. */
const STRAIGHT = 1.9;

/**
 * The greatest rise from a vertex to a neighbour.
 * @param held  variables along which no step is taken
 */
function riseFrom(samples: GridSamples, vertex: number, held: ReadonlySet<number>): Rise {
  const { values } = samples;
  const lowest = values[vertex] as number;
  if (lowest === Number.NEGATIVE_INFINITY) return { most: 0, isSteep: false };
  let [most, highest, isBesideHole] = [0, vertex, false];
  for (const neighbour of verticesAround(samples, vertex, 1, held)) {
    const difference = (values[neighbour] as number) - lowest;
    if (!Number.isFinite(difference)) isBesideHole = true;
    else if (difference > most) [most, highest] = [difference, neighbour];
  }
  const next = 2 * highest - vertex;
  const isThere = highest !== vertex && verticesAround(samples, highest, 1, held).includes(next);
  const isCusp = isThere && (values[next] as number) - lowest < STRAIGHT * most;
  return { most, isSteep: isBesideHole || isCusp };
}

/**
 * What the grid tells of the fall of f below one of its minima. On a side of the box off which f rises the minimum
 * across it is where the vertex is, so that neighbours along that side count. Half of the rise to them is how far f may
 * fall between the vertices: an upper bound for a kink |x − c| with c within half a cell of the vertex, which is too
 * high by at most h/2 where the farther neighbour is higher by h; for a separable quadratic, whose vertex is too high by
 * at most ½f″·(h/2)² and its neighbour higher by at least ½f″·h², twice as much as needed.
 */
function fallBelow(samples: GridSamples, vertex: number): Pick<ForestLeaf, 'rise' | 'slack' | 'isSteep'> {
  const held = sidesOffWhichItRises(samples, vertex);
  const { most, isSteep } = riseFrom(samples, vertex, held);
  const rise = held.size === 0 ? most : riseFrom(samples, vertex, NO_SIDES).most;
  return { rise, slack: most / 2, isSteep };
}

/**
 * The variables along which a vertex lies on a side of the box off which f rises: along the parabola through it and the
 * next two vertices, and from its neighbours on that side too. None where f falls off one of its sides: a narrow valley
 * that runs askew to a side rises from the vertex along each variable, and goes on between the vertices.
 */
function sidesOffWhichItRises(samples: GridSamples, vertex: number): ReadonlySet<number> {
  const { axes, values } = samples;
  const found = new Set<number>();
  let [rest, stride] = [vertex, 1];
  for (const [i, { length }] of axes.entries()) {
    const at = rest % length;
    rest = (rest - at) / length;
    const inwards = at === 0 ? stride : -stride;
    stride *= length;
    if (at !== 0 && at !== length - 1) continue;
    const rise = (steps: number) => (values[vertex + steps * inwards] as number) - (values[vertex] as number);
    const rises = (w: number) => (values[w + inwards] as number) >= (values[w] as number);
    const isSteep = length > 2 && 4 * rise(1) >= rise(2);
    if (!isSteep || !verticesAround(samples, vertex, 1, new Set([i])).every(rises)) return NO_SIDES;
    found.add(i);
  }
  return found;
}

const NO_SIDES: ReadonlySet<number> = new Set();

/** For each leaf the least value of its region on the sides of the box. */
function edgeLevels(samples: GridSamples, labels: Int32Array, leaves: number): Float64Array {
  const { axes, values } = samples;
  const levels = new Float64Array(leaves).fill(Number.POSITIVE_INFINITY);
  const [nx = 1, ny = 1, nz = 1] = axes.map(({ length }) => length);
  const look = (vertex: number) => {
    const leaf = labels[vertex] as number;
    if (leaf >= 0 && (values[vertex] as number) < (levels[leaf] as number)) levels[leaf] = values[vertex] as number;
  };
  for (let k = 0; k < nz; k++) {
    for (let j = 0; j < ny; j++) {
      const start = (k * ny + j) * nx;
      const isWhole = (axes.length > 1 && (j === 0 || j === ny - 1)) || (axes.length > 2 && (k === 0 || k === nz - 1));
      if (isWhole) for (let i = 0; i < nx; i++) look(start + i);
      else {
        look(start);
        look(start + nx - 1);
      }
    }
  }
  return levels;
}
