import type { CompiledFormula } from '../core/formula/CompiledFormula.ts';
import { compileFormula } from '../core/formula/compileFormula.ts';
import type { FormulaProblem } from '../core/formula/problems.ts';
import type { CodeSource, KnownCriticalPoint, KnownLevel } from '../core/landscapes/Landscape.ts';
import type { Box, Params } from '../core/params.ts';
import { isFormula, type ResolvedLandscape, resolveLandscape, structureOf } from './landscapeChoice.ts';
import { formatPath } from './problems.ts';
import type { LandscapeChoice, Problem } from './types.ts';

/** A landscape that is code: plain data too, and each thread that needs its function loads the code for itself. */
export interface LandscapeCode extends Pick<CodeSource, 'variables' | 'tex' | 'smoothness'> {
  /** Id of the landscape whose code it is. */
  readonly codeOf: string;
  readonly params: Params;
}

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
  readonly compiled: CompiledFormula | LandscapeCode;
  /** Equal for two landscapes exactly if they are the same code, or formulas that differ in the constants' values and the domain at most. */
  readonly structure: string;
  readonly knownCriticalPoints: readonly KnownCriticalPoint[];
  /** The least value over R^n, where it is known. */
  readonly minimumValue?: number;
  /** Values worth marking; left out where there are none. */
  readonly knownLevels?: readonly KnownLevel[];
}

export type PrepareResult =
  | { readonly ok: true; readonly prepared: PreparedLandscape }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Compiles, or finds what was compiled before. */
export type CompileFormula = typeof compileFormula;

/**
 * Compiles the formula of a landscape; one that is code is prepared without loading it.
 * @param compile  replaced by a worker's cache
 * @returns the prepared landscape, or what is wrong with the formula, with paths from the whole scenario
 *   (`landscape.params.expression`) and the character range where there is one
 * @throws RangeError for an unknown id or parameter name (`parseScenario` reports those as problems)
 */
export function prepareLandscape(choice: LandscapeChoice, compile: CompileFormula = compileFormula): PrepareResult {
  const resolved = resolveLandscape(choice);
  const { landscape, params, source } = resolved;
  if (!isFormula(source)) {
    const { variables, tex, smoothness } = source;
    return {
      ok: true,
      prepared: prepared(choice, resolved, { codeOf: landscape.id, params, variables, tex, smoothness }),
    };
  }
  const result = compile(source);
  if (result.ok) return { ok: true, prepared: prepared(choice, resolved, result.compiled) };
  return { ok: false, problems: result.problems.map(toProblem) };
}

function prepared(
  choice: LandscapeChoice,
  { landscape, params, source, dimension }: ResolvedLandscape,
  compiled: PreparedLandscape['compiled'],
): PreparedLandscape {
  const minimumValue = landscape.minimumValue?.(params);
  const knownLevels = landscape.knownLevels?.(params);
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
    structure: isFormula(source) ? structureOf(source) : JSON.stringify([landscape.id, params]),
    knownCriticalPoints: landscape.criticalPoints?.(params) ?? [],
    ...(minimumValue !== undefined && { minimumValue }),
    ...(knownLevels && { knownLevels }),
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
