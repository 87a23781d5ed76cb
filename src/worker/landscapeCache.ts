import { compileFormula } from '../core/formula/compileFormula.ts';
import type { FormulaObjective } from '../core/formula/instantiate.ts';
import { objectiveOf } from '../scenario/objectiveOf.ts';
import { type CompileFormula, type PreparedLandscape, structureOf } from '../scenario/prepare.ts';
import { LeastRecentlyUsed } from './LeastRecentlyUsed.ts';

const compilations = new LeastRecentlyUsed<ReturnType<CompileFormula>>(32);
const objectives = new LeastRecentlyUsed<FormulaObjective>(32);

/** As `compileFormula`; a formula that differs from a recent one in its constants' values only is not compiled again. */
export const compileCached: CompileFormula = (source) =>
  compilations.get(structureOf(source), () => compileFormula(source));

/** As `objectiveOf`; a landscape with the same formula and constants as a recent one shares its instance. */
export function objectiveCached(prepared: PreparedLandscape): FormulaObjective {
  return objectives.get(JSON.stringify([prepared.structure, prepared.constants]), () => objectiveOf(prepared));
}
