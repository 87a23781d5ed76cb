import type { Task } from '../../core/task.ts';
import type { SublevelForest } from '../../core/topology/SublevelForest.ts';
import { sublevelResult } from '../../scenario/experiments/sublevel.ts';
import type { PreparedLandscape } from '../../scenario/prepare.ts';
import { resolveScenario } from '../../scenario/resolve.ts';
import type { Scenario, SublevelExperiment } from '../../scenario/types.ts';
import { writeJson } from '../../scenario/writeJson.ts';
import { asBlob } from '../asBlob.ts';
import { objectiveCached } from '../landscapeCache.ts';

export interface ExportSublevelsPayload {
  readonly scenario: Scenario & { readonly experiment: SublevelExperiment };
  readonly landscape: PreparedLandscape;
  /** What was found for it, all of it. */
  readonly forest: SublevelForest;
}

/** The report of the command line, from what was found. */
export function* exportSublevels({ scenario, landscape, forest }: ExportSublevelsPayload): Task<Blob, never> {
  const resolved = resolveScenario(scenario);
  const experiment = resolved.experiment as SublevelExperiment;
  const report = { scenario: resolved, result: sublevelResult(experiment, forest, objectiveCached(landscape)) };
  return yield* asBlob(writeJson(report), 'application/json');
}
