import type { FormulaSource, Landscape } from '../core/landscapes/Landscape.ts';
import { landscapeById } from '../core/landscapes/registry.ts';
import type { Params } from '../core/params.ts';
import { resolveParams } from '../core/resolveParams.ts';
import type { LandscapeChoice } from './types.ts';

/** A landscape with its parameters filled in and the formula that follows from them. */
export interface ResolvedLandscape {
  readonly landscape: Landscape;
  readonly params: Params;
  readonly source: FormulaSource;
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
    landscape.dimension ?? landscape.source(resolveParams(landscape.params, given, { dimension: 0 })).variables.length;
  const params = resolveParams(landscape.params, given, { dimension });
  return { landscape, params, source: landscape.source(params), dimension };
}

/** What a compiled formula depends on: everything but the constants' values and the domain. */
export function structureOf({ expression, variables, constants }: FormulaSource): string {
  return JSON.stringify([expression, variables, Object.keys(constants)]);
}
