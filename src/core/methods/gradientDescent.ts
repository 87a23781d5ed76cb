import { stepSizeParam } from './commonParams.ts';
import type { Method, MethodState } from './Method.ts';

export type GradientDescentParams = { readonly stepSize: number };

interface GradientDescentState extends MethodState {
  readonly gradient: Float64Array;
}

/** Gradient descent with a constant step: x ← x − η∇f(x). One gradient a step. */
export const gradientDescent: Method<GradientDescentParams, GradientDescentState> = {
  id: 'gradient-descent',
  name: 'Gradient descent',
  reference: 'Cauchy (1847), Méthode générale pour la résolution des systèmes d’équations simultanées',
  update: 'x_{k+1} = x_k - \\eta\\,\\nabla f(x_k)',
  order: 1,
  stopsItself: false,
  params: { stepSize: stepSizeParam(0.01) },
  isStochastic: () => false,
  largestStableStep: (_params, curvature) => 2 / curvature,

  init(_f, x0) {
    return { x: x0.slice(), event: null, ended: null, gradient: new Float64Array(x0.length) };
  },

  step(f, state, params) {
    const { x, gradient } = state;
    const eta = params.stepSize;
    f.gradient(x, gradient);
    for (let i = 0; i < x.length; i++) x[i] = (x[i] as number) - eta * (gradient[i] as number);
  },

  leap: (f, { x }, { stepSize }, steps, tolerance, radius) => f.descend?.(x, stepSize, steps, tolerance, radius) ?? 0,

  stride: (f, { x }, { stepSize }, bounds) =>
    f.stride?.({ kernel: 'momentum', vectors: [x], scalars: [stepSize, 0, 0] }, bounds) ?? null,

  leapPair: (f, a, b, { stepSize }, steps, tolerance, radius) =>
    f.descendPair?.(a.x, b.x, stepSize, steps, tolerance, radius) ?? 0,
};
