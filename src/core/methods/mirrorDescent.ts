import { formatNumber } from '../formatNumber.ts';
import { libm } from '../libm.ts';
import { maxAbs } from '../linalg/vectors.ts';
import { stepSizeParam } from './commonParams.ts';
import type { Method, MethodState } from './Method.ts';

export type MirrorDescentParams = {
  readonly stepSize: number;
  readonly map: 'p-norm' | 'entropy';
  readonly p: number;
};

interface MirrorDescentState extends MethodState {
  readonly gradient: Float64Array;
  /** ∇Φ(x). */
  readonly dual: Float64Array;
}

/**
 * Mirror descent, x⁺ = ∇Φ*(∇Φ(x) − η∇f(x)), for two mirror maps. p-norm, Φ = ½‖x‖_p² on all of Rⁿ with 1 < p ≤ 2;
 * p = 2 is gradient descent. Entropy, Φ = Σ(x_i ln x_i − x_i) on the positive orthant: x_i ← x_i·e^{−η∂_i f}; where a
 * coordinate is not positive the map has no gradient, and the run ends there (`line-search-failed`) and says so.
 * One gradient a step. Lee et al. (2019) need η < μ/ℓ for a μ-strongly convex Φ that is twice differentiable; the
 * p-norm's with p < 2 is not where a coordinate vanishes, and towards a limit there it slows down to a power of 1/k.
 */
export const mirrorDescent: Method<MirrorDescentParams, MirrorDescentState> = {
  id: 'mirror-descent',
  name: 'Mirror descent',
  reference: 'Beck and Teboulle (2003), Mirror descent and nonlinear projected subgradient methods',
  update: 'x_{k+1} = \\nabla\\Phi^{*}\\bigl(\\nabla\\Phi(x_k) - \\eta\\,\\nabla f(x_k)\\bigr)',
  order: 1,
  stopsItself: false,
  params: {
    stepSize: stepSizeParam(0.01),
    map: {
      kind: 'choice',
      label: 'Mirror map',
      symbol: '\\Phi',
      meaning: 'The function whose gradient carries the point to where the step is taken, with its domain.',
      default: 'p-norm',
      choices: [
        { value: 'p-norm', label: 'p-norm (every point)' },
        { value: 'entropy', label: 'Entropy (positive coordinates only)' },
      ],
    },
    p: {
      kind: 'number',
      label: 'Exponent of the norm',
      symbol: 'p',
      meaning:
        'The p of the p-norm map, which is (p − 1)-strongly convex; 2 gives gradient descent. Entropy ignores it.',
      default: 1.5,
      min: 1.01,
      max: 2,
      slider: { from: 1.01, to: 2, scale: 'linear' },
    },
  },
  isStochastic: () => false,

  undefinedIn({ map }, box) {
    if (map !== 'entropy' || box.every(([low]) => low > 0)) return null;
    const none = box.some(([, high]) => high <= 0);
    return none
      ? 'The entropy map is defined where every coordinate is positive, which is nowhere in the domain.'
      : 'The entropy map is defined only where every coordinate is positive: runs end where the domain reaches beyond.';
  },

  init(_f, x0) {
    const n = x0.length;
    return { x: x0.slice(), event: null, ended: null, gradient: new Float64Array(n), dual: new Float64Array(n) };
  },

  step(f, state, params) {
    const { x, gradient, dual } = state;
    const eta = params.stepSize;
    if (params.map === 'entropy') {
      if (!isPositive(state)) return;
      f.gradient(x, gradient);
      for (let i = 0; i < x.length; i++) x[i] = (x[i] as number) * libm.exp(-eta * (gradient[i] as number));
      return;
    }
    f.gradient(x, gradient);
    halfSquareGradient(x, params.p, dual);
    for (let i = 0; i < x.length; i++) dual[i] = (dual[i] as number) - eta * (gradient[i] as number);
    // ½‖·‖_q² with 1/p + 1/q = 1 is the conjugate of ½‖·‖_p².
    halfSquareGradient(dual, params.p / (params.p - 1), x);
  },
};

/** Fills `out` with ∇(½‖x‖_p²): sign(x_i)·|x_i|^{p−1}·‖x‖_p^{2−p}, computed without overflow. */
function halfSquareGradient(x: Float64Array, p: number, out: Float64Array): void {
  const largest = maxAbs(x);
  // NaN and infinity go on to the run, which reports them.
  if (p === 2 || !(largest > 0 && largest < Number.POSITIVE_INFINITY)) {
    out.set(x);
    return;
  }
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += libm.pow(Math.abs(x[i] as number) / largest, p);
  const norm = largest * libm.pow(sum, 1 / p);
  for (let i = 0; i < x.length; i++) {
    const size = norm * libm.pow(Math.abs(x[i] as number) / norm, p - 1);
    out[i] = (x[i] as number) < 0 ? -size : size;
  }
}

/** True inside the entropy's domain; ends the run elsewhere. */
function isPositive(state: MirrorDescentState): boolean {
  const i = state.x.findIndex((coordinate) => !(coordinate > 0));
  if (i < 0) return true;
  const found = `coordinate ${i + 1} is ${formatNumber(state.x[i] as number)}`;
  const advice = 'choose the p-norm map or a start with positive coordinates';
  const detail = `The entropy map is defined only where every coordinate is positive, and ${found}: ${advice}.`;
  state.ended = { status: 'line-search-failed', detail };
  return false;
}
