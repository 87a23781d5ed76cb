import type { TrainedEnd } from '../../../core/paths/trainEnds.ts';
import type { IterationChart, IterationSeries } from '../../../views/figures/IterationChart.ts';
import { formatFull, formatNumber } from '../../../views/formatNumber.ts';
import { strokeFor } from '../../../views/palette.ts';

/**
 * f at each end over the steps of its training, and the level that it comes down to; above the lowest of all where one
 * of them is not positive, because the axis is logarithmic.
 */
export function trainingChart(curves: readonly TrainedEnd['curve'][], level: number): IterationChart {
  const lowest = Math.min(level, ...curves.flatMap(({ values }) => values));
  const origin = lowest > 0 ? 0 : lowest;
  const last = Math.max(1, ...curves.map(({ iterations }) => iterations.at(-1) ?? 0));
  const ends = curves.map((curve, k) => series(`End ${k + 1}`, strokeFor(k), curve, origin));
  const line = { iterations: [0, last], values: [level, level] };
  const at = curves.map(({ values }, k) => `end ${k + 1} at ${formatNumber(values.at(-1) ?? Number.NaN)}`).join(', ');
  return {
    title: origin === 0 ? 'f' : 'f − min',
    legend: [`u\u00a0=\u00a0${formatNumber(level)}`, ''],
    summary: `f at the ends over the steps of their training, on logarithmic axes: ${at}; the level is ${formatNumber(level)}.`,
    yScale: 'log',
    last,
    series: [...ends, series('u', { ...strokeFor(0, 1), colour: '#7f858c' }, line, origin)],
  };
}

function series(
  label: string,
  stroke: IterationSeries['stroke'],
  { iterations, values }: TrainedEnd['curve'],
  origin: number,
): IterationSeries {
  return {
    id: label,
    label,
    stroke,
    iterations: Float64Array.from(iterations),
    middle: Float64Array.from(values, (value) => value - origin),
    band: null,
    tell: (_iteration, at) => {
      const [k, value] = [iterations[at] as number, values[at] as number];
      return {
        lines: [label, `step ${k}`, `f = ${formatNumber(value)}`],
        full: `${label}, step ${k}: f = ${formatFull(value)}`,
      };
    },
  };
}
