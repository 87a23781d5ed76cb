import type { ClaimReport } from '../../core/claims/Claim.ts';
import type { Params } from '../../core/params.ts';
import type { Task } from '../../core/task.ts';
import { checkClaim } from '../../scenario/checkClaim.ts';
import type { PreparedLandscape } from '../../scenario/prepare.ts';
import { objectiveCached } from '../landscapeCache.ts';

export interface ClaimPayload {
  readonly landscape: PreparedLandscape;
  readonly claim: string;
  /** Those that differ from the defaults. */
  readonly params: Params;
  readonly seed: number;
}

/** Checks a claim on a landscape: what the experiment `claim` reports, by the same code. */
export function claim({ landscape, claim: id, params, seed }: ClaimPayload): Task<ClaimReport> {
  return checkClaim(id, params, { objective: objectiveCached(landscape), prepared: landscape, seed });
}
