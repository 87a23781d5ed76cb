import { momentumParam, stepSizeParam } from './commonParams.ts';
import type { Method, MethodState } from './Method.ts';

export type NesterovParams = { readonly stepSize: number; readonly momentum: number };

interface NesterovState extends MethodState {
  readonly gradient: Float64Array;
  /** The iterate before `x`; equal to it at the start. */
  readonly previous: Float64Array;
  /** The point y at which the gradient is taken. */
  readonly ahead: Float64Array;
}

/**
 * Nesterov's accelerated gradient with constant momentum: y = x + β(x − x_prev), x⁺ = y − η∇f(y), from rest.
 * One gradient a step, taken at y.
 */
export const nesterov: Method<NesterovParams, NesterovState> = {
  id: 'nesterov',
  name: 'Nesterov’s accelerated gradient',
  reference: 'Nesterov (2004), Introductory Lectures on Convex Optimization, §2.2 (constant step scheme III)',
  update: 'y_k = x_k + \\beta\\,(x_k - x_{k-1}),\\quad x_{k+1} = y_k - \\eta\\,\\nabla f(y_k)',
  order: 1,
  stopsItself: false,
  params: { stepSize: stepSizeParam(0.01), momentum: momentumParam(0.9) },
  isStochastic: () => false,
  largestStableStep: ({ momentum }, curvature) => (2 + 2 * momentum) / ((1 + 2 * momentum) * curvature),

  init(_f, x0) {
    const n = x0.length;
    return {
      x: x0.slice(),
      event: null,
      ended: null,
      gradient: new Float64Array(n),
      previous: x0.slice(),
      ahead: new Float64Array(n),
    };
  },

  step(f, state, params) {
    const { x, gradient, previous, ahead } = state;
    const eta = params.stepSize;
    const beta = params.momentum;
    for (let i = 0; i < x.length; i++) {
      const here = x[i] as number;
      ahead[i] = here + beta * (here - (previous[i] as number));
      previous[i] = here;
    }
    f.gradient(ahead, gradient);
    for (let i = 0; i < x.length; i++) x[i] = (ahead[i] as number) - eta * (gradient[i] as number);
  },

  stride: (f, { x, previous }, { stepSize, momentum }, bounds) =>
    (momentum !== 0 &&
      f.stride?.({ kernel: 'momentum', vectors: [x, previous], scalars: [stepSize, 0, momentum] }, bounds)) ||
    null,
};
