import { quotientGuardParam, stepSizeParam } from './commonParams.ts';
import type { Method, MethodState } from './Method.ts';

export type AdagradParams = { readonly stepSize: number; readonly epsilon: number };

interface AdagradState extends MethodState {
  readonly gradient: Float64Array;
  /** Sum of the squared gradients so far, coordinate by coordinate. */
  readonly square: Float64Array;
}

/** AdaGrad with a diagonal metric: G ← G + g², x ← x − η·g/(√G + ε). One gradient a step. */
export const adagrad: Method<AdagradParams, AdagradState> = {
  id: 'adagrad',
  name: 'AdaGrad',
  reference: 'Duchi, Hazan and Singer (2011), Adaptive subgradient methods for online learning',
  update: 'G_{k+1} = G_k + g_k^2,\\quad x_{k+1} = x_k - \\eta\\,\\frac{g_k}{\\sqrt{G_{k+1}}+\\epsilon}',
  order: 1,
  stopsItself: false,
  params: { stepSize: stepSizeParam(0.01), epsilon: quotientGuardParam(1e-8) },
  isStochastic: () => false,

  init(_f, x0) {
    const n = x0.length;
    return { x: x0.slice(), event: null, ended: null, gradient: new Float64Array(n), square: new Float64Array(n) };
  },

  step(f, state, params) {
    const { x, gradient, square } = state;
    const { stepSize, epsilon } = params;
    f.gradient(x, gradient);
    for (let i = 0; i < x.length; i++) {
      const g = gradient[i] as number;
      const sum = (square[i] as number) + g * g;
      square[i] = sum;
      x[i] = (x[i] as number) - (stepSize * g) / (Math.sqrt(sum) + epsilon);
    }
  },

  stride: (f, { x, square }, { stepSize, epsilon }, bounds) =>
    f.stride?.({ kernel: 'scaled', vectors: [x, square], scalars: [stepSize, epsilon, 1, 1] }, bounds) ?? null,
};
