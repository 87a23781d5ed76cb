import type { Task } from '../../core/task.ts';
import { runsCsv } from '../../scenario/csv.ts';
import { resolveScenario } from '../../scenario/resolve.ts';
import { runScenario } from '../../scenario/run.ts';
import type { DescentExperiment, Scenario } from '../../scenario/types.ts';
import { validateScenario } from '../../scenario/validate.ts';
import { writeJson } from '../../scenario/writeJson.ts';
import { asBlob } from '../asBlob.ts';
import { compileCached } from '../landscapeCache.ts';
import { descents } from './descents.ts';

export interface ExportRunsPayload {
  readonly scenario: Scenario & { readonly experiment: DescentExperiment };
  readonly format: 'csv' | 'json';
}

/**
 * The runs of a scenario as a file, computed anew: CSV with a line for each iterate, or the JSON report that the
 * command line prints.
 * @throws Error naming the problems, such as records that would not fit the memory
 */
export function* exportRuns({ scenario, format }: ExportRunsPayload): Task<Blob, never> {
  const checked = validateScenario(scenario, compileCached);
  if (!checked.ok) throw new Error(checked.problems.map(({ message }) => message).join(' '));
  const landscape = checked.prepared;
  const resolved = resolveScenario(scenario);
  if (format === 'json') {
    const task = runScenario(resolved, landscape);
    return yield* asBlob(writeJson(yield* silently(task)), 'application/json');
  }
  const { methods, starts, stop, repeats } = scenario.experiment;
  const plan = { landscape, methods, starts, seed: resolved.seed, ...(stop && { stop }), ...(repeats && { repeats }) };
  const runs = yield* silently(descents(plan));
  const names = methods.map((method) => method.label ?? method.id);
  return yield* asBlob(runsCsv(runs, names, landscape.variables), 'text/csv');
}

/** The same task without its partial results, which a file has no use for. */
function* silently<Result>(task: Task<Result>): Task<Result, never> {
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    yield { done: step.value.done, total: step.value.total };
  }
}
