import type { ClaimReport } from '../core/claims/Claim.ts';
import { claimById } from '../core/claims/registry.ts';
import { whyInapplicable } from '../core/claims/whyInapplicable.ts';
import { compileFormula } from '../core/formula/compileFormula.ts';
import { instantiate } from '../core/formula/instantiate.ts';
import type { FormulaSource } from '../core/landscapes/Landscape.ts';
import type { Objective } from '../core/objective/Objective.ts';
import type { Params } from '../core/params.ts';
import { resolveParams } from '../core/resolveParams.ts';
import { Rng } from '../core/rng.ts';
import type { Task } from '../core/task.ts';
import { enclosuresOf } from './enclosuresOf.ts';
import type { PreparedLandscape } from './prepare.ts';

/** What a claim is checked on. */
interface ClaimSetting {
  readonly objective: Objective;
  readonly prepared: PreparedLandscape;
  readonly seed: number;
}

/**
 * Checks a claim on a landscape. Where it says nothing about that landscape, the report is inconclusive and says why.
 * @param given  parameters that differ from the defaults
 * @throws RangeError for an unknown id or parameter name (`parseScenario` reports those as problems)
 */
export function* checkClaim(id: string, given: Params, { objective, prepared, seed }: ClaimSetting): Task<ClaimReport> {
  const claim = claimById(id);
  if (!claim) throw new RangeError(`there is no claim ${JSON.stringify(id)}`);
  const params = resolveParams(claim.params, given, { dimension: prepared.dimension });
  const why = whyInapplicable(claim, prepared);
  if (why !== null) {
    const hypothesis = { name: 'The claim applies to this landscape', holds: false, measured: why };
    return { verdict: 'inconclusive', hypotheses: [hypothesis], measurements: [] };
  }
  const enclosures = () => enclosuresOf(prepared.choice);
  const context = { landscape: prepared, enclosures, compile: compiled };
  return yield* claim.check(objective, context, params, Rng.seeded(seed).split(`claim ${id}`));
}

/** The function of a formula that a claim brings along. */
function compiled(source: FormulaSource): Objective {
  const result = compileFormula(source);
  if (result.ok) return instantiate(result.compiled, source.constants);
  throw new Error(result.problems.map(({ message }) => message).join(' '));
}
