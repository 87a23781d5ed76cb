import { formatNumber, formatPoint } from '../formatNumber.ts';
import { norm2 } from '../linalg/vectors.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Rng } from '../rng.ts';
import type { Method, MethodState } from './Method.ts';
import { fillBall } from './noise.ts';
import { perturbationParams } from './perturbationParams.ts';
import type { PerturbationConstants, PerturbationTheory } from './perturbationTheory.ts';

export type PerturbedGradientDescentParams = PerturbationConstants & PerturbationTheory;

interface PerturbedGradientDescentState extends MethodState {
  readonly gradient: Float64Array;
  /** ξ, the perturbation. */
  readonly noise: Float64Array;
  /** t, the iteration that the next step begins at. */
  iteration: number;
  /** t_noise, the iteration of the last perturbation. */
  perturbedAt: number;
  /** x̃, the point that was perturbed, and f there. */
  readonly anchor: Float64Array;
  anchorValue: number;
}

/**
 * Perturbed gradient descent, Algorithm 2 of the source. At iteration t: (1) where ‖∇f(x)‖ ≤ g_thres and more than
 * t_thres iterations have passed since the last perturbation, x̃ ← x and x ← x̃ + ξ, ξ uniform in the ball of radius r;
 * (2) exactly t_thres iterations after a perturbation it returns x̃, second-order stationary, unless f has fallen by
 * f_thres below f(x̃); (3) x ← x − η∇f(x). It ends by (2) alone. One gradient a step, one more and one value at a
 * perturbation, one value at a test.
 */
export const perturbedGradientDescent: Method<PerturbedGradientDescentParams, PerturbedGradientDescentState> = {
  id: 'perturbed-gradient-descent',
  name: 'Perturbed gradient descent',
  reference: 'Jin, Ge, Netrapalli, Kakade and Jordan (2017), How to escape saddle points efficiently, Algorithm 2',
  update:
    'x_k \\leftarrow x_k + \\xi_k \\text{ where } \\|\\nabla f(x_k)\\| \\le g_{\\mathrm{thres}},\\;' +
    ' \\xi_k \\sim \\mathrm{Unif}(\\mathbb B_0(r));\\quad x_{k+1} = x_k - \\eta\\,\\nabla f(x_k)',
  order: 1,
  stopsItself: true,
  params: perturbationParams,
  isStochastic: (params) => params.radius > 0,
  largestStableStep: (_params, curvature) => 2 / curvature,

  init(_f, x0, params) {
    const n = x0.length;
    return {
      x: x0.slice(),
      event: null,
      ended: null,
      gradient: new Float64Array(n),
      noise: new Float64Array(n),
      iteration: 0,
      perturbedAt: -params.waitIterations - 1,
      anchor: new Float64Array(n),
      anchorValue: Number.NaN,
    };
  },

  step(f, state, params, rng) {
    const { x, gradient } = state;
    const eta = params.stepSize;
    f.gradient(x, gradient);
    const waited = state.iteration - state.perturbedAt;
    if (waited > params.waitIterations) {
      const size = norm2(gradient);
      if (size <= params.gradientThreshold) perturb(f, state, params, rng, size);
    } else if (waited === params.waitIterations && returnsAnchor(f, state, params)) {
      return;
    }
    for (let i = 0; i < x.length; i++) x[i] = (x[i] as number) - eta * (gradient[i] as number);
    state.iteration++;
  },
};

/** (1): x̃ ← x, x ← x̃ + ξ, and the gradient there. */
function perturb(
  f: Objective,
  state: PerturbedGradientDescentState,
  params: PerturbedGradientDescentParams,
  rng: Rng,
  gradientNorm: number,
): void {
  const { x, anchor, noise, gradient } = state;
  anchor.set(x);
  state.anchorValue = f.value(x);
  state.perturbedAt = state.iteration;
  fillBall(rng, params.radius, noise);
  for (let i = 0; i < x.length; i++) x[i] = (x[i] as number) + (noise[i] as number);
  f.gradient(x, gradient);
  const trigger = `‖∇f‖ = ${formatNumber(gradientNorm)} ≤ ${formatNumber(params.gradientThreshold)}`;
  const move = `moved by ${formatNumber(norm2(noise))} within the ball of radius ${formatNumber(params.radius)}`;
  state.event = { kind: 'perturbation', detail: `${trigger} at ${formatPoint(anchor)}: ${move}.` };
}

/** (2): true where f has not fallen enough since the perturbation; x is then x̃ and the run ends. */
function returnsAnchor(
  f: Objective,
  state: PerturbedGradientDescentState,
  params: PerturbedGradientDescentParams,
): boolean {
  const { x, anchor } = state;
  const fall = state.anchorValue - f.value(x);
  const threshold = formatNumber(params.decreaseThreshold);
  const found = `f fell by ${formatNumber(fall)} in ${params.waitIterations} iterations`;
  if (!(-fall > -params.decreaseThreshold)) {
    state.event = {
      kind: 'escape-test-passed',
      detail: `${found}, at least ${threshold}: left ${formatPoint(anchor)}.`,
    };
    return false;
  }
  const verdict = `${formatPoint(anchor)} is declared second-order stationary`;
  state.event = { kind: 'escape-test-failed', detail: `${found}, less than ${threshold}: ${verdict}.` };
  state.ended = {
    status: 'second-order-stationary',
    detail: `After the perturbation at iteration ${state.perturbedAt}, ${found}, less than ${threshold}: ${verdict}.`,
  };
  x.set(anchor);
  return true;
}
