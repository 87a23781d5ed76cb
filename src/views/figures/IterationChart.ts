import type { Stroke } from '../types.ts';

/** What the pointer is told of a place on a curve. */
export interface Telling {
  /** Line by line. */
  readonly lines: readonly string[];
  /** The same with every digit. */
  readonly full: string;
}

/** A curve over iterations, with a band about it or without. */
export interface IterationSeries {
  readonly id: string;
  /** Beside the end of the curve; empty for none. */
  readonly label: string;
  readonly stroke: Stroke;
  /** From 0, ascending. */
  readonly iterations: Float64Array;
  /** As long; what has no place on the axis is a gap. */
  readonly middle: Float64Array;
  /** Lower and upper end of the band, as long; Infinity where the upper one is none. */
  readonly band: { readonly low: Float64Array; readonly high: Float64Array } | null;
  /** @param iteration  of the pointer @param at  position of the sample that it is told of */
  readonly tell: (iteration: number, at: number) => Telling;
}

/** Curves over iterations on a logarithmic axis that begins at iteration 0. */
export interface IterationChart {
  readonly title: string;
  /** Wordings of what must be read with the picture, from the fullest to the shortest. */
  readonly legend: readonly string[];
  /** What a screen reader is told, one sentence. */
  readonly summary: string;
  /** Shares from 0 to 1 in steps, or lines on a logarithmic axis. */
  readonly yScale: 'share' | 'log';
  /** Where the axis ends, at least 1. */
  readonly last: number;
  readonly series: readonly IterationSeries[];
}

/** The place of an iteration on the axis: zero is on it. */
export const ofIteration = (iteration: number): number => Math.log10(1 + iteration);

/** The iteration at a place of the axis, a whole number. */
export const iterationAt = (place: number): number => Math.max(0, Math.round(10 ** place - 1));

/** The place of a value on the vertical axis; NaN where it has none. */
export const ofValue = (value: number, scale: IterationChart['yScale']): number =>
  scale === 'share' ? value : value > 0 ? Math.log10(value) : Number.NaN;

/** A log axis shows at most so many decades. */
const MOST_DECADES = 24;
/** Runs that diverge stretch it by so many decades at most. */
const RUNAWAY = 3;

/**
 * Ends of the vertical axis, in powers of ten on a logarithmic one: it holds all curves and bands, but not what leaves
 * the largest first value by more than three decades.
 */
export function verticalRange({ yScale, series }: IterationChart): readonly [number, number] {
  if (yScale === 'share') return [0, 1.03];
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  let first = Number.NEGATIVE_INFINITY;
  for (const { middle, band } of series) {
    for (const values of band ? [middle, band.low, band.high] : [middle]) {
      for (const [k, value] of values.entries()) {
        const y = ofValue(value, yScale);
        if (!Number.isFinite(y)) continue;
        if (k === 0) first = Math.max(first, y);
        least = Math.min(least, y);
        greatest = Math.max(greatest, y);
      }
    }
  }
  if (least > greatest) return [-1, 1];
  const top = Math.max(least, Math.min(greatest, Number.isFinite(first) ? first + RUNAWAY : greatest));
  const bottom = Math.max(least, top - MOST_DECADES);
  const room = Math.max(top - bottom, 0.5) * 0.05;
  return [bottom - room, top + room];
}

/** Iterations to write under the axis: 0, and the powers of ten up to its end, every second where they are many. */
export function iterationTicks(last: number, most: number): number[] {
  const decades = Math.floor(Math.log10(Math.max(1, last)));
  const every = Math.max(1, Math.ceil((decades + 1) / Math.max(1, most)));
  const powers = Array.from({ length: Math.floor(decades / every) + 1 }, (_, k) => 10 ** (k * every));
  return [0, ...powers];
}

/** A place of a chart under the pointer. */
export interface ChartPlace {
  readonly series: IterationSeries;
  /** Position of the sample. */
  readonly at: number;
  readonly iteration: number;
  /** On the vertical axis. */
  readonly y: number;
}

/**
 * The curve that is nearest to a point in the chart's coordinates, at the point's iteration; null where none has a
 * value there.
 * @param reach  how far it may be, on the vertical axis
 */
export function nearestCurve(
  { series, yScale }: IterationChart,
  place: readonly [number, number],
  reach: number,
): ChartPlace | null {
  const iteration = iterationAt(place[0]);
  let best: ChartPlace | null = null;
  let distance = reach;
  for (const each of series) {
    const at = each.iterations.findLastIndex((one) => one <= iteration);
    const y = ofValue(each.middle[at] ?? Number.NaN, yScale);
    if (!(Math.abs(y - place[1]) <= distance)) continue;
    distance = Math.abs(y - place[1]);
    best = { series: each, at, iteration, y };
  }
  return best;
}
