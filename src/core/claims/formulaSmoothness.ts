import type { ClaimLandscape } from './Claim.ts';
import type { Evidence } from './Evidence.ts';

/** Whether the formula is made of smooth functions, as a hypothesis; where it is not, a kink need not lie in the box. */
export function supposeSmoothFormula(evidence: Evidence, { compiled }: ClaimLandscape): void {
  const { piecewise, nonSmooth } = compiled.smoothness;
  const kinks = nonSmooth.length > 0 ? [`it uses ${nonSmooth.join(', ')}, whose kinks may lie in the box`] : [];
  const pieces = piecewise ? ['it is put together of pieces, which may not fit smoothly'] : [];
  const doubts = [...kinks, ...pieces];
  const measured = doubts.length === 0 ? 'its formula is made of smooth functions' : doubts.join('; ');
  evidence.hypothesis('f is smooth', doubts.length === 0 ? true : null, measured);
}
