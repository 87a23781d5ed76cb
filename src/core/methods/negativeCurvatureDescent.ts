import { formatNumber, formatPoint } from '../formatNumber.ts';
import { log } from '../libm.ts';
import { lanczos } from '../linalg/lanczos.ts';
import { dot, norm2 } from '../linalg/vectors.ts';
import type { Objective } from '../objective/Objective.ts';
import type { ParamContext } from '../params.ts';
import type { Rng } from '../rng.ts';
import { stepSizeParam } from './commonParams.ts';
import type { Method, MethodState } from './Method.ts';
import { fillGaussian } from './noise.ts';
import { accuracyParam, failureProbabilityParam, hessianLipschitzParam, smoothnessParam } from './theoryParams.ts';

export type NegativeCurvatureDescentParams = {
  readonly stepSize: number;
  readonly curvatureThreshold: number;
  readonly lanczosSteps: number;
  readonly smoothness: number;
  readonly hessianLipschitz: number;
  readonly accuracy: number;
  readonly failureProbability: number;
};

interface NegativeCurvatureDescentState extends MethodState {
  readonly gradient: Float64Array;
  /** Where the Lanczos iteration starts. */
  readonly noise: Float64Array;
}

type Numbers = Readonly<Record<string, number>>;

/**
 * Products after which Lanczos from a random start has, with probability 1 − δ, v with vᵀ∇²f v ≤ λ_min + α/2, where
 * ‖∇²f‖ ≤ ℓ: ½ + ln(1.648√n/δ)/(2√(α/(4ℓ))), and never more than n.
 * Source: Kuczyński and Woźniakowski (1992), Theorem 4.2, for ℓI − ∇²f (constants as commonly stated).
 */
function lanczosSteps(values: Numbers, { dimension }: ParamContext): number {
  const { smoothness, curvatureThreshold, failureProbability } = values as NegativeCurvatureDescentParams;
  const spread = 2 * Math.sqrt(curvatureThreshold / (4 * smoothness));
  const needed = 0.5 + log((1.648 * Math.sqrt(dimension)) / failureProbability) / spread;
  return Math.max(1, Math.min(dimension, Math.ceil(needed)));
}

/**
 * Gradient descent that looks at the curvature where the gradient is small. Where ‖∇f‖ > ε: x ← x − η∇f. Elsewhere
 * Lanczos finds a unit v of nearly least curvature; where vᵀ∇²f v ≤ −α/2: x ← x − (2|vᵀ∇²f v|/ρ)·sign(vᵀ∇f)·v, which
 * lowers f by two thirds of |vᵀ∇²f v|³/ρ² or more if ρ is right; else the run ends, second-order stationary. A step
 * asks for a gradient, and in the second case for the stated number of Hessian-vector products; Lanczos allocates.
 * Source: Carmon, Duchi, Hinder and Sidford (2018), §3, with gradient descent in the place of its accelerated phase.
 */
export const negativeCurvatureDescent: Method<NegativeCurvatureDescentParams, NegativeCurvatureDescentState> = {
  id: 'negative-curvature-descent',
  name: 'Negative-curvature descent',
  reference: 'Carmon, Duchi, Hinder and Sidford (2018), Accelerated methods for nonconvex optimization',
  update:
    'x_{k+1} = x_k - \\eta\\,\\nabla f(x_k) \\text{ where } \\|\\nabla f(x_k)\\| > \\varepsilon, \\text{ else }' +
    ' x_k - \\tfrac{2|\\lambda|}{\\rho}\\,\\mathrm{sign}(v^\\top\\nabla f(x_k))\\,v,\\; \\lambda = v^\\top\\nabla^2 f(x_k)\\,v',
  order: 1,
  stopsItself: true,
  params: {
    stepSize: stepSizeParam({ tex: '1/\\ell', of: ({ smoothness }) => 1 / (smoothness as number) }),
    curvatureThreshold: {
      kind: 'number',
      label: 'Curvature threshold',
      symbol: '\\alpha',
      meaning: 'Curvature of at most −α/2 is descended; a point with none below −α is second-order stationary.',
      default: {
        tex: '\\sqrt{\\rho\\varepsilon}',
        of: ({ hessianLipschitz, accuracy }) => Math.sqrt((hessianLipschitz as number) * (accuracy as number)),
      },
      min: 0,
      minExcluded: true,
      max: 1e12,
      slider: { from: 1e-4, to: 10, scale: 'log' },
    },
    lanczosSteps: {
      kind: 'integer',
      label: 'Lanczos steps',
      symbol: 'j',
      meaning: 'Hessian-vector products with which the least curvature is looked for; n of them find it exactly.',
      default: {
        tex: '\\min\\bigl\\{n, \\lceil\\tfrac12 + \\ln(1.648\\sqrt n/\\delta)\\sqrt{\\ell/\\alpha}\\rceil\\bigr\\}',
        of: lanczosSteps,
      },
      min: 1,
      max: 1000,
      slider: { from: 1, to: 100, scale: 'log' },
    },
    smoothness: smoothnessParam,
    hessianLipschitz: hessianLipschitzParam,
    accuracy: accuracyParam,
    failureProbability: failureProbabilityParam,
  },
  isStochastic: () => true,
  largestStableStep: (_params, curvature) => 2 / curvature,

  init(_f, x0) {
    const n = x0.length;
    return { x: x0.slice(), event: null, ended: null, gradient: new Float64Array(n), noise: new Float64Array(n) };
  },

  step(f, state, params, rng) {
    const { x, gradient } = state;
    f.gradient(x, gradient);
    const size = norm2(gradient);
    if (size <= params.accuracy) {
      descendCurvature(f, state, params, rng, size);
      return;
    }
    for (let i = 0; i < x.length; i++) x[i] = (x[i] as number) - params.stepSize * (gradient[i] as number);
  },
};

/** The step along negative curvature, or the end of the run where there is not enough of it. */
function descendCurvature(
  f: Objective,
  state: NegativeCurvatureDescentState,
  params: NegativeCurvatureDescentParams,
  rng: Rng,
  size: number,
): void {
  const { x, gradient, noise } = state;
  const at = formatPoint(x);
  fillGaussian(rng, noise);
  const steps = Math.min(x.length, params.lanczosSteps);
  const { values, vectors } = lanczos((v, out) => f.hvp(x, v, out), noise, 1, steps);
  const curvature = values[0] as number;
  const found = `least curvature found ${formatNumber(curvature)}, with ${steps} Hessian-vector products`;
  if (Number.isNaN(curvature)) {
    state.ended = { status: 'line-search-failed', detail: `The Hessian at ${at} is not finite.` };
  } else if (curvature > -params.curvatureThreshold / 2) {
    const small = `‖∇f‖ = ${formatNumber(size)} ≤ ${formatNumber(params.accuracy)} at ${at}`;
    state.ended = { status: 'second-order-stationary', detail: `${small}; ${found}.` };
  } else {
    const along = dot(vectors, gradient) > 0 ? 1 : -1;
    const length = (2 * Math.abs(curvature)) / params.hessianLipschitz;
    for (let i = 0; i < x.length; i++) x[i] = (x[i] as number) - length * along * (vectors[i] as number);
    const detail = `At ${at} ${found}: took a step of length ${formatNumber(length)} along it.`;
    state.event = { kind: 'negative-curvature', detail };
  }
}
