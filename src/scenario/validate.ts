import { compileFormula } from '../core/formula/compileFormula.ts';
import { landscapeById } from '../core/landscapes/registry.ts';
import { migrate } from './migrate.ts';
import { landscapeProblems, parseScenario, readableLandscape } from './parse.ts';
import { type CompileFormula, type PreparedLandscape, type PrepareResult, prepareLandscape } from './prepare.ts';
import { readJson } from './readJson.ts';
import type { LandscapeChoice, Problem, Scenario } from './types.ts';

export type ValidateResult =
  | { readonly ok: true; readonly scenario: Scenario; readonly prepared: PreparedLandscape }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a scenario as `parseScenario` does and compiles its landscape too.
 * @param compile  replaced by a worker's cache
 * @returns the scenario with its prepared landscape, or all problems of both
 */
export function validateScenario(input: unknown, compile: CompileFormula = compileFormula): ValidateResult {
  const parsed = parseScenario(input);
  if (parsed.ok) {
    const result = prepareLandscape(parsed.scenario.landscape, compile);
    return result.ok ? { ok: true, scenario: parsed.scenario, prepared: result.prepared } : result;
  }
  return { ok: false, problems: [...formulaProblems(landscapeOf(input), compile), ...parsed.problems] };
}

/**
 * Checks a landscape's parameters as `parseScenario` does, and compiles it: for choices that come from a form.
 * @param compile  replaced by a worker's cache
 */
export function validateLandscape(choice: LandscapeChoice, compile: CompileFormula = compileFormula): PrepareResult {
  const problems = landscapeProblems(choice);
  if (problems.length === 0) return prepareLandscape(choice, compile);
  return { ok: false, problems: [...formulaProblems(choice, compile), ...problems] };
}

function landscapeOf(input: unknown): unknown {
  const read = readJson(input);
  const migrated = read.ok ? migrate(read.value) : read;
  return migrated.ok ? migrated.json.landscape : undefined;
}

/** What is wrong with the formula of something that is wrong elsewhere too. */
function formulaProblems(landscape: unknown, compile: CompileFormula): readonly Problem[] {
  const choice = withoutBoxes(landscape);
  if (readableLandscape(choice) === undefined) return [];
  const result = prepareLandscape(choice as LandscapeChoice, compile);
  return result.ok ? [] : result.problems;
}

/** A formula compiles without its boxes, and what is wrong with those has been said. */
function withoutBoxes(landscape: unknown): unknown {
  const { id, params } = (landscape ?? {}) as { readonly id?: unknown; readonly params?: unknown };
  const specs = typeof id === 'string' ? landscapeById(id)?.params : undefined;
  if (specs === undefined || typeof params !== 'object' || params === null) return landscape;
  const kept = Object.entries(params).filter(([name]) => !Object.hasOwn(specs, name) || specs[name]?.kind !== 'box');
  return { id, params: Object.fromEntries(kept) };
}
