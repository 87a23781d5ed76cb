import type { KnownLevel } from '../../core/landscapes/Landscape.ts';
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

/** The value that f is measured from, and where it comes from. */
export interface LowestValue {
  readonly value: number;
  /** `known`: the landscape's minimum; `seen`: the least value that any run has reached. */
  readonly source: 'known' | 'seen';
}

/**
 * f − f* by iteration or evaluation on a log axis, one curve per run; says which f* it is.
 * @param levels  values of f that mean something; those within the chart are drawn across it
 */
export function objectiveGapChart(
  runs: readonly ChartRun[],
  lowest: LowestValue,
  levels: readonly KnownLevel[] = [],
): Chart {
  const series = runs.map((run) => chartSeries(run, whereFinite(run.values, run.values), lowest.value));
  const reached = logRange(series);
  const notes = rangeNotes(reached);
  if (series.some(({ hasGaps }) => hasGaps)) notes.push('Where f = f* the curve has a gap.');
  const xRange = iterationRange(runs);
  const shown = levels.filter(({ value }) => {
    const height = Math.log10(value - lowest.value);
    return height > reached.range[0] && height < reached.range[1];
  });
  const across = ({ name, value }: KnownLevel): ChartReference => {
    const height = Math.log10(value - lowest.value);
    return { id: name, dashed: true, points: Float64Array.of(xRange[0], height, xRange[1], height) };
  };
  return {
    title: 'f − f*',
    by: axisOf(runs),
    yScale: 'log',
    xRange,
    yRange: reached.range,
    series,
    references: shown.map(across),
    legend: gapLegend(lowest, shown),
    notes,
  };
}

function gapLegend(lowest: LowestValue, [level]: readonly KnownLevel[]): string[] {
  const origins = originLegend(lowest);
  if (!level) return origins;
  const number = `f\u00a0=\u00a0${formatNumber(level.value)}`;
  const [full, shorter, shortest] = origins as [string, string, string];
  const short = `${DASHED}${level.short.replaceAll(' ', '\u00a0')}`;
  return [`${DASHED}${level.name}, ${number}; ${full}`, `${short}, ${number}; ${shorter}`, `${short}; ${shortest}`];
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
