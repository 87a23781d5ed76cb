import type { PathResult } from '../core/paths/findPath.ts';
import type { LengthsRow } from '../core/paths/lengthsAgainstLevel.ts';
import { cell, line, plainNumber } from './csv.ts';
import { barrierAmong, excessOver, type MethodPath } from './methodPaths.ts';

/** A broken line: m·n, both ends included, and f at each bead. */
type Beads = Pick<PathResult, 'beads' | 'values'>;

/**
 * Paths as a table in CSV, as `runsCsv`: path, bead, one column per variable, value.
 * @param paths  by name: the path found and the one pulled tight, or the stage that a search had come to; a null is none
 * @param variables  name of each coordinate
 */
export function* pathCsv(
  paths: { readonly [name: string]: Beads | null },
  variables: readonly string[],
): Generator<string, void, void> {
  const n = variables.length;
  yield line(['path', 'bead', ...variables, 'value'].map(cell));
  for (const [name, path] of Object.entries(paths)) {
    for (const [k, value] of path?.values.entries() ?? []) {
      const numbers = [k, ...(path?.beads.subarray(k * n, (k + 1) * n) ?? []), value];
      yield line([name, ...numbers.map(plainNumber)]);
    }
  }
}

/**
 * What several methods found as a table in CSV, as `runsCsv`, a line for each method: method, status ("refused" where it
 * cannot begin), maxValue (NaN where f has no value on the path), excess over `barrierAmong`, length, normalizedLength,
 * of the path pulled tight shortened.length and shortened.normalizedLength, evaluations.value, evaluations.gradient, evaluations.hvp, refusal.
 */
export function* methodPathsCsv(paths: readonly MethodPath[]): Generator<string, void, void> {
  const lengths = ['length', 'normalizedLength', 'shortened.length', 'shortened.normalizedLength'];
  const evaluations = ['value', 'gradient', 'hvp'].map((name) => `evaluations.${name}`);
  yield line(['method', 'status', 'maxValue', 'excess', ...lengths, ...evaluations, 'refusal'].map(cell));
  const barrier = barrierAmong(paths)?.value ?? Number.NaN;
  for (const { method, result, refusal } of paths) {
    yield line([cell(method), result?.status ?? 'refused', ...numbersOf(result, barrier), cell(refusal)]);
  }
}

function numbersOf(result: PathResult | null, barrier: number): string[] {
  if (!result) return Array.from({ length: 9 }, () => '');
  const { maxValue, length, normalizedLength, shortened, evaluations } = result;
  const tight = [shortened?.length ?? Number.NaN, shortened?.normalizedLength ?? Number.NaN];
  const counts = [evaluations.value, evaluations.gradient, evaluations.hvp];
  return [maxValue, excessOver(barrier, maxValue), length, normalizedLength, ...tight, ...counts].map(plainNumber);
}

/** Lengths against level as a table in CSV, as `runsCsv`: a line for each level, `withoutValue` as in the row. */
export function* lengthsCsv(curve: readonly LengthsRow[]): Generator<string, void, void> {
  const three = (name: string) => ['median', 'q25', 'q75'].map((part) => `${name}.${part}`);
  const names = ['level', 'connected', 'attempted', 'pairs', ...three('normalizedLength')];
  yield line([...names, ...three('shortenedLength'), ...three('beads'), 'withoutValue'].map(cell));
  for (const { level, connected, attempted, pairs, withoutValue, ...lengths } of curve) {
    const { normalizedLength, shortenedLength, beads } = lengths;
    const numbers = [normalizedLength, shortenedLength, beads].flatMap((quartiles) =>
      [quartiles?.median, quartiles?.q25, quartiles?.q75].map((value) => value ?? Number.NaN),
    );
    yield line([level, connected, attempted, pairs, ...numbers, withoutValue].map(plainNumber));
  }
}
