import { stepSizeParam } from './commonParams.ts';
import type { Method, MethodState } from './Method.ts';

export type CoordinateDescentParams = { readonly stepSize: number; readonly order: 'cyclic' | 'random' };

interface CoordinateDescentState extends MethodState {
  readonly gradient: Float64Array;
  /** The coordinate that a cyclic step changes next. */
  next: number;
}

/**
 * Coordinate gradient descent: x_i ← x_i − η∂_i f(x) for one coordinate a step, taken in turn or uniformly at random.
 * The map of Lee et al. (2019), which avoids strict saddles for η < 1/max_i sup|∂_ii f|, is a sweep of n cyclic steps.
 * A step needs one partial derivative; it is counted as a whole gradient, because that is what it asks for.
 */
export const coordinateDescent: Method<CoordinateDescentParams, CoordinateDescentState> = {
  id: 'coordinate-descent',
  name: 'Coordinate descent',
  reference: 'Wright (2015), Coordinate descent algorithms, Algorithm 1; Lee et al. (2019) for strict saddles',
  update: 'x_{k+1} = x_k - \\eta\\,\\partial_{i_k} f(x_k)\\,e_{i_k}',
  order: 1,
  stopsItself: false,
  params: {
    stepSize: stepSizeParam(0.01),
    order: {
      kind: 'choice',
      label: 'Order',
      symbol: 'i_k',
      meaning: 'Which coordinate a step changes: each in its turn, or one drawn uniformly.',
      default: 'cyclic',
      choices: [
        { value: 'cyclic', label: 'Cyclic' },
        { value: 'random', label: 'Random' },
      ],
    },
  },
  isStochastic: (params) => params.order === 'random',
  addsNoNoise: true,
  largestStableStep: (_params, curvature) => 2 / curvature,

  init(_f, x0) {
    return { x: x0.slice(), event: null, ended: null, gradient: new Float64Array(x0.length), next: 0 };
  },

  step(f, state, params, rng) {
    const { x, gradient } = state;
    const n = x.length;
    const i = params.order === 'random' ? Math.floor(n * rng.uniform()) : state.next;
    f.gradient(x, gradient);
    x[i] = (x[i] as number) - params.stepSize * (gradient[i] as number);
    state.next = i + 1 < n ? i + 1 : 0;
  },
};
