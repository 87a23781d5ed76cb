import { type FormulaObjective, instantiate } from '../core/formula/instantiate.ts';
import type { PreparedLandscape } from './prepare.ts';

/** The function of a prepared landscape, ready to evaluate. Takes no parser, so the page may import it. */
export function objectiveOf(prepared: Pick<PreparedLandscape, 'compiled' | 'constants'>): FormulaObjective {
  return instantiate(prepared.compiled, prepared.constants);
}
