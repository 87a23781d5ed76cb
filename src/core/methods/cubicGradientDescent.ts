import { formatNumber, formatPoint } from '../formatNumber.ts';
import { dot, norm2 } from '../linalg/vectors.ts';
import type { Objective } from '../objective/Objective.ts';
import type { ParamContext } from '../params.ts';
import type { Rng } from '../rng.ts';
import { stepSizeParam } from './commonParams.ts';
import type { Method, MethodState } from './Method.ts';
import { fillUnitSphere } from './noise.ts';
import { accuracyParam, hessianLipschitzParam, smoothnessParam } from './theoryParams.ts';

export type CubicGradientDescentParams = {
  readonly stepSize: number;
  readonly innerIterations: number;
  readonly perturbation: number;
  readonly decreaseThreshold: number;
  readonly smoothness: number;
  readonly hessianLipschitz: number;
  readonly accuracy: number;
};

interface CubicGradientDescentState extends MethodState {
  readonly gradient: Float64Array;
  /** g̃ = g + σζ with ζ uniform on the unit sphere. */
  readonly perturbed: Float64Array;
  /** Δ and ∇²f(x)·Δ. */
  readonly displacement: Float64Array;
  readonly product: Float64Array;
}

type Numbers = Readonly<Record<string, number>>;

/** The final solve stops after so many times the inner iterations: ℓ or the step size is then wrong for f. */
const FINAL_ROUNDS = 100;
/** And after so many steps in any case, because a step of the method cannot be interrupted. */
const MOST_FINAL_STEPS = 1e6;
/** For the same reason. */
const MOST_INNER_ITERATIONS = 1e5;

/** A default that follows from ℓ, ρ and ε. */
function derived(tex: string, of: (l: number, rho: number, epsilon: number) => number) {
  const values = (numbers: Numbers, _context: ParamContext): number =>
    of(numbers.smoothness as number, numbers.hessianLipschitz as number, numbers.accuracy as number);
  return { tex, of: values };
}

/**
 * Gradient descent on the cubic model m(Δ) = gᵀΔ + ½Δᵀ∇²fΔ + (ρ/6)‖Δ‖³, which needs Hessian-vector products only.
 * Where ‖g‖ ≥ ℓ²/ρ the step is the model's minimiser along −g (the Cauchy point); elsewhere it is what T gradient
 * steps from Δ = 0 reach, with g + σζ in place of g. Where m(Δ) is not below −(1/100)√(ε³/ρ), the run ends, second-order
 * stationary, with the model solved to ‖∇m‖ ≤ ε/2, from Δ = 0 and with g. A step asks for one gradient and T products
 * (one for a Cauchy point); the last one for those of the final solve as well. The source's T is Õ(ℓ/√(ρε)); the
 * default leaves out its logarithm.
 * Source: Tripuraneni, Stern, Jin, Regier and Jordan (2018), Algorithms 1 to 3, with exact derivatives.
 */
export const cubicGradientDescent: Method<CubicGradientDescentParams, CubicGradientDescentState> = {
  id: 'cubic-gradient-descent',
  name: 'Gradient descent on the cubic model',
  reference:
    'Carmon and Duchi (2019), Gradient descent finds the cubic-regularized nonconvex Newton step;' +
    ' outer loop: Tripuraneni et al. (2018)',
  update:
    '\\Delta \\leftarrow \\Delta - \\eta\\bigl(g_k + \\sigma\\zeta_k + \\nabla^2 f(x_k)\\,\\Delta' +
    ' + \\tfrac{\\rho}{2}\\|\\Delta\\|\\Delta\\bigr) \\;\\; T \\text{ times};\\quad x_{k+1} = x_k + \\Delta',
  order: 1,
  stopsItself: true,
  params: {
    stepSize: stepSizeParam(derived('1/(20\\ell)', (l) => 1 / (20 * l))),
    innerIterations: {
      kind: 'integer',
      label: 'Inner iterations',
      symbol: 'T',
      meaning: 'Gradient steps on the model within one iteration; each costs a Hessian-vector product.',
      default: derived('\\left\\lceil 20\\,\\ell/\\sqrt{\\rho\\varepsilon}\\right\\rceil', (l, rho, epsilon) =>
        Math.min(MOST_INNER_ITERATIONS, Math.ceil((20 * l) / Math.sqrt(rho * epsilon))),
      ),
      min: 1,
      max: MOST_INNER_ITERATIONS,
      slider: { from: 1, to: 1e4, scale: 'log' },
    },
    perturbation: {
      kind: 'number',
      label: 'Perturbation',
      symbol: '\\sigma',
      meaning: 'Length of the noise that is added to the model’s gradient, so that the inner loop leaves a saddle.',
      default: derived('\\sqrt{\\rho\\varepsilon}/\\ell', (l, rho, epsilon) => Math.sqrt(rho * epsilon) / l),
      min: 0,
      max: 1e12,
      slider: { from: 1e-6, to: 1, scale: 'log' },
    },
    decreaseThreshold: {
      kind: 'number',
      label: 'Decrease threshold',
      symbol: 'm_{\\mathrm{thres}}',
      meaning: 'The run goes on only where the model falls by more than this.',
      default: derived(
        '\\tfrac{1}{100}\\sqrt{\\varepsilon^3/\\rho}',
        (_l, rho, epsilon) => (epsilon * Math.sqrt(epsilon / rho)) / 100,
      ),
      min: 0,
      max: 1e12,
      slider: { from: 1e-12, to: 1, scale: 'log' },
    },
    smoothness: smoothnessParam,
    hessianLipschitz: hessianLipschitzParam,
    accuracy: accuracyParam,
  },
  isStochastic: (params) => params.perturbation > 0,

  init(_f, x0) {
    const n = x0.length;
    return {
      x: x0.slice(),
      event: null,
      ended: null,
      gradient: new Float64Array(n),
      perturbed: new Float64Array(n),
      displacement: new Float64Array(n),
      product: new Float64Array(n),
    };
  },

  step(f, state, params, rng) {
    const { x, gradient, displacement } = state;
    f.gradient(x, gradient);
    const size = norm2(gradient);
    const isLarge = size >= (params.smoothness * params.smoothness) / params.hessianLipschitz;
    const value = isLarge ? takeCauchyPoint(f, state, params, size) : descendModel(f, state, params, rng);
    if (value >= -params.decreaseThreshold && !finish(f, state, params, value)) return;
    for (let i = 0; i < x.length; i++) x[i] = (x[i] as number) + (displacement[i] as number);
  },
};

