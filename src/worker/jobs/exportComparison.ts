import type { MethodComparison } from '../../core/descent/compareMethods.ts';
import type { Task } from '../../core/task.ts';
import { comparisonCsv } from '../../scenario/csv.ts';
import { comparisonResult } from '../../scenario/experiments/comparison.ts';
import { resolveScenario } from '../../scenario/resolve.ts';
import type { ComparisonExperiment, Scenario } from '../../scenario/types.ts';
import { writeJson } from '../../scenario/writeJson.ts';
import { asBlob } from '../asBlob.ts';

export interface ExportComparisonPayload {
  readonly scenario: Scenario & { readonly experiment: ComparisonExperiment };
  /** What was found for it; the whole of it for a report. */
  readonly rows: readonly MethodComparison[];
  readonly format: 'csv' | 'json';
}

/** What a comparison found as a file: CSV with a line for each method, or the report of the command line. */
export function* exportComparison({ scenario, rows, format }: ExportComparisonPayload): Task<Blob, never> {
  if (format === 'json') {
    const report = { scenario: resolveScenario(scenario), result: comparisonResult(rows) };
    return yield* asBlob(writeJson(report), 'application/json');
  }
  const names = scenario.experiment.methods.map((method) => method.label ?? method.id);
  return yield* asBlob(comparisonCsv(rows, names), 'text/csv');
}
