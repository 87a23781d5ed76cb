import { growingPlateaus } from '../../../core/escape/growthFactor.ts';
import type { EscapeFindings, OctopusRow } from '../../../core/escape/runEscapes.ts';
import { formatNumber as formatShort } from '../../../core/formatNumber.ts';
import type { MethodChoice } from '../../../scenario/types.ts';
import type { BandChart, BandPoint, BandReference, BandSeries } from '../../../views/figures/BandChart.ts';
import { formatFull, formatNumber } from '../../../views/formatNumber.ts';
import { methodStroke } from '../../methodStroke.ts';
import { methodName } from '../../views/planeTrajectories.ts';

/** What the charts show of the findings. */
export interface ChartChoice {
  readonly methods: readonly MethodChoice[];
  /** Values of L that are left out. */
  readonly hidden: readonly number[];
  /** Dimension of the first chart. */
  readonly dimension: number;
  readonly yScale: BandChart['yScale'];
}

/** A method on one octopus. */
interface Group {
  readonly L: number;
  readonly methodIndex: number;
  readonly rows: readonly OctopusRow[];
}

/** Iteration at which the k-th saddle is passed, against k, in one dimension. */
export function passageChart(found: EscapeFindings, choice: ChartChoice): BandChart {
  const groups = groupsOf(
    found.rows.filter(({ dimension }) => dimension === choice.dimension),
    choice,
  );
  return {
    title: `Iteration past saddle k, d = ${choice.dimension}`,
    xName: 'k',
    yScale: choice.yScale,
    series: groups.map((group) => seriesOf(group, choice, ({ k }) => k)),
    references: groups.flatMap((group) => referencesOf(found, group, choice.dimension)),
    legend: '–\u00a0–\u00a0\u00a0exact growth; fitted line',
    summary: `Medians with quartiles of the iteration at which the k-th of ${choice.dimension} saddles is passed, for each method. The table has the numbers.`,
  };
}

/** Iterations to pass all saddles, against the dimension. */
export function totalChart(found: EscapeFindings, choice: ChartChoice): BandChart {
  const all = groupsOf(found.rows, choice);
  const last = all.map((group) => ({ ...group, rows: group.rows.filter(({ k, dimension }) => k === dimension) }));
  return {
    title: 'Iterations to pass all d saddles',
    xName: 'd',
    yScale: choice.yScale,
    series: last.map((group) => seriesOf(group, choice, ({ dimension }) => dimension)),
    references: all.flatMap((group) => {
      const most = Math.max(...group.rows.map(({ dimension }) => dimension));
      const longest = { ...group, rows: group.rows.filter(({ dimension }) => dimension === most) };
      const least = Math.min(...group.rows.map(({ dimension }) => dimension));
      return referencesOf(found, longest, most).map((line) => ({
        ...line,
        points: line.points.slice(2 * (least - 1)),
      }));
    }),
    legend: '',
    summary:
      'Medians with quartiles of the iterations to pass all saddles, against the dimension. The table has the numbers.',
  };
}

/** The rows by L and method, those that are shown. */
function groupsOf(rows: readonly OctopusRow[], { methods, hidden }: ChartChoice): Group[] {
  const contractions = [...new Set(rows.map(({ L }) => L))].filter((L) => !hidden.includes(L));
  return contractions.flatMap((L) =>
    methods.flatMap((method, methodIndex) => {
      const own = rows.filter((row) => row.L === L && row.methodIndex === methodIndex);
      return method.visible === false || own.length === 0 ? [] : [{ L, methodIndex, rows: own }];
    }),
  );
}

function seriesOf(
  { L, methodIndex, rows }: Group,
  { methods }: ChartChoice,
  x: (row: OctopusRow) => number,
): BandSeries {
  const method = methods[methodIndex] as MethodChoice;
  return {
    id: `${L}/${methodIndex}`,
    label: `L = ${formatShort(L)}`,
    stroke: methodStroke(method, methodIndex),
    points: rows.map((row) => bandPoint(row, x(row), methodName(method))),
  };
}

function bandPoint(row: OctopusRow, x: number, name: string): BandPoint {
  const { L, dimension, k, median, q25, q75, reached, repeats } = row;
  return {
    x,
    middle: median,
    low: q25,
    high: q75,
    lines: [
      name,
      `L = ${formatShort(L)}, d = ${dimension}, saddle ${k}`,
      `median ${formatNumber(median)}`,
      `quartiles ${formatNumber(q25)} to ${formatNumber(q75)}`,
      `reached ${reached} of ${repeats}`,
    ],
    full: `${name}, L = ${formatFull(L)}, d = ${dimension}, saddle ${k}: median ${formatFull(median)}, quartiles ${formatFull(q25)} and ${formatFull(q75)}, reached ${reached} of ${repeats}`,
  };
}

/** The theory's line through the first two medians of a method in one dimension, which `rows` are. */
function referencesOf(found: EscapeFindings, { L, methodIndex, rows }: Group, dimension: number): BandReference[] {
  const isSame = (row: { readonly L: number; readonly methodIndex: number; readonly dimension: number }) =>
    row.L === L && row.methodIndex === methodIndex && row.dimension === dimension;
  const growth = found.growth.find(isSame);
  const increment = found.increments.find(isSame);
  const [first, second] = rows.map(({ median }) => median);
  if (first === undefined || second === undefined || !Number.isFinite(second)) return [];
  const id = `${L}/${methodIndex}`;
  if (growth && Number.isFinite(growth.exact)) {
    const times = growingPlateaus(first, second, growth.exact, dimension);
    const label = `In theory, L = ${formatShort(L)}: each plateau ${formatNumber(growth.exact)} times the one before`;
    return [{ id, label, points: pairs(times) }];
  }
  if (!increment || !Number.isFinite(increment.perSaddle)) return [];
  const times = rows.map((_, k) => (k === 0 ? first : second + (k - 1) * increment.perSaddle));
  const label = `Fitted line, L = ${formatShort(L)}: ${formatNumber(increment.perSaddle)} iterations a saddle`;
  return [{ id, label, points: pairs(times) }];
}

/** T_1, T_2, … as points (k, T_k). */
const pairs = (times: readonly number[]): Float64Array => Float64Array.from(times.flatMap((time, k) => [k + 1, time]));
