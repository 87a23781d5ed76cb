import { log } from '../libm.ts';

/** What the theory of perturbed gradient descent is given. */
export type PerturbationTheory = {
  /** ℓ: Lipschitz constant of the gradient. */
  readonly smoothness: number;
  /** ρ: Lipschitz constant of the Hessian. */
  readonly hessianLipschitz: number;
  /** ε: the accuracy asked for. */
  readonly accuracy: number;
  /** The theorem's constant, at most some absolute c_max. */
  readonly c: number;
  /** δ: the probability with which the method may fail. */
  readonly failureProbability: number;
  /** Δ_f: at least f(x₀) − f*. */
  readonly suboptimality: number;
};

/** The constants that the method runs with. */
export type PerturbationConstants = {
  /** η = c/ℓ */
  readonly stepSize: number;
  /** r = (√c/χ²)·ε/ℓ */
  readonly radius: number;
  /** g_thres = (√c/χ²)·ε */
  readonly gradientThreshold: number;
  /** t_thres = ⌈(χ/c²)·ℓ/√(ρε)⌉ */
  readonly waitIterations: number;
  /** f_thres = (c/χ³)·√(ε³/ρ) */
  readonly decreaseThreshold: number;
};

/** χ = 3·max{ln(dℓΔ_f/(cε²δ)), 4}. Source: Jin, Ge, Netrapalli, Kakade and Jordan (2017), Algorithm 2. */
export function perturbationChi(theory: PerturbationTheory, dimension: number): number {
  const { smoothness, accuracy, c, failureProbability, suboptimality } = theory;
  const scale = (dimension * smoothness * suboptimality) / (c * accuracy * accuracy * failureProbability);
  return 3 * Math.max(log(scale), 4);
}

/** All five constants for d variables. Source: Jin, Ge, Netrapalli, Kakade and Jordan (2017), Algorithm 2. */
export function perturbationConstants(theory: PerturbationTheory, dimension: number): PerturbationConstants {
  const { smoothness, hessianLipschitz, accuracy, c } = theory;
  const chi = perturbationChi(theory, dimension);
  const gradientThreshold = (Math.sqrt(c) / (chi * chi)) * accuracy;
  return {
    stepSize: c / smoothness,
    radius: gradientThreshold / smoothness,
    gradientThreshold,
    waitIterations: Math.ceil(((chi / (c * c)) * smoothness) / Math.sqrt(hessianLipschitz * accuracy)),
    decreaseThreshold: (c / (chi * chi * chi)) * accuracy * Math.sqrt(accuracy / hessianLipschitz),
  };
}
