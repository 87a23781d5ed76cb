import type { Claim } from './Claim.ts';
import { firstOrderBound } from './firstOrderBound.ts';

/** Every claim, in the order in which the page and the documentation show them. */
export const claims: readonly Claim[] = [firstOrderBound as Claim];

/** The claim of that id, or undefined where there is none. */
export function claimById(id: string): Claim | undefined {
  return claims.find((claim) => claim.id === id);
}
