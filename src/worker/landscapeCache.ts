import { compileFormula } from '../core/formula/compileFormula.ts';
import type { PlaneObjective } from '../core/objective/PlaneObjective.ts';
import { structureOf } from '../scenario/landscapeChoice.ts';
import { objectiveOf } from '../scenario/objectiveOf.ts';
import type { CompileFormula, PreparedLandscape } from '../scenario/prepare.ts';
import { LeastRecentlyUsed } from './LeastRecentlyUsed.ts';

const results = new LeastRecentlyUsed<ReturnType<CompileFormula>>(32);
/** One object for each formula, so that its WebAssembly is compiled once however often it is sent here. */
const formulas = new LeastRecentlyUsed<PreparedLandscape['compiled']>(32);
const objectives = new LeastRecentlyUsed<PlaneObjective>(16);

/**
 * As `compileFormula`; a formula that differs from a recent one in its constants' values and its domain only is not
 * compiled again. Those two must be right, as `parseScenario` makes sure of: they are not looked at again.
 */
export const compileCached: CompileFormula = (source) =>
  results.get(
    structureOf(source),
    () => compileFormula(source),
    ({ ok }) => ok,
  );

/** As `objectiveOf`; a landscape with the same formula and constants, or the same code, as a recent one shares its instance. */
export function objectiveCached({ compiled, constants, structure }: PreparedLandscape): PlaneObjective {
  return objectives.get(JSON.stringify([structure, constants]), () =>
    objectiveOf({ compiled: formulas.get(structure, () => compiled), constants }),
  );
}
