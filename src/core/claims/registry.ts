import type { Claim } from './Claim.ts';
import { cubicNewtonRate } from './cubicNewtonRate.ts';
import { exponentialEscape } from './exponentialEscape.ts';
import { firstOrderBound } from './firstOrderBound.ts';
import { levelSetIrregularity } from './levelSetIrregularity.ts';
import { lojasiewicz } from './lojasiewicz.ts';
import { measureZeroGradientDescent } from './measureZeroGradientDescent.ts';
import { measureZeroOtherMethods } from './measureZeroOtherMethods.ts';
import { noisySgdTensor } from './noisySgdTensor.ts';
import { nonIsolatedSaddles } from './nonIsolatedSaddles.ts';
import { perturbedGradientDescentSecondOrder } from './perturbedGradientDescentSecondOrder.ts';
import { quadraticSaddleClosedForm } from './quadraticSaddleClosedForm.ts';
import { reluSpuriousValley } from './reluSpuriousValley.ts';
import { simpleSublevelSets } from './simpleSublevelSets.ts';
import { spuriousValley } from './spuriousValley.ts';
import { strictSaddleClassification } from './strictSaddleClassification.ts';
import { stringSamplingCertificate } from './stringSamplingCertificate.ts';

/** Every claim, in the order in which the page and the documentation show them. */
export const claims: readonly Claim[] = [
  firstOrderBound as Claim,
  strictSaddleClassification as Claim,
  measureZeroGradientDescent as Claim,
  measureZeroOtherMethods as Claim,
  quadraticSaddleClosedForm as Claim,
  lojasiewicz as Claim,
  perturbedGradientDescentSecondOrder as Claim,
  noisySgdTensor as Claim,
  exponentialEscape as Claim,
  cubicNewtonRate as Claim,
  nonIsolatedSaddles as Claim,
  simpleSublevelSets as Claim,
  spuriousValley as Claim,
  stringSamplingCertificate as Claim,
  reluSpuriousValley as Claim,
  levelSetIrregularity as Claim,
];

/** The claim of that id, or undefined where there is none. */
export function claimById(id: string): Claim | undefined {
  return claims.find((claim) => claim.id === id);
}
