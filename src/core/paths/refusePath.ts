import { formatNumber, formatPoint } from '../formatNumber.ts';
import type { Objective } from '../objective/Objective.ts';
import { distance } from './beads.ts';
import { Line } from './Line.ts';
import type { PathMethod } from './PathMethod.ts';

/** Why no path can be looked for, and what to change. */
export interface PathRefusal {
  readonly place: 'ends' | 'level' | 'method';
  /** One sentence or two. */
  readonly message: string;
}

const ORDINALS = ['first', 'second'] as const;
/** Places on the segment at which f must be finite. */
const PARTS = 100;

/**
 * What stands against looking for a path: a method that needs two variables, equal ends, an end without a value, a
 * level below every value or below an end's, a segment on which f is not finite; null where nothing does.
 * @param minimumValue  the least value of f over R^n, where it is known
 */
export function refusePath(
  f: Objective,
  ends: readonly [ArrayLike<number>, ArrayLike<number>],
  level: number,
  method: PathMethod,
  minimumValue: number | undefined,
): PathRefusal | null {
  const [a, b] = ends.map((end) => Float64Array.from(end)) as [Float64Array, Float64Array];
  return (
    wrongDimension(f, method) ??
    equalEnds(a, b) ??
    belowAll(level, minimumValue) ??
    endOutside(f, a, 0, level) ??
    endOutside(f, b, 1, level) ??
    (method.startsOnSegment ? brokenSegment(f, a, b) : null)
  );
}

function wrongDimension(f: Objective, { name, dimension }: PathMethod): PathRefusal | null {
  if (dimension === null || dimension === f.dimension) return null;
  const message = `${name} needs ${dimension} variables, and this landscape has ${f.dimension}; choose another method or landscape.`;
  return { place: 'method', message };
}

/** Against two ends that are one point. */
export function equalEnds(a: Float64Array, b: Float64Array): PathRefusal | null {
  const size = Math.max(...a.map(Math.abs), ...b.map(Math.abs));
  if (distance(a, b) > 1e-12 * size) return null;
  return { place: 'ends', message: `Both ends are the same point, ${formatPoint(a)}; move one of them.` };
}

/** Against a level below the least value of f, where that is known. */
export function belowAll(level: number, minimumValue: number | undefined): PathRefusal | null {
  if (minimumValue === undefined || level >= minimumValue) return null;
  const least = formatNumber(minimumValue, 6);
  const message = `The level ${formatNumber(level, 6)} lies below the least value of f, ${least}, so that no end can be there; raise the level.`;
  return { place: 'level', message };
}

/** Against an end above the level or without a value. @param name  the level's */
export function endOutside(
  f: Objective,
  x: Float64Array,
  which: 0 | 1,
  level: number,
  name = 'the level',
): PathRefusal | null {
  const value = f.value(x);
  if (value <= level && Number.isFinite(value)) return null;
  const where = `the ${ORDINALS[which]} end, ${formatPoint(x)}`;
  if (!Number.isFinite(value)) {
    return { place: 'ends', message: `f is not finite at ${where}; move it to where f has a value.` };
  }
  const message = `f is ${formatNumber(value, 6)} at ${where}, above ${name} ${formatNumber(level, 6)}; raise ${name} to at least ${formatNumber(roundedUp(value), 6)} or move the end lower.`;
  return { place: 'level', message };
}

/** Against a segment between two ends on which f is not finite. */
export function brokenSegment(f: Objective, a: Float64Array, b: Float64Array): PathRefusal | null {
  const line = new Line(f, a, b);
  for (let k = 1; k < PARTS; k++) {
    if (line.value(k / PARTS) < Number.POSITIVE_INFINITY) continue;
    const place = formatPoint(line.at(k / PARTS, new Float64Array(a.length)));
    const message = `f is not finite at ${place} on the segment between the ends; move an end so that the segment avoids that place, or choose a method that does not begin on the segment.`;
    return { place: 'ends', message };
  }
  return null;
}

/** The number of six digits that is at least `value`. */
function roundedUp(value: number): number {
  const rounded = Number(value.toPrecision(6));
  if (rounded >= value) return rounded;
  return Number((value + Math.abs(value) * 5e-6).toPrecision(6));
}
