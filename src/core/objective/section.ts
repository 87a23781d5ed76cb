import { type SymmetricEigen, symmetricEigen } from '../linalg/symmetricEigen.ts';
import { dot, maxAbs, norm2 } from '../linalg/vectors.ts';
import type { Rng } from '../rng.ts';
import type { Objective } from './Objective.ts';

/** The plane {origin + s·u + t·v} in R^n, n ≥ 2; `u` and `v` are orthonormal. */
export interface Section {
  readonly origin: Float64Array;
  readonly u: Float64Array;
  readonly v: Float64Array;
}

/** Where points fall in a plane, and how far they are from it. */
export interface Projection {
  /** s and t of each point by turns; length 2m. */
  readonly coordinates: Float64Array;
  /** Euclidean distance of each point from the plane; length m. */
  readonly distances: Float64Array;
}

/**
 * The plane through `point` along coordinates i and j. Its origin has zeros in these two places, so that s and t are
 * the coordinates x_i and x_j themselves.
 * @throws RangeError where i and j are not two different positions in the point
 */
export function axesSection(point: Float64Array, i: number, j: number): Section {
  const n = point.length;
  requirePair(i, j, n);
  const origin = Float64Array.from(point);
  origin[i] = 0;
  origin[j] = 0;
  return { origin, u: unit(n, i), v: unit(n, j) };
}

/**
 * The plane through `point` along the Hessian's eigenvectors there that belong to its k-th and l-th least eigenvalue
 * (counted from 0); the point is its origin.
 * @returns null where the Hessian is not finite
 * @throws RangeError where k and l are not two different positions below f's dimension
 */
export function eigenvectorSection(f: Objective, point: Float64Array, k: number, l: number): Section | null {
  const n = f.dimension;
  requirePair(k, l, n);
  const { vectors } = symmetricEigen(f.hessian(point, new Float64Array(n * n)), n);
  if (Number.isNaN(vectors[0])) return null;
  return {
    origin: Float64Array.from(point),
    u: vectors.slice(k * n, (k + 1) * n),
    v: vectors.slice(l * n, (l + 1) * n),
  };
}

/**
 * The plane through three points. `a` is its origin, `u` points from a to b, and c lies on the side of v; where the
 * three are on a line, or two of them equal, a direction that is missing is along some coordinate, always the same.
 * @throws RangeError where they are not three points of R^n, n ≥ 2
 */
export function pointsSection(a: Float64Array, b: Float64Array, c: Float64Array): Section {
  const n = a.length;
  if (n < 2 || b.length !== n || c.length !== n) {
    throw new RangeError(`a plane needs three points of as many coordinates; got ${n}, ${b.length} and ${c.length}`);
  }
  const from = (end: Float64Array) => end.map((coordinate, i) => coordinate - (a[i] as number));
  const u = unitAcross(from(b), []) ?? coordinateAcross(n, []);
  return { origin: Float64Array.from(a), u, v: unitAcross(from(c), [u]) ?? coordinateAcross(n, [u]) };
}

/**
 * The plane through a point along two random directions: Gaussian, made orthonormal. Nothing in them follows the
 * scale of weights (no filter normalisation).
 * @throws RangeError where n < 2
 */
export function randomSection(point: Float64Array, rng: Rng): Section {
  const n = point.length;
  requirePair(0, 1, n);
  const draw = () => Float64Array.from({ length: n }, () => rng.gaussian());
  const u = unitAcross(draw(), []) ?? coordinateAcross(n, []);
  return { origin: Float64Array.from(point), u, v: unitAcross(draw(), [u]) ?? coordinateAcross(n, [u]) };
}

/** Below this share of its length what is left of a direction across others is rounding. */
const ROUNDING = 1e-12;

/** The unit vector of the part of `direction` (changed) across orthonormal others; null where nothing is left of it. */
function unitAcross(direction: Float64Array, others: readonly Float64Array[]): Float64Array | null {
  const before = norm2(direction);
  // Once more takes out what rounding brought back in.
  for (let pass = 0; pass < 2; pass++) {
    for (const other of others) {
      const share = dot(direction, other);
      for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] as number) - share * (other[i] as number);
    }
  }
  const length = norm2(direction);
  return length > ROUNDING * before ? direction.map((coordinate) => coordinate / length) : null;
}

/** The part of a coordinate's direction across orthonormal others, of the first of those that have most of it. */
function coordinateAcross(n: number, others: readonly Float64Array[]): Float64Array {
  const hidden = (i: number) => others.reduce((sum, other) => sum + (other[i] as number) * (other[i] as number), 0);
  let best = 0;
  for (let i = 1; i < n; i++) if (hidden(i) < hidden(best)) best = i;
  return unitAcross(unit(n, best), others) as Float64Array;
}

/**
 * The plane of the two leading principal components, through the mean of the points: the plane that shows the
 * greatest share of their variance. Points that are all equal get the plane of the first two coordinates; collinear
 * ones get some second direction, always the same for the same bits.
 * @param sets  trajectories, each a flat list of points of n coordinates; points that are not finite are left out
 * @throws RangeError where n < 2
 * Source: Pearson (1901), On lines and planes of closest fit to systems of points in space.
 */
export function principalSection(sets: readonly Float64Array[], n: number): Section {
  requirePair(0, 1, n);
  const cloud = centred(sets, n);
  if (cloud.size === 0) return { origin: cloud.mean, u: unit(n, 0), v: unit(n, 1) };
  const { vectors } = symmetricEigen(scatter(cloud.offsets, n), n);
  return { origin: cloud.mean, u: vectors.slice((n - 1) * n), v: vectors.slice((n - 2) * n, (n - 1) * n) };
}

