import { log } from '../libm.ts';
import type { PerturbationTheory } from './perturbationTheory.ts';

/** The constants that perturbed accelerated gradient descent runs with. */
export type AcceleratedConstants = {
  /** η = 1/(4ℓ) */
  readonly stepSize: number;
  /** 1 − θ, θ = 1/(4√κ), κ = ℓ/√(ρε) */
  readonly momentum: number;
  /** γ = θ²/η */
  readonly curvatureThreshold: number;
  /** s = γ/(4ρ) */
  readonly exploitationRadius: number;
  /** r = ηε/(χ⁵c⁸) */
  readonly radius: number;
  /** The gradient norm up to which it perturbs: ε */
  readonly gradientThreshold: number;
  /** 𝒯 = ⌈√κ·χc⌉ */
  readonly waitIterations: number;
};

/** χ = max{1, ln(dℓΔ_f/(ρεδ))}, as commonly stated. Source: Jin, Netrapalli and Jordan (2018), §3. */
export function acceleratedChi(theory: PerturbationTheory, dimension: number): number {
  const { smoothness, hessianLipschitz, accuracy, failureProbability, suboptimality } = theory;
  return Math.max(
    1,
    log((dimension * smoothness * suboptimality) / (hessianLipschitz * accuracy * failureProbability)),
  );
}

/** All constants for d variables, as commonly stated. Source: Jin, Netrapalli and Jordan (2018), §3. */
export function acceleratedConstants(theory: PerturbationTheory, dimension: number): AcceleratedConstants {
  const { smoothness, hessianLipschitz, accuracy, c } = theory;
  const chi = acceleratedChi(theory, dimension);
  const root = Math.sqrt(smoothness / Math.sqrt(hessianLipschitz * accuracy));
  const stepSize = 1 / (4 * smoothness);
  // κ ≥ 1 where ε ≤ ℓ²/ρ, as the theorem asks; a coarser ε must not turn the momentum around.
  const theta = Math.min(1, 1 / (4 * root));
  const curvatureThreshold = (theta * theta) / stepSize;
  const chiSquared = chi * chi;
  const cFourth = c * c * c * c;
  return {
    stepSize,
    momentum: 1 - theta,
    curvatureThreshold,
    exploitationRadius: curvatureThreshold / (4 * hessianLipschitz),
    radius: (stepSize * accuracy) / (chiSquared * chiSquared * chi * cFourth * cFourth),
    gradientThreshold: accuracy,
    waitIterations: Math.max(1, Math.ceil(root * chi * c)),
  };
}
