import type { SmoothnessEstimate } from '../descent/estimates.ts';
import { formatNumber } from '../formatNumber.ts';
import type { Evidence } from './Evidence.ts';

/** ρ relative to ℓ, below which the Hessian changes by rounding only, at the scales of a landscape's box. */
const ROUNDING = 1e-9;

/**
 * Whether the Hessian is Lipschitz and not constant, as a hypothesis: theorems divide by its Lipschitz constant.
 * @returns whether there is something to divide by
 */
export function supposeHessianVaries(evidence: Evidence, estimate: SmoothnessEstimate): boolean {
  const { smoothness, hessianLipschitz, skipped } = estimate;
  const varies = hessianLipschitz > ROUNDING * smoothness;
  const sizes = `ℓ ≈ ${formatNumber(smoothness)}, ρ ≈ ${formatNumber(hessianLipschitz)} in the box, as sampled`;
  evidence.hypothesis(
    'Gradient and Hessian are Lipschitz, the Hessian is not constant',
    skipped === 0 && varies,
    sizes,
  );
  return varies;
}