/**
 * Share of the variance of the points (about their mean) that lies along the two directions of the plane, in [0, 1];
 * 1 where the points are all equal, since nothing is hidden then.
 * @param sets  as for `principalSection`
 */
export function varianceShare(section: Section, sets: readonly Float64Array[]): number {
  const n = section.origin.length;
  const { offsets, size } = centred(sets, n);
  if (size === 0) return 1;
  let shown = 0;
  let total = 0;
  for (let start = 0; start < offsets.length; start += n) {
    const offset = offsets.subarray(start, start + n);
    const s = dot(offset, section.u);
    const t = dot(offset, section.v);
    shown += s * s + t * t;
    total += dot(offset, offset);
  }
  return Math.min(1, shown / total);
}

/**
 * Orthogonal projection of points to the plane.
 * @param points  m·n, point by point; not changed
 * @returns fresh arrays; NaN for a point that is not finite
 */
export function project(section: Section, points: Float64Array): Projection {
  const { origin, u, v } = section;
  const n = origin.length;
  const m = Math.floor(points.length / n);
  const coordinates = new Float64Array(2 * m);
  const distances = new Float64Array(m);
  const rest = new Float64Array(n);
  for (let p = 0; p < m; p++) {
    for (let i = 0; i < n; i++) rest[i] = (points[p * n + i] as number) - (origin[i] as number);
    const s = dot(rest, u);
    const t = dot(rest, v);
    for (let i = 0; i < n; i++) rest[i] = (rest[i] as number) - s * (u[i] as number) - t * (v[i] as number);
    coordinates[2 * p] = s;
    coordinates[2 * p + 1] = t;
    distances[p] = norm2(rest);
  }
  return { coordinates, distances };
}

/** Fills `out` (length n; fresh where left out) with the point of the plane at (s, t), and returns it. */
export function lift(
  section: Section,
  s: number,
  t: number,
  out: Float64Array = new Float64Array(section.origin.length),
): Float64Array {
  const { origin, u, v } = section;
  for (let i = 0; i < origin.length; i++) out[i] = (origin[i] as number) + s * (u[i] as number) + t * (v[i] as number);
  return out;
}

function requirePair(i: number, j: number, n: number): void {
  const inside = (k: number) => Number.isInteger(k) && k >= 0 && k < n;
  if (!inside(i) || !inside(j) || i === j) {
    throw new RangeError(`a plane needs two different directions of ${n}; got ${i} and ${j}`);
  }
}

function unit(n: number, i: number): Float64Array {
  const direction = new Float64Array(n);
  direction[i] = 1;
  return direction;
}

interface Cloud {
  readonly mean: Float64Array;
  /** Points less their mean, divided by `size` so that squares neither overflow nor vanish. */
  readonly offsets: Float64Array;
  /** Largest |coordinate − mean|; 0 where the points are all equal or there are none. */
  readonly size: number;
}

function centred(sets: readonly Float64Array[], n: number): Cloud {
  const offsets = finitePoints(sets, n);
  const m = offsets.length / n;
  const mean = new Float64Array(n);
  for (let k = 0; k < offsets.length; k++) mean[k % n] = (mean[k % n] as number) + (offsets[k] as number) / m;
  for (let k = 0; k < offsets.length; k++) offsets[k] = (offsets[k] as number) - (mean[k % n] as number);
  const spread = maxAbs(offsets);
  // What rounding leaves of equal points is no variance.
  const size = spread > 1e-14 * maxAbs(mean) ? spread : 0;
  if (size > 0) for (let k = 0; k < offsets.length; k++) offsets[k] = (offsets[k] as number) / size;
  return { mean, offsets, size };
}

/** The finite points of all sets, one after the other, in a fresh array. */
function finitePoints(sets: readonly Float64Array[], n: number): Float64Array {
  const points = new Float64Array(sets.reduce((total, set) => total + set.length, 0));
  let end = 0;
  for (const set of sets) {
    for (let start = 0; start + n <= set.length; start += n) {
      points.set(set.subarray(start, start + n), end);
      if (points.subarray(end, end + n).every(Number.isFinite)) end += n;
    }
  }
  return points.subarray(0, end);
}

/** Σ offset·offsetᵀ, n·n. */
function scatter(offsets: Float64Array, n: number): Float64Array {
  const sums = new Float64Array(n * n);
  for (let start = 0; start < offsets.length; start += n) {
    for (let i = 0; i < n; i++) {
      const a = offsets[start + i] as number;
      for (let j = i; j < n; j++) sums[i * n + j] = (sums[i * n + j] as number) + a * (offsets[start + j] as number);
    }
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) sums[i * n + j] = sums[j * n + i] as number;
  return sums;
}

/** Whether the plane is that of the two variables themselves, in their order: then a point is its own coordinates. */
export function isOwnPlane({ origin, u, v }: Section): boolean {
  return origin.length === 2 && u[0] === 1 && v[1] === 1 && origin[0] === 0 && origin[1] === 0;
}

/**
 * Curvature of f within the plane: eigenvalues (ascending) and eigenvectors of PᵀHP in the plane's coordinates, where
 * the columns of P are u and v. All NaN where f has no value or its Hessian is not finite.
 * @param x  a point of R^n
 */
export function sectionCurvature(f: Objective, x: Float64Array, { u, v }: Section): SymmetricEigen {
  const along = (direction: Float64Array) => f.hvp(x, direction, new Float64Array(x.length));
  const [alongU, alongV] = [along(u), along(v)];
  const mixed = dot(alongU, v);
  // Where f has no value it has no curvature, whatever the formula's derivatives give there.
  const first = Number.isFinite(f.value(x)) ? dot(alongU, u) : Number.NaN;
  return symmetricEigen(Float64Array.of(first, mixed, mixed, dot(alongV, v)), 2);
}
