import type { FormulaSource } from '../landscapes/Landscape.ts';
import type { DerivativeBounds } from '../objective/DerivativeBounds.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Box, ParamSpecs, Params } from '../params.ts';
import type { Rng } from '../rng.ts';
import type { Task } from '../task.ts';

/** Never "proved": what was measured agrees with the claim, disagrees with it, or does not bear on it. */
export type Verdict = 'supported' | 'contradicted' | 'inconclusive';

/** Something that the claim asks of the landscape or of the run, checked by numbers. */
export interface Hypothesis {
  readonly name: string;
  /** Null where it could not be checked. */
  readonly holds: boolean | null;
  /** What was measured, one sentence or a part of one. */
  readonly measured: string;
}

/** A number of the conclusion beside the one that the claim gives. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly expected: number;
  /** How far beyond `expected` the value may lie, in the same units. */
  readonly tolerance: number;
  /** What the claim says: the value is about, at most, or at least `expected`. */
  readonly relation: 'about' | 'at-most' | 'at-least';
  readonly ok: boolean;
}

export interface ClaimReport {
  /** `inconclusive` unless every hypothesis holds and something was measured; then whether all measurements are ok. */
  readonly verdict: Verdict;
  readonly hypotheses: readonly Hypothesis[];
  readonly measurements: readonly Measurement[];
}

/** What is known of a landscape without evaluating it. */
export interface ClaimLandscape {
  readonly id: string;
  readonly params: Params;
  readonly dimension: number;
  readonly domain: Box;
  /** The least value over R^n, where it is known. */
  readonly minimumValue?: number;
  /** What its formula's derivatives may miss: choices between pieces, and functions with kinks, by name. */
  readonly compiled: {
    readonly smoothness: { readonly piecewise: boolean; readonly nonSmooth: readonly string[] };
    /** Present where it is code and no formula. */
    readonly codeOf?: string;
  };
}

/** What a claim is checked on. */
export interface ClaimContext {
  readonly landscape: ClaimLandscape;
  /** Bounds on the landscape's derivatives, worked out when asked for; null where there are none. */
  readonly enclosures: () => DerivativeBounds | null;
  /** Compiles another formula. */
  readonly compile: (source: FormulaSource) => Objective;
}

/**
 * A theorem or proposition of the lectures: one file each, listed in `registry.ts`. Schema, command line, controls and
 * the registry-wide tests follow from the declaration.
 */
export interface Claim<P extends Params = Params> {
  readonly id: string;
  readonly name: string;
  /** A few sentences, mathematics in TeX between dollar signs. */
  readonly statement: string;
  /** Where it comes from; "as commonly stated" where a constant was not read in the source. */
  readonly reference: string;
  readonly params: ParamSpecs;
  /** A landscape to which it applies and on which its hypotheses hold. */
  readonly example: { readonly id: string; readonly params?: Params };
  /** True where it can be checked on a landscape that is code, a millisecond per value and without bounds. */
  readonly takesCode?: boolean;
  /** Why it says nothing about a landscape, one sentence; null where it applies. `whyInapplicable` asks for more. */
  inapplicable(landscape: ClaimLandscape): string | null;
  /**
   * Checks the hypotheses and measures the conclusion on a landscape to which it applies. Progress runs from 0 to 1.
   * @param f  the landscape's function
   * @param params  resolved: every declared name is present
   */
  check(f: Objective, context: ClaimContext, params: P, rng: Rng): Task<ClaimReport>;
}
