import { formatNumber } from '../formatNumber.ts';
import {
  axisOf,
  type Chart,
  type ChartReference,
  type ChartRun,
  chartSeries,
  DASHED,
  iterationRange,
  linearRange,
} from './Chart.ts';

/**
 * Least eigenvalue of the Hessian along each run, linear, with the zero line and the second-order threshold −√(ρε).
 * @param threshold  the (negative) threshold, or null where ρ or ε is not set
 */
export function leastEigenvalueChart(runs: readonly ChartRun[], threshold: number | null): Chart {
  const known = runs.flatMap((run) => (run.minEigenvalues ? [chartSeries(run, run.minEigenvalues, null)] : []));
  const xRange = iterationRange(runs);
  const mustShow = threshold === null ? [0] : [0, threshold];
  const yRange = linearRange(known, mustShow);
  const level = (id: string, dashed: boolean, y: number): ChartReference => ({
    id,
    dashed,
    points: Float64Array.of(xRange[0], y, xRange[1], y),
  });
  const references = [level('zero', false, 0)];
  if (threshold !== null && threshold < 0) references.push(level('second-order threshold', true, threshold));
  const name = `${DASHED}−√(ρε)`;
  const legend =
    references.length > 1 && threshold !== null ? [`${name}\u00a0=\u00a0${formatNumber(threshold)}`, name] : [];
  const notes = known.length < runs.length ? ['Some runs have no Hessian to measure.'] : [];
  const by = axisOf(runs);
  return { title: 'λ_min(∇²f)', by, yScale: 'linear', xRange, yRange, series: known, references, legend, notes };
}
