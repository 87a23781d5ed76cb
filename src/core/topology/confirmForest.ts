import { zeroTolerance } from '../critical/classify.ts';
import type { Completeness } from '../critical/findCriticalPoints.ts';
import { type Inspection, inspectPoint } from '../critical/inspect.ts';
import { polish } from '../critical/polish.ts';
import { norm2 } from '../linalg/vectors.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Task } from '../task.ts';
import {
  cellsBetween,
  type ForestPoint,
  isInBox,
  nearestVertex,
  type SublevelForest,
  vertexPoint,
  verticesAround,
} from './SublevelForest.ts';
import type { GridSamples } from './sampleGrid.ts';
import { sublevelTree } from './sublevelTree.ts';

/** A critical point belongs to a vertex within so many cells along each variable, the nearest first, one to one. */
const MATCH_CELLS = 2;
/** One farther away, up to so many cells, where its Hessian tells the value of the vertex: along a flat direction. */
const FLAT_CELLS = 10;
/** Within this part of what the Hessian's directions add up to, whatever their signs. */
const TOLD = 0.25;
/** Newton's method is tried from at most so many vertices to which no point belongs. */
const MOST_TRIES = 2000;
/** A gradient that is smaller by this factor than at the vertex counts as zero. */
const CONVERGED = 1e-7;
/** Values may exceed what they should not by so much of their size, for rounding; nearer ones are one level. */
const ROUNDING = 1e-12;

/**
 * Compares a forest with critical points: a leaf is confirmed by a minimum near it whose value is not above that of
 * the grid, a join by a saddle of index 1 near it whose value lies between those of the grid around. Degenerate points
 * confirm nothing. Where no known point is near, Newton’s method looks for one from the vertex itself.
 * @param points  critical points found in the box
 * @param completeness  how complete they are
 */
export function* confirmForest(
  f: Objective,
  forest: SublevelForest,
  points: readonly Inspection[],
  { claim, detail, undecided }: Completeness,
): Task<SublevelForest, never> {
  const minima = points.filter(isMinimum);
  const leaves = yield* confirmed(f, forest, forest.leaves, {
    points: minima,
    isKind: isMinimum,
    accepts: ({ gridValue }, { value }) => value <= gridValue + ROUNDING * Math.abs(gridValue),
    goesFirst: () => true,
  });
  const settled = leaves.map((leaf) => (leaf.standing === 'confirmed' ? { ...leaf, slack: 0 } : leaf));
  // In a narrow valley false minima join nearer to the pass than the valley itself does.
  const shown = new Set(sublevelTree({ ...forest, leaves: settled }, null).merges.map(({ join }) => join));
  const joins = yield* confirmed(f, forest, forest.joins, {
    points: points.filter(isPass),
    isKind: isPass,
    accepts: ({ vertex }, { value }) => isAmong(value, forest, vertex),
    goesFirst: (position) => shown.has(position),
  });
  const missed = missedMinima(forest, settled, minima);
  const isComplete = claim === 'certified' && undecided.length === 0;
  return { ...forest, leaves: levelled(settled), joins: levelled(joins), missed, comparedWith: detail, isComplete };
}

/**
 * How many known minima of the box have no leaf: those that none is, less as many as there are other leaves, not lower,
 * each of which may be one of them seen from afar.
 */
function missedMinima(samples: GridSamples, leaves: readonly ForestPoint[], minima: readonly Inspection[]): number {
  const confirmedAt = leaves.filter(({ standing }) => standing === 'confirmed').map(({ x }) => x);
  // Most leaves have the point that confirms them; those for which Newton's method looked have one near it.
  const known = new Set(confirmedAt);
  const without = minima
    .filter(({ x }) => !known.has(x) && isInBox(samples, x) && !confirmedAt.some((at) => areOne(samples, at, x)))
    .map(({ value }) => value)
    .sort((a, b) => a - b);
  // Both ascending: each of the other leaves takes the lowest minimum left that is not above it.
  let missed = without.length;
  for (const { gridValue, standing } of leaves) {
    const next = without[without.length - missed];
    if (standing !== 'confirmed' && next !== undefined && next <= gridValue) missed--;
  }
  return missed;
}

/** Confirmed values that differ by rounding only become one, the lowest: N_u changes at all of them at once. */
function levelled<P extends ForestPoint>(points: readonly P[]): P[] {
  const result = [...points];
  const order = [...points.keys()].filter((k) => points[k]?.standing === 'confirmed');
  order.sort((a, b) => (points[a] as P).value - (points[b] as P).value);
  let level: P | undefined;
  for (const k of order) {
    const point = points[k] as P;
    const size = Math.max(Math.abs(point.value), Math.abs(point.gridValue), Math.abs(level?.gridValue ?? 0));
    if (level && point.value - level.value <= ROUNDING * size) result[k] = { ...point, value: level.value };
    else level = point;
  }
  return result;
}

interface Wanted {
  readonly points: readonly Inspection[];
  readonly isKind: (point: Inspection) => boolean;
  readonly accepts: (known: ForestPoint, point: Inspection) => boolean;
  /** Whether a vertex, by its position, chooses before those that do not. */
  readonly goesFirst: (position: number) => boolean;
}

const isMinimum = ({ type }: Inspection): boolean => type === 'minimum';

