import type { EvaluationCounts } from '../objective/Objective.ts';

/**
 * Evaluations of all kinds in gradients: a value, a gradient and a Hessian-vector product count 1 each, because each
 * costs a bounded multiple of a value in any dimension, and a Hessian n, as many Hessian-vector products as it takes.
 * @param n  number of variables
 * Source: Baur and Strassen (1983) for gradients, Pearlmutter (1994) for Hessian-vector products; the rate leaves their
 * constant factors out.
 */
export function gradientEquivalents({ value, gradient, hvp, hessian }: EvaluationCounts, n: number): number {
  return value + gradient + hvp + n * hessian;
}
