import { compileFormula } from '../core/formula/compileFormula.ts';
import { landscapeById } from '../core/landscapes/registry.ts';
import { migrate } from './migrate.ts';
import { parseScenario, readableLandscape } from './parse.ts';
import { type CompileFormula, type PreparedLandscape, prepareLandscape } from './prepare.ts';
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
  return { ok: false, problems: [...formulaProblems(input, compile), ...parsed.problems] };
}

/** What is wrong with the formula of a scenario that is wrong elsewhere too. */
function formulaProblems(input: unknown, compile: CompileFormula): readonly Problem[] {
  const read = readJson(input);
  if (!read.ok) return [];
  const migrated = migrate(read.value);
  if (!migrated.ok) return [];
  const choice = withoutBoxes(migrated.json.landscape);
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
