import { downsample } from '../downsample.ts';
import { formatPowerOfTen } from '../formatNumber.ts';
import { niceStep } from '../ticks.ts';
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
  /** Where each sample stands on the horizontal axis instead of its iteration, ascending: what was evaluated by then. */
  readonly work?: Float64Array | undefined;
}

/** A curve of a chart in the chart's coordinates: x is the iteration or the work, y is log₁₀ of the value on a log axis. */
export interface ChartSeries {
  /** Id of the run. */
  readonly id: string;
  readonly label: string;
  readonly stroke: Stroke;
  /** Iteration numbers of the kept samples, ascending. */
  readonly iterations: Float64Array;
  /** 2·m, (x, y) by kept sample; y is NaN where there is no value to draw. */
  readonly points: Float64Array;
  /** True if some value is not above the origin of a log axis: the curve has a gap there. */
  readonly hasGaps: boolean;
}

/** A bound or threshold in the text's colour, dashed and named in the legend, or solid (a zero line). */
export interface ChartReference {
  readonly id: string;
  readonly dashed: boolean;
  readonly points: Float64Array;
}

/** What the convergence charts count along their horizontal axis: iterations, or evaluations in gradients. */
export type ChartAxis = 'iterations' | 'evaluations';

/** A chart, ready to be drawn at any size. */
export interface Chart {
  /** Short name in the literature's symbols: "f − f*". */
  readonly title: string;
  /** What the horizontal axis counts; iterations where left out. */
  readonly by?: ChartAxis;
  readonly yScale: 'linear' | 'log';
  readonly xRange: readonly [number, number];
  /** In the chart's coordinates: powers of ten on a log axis. */
  readonly yRange: readonly [number, number];
  readonly series: readonly ChartSeries[];
  readonly references: readonly ChartReference[];
  /**
   * What must be read with the picture: which f* it is, whose bound is dashed. The same in several wordings, from the
   * fullest to the shortest; a chart shows the first that it has room for. Empty where there is nothing to say.
   */
  readonly legend: readonly string[];
  /** What the picture leaves out, one sentence each. */
  readonly notes: readonly string[];
}

/** Samples that are kept per curve: more than a chart of usual width can show. */
const MOST_SAMPLES = 600;
/** A log axis shows at most so many decades below its top. */
const MOST_DECADES = 24;
/** A run whose values grow by this factor over its first one does not stretch the axis. */
const RUNAWAY = 1e6;

interface MadeSeries {
  readonly run: Pick<ChartRun, 'id' | 'label' | 'stroke' | 'iterations' | 'work'>;
  readonly origin: number | null;
  readonly series: ChartSeries;
}

/** The last curve made of an array of values: while one start is dragged, the runs from the others stay. */
const made = new WeakMap<Float64Array, MadeSeries>();

/**
 * The curve of one run, thinned without losing extremes.
 * @param values  by recorded iterate
 * @param origin  for a log axis what the values are measured from; null for a linear axis
 */
export function chartSeries(run: ChartRun, values: Float64Array, origin: number | null): ChartSeries {
  const { id, label, stroke, iterations, work } = run;
  const before = made.get(values);
  const isSame =
    before &&
    before.origin === origin &&
    before.run.iterations === iterations &&
    before.run.work === work &&
    before.run.stroke === stroke &&
    before.run.id === id &&
    before.run.label === label;
  if (isSame) return before.series;
  const series = { id, label, stroke, ...samples(iterations, work ?? iterations, values, origin) };
  made.set(values, { run: { id, label, stroke, iterations, work }, origin, series });
  return series;
}

function samples(all: Float64Array, xs: Float64Array, values: Float64Array, origin: number | null) {
  const places = downsample(values, MOST_SAMPLES);
  const iterations = new Float64Array(places.length);
  const points = new Float64Array(2 * places.length);
  for (let k = 0; k < places.length; k += 1) {
    const place = places[k] as number;
    iterations[k] = all[place] as number;
    points[2 * k] = xs[place] as number;
    points[2 * k + 1] = origin === null ? (values[place] as number) : logarithm((values[place] as number) - origin);
  }
  return { iterations, points, hasGaps: origin !== null && values.some((value) => value <= origin) };
}

/** Measurements with those left out that were taken where f is not finite; by the measurements. */
const masked = new WeakMap<Float64Array, Float64Array>();

/**
 * Measurements along a run, NaN at the iterates where f is not finite: a gradient formula may have a value there, but
 * it is the gradient of nothing. Where f is finite throughout, `measured` itself.
 * @param values  f by recorded iterate
 */
export function whereFinite(measured: Float64Array, values: Float64Array): Float64Array {
  const before = masked.get(measured);
  if (before) return before;
  const kept = values.every(Number.isFinite)
    ? measured
    : measured.map((value, k) => (Number.isFinite(values[k] as number) ? value : Number.NaN));
  masked.set(measured, kept);
  return kept;
}

/** The beginning of a legend that explains a dashed line. */
export const DASHED = '–\u00a0–\u00a0\u00a0';

/** log₁₀, NaN where there is none: the curve has a gap there. */
function logarithm(value: number): number {
  return value > 0 ? Math.log10(value) : Number.NaN;
}

/** From the start to the end of the longest run, in what the axis counts; never empty. */
export function iterationRange(runs: readonly ChartRun[]): [number, number] {
  return [0, Math.max(1, ...runs.map((run) => (run.work ?? run.iterations).at(-1) ?? 0))];
}

/** What the axis of these runs counts. */
export const axisOf = (runs: readonly ChartRun[]): ChartAxis =>
  runs.some(({ work }) => work !== undefined) ? 'evaluations' : 'iterations';

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
  return {
    range: roundedOutwards(bottom, top, top - bottom > 4 ? 1 : 0.5),
    cutAbove: top < greatest,
    cutBelow: bottom > least,
  };
}

/** The range of a linear axis that holds the curves and the given values, with a little room. */
export function linearRange(series: readonly ChartSeries[], mustShow: readonly number[]): [number, number] {
  let [least, greatest] = extremes(series);
  for (const value of mustShow) {
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  if (least > greatest) return [-1, 1];
  const span = Math.max(greatest - least, Math.abs(greatest) * 1e-6, 1e-12);
  return roundedOutwards(least, greatest, niceStep(span, 8));
}

/** Ends on multiples of `step`, a little beyond the given ones, so that small changes do not move the axis. */
function roundedOutwards(low: number, high: number, step: number): [number, number] {
  const room = step * 0.1;
  return [Math.floor((low - room) / step) * step, Math.ceil((high + room) / step) * step];
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
  if (cutBelow) notes.push(`Values below ${formatPowerOfTen(Math.floor(range[0]))} are off the chart.`);
  return notes;
}
