import { momentumParam, stepSizeParam } from './commonParams.ts';
import type { Method, MethodState } from './Method.ts';

export type HeavyBallParams = { readonly stepSize: number; readonly momentum: number };

interface HeavyBallState extends MethodState {
  readonly gradient: Float64Array;
  /** The iterate before `x`; equal to it at the start. */
  readonly previous: Float64Array;
}

/** Polyak's heavy ball: x⁺ = x − η∇f(x) + β(x − x_prev), from rest. One gradient a step. */
export const heavyBall: Method<HeavyBallParams, HeavyBallState> = {
  id: 'heavy-ball',
  name: 'Heavy ball',
  reference: 'Polyak (1964), Some methods of speeding up the convergence of iteration methods',
  update: 'x_{k+1} = x_k - \\eta\\,\\nabla f(x_k) + \\beta\\,(x_k - x_{k-1})',
  order: 1,
  stopsItself: false,
  params: { stepSize: stepSizeParam(0.01), momentum: momentumParam(0.9) },
  isStochastic: () => false,
  largestStableStep: ({ momentum }, curvature) => (2 * (1 + momentum)) / curvature,

  init(_f, x0) {
    return {
      x: x0.slice(),
      event: null,
      ended: null,
      gradient: new Float64Array(x0.length),
      previous: x0.slice(),
    };
  },

  step(f, state, params) {
    const { x, gradient, previous } = state;
    const eta = params.stepSize;
    const beta = params.momentum;
    f.gradient(x, gradient);
    for (let i = 0; i < x.length; i++) {
      const here = x[i] as number;
      x[i] = here - eta * (gradient[i] as number) + beta * (here - (previous[i] as number));
      previous[i] = here;
    }
  },

  stride: (f, { x, previous }, { stepSize, momentum }, bounds) =>
    (momentum !== 0 &&
      f.stride?.({ kernel: 'momentum', vectors: [x, previous], scalars: [stepSize, momentum, 0] }, bounds)) ||
    null,
};
