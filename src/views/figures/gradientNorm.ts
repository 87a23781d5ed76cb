import { formatNumber } from '../formatNumber.ts';
import {
  axisOf,
  type Chart,
  type ChartReference,
  type ChartRun,
  chartSeries,
  DASHED,
  iterationRange,
  logRange,
  rangeNotes,
  whereFinite,
} from './Chart.ts';

/** The first-order bound min ‖∇f‖ ≤ √(2L(f₀ − f*)/(N + 1)) of gradient descent with step size 1/L. */
export interface FirstOrderBound {
  /** The method of the run that it belongs to, as the page names it. */
  readonly method: string;
  /** "start 1". */
  readonly start: string;
  /** Lipschitz constant L of the gradient, presumed to be the reciprocal of the step size. */
  readonly smoothness: number;
  /** f₀ − f*. */
  readonly gap: number;
}

/**
 * ‖∇f‖ by iteration or evaluation on a log axis, one curve per run, with the first-order bound dashed if it is given:
 * gradient descent, whose bound it is, takes one gradient an iteration.
 */
export function gradientNormChart(runs: readonly ChartRun[], given: FirstOrderBound | null): Chart {
  const bound = given && given.smoothness > 0 && given.gap > 0 ? given : null;
  const series = runs.map((run) => chartSeries(run, whereFinite(run.gradientNorms, run.values), 0));
  const reached = logRange(series);
  const xRange = iterationRange(runs);
  const notes = rangeNotes(reached);
  if (series.some(({ hasGaps }) => hasGaps)) notes.push('Where ‖∇f‖ = 0 the curve has a gap.');
  return {
    title: '‖∇f‖',
    by: axisOf(runs),
    yScale: 'log',
    xRange,
    yRange: reached.range,
    series,
    references: bound ? [boundCurve(bound, xRange[1])] : [],
    legend: bound ? boundLegend(bound) : [],
    notes,
  };
}

function boundLegend({ method, start, smoothness }: FirstOrderBound): string[] {
  // A method may be named after its step size: "η = 0.3".
  const run = `${method.replaceAll(' = ', '\u00a0=\u00a0')}, ${start.replace(' ', '\u00a0')}`;
  const presumed = 'L\u00a0=\u00a01/η';
  return [
    `${DASHED}√(2L(f₀−f*)/(N+1)), the bound for ${run}, assuming ${presumed}\u00a0=\u00a0${formatNumber(smoothness)}`,
    `${DASHED}√(2L(f₀−f*)/(N+1)) for ${run}, assuming ${presumed}`,
    `${DASHED}bound for ${run}, assuming ${presumed}`,
    `${DASHED}bound for ${start}, if ${presumed}`,
    `${DASHED}bound, ${start}`,
  ];
}

const BOUND_SAMPLES = 200;

/** Samples dense near the start, where the curve bends. */
function boundCurve({ smoothness, gap }: FirstOrderBound, last: number): ChartReference {
  const points = new Float64Array(2 * BOUND_SAMPLES);
  for (let k = 0; k < BOUND_SAMPLES; k += 1) {
    const iteration = last * (k / (BOUND_SAMPLES - 1)) ** 3;
    points[2 * k] = iteration;
    points[2 * k + 1] = 0.5 * Math.log10((2 * smoothness * gap) / (iteration + 1));
  }
  return { id: 'first-order bound', dashed: true, points };
}
