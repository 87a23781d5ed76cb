import {
  type Chart,
  type ChartReference,
  type ChartRun,
  chartSeries,
  iterationRange,
  logRange,
  rangeNotes,
} from './Chart.ts';

/** The first-order bound min ‖∇f‖ ≤ √(2L(f₀ − f*)/(N + 1)) of gradient descent with step size 1/L. */
export interface FirstOrderBound {
  /** Lipschitz constant L of the gradient. */
  readonly smoothness: number;
  /** f₀ − f*. */
  readonly gap: number;
}

/** ‖∇f‖ by iteration on a log axis, one curve per run, with the first-order bound dashed if it is given. */
export function gradientNormChart(runs: readonly ChartRun[], bound: FirstOrderBound | null): Chart {
  const series = runs.map((run) => chartSeries(run, run.gradientNorms, 0));
  const reached = logRange(series);
  const xRange = iterationRange(runs);
  const notes = rangeNotes(reached);
  if (series.some(({ hasGaps }) => hasGaps)) notes.push('Where ‖∇f‖ = 0 the curve has a gap.');
  return {
    title: '‖∇f‖',
    yScale: 'log',
    xRange,
    yRange: reached.range,
    series,
    references: bound && bound.smoothness > 0 && bound.gap > 0 ? [boundCurve(bound, xRange[1])] : [],
    notes,
  };
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
  return { label: '√(2L(f₀ − f*)/(N+1))', points };
}
