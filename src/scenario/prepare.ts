import type { CompiledFormula } from '../core/formula/CompiledFormula.ts';
import { compileFormula } from '../core/formula/compileFormula.ts';
import type { FormulaProblem } from '../core/formula/problems.ts';
import type { KnownCriticalPoint } from '../core/landscapes/Landscape.ts';
import type { Box, Params } from '../core/params.ts';
import { type ResolvedLandscape, resolveLandscape, structureOf } from './landscapeChoice.ts';
import { formatPath } from './problems.ts';
import type { LandscapeChoice, Problem } from './types.ts';

/** A compiled landscape: plain data, so that a worker can send it to the page, which then needs no parser. */
export interface PreparedLandscape {
  readonly choice: LandscapeChoice;
  readonly id: string;
  readonly name: string;
  readonly params: Params;
  readonly dimension: number;
  readonly variables: readonly string[];
  readonly domain: Box;
  readonly constants: Readonly<Record<string, number>>;
  readonly compiled: CompiledFormula;
  /** Equal for two landscapes exactly if their formulas differ in the constants' values and the domain at most. */
  readonly structure: string;
  readonly knownCriticalPoints: readonly KnownCriticalPoint[];
  /** The least value over R^n, where it is known. */
  readonly minimumValue?: number;
}

export type PrepareResult =
  | { readonly ok: true; readonly prepared: PreparedLandscape }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Compiles, or finds what was compiled before. */
export type CompileFormula = typeof compileFormula;

/**
 * Compiles the formula of a landscape.
 * @param compile  replaced by a worker's cache
 * @returns the prepared landscape, or what is wrong with the formula, with paths from the whole scenario
 *   (`landscape.params.expression`) and the character range where there is one
 * @throws RangeError for an unknown id or parameter name (`parseScenario` reports those as problems)
 */
export function prepareLandscape(choice: LandscapeChoice, compile: CompileFormula = compileFormula): PrepareResult {
  const resolved = resolveLandscape(choice);
  const result = compile(resolved.source);
  if (result.ok) return { ok: true, prepared: prepared(choice, resolved, result.compiled) };
  return { ok: false, problems: result.problems.map(toProblem) };
}

function prepared(
  choice: LandscapeChoice,
  { landscape, params, source, dimension }: ResolvedLandscape,
  compiled: CompiledFormula,
): PreparedLandscape {
  const minimumValue = landscape.minimumValue?.(params);
  return {
    choice,
    id: landscape.id,
    name: landscape.name,
    params,
    dimension,
    variables: source.variables,
    domain: source.domain,
    constants: source.constants,
    compiled,
    structure: structureOf(source),
    knownCriticalPoints: landscape.criticalPoints?.(params) ?? [],
    ...(minimumValue !== undefined && { minimumValue }),
  };
}

/** The fields of a formula source are the names of the parameters of the landscape `formula`. */
function toProblem({ message, hint, start, end, field, key }: FormulaProblem): Problem {
  return {
    path: formatPath(['landscape', 'params', field, ...(key === undefined ? [] : [key])]),
    message: sentence(hint === undefined ? message : `${message}; ${hint}`),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  };
}

function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
