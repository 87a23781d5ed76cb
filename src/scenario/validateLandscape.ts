import * as z from 'zod/mini';
import { compileFormula } from '../core/formula/compileFormula.ts';
import { landscapeById } from '../core/landscapes/registry.ts';
import { issueProblems } from './issueProblems.ts';
import { type ResolvedLandscape, resolveLandscape } from './landscapeChoice.ts';
import { landscapeSchema } from './landscapeSchema.ts';
import { type CompileFormula, type PrepareResult, prepareLandscape } from './prepare.ts';
import type { LandscapeChoice, Problem } from './types.ts';

/**
 * Checks a landscape's parameters as `parseScenario` does, and compiles it: for choices that come from a form.
 * @param compile  replaced by a worker's cache
 */
export function validateLandscape(choice: LandscapeChoice, compile: CompileFormula = compileFormula): PrepareResult {
  const problems = landscapeProblems(choice);
  if (problems.length === 0) return prepareLandscape(choice, compile);
  return { ok: false, problems: [...formulaProblems(choice, compile), ...problems] };
}

/** The landscape of a scenario, resolved, if that part alone is right. */
export function readableLandscape(json: unknown): ResolvedLandscape | undefined {
  const checked = z.safeParse(landscapeSchema(undefined), json);
  return checked.success ? resolveLandscape(checked.data as LandscapeChoice) : undefined;
}

/** What is wrong with a landscape's id and parameters; the formula itself is not looked at. */
function landscapeProblems(choice: LandscapeChoice): readonly Problem[] {
  const landscape = readableLandscape(choice);
  const issues = z.safeParse(landscapeSchema(landscape?.dimension), choice).error?.issues ?? [];
  return issueProblems(issues.map((issue) => ({ ...issue, path: ['landscape', ...issue.path] })));
}

/** What is wrong with the formula of something that is wrong elsewhere too. */
export function formulaProblems(landscape: unknown, compile: CompileFormula): readonly Problem[] {
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
