import { isFormula, resolveLandscape, structureOf } from './landscapeChoice.ts';
import type { PreparedLandscape } from './prepare.ts';
import type { LandscapeChoice } from './types.ts';

/**
 * A prepared landscape for another choice that differs in the values of constants and the domain only, without
 * compiling: what a slider needs. Constants and domains enter through sliders and validated fields, so they are right.
 * @returns null where the formula itself differs
 * @throws RangeError for an unknown id or parameter name
 */
export function withOtherConstants(prepared: PreparedLandscape, choice: LandscapeChoice): PreparedLandscape | null {
  const { landscape, params, source } = resolveLandscape(choice);
  if (!isFormula(source) || structureOf(source) !== prepared.structure) return null;
  if (!Object.values(source.constants).every(Number.isFinite)) return null;
  if (source.domain.length !== prepared.dimension) return null;
  if (!source.domain.every(([low, high]) => Number.isFinite(low) && Number.isFinite(high) && low < high)) return null;
  const { minimumValue: _least, knownLevels: _levels, ...rest } = prepared;
  const minimumValue = landscape.minimumValue?.(params);
  const knownLevels = landscape.knownLevels?.(params);
  return {
    ...rest,
    choice,
    id: landscape.id,
    name: landscape.name,
    params,
    domain: source.domain,
    constants: source.constants,
    knownCriticalPoints: landscape.criticalPoints?.(params) ?? [],
    ...(minimumValue !== undefined && { minimumValue }),
    ...(knownLevels && { knownLevels }),
  };
}
