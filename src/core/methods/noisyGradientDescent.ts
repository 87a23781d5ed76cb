import { noiseScaleParam, stepSizeParam } from './commonParams.ts';
import type { Method, MethodState } from './Method.ts';
import { fillGaussian, fillUnitSphere, fillUnitSpheres, strideWithNoise } from './noise.ts';

export type NoisyGradientDescentParams = {
  readonly stepSize: number;
  readonly noise: 'sphere' | 'gaussian';
  readonly noiseScale: number;
};

interface NoisyGradientDescentState extends MethodState {
  readonly gradient: Float64Array;
  readonly noise: Float64Array;
}

/**
 * Noisy gradient descent: x ← x − η(∇f(x) + σn), n uniform on the unit sphere (as commonly stated for the source) or
 * standard normal (as the lecture writes it). One gradient a step.
 */
export const noisyGradientDescent: Method<NoisyGradientDescentParams, NoisyGradientDescentState> = {
  id: 'noisy-gradient-descent',
  name: 'Noisy gradient descent',
  reference: 'Ge, Huang, Jin and Yuan (2015), Escaping from saddle points (noise as commonly stated)',
  update: 'x_{k+1} = x_k - \\eta\\,(\\nabla f(x_k) + \\sigma\\,n_k)',
  order: 1,
  stopsItself: false,
  params: {
    stepSize: stepSizeParam(0.01),
    noise: {
      kind: 'choice',
      label: 'Noise',
      symbol: 'n',
      meaning: 'Distribution of the noise: of length one in a uniform direction, or standard normal.',
      default: 'sphere',
      choices: [
        { value: 'sphere', label: 'Unit sphere' },
        { value: 'gaussian', label: 'Gaussian' },
      ],
    },
    noiseScale: noiseScaleParam(1, 'Factor of the noise that is added to the gradient.'),
  },
  isStochastic: (params) => params.noiseScale > 0,
  largestStableStep: (_params, curvature) => 2 / curvature,

  init(_f, x0) {
    const n = x0.length;
    return { x: x0.slice(), event: null, ended: null, gradient: new Float64Array(n), noise: new Float64Array(n) };
  },

  step(f, state, params, rng) {
    const { x, gradient, noise } = state;
    const { stepSize, noiseScale } = params;
    f.gradient(x, gradient);
    if (params.noise === 'sphere') fillUnitSphere(rng, noise);
    else fillGaussian(rng, noise);
    for (let i = 0; i < x.length; i++) {
      x[i] = (x[i] as number) - stepSize * ((gradient[i] as number) + noiseScale * (noise[i] as number));
    }
  },

  stride(f, { x }, { stepSize, noise, noiseScale }, bounds, rng) {
    const draw = noise === 'sphere' ? fillUnitSpheres : fillGaussian;
    return noiseScale === 0 ? null : strideWithNoise(f, x, [stepSize, noiseScale, 0], bounds, rng, draw);
  },
};
