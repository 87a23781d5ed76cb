import { beadValues } from '../../core/paths/beads.ts';
import type { PathResult } from '../../core/paths/findPath.ts';
import type { LengthsRow } from '../../core/paths/lengthsAgainstLevel.ts';
import type { Task } from '../../core/task.ts';
import { pathReport } from '../../scenario/experiments/path.ts';
import { lengthsReport } from '../../scenario/experiments/pathLengths.ts';
import { resolveLandscape } from '../../scenario/landscapeChoice.ts';
import type { MethodPath } from '../../scenario/methodPaths.ts';
import { lengthsCsv, methodPathsCsv, pathCsv } from '../../scenario/pathsCsv.ts';
import { resolveScenario } from '../../scenario/resolve.ts';
import type { Scenario } from '../../scenario/types.ts';
import { writeJson } from '../../scenario/writeJson.ts';
import { asBlob } from '../asBlob.ts';
import { type PathPayload, pathSetting } from './path.ts';

export interface ExportPathsPayload {
  readonly scenario: Scenario;
  /** What was found for it; the whole of it for a report. */
  readonly found:
    | { readonly path: PathResult }
    /** The beads of a search that was cancelled, m·n, both ends included. */
    | { readonly stage: Float64Array }
    | { readonly curve: readonly LengthsRow[] }
    | { readonly methods: readonly MethodPath[] };
  readonly format: 'csv' | 'json';
}

/**
 * A path or a curve of lengths as a file: CSV with a line for each bead or level, or the report of the command line. What
 * several methods found has no report; it is a table with a line for each method. Nor has a search that was cancelled.
 */
export function* exportPaths({ scenario, found, format }: ExportPathsPayload): Task<Blob, never> {
  if ('methods' in found) return yield* asBlob(methodPathsCsv(found.methods), 'text/csv');
  const { source, dimension } = resolveLandscape(scenario.landscape);
  if ('stage' in found) {
    const beads = found.stage;
    const values = yield* beadValues(pathSetting(scenario as PathPayload['scenario']).setting.objective, beads);
    return yield* asBlob(pathCsv({ stage: { beads, values } }, source.variables), 'text/csv');
  }
  if (format === 'csv') {
    const text = 'path' in found ? pathCsv(partsOf(found.path), source.variables) : lengthsCsv(found.curve);
    return yield* asBlob(text, 'text/csv');
  }
  const result = 'path' in found ? pathReport(found.path, dimension) : lengthsReport(found.curve);
  return yield* asBlob(writeJson({ scenario: resolveScenario(scenario), result }), 'application/json');
}

const partsOf = ({ beads, values, shortened }: PathResult) => ({ found: { beads, values }, shortened });
