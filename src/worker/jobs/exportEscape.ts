import type { EscapeFindings } from '../../core/escape/runEscapes.ts';
import type { Task } from '../../core/task.ts';
import { escapeCsv } from '../../scenario/csv.ts';
import { escapeResult } from '../../scenario/experiments/escapeTimes.ts';
import { resolveScenario } from '../../scenario/resolve.ts';
import type { EscapeExperiment, Scenario } from '../../scenario/types.ts';
import { writeJson } from '../../scenario/writeJson.ts';
import { asBlob } from '../asBlob.ts';

export interface ExportEscapePayload {
  readonly scenario: Scenario & { readonly experiment: EscapeExperiment };
  /** What was found for it; the whole of it for a report. */
  readonly found: EscapeFindings;
  readonly format: 'csv' | 'json';
}

/** What the experiment `escape` found as a file: CSV with a line for each row, or the report of the command line. */
export function* exportEscape({ scenario, found, format }: ExportEscapePayload): Task<Blob, never> {
  if (format === 'json') {
    const resolved = resolveScenario(scenario);
    const result = escapeResult(scenario.experiment, found);
    return yield* asBlob(writeJson({ scenario: resolved, result }), 'application/json');
  }
  const names = scenario.experiment.methods.map((method) => method.label ?? method.id);
  return yield* asBlob(escapeCsv(found.rows, names), 'text/csv');
}
