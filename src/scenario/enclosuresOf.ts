import { encloseDerivatives } from '../core/formula/encloseDerivatives.ts';
import type { DerivativeBounds } from '../core/objective/DerivativeBounds.ts';
import { isFormula, resolveLandscape } from './landscapeChoice.ts';
import type { LandscapeChoice } from './types.ts';

/** Bounds on the derivatives of a landscape over boxes; null where there are none, as of one that is code. */
export function enclosuresOf(choice: LandscapeChoice): DerivativeBounds | null {
  const { source } = resolveLandscape(choice);
  return isFormula(source) ? encloseDerivatives(source) : null;
}
