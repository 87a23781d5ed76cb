import { formatNumber } from '../formatNumber.ts';
import {
  axisOf,
  type Chart,
  type ChartRun,
  chartSeries,
  iterationRange,
  logRange,
  rangeNotes,
  whereFinite,
} from './Chart.ts';

/** The value that f is measured from, and where it comes from. */
export interface LowestValue {
  readonly value: number;
  /** `known`: the landscape's minimum; `seen`: the least value that any run has reached. */
  readonly source: 'known' | 'seen';
}

/** f − f* by iteration or evaluation on a log axis, one curve per run; says which f* it is. */
export function objectiveGapChart(runs: readonly ChartRun[], lowest: LowestValue): Chart {
  const series = runs.map((run) => chartSeries(run, whereFinite(run.values, run.values), lowest.value));
  const reached = logRange(series);
  const notes = rangeNotes(reached);
  if (series.some(({ hasGaps }) => hasGaps)) notes.push('Where f = f* the curve has a gap.');
  return {
    title: 'f − f*',
    by: axisOf(runs),
    yScale: 'log',
    xRange: iterationRange(runs),
    yRange: reached.range,
    series,
    references: [],
    legend: originLegend(lowest),
    notes,
  };
}

function originLegend({ value, source }: LowestValue): string[] {
  const isKnown = source === 'known';
  const number = `f*\u00a0=\u00a0${formatNumber(value)}`;
  return [
    `${number} (${isKnown ? 'known\u00a0minimum' : 'best\u00a0seen in these runs'})`,
    `${number} (${isKnown ? 'known' : 'best\u00a0seen'})`,
    `f*\u00a0${isKnown ? 'known' : 'best\u00a0seen'}`,
  ];
}
