import { stepSizeParam } from './commonParams.ts';
import type { Method, MethodState } from './Method.ts';
import { fillGaussian, strideWithNoise } from './noise.ts';

export type SgldParams = { readonly stepSize: number; readonly inverseTemperature: number };

interface SgldState extends MethodState {
  readonly gradient: Float64Array;
}

/** Standard deviation of what is added in each coordinate. */
const spreadOf = ({ stepSize, inverseTemperature }: SgldParams): number =>
  Math.sqrt((2 * stepSize) / inverseTemperature);

/**
 * Stochastic gradient Langevin dynamics with the full gradient: w ← w − η∇F(w) + √(2η/β)ξ, ξ standard normal. β is the
 * *inverse* temperature: the diffusion that it discretises has the Gibbs density ∝ e^{−βF}. One gradient a step.
 */
export const sgld: Method<SgldParams, SgldState> = {
  id: 'sgld',
  name: 'Langevin dynamics (SGLD)',
  reference: 'Raginsky, Rakhlin and Telgarsky (2017), Non-convex learning via stochastic gradient Langevin dynamics',
  update:
    'w_{k+1} = w_k - \\eta\\,\\nabla F(w_k) + \\sqrt{2\\eta/\\beta}\\;\\xi_k,\\quad \\xi_k \\sim \\mathcal N(0, I)',
  order: 1,
  stopsItself: false,
  params: {
    stepSize: stepSizeParam(0.01),
    inverseTemperature: {
      kind: 'number',
      label: 'Inverse temperature',
      symbol: '\\beta',
      meaning: 'Large values keep the iterates near the minima; the stationary density is proportional to exp(−βF).',
      default: 10,
      min: 0,
      minExcluded: true,
      max: 1e12,
      slider: { from: 0.1, to: 1000, scale: 'log' },
    },
  },
  isStochastic: () => true,
  largestStableStep: (_params, curvature) => 2 / curvature,

  init(_f, x0) {
    return { x: x0.slice(), event: null, ended: null, gradient: new Float64Array(x0.length) };
  },

  step(f, state, params, rng) {
    const { x, gradient } = state;
    const eta = params.stepSize;
    const spread = spreadOf(params);
    f.gradient(x, gradient);
    for (let i = 0; i < x.length; i++) {
      x[i] = (x[i] as number) - eta * (gradient[i] as number) + spread * rng.gaussian();
    }
  },

  stride: (f, { x }, params, bounds, rng) =>
    strideWithNoise(f, x, [params.stepSize, 0, spreadOf(params)], bounds, rng, fillGaussian),
};
