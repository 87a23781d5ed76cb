import type { Claim, ClaimLandscape } from './Claim.ts';

const NOT_A_FORMULA =
  'Its check takes thousands of second derivatives, or bounds that only a formula has, and this landscape is code.';

/** Why a claim says nothing about a landscape, or cannot be checked on it, one sentence; null where it can. */
export function whyInapplicable(claim: Claim, landscape: ClaimLandscape): string | null {
  if (landscape.compiled.codeOf !== undefined && !claim.takesCode) return NOT_A_FORMULA;
  return claim.inapplicable(landscape);
}
