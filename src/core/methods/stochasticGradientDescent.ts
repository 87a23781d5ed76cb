import { noiseScaleParam, stepSizeParam } from './commonParams.ts';
import type { Method, MethodState } from './Method.ts';
import { fillGaussian, strideWithNoise } from './noise.ts';

export type StochasticGradientDescentParams = { readonly stepSize: number; readonly noiseScale: number };

interface StochasticGradientDescentState extends MethodState {
  readonly gradient: Float64Array;
}

/**
 * Stochastic gradient descent with a stated oracle: x ← x − η(∇f(x) + σξ), ξ standard normal, independent each step.
 * One gradient a step. With σ = 0 it is gradient descent.
 */
export const stochasticGradientDescent: Method<StochasticGradientDescentParams, StochasticGradientDescentState> = {
  id: 'stochastic-gradient-descent',
  name: 'Stochastic gradient descent',
  reference: 'Robbins and Monro (1951), A stochastic approximation method; constant step, additive Gaussian noise',
  update: 'x_{k+1} = x_k - \\eta\\,(\\nabla f(x_k) + \\sigma\\,\\xi_k),\\quad \\xi_k \\sim \\mathcal N(0, I)',
  order: 1,
  stopsItself: false,
  params: {
    stepSize: stepSizeParam(0.01),
    noiseScale: noiseScaleParam(1, 'Standard deviation of the noise in each coordinate of the gradient.'),
  },
  isStochastic: (params) => params.noiseScale > 0,
  largestStableStep: (_params, curvature) => 2 / curvature,

  init(_f, x0) {
    return { x: x0.slice(), event: null, ended: null, gradient: new Float64Array(x0.length) };
  },

  step(f, state, params, rng) {
    const { x, gradient } = state;
    const { stepSize, noiseScale } = params;
    f.gradient(x, gradient);
    for (let i = 0; i < x.length; i++) {
      x[i] = (x[i] as number) - stepSize * ((gradient[i] as number) + noiseScale * rng.gaussian());
    }
  },

  stride: (f, { x }, { stepSize, noiseScale }, bounds, rng) =>
    noiseScale === 0 ? null : strideWithNoise(f, x, [stepSize, noiseScale, 0], bounds, rng, fillGaussian),
};
