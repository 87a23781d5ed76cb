import { dot } from '../linalg/vectors.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Task } from '../task.ts';
import { bead, beadCount, distance } from './beads.ts';

/** f along a broken line, against the length from its first end. */
export interface PathProfile {
  /** Arc length of each sample, ascending; length k. */
  readonly arcs: Float64Array;
  /** f there; length k. */
  readonly values: Float64Array;
  /** k·n, the samples' points. */
  readonly points: Float64Array;
  /** Arc length of each bead; length m. */
  readonly beadArcs: Float64Array;
}

/** Evaluations between two yields. */
const SLICE = 8;
/** Samples of a segment at least. */
const LEAST = 4;

/**
 * Samples f along the path for a picture: about `count` samples in all, at equal distances within each segment, each
 * bead among them.
 * @param beads  m·n, m ≥ 2; not changed
 */
export function* pathProfile(f: Objective, beads: Float64Array, count: number): Task<PathProfile, never> {
  const n = f.dimension;
  const segments = beadCount(beads, n) - 1;
  const lengths = Array.from({ length: segments }, (_, k) => distance(bead(beads, n, k), bead(beads, n, k + 1)));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const parts = lengths.map((length) => Math.max(LEAST, total > 0 ? Math.round((count * length) / total) : LEAST));
  const samples = parts.reduce((sum, part) => sum + part, 1);
  const [arcs, values] = [new Float64Array(samples), new Float64Array(samples)];
  const points = new Float64Array(samples * n);
  const beadArcs = new Float64Array(segments + 1);
  let [at, before] = [0, 0];
  for (let k = 0; k < segments; k++) {
    const part = parts[k] as number;
    for (let i = k === 0 ? 0 : 1; i <= part; i++, at++) {
      const t = i / part;
      for (let d = 0; d < n; d++) {
        const a = beads[k * n + d] as number;
        points[at * n + d] =
          i === part ? (beads[(k + 1) * n + d] as number) : a + t * ((beads[(k + 1) * n + d] as number) - a);
      }
      arcs[at] = before + t * (lengths[k] as number);
      values[at] = f.value(points.subarray(at * n, (at + 1) * n));
      if (at % SLICE === SLICE - 1) yield { done: at, total: samples };
    }
    before += lengths[k] as number;
    beadArcs[k + 1] = before;
  }
  return { arcs, values, points, beadArcs };
}

/**
 * The profile with one more sample, at a point of the path: what is higher than all samples is seen in the picture.
 * @param x  length n, on the path
 * @param value  f there
 * @returns the profile as it is where it has that sample already, or f is not finite there
 */
export function withSampleAt(profile: PathProfile, x: Float64Array, value: number): PathProfile {
  const { arcs, values, points, beadArcs } = profile;
  const n = x.length;
  let [nearest, after, share] = [Number.POSITIVE_INFINITY, 1, 0];
  for (let k = 1; k < arcs.length; k++) {
    const [a, b] = [bead(points, n, k - 1), bead(points, n, k)];
    const along = b.map((coordinate, i) => coordinate - (a[i] as number));
    const square = dot(along, along);
    const offset = x.map((coordinate, i) => coordinate - (a[i] as number));
    const t = square > 0 ? Math.min(1, Math.max(0, dot(offset, along) / square)) : 0;
    const away = distance(
      x,
      a.map((coordinate, i) => coordinate + t * (along[i] as number)),
    );
    if (away < nearest) [nearest, after, share] = [away, k, t];
  }
  if (share === 0 || share === 1 || !Number.isFinite(value)) return profile;
  const [from, to] = [arcs[after - 1] as number, arcs[after] as number];
  return {
    arcs: inserted(arcs, after, [from + share * (to - from)]),
    values: inserted(values, after, [value]),
    points: inserted(points, after * n, x),
    beadArcs,
  };
}

const inserted = (list: Float64Array, at: number, more: ArrayLike<number>): Float64Array =>
  Float64Array.from([...list.subarray(0, at), ...Array.from(more), ...list.subarray(at)]);
