import { DEFAULT_STOP_RULE } from '../core/descent/descend.ts';
import type { RecordRule, Run, StopRule } from '../core/descent/Run.ts';
import type { DescentPlan } from '../core/descent/runDescents.ts';
import type { Method } from '../core/methods/Method.ts';
import { methodById } from '../core/methods/registry.ts';
import type { Box, Params } from '../core/params.ts';
import { resolveParams } from '../core/resolveParams.ts';
import { DEFAULT_SEED } from '../scenario/defaultSeed.ts';
import type { DescentScenario } from './scenarioStore.ts';

/** The methods of a scenario with every parameter filled in. */
export function resolvedMethods(
  scenario: DescentScenario,
  dimension: number,
): readonly { readonly method: Method; readonly params: Params }[] {
  return scenario.experiment.methods.map(({ id, params }) => {
    const method = methodById(id);
    if (!method) throw new RangeError(`there is no method ${id}`);
    return { method, params: resolveParams(method.params, params ?? {}, { dimension }) };
  });
}

/** The stopping rule with every default filled in. */
const resolvedStop = (scenario: DescentScenario): StopRule => ({
  ...DEFAULT_STOP_RULE,
  ...scenario.experiment.stop,
});

/** Numbers that the records of all the runs may hold together: 160 MB. */
const MOST_RECORDED = 2e7;

/** Every iterate, or where that would fill the memory every so many. */
function recordRule(runs: number, maxIterations: number, dimension: number): RecordRule {
  const stride = Math.ceil((runs * maxIterations * (dimension + 3)) / MOST_RECORDED);
  return stride > 1 ? stride : 'all';
}

/** The scenario as it is shared: where a record of every iterate would be refused, it asks for every so many. */
export function shareable(scenario: DescentScenario): DescentScenario {
  const { methods, starts, repeats = 1, record } = scenario.experiment;
  const runs = methods.length * starts.length * repeats;
  const rule = recordRule(runs, resolvedStop(scenario).maxIterations, starts[0]?.length ?? 0);
  if (record !== undefined || rule === 'all') return scenario;
  return { ...scenario, experiment: { ...scenario.experiment, record: rule } };
}

/** What has to be run for a scenario on a landscape of so many variables; its function is still to be added. */
export function descentPlan(scenario: DescentScenario, dimension: number, domain: Box): Omit<DescentPlan, 'objective'> {
  const { methods, starts, repeats = 1 } = scenario.experiment;
  const stop = resolvedStop(scenario);
  return {
    domain,
    methods: resolvedMethods(scenario, dimension),
    starts,
    repeats,
    seed: scenario.seed ?? DEFAULT_SEED,
    stop,
    record: recordRule(methods.length * starts.length * repeats, stop.maxIterations, dimension),
  };
}

/**
 * What each run depends on, in the order methods, starts, repeats; equal parts mean an equal run.
 * @param subject  what is run on, by identity
 */
export function runKeys(scenario: DescentScenario, subject: object): readonly (readonly unknown[])[] {
  const { methods, starts, repeats = 1, stop } = scenario.experiment;
  const seen = new Map<string, number>();
  return methods.flatMap(({ id, params }, methodIndex) => {
    const occurrence = seen.get(id) ?? 0;
    seen.set(id, occurrence + 1);
    return starts.flatMap((start, startIndex) =>
      Array.from({ length: repeats }, (_, repeat) => [
        subject,
        id,
        occurrence,
        methodIndex,
        startIndex,
        repeat,
        scenario.seed,
        stop,
        params,
        start,
      ]),
    );
  });
}

/** Whether two keys of `runKeys` mean the same run. */
export const sameKey = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((part, i) => part === b[i]);

/** The place of a run in the order methods, starts, repeats. */
export const runPlace = (run: Run, starts: number, repeats: number): number =>
  (run.methodIndex * starts + run.startIndex) * repeats + run.repeat;