/** A nondegenerate saddle of index 1. In one variable that is a maximum: there is no other way over. */
function isPass({ index, eigenvalues, type }: Inspection): boolean {
  const isFull = eigenvalues.every((value) => Math.abs(value) > zeroTolerance(eigenvalues));
  return index === 1 && isFull && (type === 'saddle' || (type === 'maximum' && eigenvalues.length === 1));
}

function* confirmed<P extends ForestPoint>(
  f: Objective,
  samples: GridSamples,
  vertices: readonly P[],
  wanted: Wanted,
): Task<P[], never> {
  const matches = matched(samples, vertices, wanted);
  const taken = [...matches.values()];
  let tries = 0;
  const result: P[] = [];
  for (const [position, known] of vertices.entries()) {
    let point = matches.get(position);
    if (!point && tries++ < MOST_TRIES) {
      yield { done: position, total: vertices.length };
      point = foundFrom(f, samples, known, wanted);
      // One critical point confirms one vertex: a second one would be its copy by sampling.
      if (point && taken.some(({ x }) => areOne(samples, x, (point as Inspection).x))) point = undefined;
      if (point) taken.push(point);
    }
    result.push(point ? { ...known, x: point.x, value: toldValue(point), standing: 'confirmed' } : known);
  }
  return result;
}

/** The value, or 0 where it is no more than the curvature makes of the rounding of x: sin(x)·sin(y) at (π, π). */
function toldValue({ x, value, eigenvalues }: Inspection): number {
  const steepest = Math.max(Math.abs(eigenvalues[0] as number), Math.abs(eigenvalues.at(-1) as number));
  const step = Number.EPSILON * norm2(x);
  return Math.abs(value) <= 4 * steepest * step * step ? 0 : value;
}

/** The known points that belong to vertices, by the vertices' positions. */
function matched(samples: GridSamples, vertices: readonly ForestPoint[], wanted: Wanted): Map<number, Inspection> {
  const positions = new Map(vertices.map(({ vertex }, position) => [vertex, position]));
  const pairs = wanted.points.flatMap((point) =>
    verticesAround(samples, nearestVertex(samples, point.x), MATCH_CELLS + 1).flatMap((vertex) => {
      const position = positions.get(vertex);
      if (position === undefined) return [];
      const distance = cellsBetween(samples, vertexPoint(samples, vertex), point.x);
      const known = vertices[position] as ForestPoint;
      const turn = wanted.goesFirst(position) ? 0 : 1;
      return distance <= MATCH_CELLS && wanted.accepts(known, point) ? [{ point, position, distance, turn }] : [];
    }),
  );
  pairs.sort((a, b) => a.turn - b.turn || a.distance - b.distance || a.position - b.position);
  const found = new Map<number, Inspection>();
  const taken = new Set<Inspection>();
  for (const { point, position } of pairs) {
    if (found.has(position) || taken.has(point)) continue;
    found.set(position, point);
    taken.add(point);
  }
  return found;
}

/** The critical point to which Newton's method goes from a vertex, if it belongs to it. */
function foundFrom(f: Objective, samples: GridSamples, known: ForestPoint, wanted: Wanted): Inspection | undefined {
  const start = vertexPoint(samples, known.vertex);
  const before = inspectPoint(f, start).gradientNorm;
  const { x, gradientNorm } = polish(f, start);
  const distance = cellsBetween(samples, start, x);
  if (!(gradientNorm <= CONVERGED * before) || !(distance <= FLAT_CELLS) || !isInBox(samples, x)) return undefined;
  const point = inspectPoint(f, x, { epsilon: Number.POSITIVE_INFINITY });
  if (!wanted.isKind(point) || !wanted.accepts(known, point)) return undefined;
  return distance <= MATCH_CELLS || tellsValue(point, start, known.gridValue) ? point : undefined;
}

/** Whether f at a point is what the value and the Hessian of a critical point say. */
function tellsValue({ x, value, eigenvalues, eigenvectors }: Inspection, at: Float64Array, found: number): boolean {
  let expected = value;
  let size = 0;
  for (const [k, eigenvalue] of eigenvalues.entries()) {
    const along = at.reduce(
      (sum, a, i) => sum + (a - (x[i] as number)) * (eigenvectors[k * x.length + i] as number),
      0,
    );
    expected += (eigenvalue * along * along) / 2;
    size += (Math.abs(eigenvalue) * along * along) / 2;
  }
  return Math.abs(found - expected) <= TOLD * size;
}

/** Whether two critical points differ by rounding only. */
const areOne = (samples: GridSamples, a: Float64Array, b: Float64Array): boolean => cellsBetween(samples, a, b) < 1e-4;

/**
 * Whether a value lies between the least and the greatest of the grid around a vertex, or a quarter of their range
 * beyond: a pass as narrow as a cell has no vertex in it, and the one way over on a line has none at its top.
 */
function isAmong(value: number, samples: GridSamples, vertex: number): boolean {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const neighbour of verticesAround(samples, vertex, MATCH_CELLS)) {
    const around = samples.values[neighbour] as number;
    if (around < least) least = around;
    if (around > most) most = around;
  }
  const slack = (most - least) / 4;
  return value >= least - slack && value <= most + slack;
}
