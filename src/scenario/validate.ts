import { compileFormula } from '../core/formula/compileFormula.ts';
import { migrate } from './migrate.ts';
import { parseScenario } from './parse.ts';
import { type CompileFormula, type PreparedLandscape, prepareLandscape } from './prepare.ts';
import { readJson } from './readJson.ts';
import type { Problem, Scenario } from './types.ts';
import { formulaProblems } from './validateLandscape.ts';

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

function landscapeOf(input: unknown): unknown {
  const read = readJson(input);
  const migrated = read.ok ? migrate(read.value) : read;
  return migrated.ok ? migrated.json.landscape : undefined;
}
