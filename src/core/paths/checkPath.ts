import type { CountingObjective } from '../objective/counting.ts';
import type { Task } from '../task.ts';
import { bead, beadCount } from './beads.ts';
import { checkSegment } from './checkSegment.ts';
import { Line } from './Line.ts';
import { SEGMENT } from './PathMethod.ts';

/** What sampling has shown of a whole path. */
export interface PathCheck {
  /** Whether every sample of every segment is at most the level. */
  readonly inside: boolean;
  /** The highest value on the path, its place refined between the samples. */
  readonly maximum: number;
  /** The point that has it; length n. */
  readonly highest: Float64Array;
  /** Position of the segment that holds it. */
  readonly segment: number;
  /** One of `SEGMENT` for each segment; length m − 1. */
  readonly segments: Uint8Array;
  readonly samples: number;
  /** Distance between two samples at most. */
  readonly spacing: number;
  /** Intervals in which the estimated bound still exceeds the level. */
  readonly open: number;
}

/** Steps of the search for the maximum between two samples. */
const GOLDEN_STEPS = 40;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Samples every segment of a path as `checkSegment` does, and looks for its maximum between the samples. A maximum
 * above the level found on the way makes the path one that is not inside.
 * @param beads  m·n, m ≥ 2; not changed
 */
export function* checkPath(
  f: CountingObjective,
  beads: Float64Array,
  level: number,
  spacing: number,
): Task<PathCheck, never> {
  const n = f.dimension;
  const count = beadCount(beads, n) - 1;
  const segments = new Uint8Array(count);
  let [maximum, at, segment, samples, open] = [Number.NEGATIVE_INFINITY, 0, 0, 0, 0];
  for (let k = 0; k < count; k++) {
    const check = yield* checkSegment(f, bead(beads, n, k), bead(beads, n, k + 1), level, { spacing });
    segments[k] = check.inside ? SEGMENT.accepted : SEGMENT.rejected;
    samples += check.samples;
    open += check.open;
    if (check.maximum > maximum) [maximum, at, segment] = [check.maximum, check.at, k];
    yield { done: k, total: count };
  }
  const line = new Line(f, bead(beads, n, segment), bead(beads, n, segment + 1));
  const reach = Math.min(1 / 8, spacing / line.length);
  if (Number.isFinite(maximum)) [maximum, at] = highestNear(line, at, reach, maximum);
  if (maximum > level) segments[segment] = SEGMENT.rejected;
  const inside = segments.every((state) => state === SEGMENT.accepted);
  const highest = line.at(at, new Float64Array(n));
  return { inside, maximum, highest, segment, segments, samples, spacing, open };
}

/** Golden-section search for the maximum around a sample; never less than the sample. */
function highestNear(line: Line, sample: number, reach: number, value: number): [maximum: number, at: number] {
  let low = Math.max(0, sample - reach);
  let high = Math.min(1, sample + reach);
  let best: [number, number] = [value, sample];
  let [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [leftValue, rightValue] = [line.value(left), line.value(right)];
  for (let k = 0; k < GOLDEN_STEPS && high - low > 1e-12; k++) {
    const isLeft = leftValue > rightValue;
    const [place, found] = isLeft ? [left, leftValue] : [right, rightValue];
    if (found > best[0]) best = [found, place];
    if (isLeft) [high, right, rightValue] = [right, left, leftValue];
    else [low, left, leftValue] = [left, right, rightValue];
    const next = isLeft ? high - GOLDEN * (high - low) : low + GOLDEN * (high - low);
    if (isLeft) [left, leftValue] = [next, line.value(next)];
    else [right, rightValue] = [next, line.value(next)];
  }
  return best;
}
