import { decayParam, quotientGuardParam, stepSizeParam } from './commonParams.ts';
import type { Method, MethodState } from './Method.ts';

export type AdamParams = {
  readonly stepSize: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
};

interface AdamState extends MethodState {
  readonly gradient: Float64Array;
  /** Running average m of the gradients. */
  readonly mean: Float64Array;
  /** Running average v of their squares. */
  readonly square: Float64Array;
  /** β₁ᵗ and β₂ᵗ, kept by multiplication. */
  readonly powers: Float64Array;
}

/**
 * Adam with bias correction, Algorithm 1 of the source: x ← x − η·m̂/(√v̂ + ε). The first step has length η in every
 * coordinate whose derivative is not tiny against ε. One gradient a step.
 */
export const adam: Method<AdamParams, AdamState> = {
  id: 'adam',
  name: 'Adam',
  reference: 'Kingma and Ba (2015), Adam: a method for stochastic optimization',
  update:
    'm_{k+1} = \\beta_1 m_k + (1-\\beta_1) g_k,\\; v_{k+1} = \\beta_2 v_k + (1-\\beta_2) g_k^2,\\; ' +
    'x_{k+1} = x_k - \\eta\\,\\frac{m_{k+1}/(1-\\beta_1^{k+1})}{\\sqrt{v_{k+1}/(1-\\beta_2^{k+1})}+\\epsilon}',
  order: 1,
  stopsItself: false,
  params: {
    stepSize: stepSizeParam(0.001),
    beta1: decayParam('First decay', '\\beta_1', 'Decay rate of the running average of gradients.', 0.9),
    beta2: decayParam('Second decay', '\\beta_2', 'Decay rate of the running average of squared gradients.', 0.999),
    epsilon: quotientGuardParam(1e-8),
  },
  isStochastic: () => false,

  init(_f, x0) {
    const n = x0.length;
    return {
      x: x0.slice(),
      event: null,
      ended: null,
      gradient: new Float64Array(n),
      mean: new Float64Array(n),
      square: new Float64Array(n),
      powers: Float64Array.of(1, 1),
    };
  },

  step(f, state, params) {
    const { x, gradient, mean, square, powers } = state;
    const { stepSize, beta1, beta2, epsilon } = params;
    f.gradient(x, gradient);
    const power1 = (powers[0] as number) * beta1;
    const power2 = (powers[1] as number) * beta2;
    powers[0] = power1;
    powers[1] = power2;
    const meanScale = 1 / (1 - power1);
    const squareScale = 1 / (1 - power2);
    for (let i = 0; i < x.length; i++) {
      const g = gradient[i] as number;
      const m = beta1 * (mean[i] as number) + (1 - beta1) * g;
      const v = beta2 * (square[i] as number) + (1 - beta2) * g * g;
      mean[i] = m;
      square[i] = v;
      x[i] = (x[i] as number) - (stepSize * (m * meanScale)) / (Math.sqrt(v * squareScale) + epsilon);
    }
  },

  stride: (f, { x, mean, square, powers }, { stepSize, beta1, beta2, epsilon }, bounds) =>
    f.stride?.(
      { kernel: 'adam', vectors: [x, mean, square, powers], scalars: [stepSize, beta1, beta2, epsilon] },
      bounds,
    ) ?? null,
};
