/** One thing wrong with a formula; a formula is judged whole, so that all its problems are told at once. */
export interface FormulaProblem {
  /** A sentence for a person. */
  readonly message: string;
  /** What to write instead. */
  readonly hint?: string;
  /** Character range in the expression, 0-based, end excluded; only for `field: 'expression'`. */
  readonly start?: number;
  readonly end?: number;
  readonly field: 'expression' | 'variables' | 'constants' | 'domain';
  /** The variable's position, the constant's name, or the domain's axis that the problem is about. */
  readonly key?: string | number;
}
