import type { MethodComparison } from '../core/descent/compareMethods.ts';
import type { Run } from '../core/descent/Run.ts';
import type { OctopusRow } from '../core/escape/runEscapes.ts';
import { numberText } from './writeJson.ts';

/**
 * Runs as a table in CSV (RFC 4180, lines end in CRLF), one line per recorded iterate: method, start and repeat
 * (positions from 0), iteration, one column per variable, value, gradientNorm. Numbers in full precision; one that is
 * not finite as NaN, Infinity or -Infinity.
 * @param methods  name of each method, by position
 * @param variables  name of each coordinate
 * @returns the text in pieces, one per run and the heading first
 */
export function* runsCsv(
  runs: readonly Run[],
  methods: readonly string[],
  variables: readonly string[],
): Generator<string, void, void> {
  yield line(['method', 'start', 'repeat', 'iteration', ...variables, 'value', 'gradientNorm'].map(cell));
  for (const run of runs) yield runLines(run, methods[run.methodIndex] ?? String(run.methodIndex), variables.length);
}

/**
 * The rows of the experiment `escape` as a table in CSV, as `runsCsv`: method, L, dimension, k, median, q25, q75,
 * reached, repeats, left, underflowed.
 * @param methods  name of each method, by position
 */
export function* escapeCsv(rows: readonly OctopusRow[], methods: readonly string[]): Generator<string, void, void> {
  yield line(
    ['method', 'L', 'dimension', 'k', 'median', 'q25', 'q75', 'reached', 'repeats', 'left', 'underflowed'].map(cell),
  );
  for (const { methodIndex, method, L, dimension, k, median, q25, q75, reached, repeats, left, underflowed } of rows) {
    const numbers = [L, dimension, k, median, q25, q75, reached, repeats, left, underflowed];
    yield line([cell(methods[methodIndex] ?? method), ...numbers.map(plainNumber)]);
  }
}

/**
 * The rows of a comparison as a table in CSV, as `runsCsv`: method, runs, reached, median, q25, q75.
 * @param methods  name of each method, by position
 */
export function* comparisonCsv(
  rows: readonly MethodComparison[],
  methods: readonly string[],
): Generator<string, void, void> {
  yield line(['method', 'runs', 'reached', 'median', 'q25', 'q75'].map(cell));
  for (const { methodIndex, method, runs, reached, median, q25, q75 } of rows) {
    yield line([cell(methods[methodIndex] ?? method), ...[runs, reached, median, q25, q75].map(plainNumber)]);
  }
}

/** A number as a cell. */
export const plainNumber = (value: number): string => numberText(value).replaceAll('"', '');

function runLines({ startIndex, repeat, trajectory }: Run, method: string, n: number): string {
  const { iterations, points, values, gradientNorms } = trajectory;
  const lead = [cell(method), String(startIndex), String(repeat)];
  return Array.from(iterations, (iteration, k) => {
    const numbers = [
      iteration,
      ...points.subarray(k * n, (k + 1) * n),
      values[k] as number,
      gradientNorms[k] as number,
    ];
    return line([...lead, ...numbers.map(plainNumber)]);
  }).join('');
}

/** A line of the table. */
export function line(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}

/** Text as one cell; what a spreadsheet would take for a formula is marked as text. */
export function cell(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
