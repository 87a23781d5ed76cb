import { formatNumber, formatPoint } from '../formatNumber.ts';
import { norm2 } from '../linalg/vectors.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Rng } from '../rng.ts';
import { acceleratedParams } from './acceleratedParams.ts';
import type { AcceleratedConstants } from './acceleratedTheory.ts';
import type { Method, MethodState } from './Method.ts';
import { fillBall } from './noise.ts';
import type { PerturbationTheory } from './perturbationTheory.ts';

export type PerturbedAcceleratedParams = AcceleratedConstants & PerturbationTheory;

interface PerturbedAcceleratedState extends MethodState {
  readonly gradient: Float64Array;
  /** v, the last displacement, 0 at the start and after an exploitation. */
  readonly velocity: Float64Array;
  /** y = x + (1 − θ)v. */
  readonly ahead: Float64Array;
  /** ξ; and a point that an exploitation tries. */
  readonly trial: Float64Array;
  iteration: number;
  perturbedAt: number;
}

/** Rounding of f, relative to |f|, that does not count as negative curvature. */
const ROUNDING = 4 * Number.EPSILON;

/**
 * Perturbed accelerated gradient descent, Algorithm 2 of the source: (1) where ‖∇f(x)‖ ≤ ε and no perturbation came in
 * the last 𝒯 iterations, x ← x + ξ, ξ uniform in the ball of radius r; (2) y = x + (1 − θ)v, x⁺ = y − η∇f(y),
 * v⁺ = x⁺ − x; (3) where f(x) < f(y) + ∇f(y)·(x − y) − (γ/2)‖x − y‖², negative curvature is exploited in place of (2):
 * x⁺ = x where ‖v‖ ≥ s, else the lower of x ± s·v/‖v‖, and v⁺ = 0. The source writes ≤ in (3), which at v = 0 holds
 * where there is no direction to exploit; here the inequality is strict, beyond the rounding of f. It has no rule for
 * ending. A step asks for f and ∇f at y; for ∇f at x where (1) may apply, for f at x where v ≠ 0, and for f at two
 * points where (3) tries them.
 */
export const perturbedAcceleratedGradientDescent: Method<PerturbedAcceleratedParams, PerturbedAcceleratedState> = {
  id: 'perturbed-accelerated-gradient-descent',
  name: 'Perturbed accelerated gradient descent',
  reference:
    'Jin, Netrapalli and Jordan (2018), Accelerated gradient descent escapes saddle points faster, Algorithm 2',
  update:
    'y_k = x_k + (1-\\theta)v_k,\\quad x_{k+1} = y_k - \\eta\\,\\nabla f(y_k),\\quad v_{k+1} = x_{k+1} - x_k' +
    '\\quad (x_k \\leftarrow x_k + \\xi_k \\text{ where } \\|\\nabla f(x_k)\\| \\le \\varepsilon)',
  order: 1,
  stopsItself: false,
  params: acceleratedParams,
  isStochastic: (params) => params.radius > 0,
  largestStableStep: ({ momentum }, curvature) => (2 + 2 * momentum) / ((1 + 2 * momentum) * curvature),

  init(_f, x0, params) {
    const n = x0.length;
    return {
      x: x0.slice(),
      event: null,
      ended: null,
      gradient: new Float64Array(n),
      velocity: new Float64Array(n),
      ahead: new Float64Array(n),
      trial: new Float64Array(n),
      iteration: 0,
      perturbedAt: -params.waitIterations - 1,
    };
  },

  step(f, state, params, rng) {
    const { x, gradient, velocity, ahead } = state;
    if (state.iteration - state.perturbedAt > params.waitIterations) perturb(f, state, params, rng);
    let moving = false;
    for (let i = 0; i < x.length; i++) {
      ahead[i] = (x[i] as number) + params.momentum * (velocity[i] as number);
      moving ||= ahead[i] !== x[i];
    }
    const value = f.valueAndGradient(ahead, gradient);
    state.iteration++;
    if (moving && curvesDown(state, params, value, f.value(x))) {
      exploit(f, state, params.exploitationRadius);
      return;
    }
    for (let i = 0; i < x.length; i++) {
      const next = (ahead[i] as number) - params.stepSize * (gradient[i] as number);
      velocity[i] = next - (x[i] as number);
      x[i] = next;
    }
  },
};

/** (1): x ← x + ξ where the gradient is small. */
function perturb(f: Objective, state: PerturbedAcceleratedState, params: PerturbedAcceleratedParams, rng: Rng): void {
  const { x, gradient, trial } = state;
  const size = norm2(f.gradient(x, gradient));
  if (!(size <= params.gradientThreshold)) return;
  const trigger = `‖∇f‖ = ${formatNumber(size)} ≤ ${formatNumber(params.gradientThreshold)} at ${formatPoint(x)}`;
  state.perturbedAt = state.iteration;
  fillBall(rng, params.radius, trial);
  for (let i = 0; i < x.length; i++) x[i] = (x[i] as number) + (trial[i] as number);
  const move = `moved by ${formatNumber(norm2(trial))} within the ball of radius ${formatNumber(params.radius)}`;
  state.event = { kind: 'perturbation', detail: `${trigger}: ${move}.` };
}

/** (3): true where f at x lies below its tangent at y by more than (γ/2)‖x − y‖² and the rounding of f. */
function curvesDown(
  { x, ahead, gradient }: PerturbedAcceleratedState,
  { curvatureThreshold }: PerturbedAcceleratedParams,
  valueAhead: number,
  value: number,
): boolean {
  let linear = 0;
  let square = 0;
  for (let i = 0; i < x.length; i++) {
    const back = (x[i] as number) - (ahead[i] as number);
    linear += (gradient[i] as number) * back;
    square += back * back;
  }
  const rounding = ROUNDING * (Math.abs(value) + Math.abs(valueAhead));
  return value < valueAhead + linear - (curvatureThreshold / 2) * square - rounding;
}

/** Negative-curvature exploitation, Algorithm 3 of the source, with the velocity from before the step. */
function exploit(f: Objective, state: PerturbedAcceleratedState, radius: number): void {
  const { x, velocity, trial, ahead } = state;
  const speed = norm2(velocity);
  const start = `f curves downward at ${formatPoint(x)} along the momentum of length ${formatNumber(speed)}`;
  if (speed >= radius) {
    const detail = `${start}, at least s = ${formatNumber(radius)}: dropped the momentum.`;
    state.event = { kind: 'negative-curvature', detail };
  } else {
    for (let i = 0; i < x.length; i++) {
      const reach = (radius * (velocity[i] as number)) / speed;
      trial[i] = (x[i] as number) + reach;
      ahead[i] = (x[i] as number) - reach;
    }
    x.set(f.value(ahead) < f.value(trial) ? ahead : trial);
    const detail = `${start}, less than s = ${formatNumber(radius)}: took the lower end of the two steps of length s.`;
    state.event = { kind: 'negative-curvature', detail };
  }
  velocity.fill(0);
}
