import * as z from 'zod/mini';
import { experimentKindOf } from './experiments/registry.ts';
import { type ResolvedLandscape, resolveLandscape } from './landscapeChoice.ts';
import { migrate } from './migrate.ts';
import { formatPath } from './problems.ts';
import { readJson } from './readJson.ts';
import { landscapeSchema, scenarioSchema } from './schema.ts';
import type { LandscapeChoice, Problem, Scenario } from './types.ts';

export type ParseResult =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a scenario of any version from its text or from plain data.
 * @returns a fresh scenario of the current version, as sparse as it was but for the starting points, or every problem,
 *   in the order of the keys. Whether a typed formula compiles is not looked at here, because that takes the formula
 *   engine: `validateScenario` does both.
 */
export function parseScenario(input: unknown): ParseResult {
  const read = readJson(input);
  if (!read.ok) return read;
  const migrated = migrate(read.value);
  if (!migrated.ok) return { ok: false, problems: onePerPath([...read.problems, ...migrated.problems]) };
  const { json } = migrated;
  const landscape = readableLandscape(json.landscape);
  const checked = z.safeParse(scenarioSchema(landscape?.dimension), json);
  const found = [...read.problems, ...toProblems(checked.error?.issues ?? [])];
  if (!checked.success || found.length > 0) return { ok: false, problems: onePerPath(found) };
  return complete(checked.data as Scenario, landscape as ResolvedLandscape);
}

/** The landscape of a scenario, resolved, if that part alone is right. */
export function readableLandscape(json: unknown): ResolvedLandscape | undefined {
  const checked = z.safeParse(landscapeSchema(undefined), json);
  return checked.success ? resolveLandscape(checked.data as LandscapeChoice) : undefined;
}

function complete(scenario: Scenario, { dimension, source }: ResolvedLandscape): ParseResult {
  const kind = experimentKindOf(scenario.experiment);
  const context = { dimension, domain: source.domain };
  const experiment = kind.complete(scenario.experiment, context);
  const problems = kind.check?.(experiment, context) ?? [];
  if (problems.length === 0) return { ok: true, scenario: { ...scenario, experiment } };
  return { ok: false, problems: problems.map((problem) => ({ ...problem, path: `experiment.${problem.path}` })) };
}

/** Keeps the first problem of each place: what was left out because it is forbidden is not missing besides. */
function onePerPath(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.toReversed().map((problem) => [problem.path, problem])).values()].toReversed();
}

function toProblems(issues: readonly z.core.$ZodIssue[]): readonly Problem[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [{ path: formatPath(issue.path), message: issue.message }];
    const messages = issue.message.split('\n');
    return issue.keys.map((key, i) => ({ path: formatPath([...issue.path, key]), message: messages[i] as string }));
  });
}
