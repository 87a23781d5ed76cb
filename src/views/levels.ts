import { multiplesWithin, niceStep } from './ticks.ts';
import type { ContourStyle, Field } from './types.ts';

/** How values become positions on the colour scale, and where the isolines lie. */
export interface LevelScale {
  readonly kind: 'linear' | 'log';
  /** f at the isolines, ascending; empty where the field is constant or has no finite value. */
  readonly levels: readonly number[];
  /** The isolines on the unit scale: start, start + step, … */
  readonly unitStart: number;
  readonly unitStep: number;
  /** f at the ends of the scale, unit 0 and unit 1. */
  readonly low: number;
  readonly high: number;
  /** True where the field goes on below `low` or above `high`; such cells take the end colours. */
  readonly cutBelow: boolean;
  readonly cutAbove: boolean;
  /** Position of a finite f: 0 at `low`, 1 at `high`, beyond them where cut (at most half a scale); else NaN. */
  toUnit(f: number): number;
  /** f at a position of the scale. */
  fromUnit(unit: number): number;
}

/** The scale reaches this many times the spread between the 5 % and 95 % quantiles beyond them. */
const FENCE = 2;
/** Values up to this quantile of f − min share the lowest band of a log scale. */
const LOG_FLOOR_QUANTILE = 0.002;
const SAMPLE_SIZE = 4096;

/**
 * The scale for a field. A linear scale has nice levels over the finite range; a log scale has levels equally spaced
 * in log(f − min + δ), δ being the 0.2 % quantile of f − min. Both are cut where single cells reach far beyond the
 * rest, and say so in `cutBelow` and `cutAbove`. Any finite doubles are allowed, ranges of 1e300 included.
 */
export function levelScale(field: Field, style: ContourStyle): LevelScale {
  const { min, max } = field;
  if (!(Number.isFinite(min) && Number.isFinite(max)) || isConstant(min, max)) return constantScale(min, max, style);
  const sample = sortedSample(field.z);
  return style.scale === 'log' ? logScale(min, max, sample, style.levels) : linearScale(min, max, sample, style.levels);
}

/** Differences of this size are rounding, not landscape. */
function isConstant(min: number, max: number): boolean {
  return max / 2 - min / 2 <= 32 * Number.EPSILON * Math.max(Math.abs(min), Math.abs(max));
}

function constantScale(min: number, max: number, style: ContourStyle): LevelScale {
  return {
    kind: style.scale,
    levels: [],
    unitStart: 0.5,
    unitStep: 1,
    low: min,
    high: max,
    cutBelow: false,
    cutAbove: false,
    toUnit: (f) => (Number.isFinite(f) ? 0.5 : Number.NaN),
    fromUnit: () => min,
  };
}

/** Up to SAMPLE_SIZE finite values, ascending, taken evenly over the grid. */
function sortedSample(z: Float64Array): Float64Array {
  // A stride that shares no factor with a row length walks over all columns.
  const stride = Math.max(1, Math.floor(z.length / SAMPLE_SIZE)) | 1;
  const sample: number[] = [];
  for (let k = 0; k < z.length; k += stride) {
    const value = z[k] as number;
    if (Number.isFinite(value)) sample.push(value);
  }
  return Float64Array.from(sample).sort();
}

function quantile(sorted: Float64Array, q: number): number {
  return sorted[Math.round(q * (sorted.length - 1))] ?? Number.NaN;
}

/** [low, high] of the scale: the range, cut FENCE spreads beyond the 5 % and 95 % quantiles. */
function fenced(min: number, max: number, sorted: Float64Array): [number, number] {
  const lower = quantile(sorted, 0.05);
  const upper = quantile(sorted, 0.95);
  const reach = FENCE * (upper - lower);
  if (!(reach > 0) || !Number.isFinite(reach)) return [min, max];
  return [Math.max(min, lower - reach), Math.min(max, upper + reach)];
}

const clampUnit = (unit: number): number => Math.min(1.5, Math.max(-0.5, unit));

function linearScale(min: number, max: number, sample: Float64Array, count: number): LevelScale {
  const [low, high] = fenced(min, max, sample);
  // Quarters keep a range of twice the largest double finite.
  const quarter = high / 4 - low / 4;
  const toUnit = (f: number) => (Number.isFinite(f) ? clampUnit((f / 4 - low / 4) / quarter) : Number.NaN);
  const fromUnit = (unit: number) => 4 * (low / 4 + unit * quarter);
  const levels = insideOf(low, high, 4 * niceStep(quarter, count));
  return {
    kind: 'linear',
    levels,
    unitStart: toUnit(levels[0] ?? low),
    unitStep: levels.length > 1 ? toUnit(levels[1] as number) - toUnit(levels[0] as number) : 1,
    low,
    high,
    cutBelow: low > min,
    cutAbove: high < max,
    toUnit,
    fromUnit,
  };
}

/** Multiples of `step` strictly between the ends. */
function insideOf(low: number, high: number, step: number): number[] {
  return multiplesWithin(low, high, step).filter((value) => value > low && value < high);
}

function logScale(min: number, max: number, sample: Float64Array, count: number): LevelScale {
  const quarter = (f: number) => f / 4 - min / 4;
  const heights = sample.map(quarter);
  const floor = logFloor(heights, min);
  const logs = heights.map((height) => Math.log(height + floor));
  const bottom = Math.log(floor);
  const [, top] = fenced(bottom, Math.log(quarter(max) + floor), logs);
  const toUnit = (f: number) =>
    Number.isFinite(f) ? clampUnit((Math.log(Math.max(0, quarter(f)) + floor) - bottom) / (top - bottom)) : Number.NaN;
  const fromUnit = (unit: number) =>
    unit <= 0 ? min : Math.min(max, 4 * (min / 4 + Math.exp(bottom + unit * (top - bottom)) - floor));
  const unitStep = 1 / (Math.max(1, Math.round(count)) + 1);
  return {
    kind: 'log',
    levels: Array.from({ length: Math.max(1, Math.round(count)) }, (_, k) => fromUnit((k + 1) * unitStep)),
    unitStart: unitStep,
    unitStep,
    low: min,
    high: fromUnit(1),
    cutBelow: false,
    cutAbove: top < Math.log(quarter(max) + floor),
    toUnit,
    fromUnit,
  };
}

/** δ of the log scale: a low quantile of the heights above the minimum, above the rounding of the minimum itself. */
function logFloor(heights: Float64Array, min: number): number {
  const low = quantile(heights, LOG_FLOOR_QUANTILE);
  const positive = low > 0 ? low : (heights.find((height) => height > 0) ?? 1);
  return Math.max(positive, 32 * Number.EPSILON * Math.abs(min / 4), Number.MIN_VALUE * 2 ** 40);
}
