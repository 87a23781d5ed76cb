import type { CountingObjective } from '../objective/counting.ts';
import type { Task } from '../task.ts';
import { bead, beadCount } from './beads.ts';
import { checkSegment } from './checkSegment.ts';
import { Line } from './Line.ts';
import { Pace } from './Pace.ts';
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

/** Segments in which the maximum is looked for, those with the highest samples. */
const REFINED = 6;
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
  const tops: Top[] = [];
  let [samples, open] = [0, 0];
  for (let k = 0; k < count; k++) {
    const check = yield* checkSegment(f, bead(beads, n, k), bead(beads, n, k + 1), level, { spacing });
    segments[k] = check.inside ? SEGMENT.accepted : SEGMENT.rejected;
    samples += check.samples;
    open += check.open;
    tops.push({ segment: k, maximum: check.maximum, at: check.at });
    yield { done: k, total: count };
  }
  const { maximum, at, segment } = yield* highestOf(f, beads, tops, spacing);
  if (maximum > level) segments[segment] = SEGMENT.rejected;
  const inside = segments.every((state) => state === SEGMENT.accepted);
  const highest = lineOf(f, beads, segment).at(at, new Float64Array(n));
  return { inside, maximum, highest, segment, segments, samples, spacing, open };
}

/** The highest sample of a segment. */
interface Top {
  readonly segment: number;
  readonly maximum: number;
  readonly at: number;
}

const lineOf = (f: CountingObjective, beads: Float64Array, segment: number): Line =>
  new Line(f, bead(beads, f.dimension, segment), bead(beads, f.dimension, segment + 1));

/** The maximum, looked for near the highest samples of the highest segments: the samples may have their order wrong. */
function* highestOf(
  f: CountingObjective,
  beads: Float64Array,
  tops: readonly Top[],
  spacing: number,
): Task<Top, never> {
  const descending = tops.toSorted((a, b) => b.maximum - a.maximum).slice(0, REFINED);
  const [first] = descending as [Top];
  if (!Number.isFinite(first.maximum)) return first;
  let best = first;
  const pace = new Pace(f);
  for (const { segment, at: sample, maximum: value } of descending) {
    const line = lineOf(f, beads, segment);
    const [maximum, at] = yield* highestNear(line, sample, Math.min(1 / 8, spacing / line.length), value, pace);
    if (maximum > best.maximum) best = { segment, maximum, at };
  }
  return best;
}

/** Golden-section search for the maximum around a sample; never less than the sample. */
function* highestNear(
  line: Line,
  sample: number,
  reach: number,
  value: number,
  pace: Pace,
): Task<[maximum: number, at: number], never> {
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
    if (pace.isDue()) yield { done: k, total: GOLDEN_STEPS };
  }
  return best;
}
