import { decayParam, quotientGuardParam, stepSizeParam } from './commonParams.ts';
import type { Method, MethodState } from './Method.ts';

export type RmspropParams = { readonly stepSize: number; readonly decay: number; readonly epsilon: number };

interface RmspropState extends MethodState {
  readonly gradient: Float64Array;
  /** Running average of the squared gradients, coordinate by coordinate. */
  readonly square: Float64Array;
}

/** RMSProp: v ← ρv + (1−ρ)g², x ← x − η·g/(√v + ε), v = 0 at first. One gradient a step. */
export const rmsprop: Method<RmspropParams, RmspropState> = {
  id: 'rmsprop',
  name: 'RMSProp',
  reference: 'Tieleman and Hinton (2012), Neural Networks for Machine Learning, lecture 6.5 (as commonly stated)',
  update: 'v_{k+1} = \\rho v_k + (1-\\rho) g_k^2,\\quad x_{k+1} = x_k - \\eta\\,\\frac{g_k}{\\sqrt{v_{k+1}}+\\epsilon}',
  order: 1,
  stopsItself: false,
  params: {
    stepSize: stepSizeParam(0.001),
    decay: decayParam('Decay', '\\rho', 'Decay rate of the running average of squared gradients.', 0.9),
    epsilon: quotientGuardParam(1e-8),
  },
  isStochastic: () => false,

  init(_f, x0) {
    const n = x0.length;
    return { x: x0.slice(), event: null, ended: null, gradient: new Float64Array(n), square: new Float64Array(n) };
  },

  step(f, state, params) {
    const { x, gradient, square } = state;
    const { stepSize, decay, epsilon } = params;
    f.gradient(x, gradient);
    for (let i = 0; i < x.length; i++) {
      const g = gradient[i] as number;
      const average = decay * (square[i] as number) + (1 - decay) * g * g;
      square[i] = average;
      x[i] = (x[i] as number) - (stepSize * g) / (Math.sqrt(average) + epsilon);
    }
  },

  stride: (f, { x, square }, { stepSize, epsilon, decay }, bounds) =>
    f.stride?.({ kernel: 'scaled', vectors: [x, square], scalars: [stepSize, epsilon, decay, 1 - decay] }, bounds) ??
    null,
};