/** Δ = −R·g/‖g‖ with R = −t + √(t² + 2‖g‖/ρ), t = gᵀ∇²f g/(ρ‖g‖²); returns m(Δ). */
function takeCauchyPoint(
  f: Objective,
  state: CubicGradientDescentState,
  { hessianLipschitz: rho }: CubicGradientDescentParams,
  size: number,
): number {
  const { x, gradient, displacement, product } = state;
  for (let i = 0; i < x.length; i++) displacement[i] = -(gradient[i] as number) / size;
  f.hvp(x, displacement, product);
  const curvature = dot(displacement, product);
  const t = curvature / rho;
  const root = Math.sqrt(t * t + (2 * size) / rho);
  // The same number for t > 0, without the cancellation.
  const length = t > 0 ? (2 * size) / rho / (t + root) : root - t;
  for (let i = 0; i < x.length; i++) displacement[i] = (displacement[i] as number) * length;
  return -size * length + (curvature * length * length) / 2 + (rho * length * length * length) / 6;
}

/** T gradient steps from Δ = 0 with g̃ in place of g; returns m(Δ), with g. */
function descendModel(
  f: Objective,
  state: CubicGradientDescentState,
  params: CubicGradientDescentParams,
  rng: Rng,
): number {
  const { x, gradient, perturbed, displacement, product } = state;
  perturbed.set(gradient);
  if (params.perturbation > 0) {
    // ζ takes the room that Δ needs only afterwards.
    fillUnitSphere(rng, displacement);
    for (let i = 0; i < x.length; i++) {
      perturbed[i] = (perturbed[i] as number) + params.perturbation * (displacement[i] as number);
    }
  }
  displacement.fill(0);
  product.fill(0);
  for (let k = 0; k < params.innerIterations; k++) stepDown(f, state, params, perturbed);
  const length = norm2(displacement);
  const linear = dot(gradient, displacement) + dot(displacement, product) / 2;
  return linear + (params.hessianLipschitz * length * length * length) / 6;
}

/** Δ ← Δ − η(g + ∇²fΔ + (ρ/2)‖Δ‖Δ), and the product for the new Δ. */
function stepDown(
  f: Objective,
  { x, displacement, product }: CubicGradientDescentState,
  params: CubicGradientDescentParams,
  gradient: Float64Array,
): void {
  const weight = (params.hessianLipschitz * norm2(displacement)) / 2;
  for (let i = 0; i < x.length; i++) {
    const here = displacement[i] as number;
    displacement[i] = here - params.stepSize * ((gradient[i] as number) + (product[i] as number) + weight * here);
  }
  f.hvp(x, displacement, product);
}

/** Solves the model to ‖∇m‖ ≤ ε/2 and ends the run; false where the solve fails, and Δ is then not to be taken. */
function finish(
  f: Objective,
  state: CubicGradientDescentState,
  params: CubicGradientDescentParams,
  value: number,
): boolean {
  const { x, gradient, displacement, product } = state;
  displacement.fill(0);
  product.fill(0);
  const rounds = Math.min(MOST_FINAL_STEPS, FINAL_ROUNDS * params.innerIterations);
  let k = 0;
  while (k < rounds && modelSlope(state, params) > params.accuracy / 2) {
    stepDown(f, state, params, gradient);
    k++;
  }
  const slope = modelSlope(state, params);
  const at = formatPoint(x);
  if (!(slope <= params.accuracy / 2)) {
    const left = `‖∇m‖ = ${formatNumber(slope)} after ${k} steps of size ${formatNumber(params.stepSize)}`;
    state.ended = { status: 'line-search-failed', detail: `The model at ${at} was not solved: ${left}.` };
    return false;
  }
  const fall = `The model at ${at} falls by ${formatNumber(-value)}, not more than ${formatNumber(params.decreaseThreshold)}`;
  const detail = `${fall}: its minimiser is declared second-order stationary.`;
  state.event = { kind: 'escape-test-failed', detail };
  state.ended = { status: 'second-order-stationary', detail };
  return true;
}

/** ‖∇m(Δ)‖. */
function modelSlope(
  { gradient, displacement, product }: CubicGradientDescentState,
  params: CubicGradientDescentParams,
): number {
  const weight = (params.hessianLipschitz * norm2(displacement)) / 2;
  let sum = 0;
  for (let i = 0; i < gradient.length; i++) {
    const entry = (gradient[i] as number) + (product[i] as number) + weight * (displacement[i] as number);
    sum += entry * entry;
  }
  return Math.sqrt(sum);
}
