import type { CountingObjective } from '../objective/counting.ts';
import type { Task } from '../task.ts';
import { Line } from './Line.ts';
import { Pace } from './Pace.ts';

/** What sampling has shown of a segment. */
export interface SegmentCheck {
  /** Whether every sample is at most the level. */
  readonly inside: boolean;
  /** The highest value met; ∞ where f is not finite. */
  readonly maximum: number;
  /** Its place t in [0, 1]. */
  readonly at: number;
  readonly samples: number;
  /** Intervals left between samples in which the estimated bound still exceeds the level; 0 where all is settled. */
  readonly open: number;
}

/** How a segment is sampled. */
export interface SegmentSampling {
  /** Distance between two samples at most, before refinement. */
  readonly spacing: number;
  /** Stops at the first sample above the level; then the maximum is only that sample. */
  readonly untilOutside?: boolean;
}

/** Intervals of a segment at least, however short it is. */
const LEAST_INTERVALS = 8;
/** The estimated Lipschitz constant of the slope is taken so many times as large as the samples show. */
const SAFETY = 2;
/** An interval is halved so often at most. */
const HALVINGS = 10;

/**
 * Samples f on the segment from a to b: first at equal distances, then, where all samples are at most the level, finer
 * wherever the slopes leave room for more. Between two samples f is bounded by the parabolas that start with the
 * slopes there and bend by K, the Lipschitz constant of the slope as estimated from the differences of slopes nearby
 * (twice as large); where that bound exceeds the level, the interval is halved. An estimate is no certificate: a spike
 * narrower than the samples stays unseen.
 * @param a, b  length n; not changed
 * @param level  u; with −∞ the segment is sampled for its maximum only
 */
export function* checkSegment(
  f: CountingObjective,
  a: Float64Array,
  b: Float64Array,
  level: number,
  { spacing, untilOutside = false }: SegmentSampling,
): Task<SegmentCheck, never> {
  const line = new Line(f, a, b);
  const pace = new Pace(f);
  const count = Math.max(LEAST_INTERVALS, Math.ceil(line.length / spacing));
  const values = new Float64Array(count + 1);
  let top = 0;
  for (let k = 0; k <= count; k++) {
    values[k] = line.value(k / count);
    if ((values[k] as number) > (values[top] as number)) top = k;
    if (untilOutside && (values[k] as number) > level) break;
    if (pace.isDue()) yield { done: k, total: 2 * count };
  }
  const maximum = values[top] as number;
  if (maximum > level) return { inside: false, maximum, at: top / count, samples: count + 1, open: 0 };
  const slopes = new Float64Array(count + 1);
  for (let k = 0; k <= count; k++) {
    slopes[k] = line.slope(k / count);
    if (pace.isDue()) yield { done: count + k, total: 2 * count };
  }
  return yield* refine(line, values, slopes, level, pace, { maximum, at: top / count });
}

interface Interval {
  readonly from: number;
  readonly width: number;
  readonly low: readonly [value: number, slope: number];
  readonly high: readonly [value: number, slope: number];
  readonly curvature: number;
  readonly halvings: number;
}

/** Halves the intervals in which the bound exceeds the level, until none does or a sample does. */
function* refine(
  line: Line,
  values: Float64Array,
  slopes: Float64Array,
  level: number,
  pace: Pace,
  top: { maximum: number; at: number },
): Task<SegmentCheck, never> {
  const count = values.length - 1;
  const most = 4 * count + 64;
  let { maximum, at } = top;
  let samples = values.length;
  let open = 0;
  const waiting = intervalsOf(values, slopes).filter((interval) => bound(interval) > level);
  while (waiting.length > 0) {
    const interval = waiting.pop() as Interval;
    if (interval.halvings >= HALVINGS || samples >= values.length + most) {
      open++;
      continue;
    }
    const middle = interval.from + interval.width / 2;
    const value = line.value(middle);
    samples++;
    if (value > maximum) [maximum, at] = [value, middle];
    if (value > level) return { inside: false, maximum, at, samples, open };
    const halves = halvesOf(interval, [value, line.slope(middle)]);
    waiting.push(...halves.filter((half) => bound(half) > level));
    if (pace.isDue()) yield { done: 1, total: 2 };
  }
  return { inside: true, maximum, at, samples, open };
}

function intervalsOf(values: Float64Array, slopes: Float64Array): Interval[] {
  const count = values.length - 1;
  const bends = Float64Array.from({ length: count }, (_, k) =>
    Math.abs(((slopes[k + 1] as number) - (slopes[k] as number)) * count),
  );
  return Array.from(bends, (bend, k) => ({
    from: k / count,
    width: 1 / count,
    low: [values[k] as number, slopes[k] as number] as const,
    high: [values[k + 1] as number, slopes[k + 1] as number] as const,
    curvature: SAFETY * Math.max(bend, bends[k - 1] ?? 0, bends[k + 1] ?? 0),
    halvings: 0,
  }));
}

function halvesOf(interval: Interval, middle: readonly [number, number]): [Interval, Interval] {
  const width = interval.width / 2;
  const bend = (left: readonly [number, number], right: readonly [number, number]) =>
    SAFETY * Math.abs((right[1] - left[1]) / width);
  // What the halves show may be more than what the whole did, and never less than a quarter of it.
  const least = interval.curvature / 4;
  const shared = { width, halvings: interval.halvings + 1 };
  const [first, second] = [bend(interval.low, middle), bend(middle, interval.high)];
  const curvature = Math.max(first, second, least);
  return [
    { ...shared, from: interval.from, low: interval.low, high: middle, curvature },
    { ...shared, from: interval.from + width, low: middle, high: interval.high, curvature },
  ];
}

/** The most that f can be in the interval if its slope changes no faster than `curvature`; NaN slopes bound nothing. */
function bound({ width, low: [f0, s0], high: [f1, s1], curvature }: Interval): number {
  const crossing = (f1 - f0 - s1 * width + (curvature * width * width) / 2) / (s0 - s1 + curvature * width);
  const ends = Math.max(f0, f1);
  if (Number.isNaN(s0) || Number.isNaN(s1)) return Number.POSITIVE_INFINITY;
  if (!(crossing > 0 && crossing < width)) return ends;
  return Math.max(ends, f0 + s0 * crossing + (curvature * crossing * crossing) / 2);
}
