import { subscript, superscript } from '../../../core/formatNumber.ts';
import { type Chart, type ChartRun, type ChartSeries, chartSeries, linearRange } from '../../../views/figures/Chart.ts';
import { type EvenRecords, evenRecords } from './evenRecords.ts';
import type { ShownRacer } from './useRace.ts';

/** log₁₀ of the least double above 0. */
const LEAST_DOUBLE = -323.3;
/** The line of the least double is drawn where the sizes come at least as near to it as this. */
const NEAR = -200;

/** f by iteration: each plateau is a saddle. */
export function raceValueChart(racers: readonly ShownRacer[], dimension: number, last: number): Chart {
  const series = racers.map((shown) => {
    const records = evenRecords(shown.racer, dimension);
    return chartSeries(chartRun(shown, '', records), records.values, null);
  });
  return {
    title: 'f',
    yScale: 'linear',
    xRange: [0, Math.max(1, last)],
    yRange: linearRange(series, []),
    series,
    references: [],
    legend: ['Each plateau is a saddle'],
    notes: [],
  };
}

/** Sizes of the coordinates by iteration, as powers of ten: why each plateau is longer than the one before. */
export function raceSizesChart(racers: readonly ShownRacer[], dimension: number, last: number): Chart {
  const series: ChartSeries[] = racers.flatMap((shown) => {
    const records = evenRecords(shown.racer, dimension);
    return records.sizes.map((sizes, j) =>
      chartSeries(chartRun({ ...shown, name: `x${subscript(j + 1)}` }, `/${j}`, records), sizes, null),
    );
  });
  const least = Math.min(0, ...racers.map(({ racer }) => racer.least.magnitude).filter(Number.isFinite));
  const isNear = least < NEAR;
  return {
    title: 'log₁₀|x_k|',
    yScale: 'linear',
    xRange: [0, Math.max(1, last)],
    yRange: linearRange(series, isNear ? [LEAST_DOUBLE, 2] : [2]),
    series,
    references: isNear
      ? [{ id: 'double', dashed: true, points: Float64Array.of(0, LEAST_DOUBLE, last, LEAST_DOUBLE) }]
      : [],
    legend: isNear
      ? [`–\u00a0–\u00a0\u00a0the least double, 10${superscript(-324)}`, `–\u00a0–\u00a0\u00a0least double`]
      : [
          `A waiting coordinate shrinks until its turn; x${subscript(dimension)} waits longest`,
          'Each shrinks until its turn',
        ],
    notes: [],
  };
}

function chartRun({ racer, name, stroke }: ShownRacer, suffix: string, records: EvenRecords): ChartRun {
  const { iterations, values } = records;
  const id = `${racer.methodIndex}${suffix}`;
  return { id, label: name, stroke, iterations, values, gradientNorms: values, minEigenvalues: null };
}
