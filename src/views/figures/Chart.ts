import { downsample } from '../downsample.ts';
import type { Stroke } from '../types.ts';

/** What the charts need of one run; arrays by recorded iterate. */
export interface ChartRun {
  readonly id: string;
  readonly label: string;
  readonly stroke: Stroke;
  /** Ascending. */
  readonly iterations: Float64Array;
  readonly values: Float64Array;
  readonly gradientNorms: Float64Array;
  /** Least eigenvalue of the Hessian, NaN where it was not computed; null if it was not computed at all. */
  readonly minEigenvalues: Float64Array | null;
}

/** A curve of a chart in the chart's coordinates: x is the iteration, y is log₁₀ of the value on a log axis. */
export interface ChartSeries {
  /** Id of the run. */
  readonly id: string;
  readonly label: string;
  readonly stroke: Stroke;
  /** Iteration numbers of the kept samples, ascending. */
  readonly iterations: Float64Array;
  /** 2·m, (x, y) by kept sample; y is NaN where there is no value to draw. */
  readonly points: Float64Array;
}

/** A bound or threshold in the text's colour: dashed with its name, or solid without one (a zero line). */
export interface ChartReference {
  readonly label: string;
  readonly points: Float64Array;
}

/** A chart, ready to be drawn at any size. */
export interface Chart {
  /** Short name in the literature's symbols: "f − f*". */
  readonly title: string;
  readonly yScale: 'linear' | 'log';
  readonly xRange: readonly [number, number];
  /** In the chart's coordinates: powers of ten on a log axis. */
  readonly yRange: readonly [number, number];
  readonly series: readonly ChartSeries[];
  readonly references: readonly ChartReference[];
  /** What the picture leaves out or presumes, one sentence each. */
  readonly notes: readonly string[];
}

/** Samples that are kept per curve: more than a chart has pixel columns. */
const MOST_SAMPLES = 2000;
/** A log axis shows at most so many decades below its top. */
const MOST_DECADES = 24;
/** A run whose values grow by this factor over its first one does not stretch the axis. */
const RUNAWAY = 1e6;

/** The curve of one run, thinned without losing extremes. */
export function chartSeries(run: ChartRun, ys: Float64Array): ChartSeries {
  const places = downsample(ys, MOST_SAMPLES);
  const iterations = new Float64Array(places.length);
  const points = new Float64Array(2 * places.length);
  places.forEach((place, k) => {
    iterations[k] = run.iterations[place] as number;
    points[2 * k] = run.iterations[place] as number;
    points[2 * k + 1] = ys[place] as number;
  });
  return { id: run.id, label: run.label, stroke: run.stroke, iterations, points };
}

/** log₁₀ of each value, NaN where the value is not positive. */
export function logarithms(values: Float64Array, shift = 0): Float64Array {
  return values.map((value) => (value - shift > 0 ? Math.log10(value - shift) : Number.NaN));
}

/** From the start to the last iteration of the longest run; never empty. */
export function iterationRange(runs: readonly ChartRun[]): [number, number] {
  return [0, Math.max(1, ...runs.map((run) => run.iterations.at(-1) ?? 0))];
}

export interface ReachedRange {
  readonly range: [number, number];
  /** True where a curve leaves the range above or below. */
  readonly cutAbove: boolean;
  readonly cutBelow: boolean;
}

/**
 * The range of a log axis in powers of ten. Runs that grow by a factor of 10⁶ or more do not stretch it beyond a
 * thousand times the largest first value, and it spans at most 24 decades.
 */
export function logRange(series: readonly ChartSeries[]): ReachedRange {
  const [least, greatest] = extremes(series);
  if (least > greatest) return { range: [-1, 1], cutAbove: false, cutBelow: false };
  const firsts = series.map(({ points }) => points[1] ?? Number.NaN).filter(Number.isFinite);
  const tame = Math.max(...firsts) + 3;
  const isRunaway = greatest > Math.max(...firsts) + Math.log10(RUNAWAY);
  const top = isRunaway ? tame : greatest;
  const bottom = Math.max(least, top - MOST_DECADES);
  const pad = Math.max(0.15, (top - bottom) * 0.04);
  return { range: [bottom - pad, top + pad], cutAbove: top < greatest, cutBelow: bottom > least };
}

/** The range of a linear axis that holds the curves and the given values, with a little room. */
export function linearRange(series: readonly ChartSeries[], mustShow: readonly number[]): [number, number] {
  let [least, greatest] = extremes(series);
  for (const value of mustShow) {
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  if (least > greatest) return [-1, 1];
  const pad = Math.max((greatest - least) * 0.06, Math.abs(greatest) * 1e-6, 1e-12);
  return [least - pad, greatest + pad];
}

/** Least and greatest finite y; [∞, −∞] if there is none. */
function extremes(series: readonly ChartSeries[]): [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const { points } of series) {
    for (let k = 1; k < points.length; k += 2) {
      const y = points[k] as number;
      if (!Number.isFinite(y)) continue;
      if (y < least) least = y;
      if (y > greatest) greatest = y;
    }
  }
  return [least, greatest];
}

/** Sentences on what a log axis leaves out. */
export function rangeNotes({ range, cutAbove, cutBelow }: ReachedRange): string[] {
  const notes: string[] = [];
  if (cutAbove) notes.push('A diverging run leaves the chart at the top.');
  if (cutBelow) notes.push(`Values below 10^${Math.floor(range[0])} are off the chart.`);
  return notes;
}
