import * as z from 'zod/mini';
import { DEFAULT_SEED } from './defaultSeed.ts';
import { experimentKindOf } from './experiments/registry.ts';
import { issueProblems } from './issueProblems.ts';
import type { ResolvedLandscape } from './landscapeChoice.ts';
import { migrate } from './migrate.ts';
import { readJson } from './readJson.ts';
import { scenarioSchema } from './schema.ts';
import type { Experiment, Problem, Scenario } from './types.ts';
import { readableLandscape } from './validateLandscape.ts';

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
  if (!migrated.ok) return refuse([...read.problems, ...migrated.problems]);
  const { json } = migrated;
  const landscape = readableLandscape(json.landscape);
  const checked = z.safeParse(scenarioSchema(landscape?.dimension), json);
  const issues = checked.error?.issues ?? [];
  const found = [...read.problems, ...issueProblems(issues)];
  if (landscape === undefined || issues.some(({ path }) => path[0] === 'experiment')) return refuse(found);
  const { experiment, problems } = completeExperiment(json, landscape);
  found.push(...problems);
  return checked.success && found.length === 0
    ? { ok: true, scenario: { ...(checked.data as Scenario), experiment } }
    : refuse(found);
}

function refuse(problems: readonly Problem[]): ParseResult {
  return { ok: false, problems: onePerPath(problems) };
}

/** An experiment that its schema has accepted, with its starting points, and what no single value of it shows. */
function completeExperiment(
  { experiment, seed }: Readonly<Record<string, unknown>>,
  { landscape, params, dimension, source }: ResolvedLandscape,
) {
  const given = experiment as Experiment;
  const kind = experimentKindOf(given);
  const context = {
    dimension,
    domain: source.domain,
    landscape: { id: landscape.id, params },
    // A wrong one is a problem of its own.
    seed: Number.isSafeInteger(seed) ? (seed as number) : DEFAULT_SEED,
  };
  const complete = kind.complete(given, context);
  const problems = (kind.check?.(complete, context) ?? []).map((problem) => ({
    ...problem,
    path: `experiment.${problem.path}`,
  }));
  return { experiment: complete, problems };
}

/** Keeps the first problem of each place: what was left out because it is forbidden is not missing besides. */
function onePerPath(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.toReversed().map((problem) => [problem.path, problem])).values()].toReversed();
}
