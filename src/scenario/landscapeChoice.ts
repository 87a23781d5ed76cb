import type { CodeSource, FormulaSource, Landscape } from '../core/landscapes/Landscape.ts';
import { landscapeById } from '../core/landscapes/registry.ts';
import type { Params } from '../core/params.ts';
import { resolveParams } from '../core/resolveParams.ts';
import type { LandscapeChoice } from './types.ts';

/** A landscape with its parameters filled in and what follows from them: a formula, or what is known of its code. */
export interface ResolvedLandscape {
  readonly landscape: Landscape;
  readonly params: Params;
  readonly source: FormulaSource | CodeSource;
  readonly dimension: number;
}

/**
 * Fills in a landscape's parameters; boxes that are left out get one interval per variable.
 * @throws RangeError for an unknown id or parameter name (`parseScenario` reports those as problems)
 */
export function resolveLandscape(choice: LandscapeChoice): ResolvedLandscape {
  const landscape = landscapeById(choice.id);
  if (!landscape) throw new RangeError(`there is no landscape ${JSON.stringify(choice.id)}`);
  const given = choice.params ?? {};
  const dimension =
    landscape.dimension ??
    sourceOf(landscape, resolveParams(landscape.params, given, { dimension: 0 })).variables.length;
  const params = resolveParams(landscape.params, given, { dimension });
  return { landscape, params, source: sourceOf(landscape, params), dimension };
}

/** The formula for resolved parameters, or what is known of a landscape that is code. */
function sourceOf(landscape: Landscape, params: Params): FormulaSource | CodeSource {
  return landscape.code ? landscape.code(params) : landscape.source(params);
}

/** Whether a landscape is a formula, which has enclosures and can be edited. */
export const isFormula = (source: FormulaSource | CodeSource): source is FormulaSource => 'expression' in source;

/** What a compiled formula depends on: everything but the constants' values and the domain. */
export function structureOf({ expression, variables, constants }: FormulaSource): string {
  return JSON.stringify([expression, variables, Object.keys(constants)]);
}
