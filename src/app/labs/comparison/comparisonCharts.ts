import type { MethodComparison } from '../../../core/descent/compareMethods.ts';
import { type ReferenceMinimum, referenceValue } from '../../../core/descent/measures.ts';
import type { MethodChoice } from '../../../scenario/types.ts';
import type { IterationChart, IterationSeries, Telling } from '../../../views/figures/IterationChart.ts';
import { formatFull, formatNumber } from '../../../views/formatNumber.ts';
import type { ComparisonFindings } from '../../../worker/jobs/comparison.ts';
import { methodStroke } from '../../methodStroke.ts';
import { methodName } from '../../views/planeTrajectories.ts';

/** A method that is shown and what was found of it. */
interface Shown {
  readonly method: MethodChoice;
  readonly row: MethodComparison;
}

/** The rows of the methods that are not hidden. */
export function shownRows(found: ComparisonFindings, methods: readonly MethodChoice[]): readonly Shown[] {
  return found.rows.flatMap((row) => {
    const method = methods[row.methodIndex];
    return method && method.visible !== false && row.runs > 0 ? [{ method, row }] : [];
  });
}

/** Both charts of a comparison: how many runs have arrived, and what f does meanwhile; over the same iterations. */
export function comparisonCharts(found: ComparisonFindings, methods: readonly MethodChoice[]): IterationChart[] {
  const shown = shownRows(found, methods);
  const last = lastOfInterest(shown);
  return [distributionChart(shown, last), gapChart(shown, found.minimumValue, last)];
}

/** Share of runs that have come to a second-order stationary point, in steps. */
function distributionChart(shown: readonly Shown[], last: number): IterationChart {
  return {
    title: 'Share of runs that have arrived',
    legend: ['(at an ε-second-order stationary point)', '(second order)', ''],
    summary:
      'Share of runs that have come to a second-order stationary point, against iteration, for each method. The table has the numbers.',
    yScale: 'share',
    last,
    series: shown.map(({ method, row }) => {
      const { iterations, shares } = distribution(row, last);
      return {
        id: String(row.methodIndex),
        label: `${row.reached}/${row.runs}`,
        stroke: methodStroke(method, row.methodIndex),
        iterations,
        middle: shares,
        band: null,
        tell: (iteration: number) => tellShare(method, row, iteration),
      };
    }),
  };
}

/**
 * The empirical distribution of the iterations at which runs arrived: the share of runs that have, by iteration; from 0
 * to `last`, each iteration once, ascending. It ends at reached/runs.
 */
export function distribution({ times, runs }: Pick<MethodComparison, 'times' | 'runs'>, last: number) {
  const iterations = Float64Array.from(new Set([0, ...times, last])).sort();
  let arrived = 0;
  const shares = iterations.map((iteration) => {
    while (arrived < times.length && (times[arrived] as number) <= iteration) arrived++;
    return arrived / runs;
  });
  return { iterations, shares };
}

function tellShare(method: MethodChoice, { times, runs }: MethodComparison, iteration: number): Telling {
  const arrived = times.reduce((count, time) => count + (time <= iteration ? 1 : 0), 0);
  const text = `${arrived} of ${runs} runs have arrived`;
  return {
    lines: [methodName(method), `iteration ${iteration}`, text],
    full: `${methodName(method)}, iteration ${iteration}: ${text}`,
  };
}

/** f − f* as median with its quartiles over all runs. */
function gapChart(shown: readonly Shown[], known: number | undefined, last: number): IterationChart {
  const seen = Math.min(Number.POSITIVE_INFINITY, ...shown.map(({ row }) => row.least));
  const lowest = referenceValue(seen, known);
  const legend = lowest ? withGaps(originLegend(lowest), shown, lowest.value) : [''];
  return {
    title: 'f − f*',
    legend,
    summary: `Median and quartiles of f − f* over all runs, against iteration, on a logarithmic axis, for each method. ${legend[0]}`,
    yScale: 'log',
    last,
    series: lowest ? shown.map((each) => gapSeries(each, lowest.value)) : [],
  };
}

function gapSeries({ method, row }: Shown, lowest: number): IterationSeries {
  const above = (values: Float64Array) => values.map((value) => value - lowest);
  const { iterations } = row.band;
  const [low, middle, high] = [above(row.band.q25), above(row.band.median), above(row.band.q75)];
  const name = methodName(method);
  return {
    id: String(row.methodIndex),
    label: '',
    stroke: methodStroke(method, row.methodIndex),
    iterations,
    middle,
    band: { low, high },
    tell: (_iteration, at) => {
      const [k, m, l, h] = [iterations[at], middle[at], low[at], high[at]] as [number, number, number, number];
      return {
        lines: [
          name,
          `iteration ${k}`,
          `median ${formatNumber(m)}`,
          `quartiles ${formatNumber(l)} to ${formatNumber(h)}`,
        ],
        full: `${name}, iteration ${k}: median ${formatFull(m)}, quartiles ${formatFull(l)} and ${formatFull(h)}`,
      };
    },
  };
}

function originLegend({ value, source }: ReferenceMinimum): string[] {
  const number = `f*\u00a0=\u00a0${formatNumber(value)}`;
  const origin = source === 'known' ? 'known\u00a0minimum' : 'best\u00a0seen in these runs';
  const short = source === 'known' ? 'known' : 'best\u00a0seen';
  return [`median and quartiles; ${number} (${origin})`, `${number} (${short})`, number, ''];
}

/** Says of a curve that is broken, in the fullest wording, why it is. */
function withGaps(legend: readonly string[], shown: readonly Shown[], lowest: number): readonly string[] {
  const hasGaps = shown.some(({ row }) => row.band.median.some((value) => value <= lowest));
  return hasGaps ? [`${legend[0]}; gaps where f\u00a0=\u00a0f*`, ...legend] : legend;
}

/** What happens later than this part of the last event is nothing. */
const AFTER = 1.4;

/** Where the axis may end: the last iteration, or soon after all runs have arrived and no band changes any more. */
function lastOfInterest(shown: readonly Shown[]): number {
  const ends = shown.map(({ row }) => row.band.iterations.at(-1) ?? 1);
  const changes = shown.map(({ row: { times, runs, reached, band } }) => {
    if (reached < runs) return band.iterations.at(-1) ?? 1;
    const { iterations } = band;
    const changed = [band.q25, band.median, band.q75].map((values) =>
      values.findLastIndex((value, k) => k > 0 && value !== values[k - 1]),
    );
    return Math.max(times.at(-1) ?? 0, iterations[Math.max(0, ...changed)] as number);
  });
  return Math.max(1, Math.min(Math.max(1, ...ends), Math.ceil(AFTER * Math.max(1, ...changes))));
}
