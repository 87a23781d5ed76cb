import { formatNumber, formatPoint } from '../formatNumber.ts';
import { CubicSubproblem } from '../linalg/cubicSubproblem.ts';
import { symmetricEigen } from '../linalg/symmetricEigen.ts';
import { norm2 } from '../linalg/vectors.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Method, MethodState } from './Method.ts';

export type CubicNewtonParams = { readonly regularization: number; readonly accuracy: number };

interface CubicNewtonState extends MethodState {
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  readonly subproblem: CubicSubproblem;
  /** s, the minimiser of the model, and x + s. */
  readonly displacement: Float64Array;
  readonly trial: Float64Array;
  readonly trialGradient: Float64Array;
  /** M, the estimate with which the next step begins. */
  regularization: number;
}

/** Length of a step, relative to x or to 1, up to which f looks along it as it does at x. */
const SHORT = 1e-4;
/** Rounding of f, relative to |f|, that does not count as a rise above the model. */
const ROUNDING = 4 * Number.EPSILON;

/**
 * Newton's method with cubic regularisation: s is the global minimiser of ∇fᵀs + ½sᵀ∇²f s + (M/6)‖s‖³. M is doubled
 * until f(x + s) is at most the model's value, and halved, down to M₀, for the next step. It leaves an exact saddle
 * along the eigenvector of λ_min (the hard case; of its two directions the one that the eigenvector shows), and ends
 * where ‖∇f‖ ≤ ε and λ_min ≥ −√(Mε). A step asks for a gradient, a Hessian, f at x and f at each x + s tried,
 * and for one more gradient where rounding hides whether f fell. The eigen-decomposition allocates, which is little
 * beside what it costs.
 */
export const cubicNewton: Method<CubicNewtonParams, CubicNewtonState> = {
  id: 'cubic-newton',
  name: 'Cubic-regularised Newton',
  reference: 'Nesterov and Polyak (2006), Cubic regularization of Newton method and its global performance',
  update:
    'x_{k+1} = x_k + \\operatorname*{arg\\,min}_s\\Bigl(\\nabla f(x_k)^\\top s' +
    ' + \\tfrac12\\, s^\\top\\nabla^2 f(x_k)\\,s + \\tfrac{M_k}{6}\\|s\\|^3\\Bigr)',
  order: 2,
  stopsItself: true,
  params: {
    regularization: {
      kind: 'number',
      label: 'Least regularisation',
      symbol: 'M_0',
      meaning: 'First and least value of the weight M of the cubic term, which the method doubles and halves.',
      default: 1,
      min: 0,
      minExcluded: true,
      max: 1e12,
      slider: { from: 1e-3, to: 1e3, scale: 'log' },
    },
    accuracy: {
      kind: 'number',
      label: 'Accuracy',
      symbol: '\\varepsilon',
      meaning: 'The run ends where the gradient’s norm is at most this and no curvature is below the root of −Mε.',
      default: 1e-8,
      min: 0,
      max: 1e12,
      slider: { from: 1e-12, to: 1, scale: 'log' },
    },
  },
  isStochastic: () => false,

  init(_f, x0, params) {
    const n = x0.length;
    return {
      x: x0.slice(),
      event: null,
      ended: null,
      gradient: new Float64Array(n),
      hessian: new Float64Array(n * n),
      subproblem: new CubicSubproblem(n),
      displacement: new Float64Array(n),
      trial: new Float64Array(n),
      trialGradient: new Float64Array(n),
      regularization: params.regularization,
    };
  },

  step(f, state, params) {
    const { x, gradient, hessian } = state;
    const value = f.valueAndGradient(x, gradient);
    f.hessian(x, hessian);
    const eigen = symmetricEigen(hessian, x.length);
    const least = eigen.values[0] as number;
    if (Number.isNaN(least)) {
      fail(state, 'The Hessian is not finite');
    } else if (!endsHere(state, params, least)) {
      state.subproblem.setModel(eigen, gradient);
      if (tryModels(f, state, value, least > 0)) take(state, params, least);
    }
  },
};

/** Ends the run where x is second-order stationary to the accuracy asked for. */
function endsHere(state: CubicNewtonState, { accuracy }: CubicNewtonParams, least: number): boolean {
  const size = norm2(state.gradient);
  const curvature = -Math.sqrt(state.regularization * accuracy);
  if (!(size <= accuracy && least >= curvature)) return false;
  const first = `‖∇f‖ = ${formatNumber(size)} ≤ ${formatNumber(accuracy)}`;
  const second = `λ_min = ${formatNumber(least)} ≥ −√(Mε) = ${formatNumber(curvature)}`;
  const detail = `${first} and ${second} at ${formatPoint(state.x)}.`;
  state.ended = { status: 'second-order-stationary', detail };
  return true;
}

/**
 * Doubles M until f at the trial point is at most the model's value there. Where the Hessian is positive definite a
 * short step is also taken if it halves the gradient, because near a minimum rounding hides the fall of f. False where
 * no step is left.
 */
function tryModels(f: Objective, state: CubicNewtonState, value: number, convex: boolean): boolean {
  const { x, trial, displacement, subproblem } = state;
  for (;;) {
    subproblem.solve(state.regularization, displacement);
    let moved = false;
    for (let i = 0; i < x.length; i++) {
      trial[i] = (x[i] as number) + (displacement[i] as number);
      moved ||= trial[i] !== x[i];
    }
    if (!moved) {
      fail(state, `No step that changes x lowers f (‖∇f‖ = ${formatNumber(norm2(state.gradient))})`);
      return false;
    }
    const there = f.value(trial);
    const rounding = ROUNDING * (Math.abs(value) + Math.abs(there));
    // Written so that a value that is not a number, or infinite, is refused.
    if (there <= value + subproblem.modelValue + rounding && rounding < Number.POSITIVE_INFINITY) return true;
    if (convex && halvesGradient(f, state)) return true;
    state.regularization *= 2;
  }
}

/** True where the step to the trial point is short and ‖∇f‖ there at most half of that at x. */
function halvesGradient(f: Objective, state: CubicNewtonState): boolean {
  const { x, trial, trialGradient, gradient, subproblem } = state;
  if (!(subproblem.radius <= SHORT * Math.max(1, norm2(x)))) return false;
  return norm2(f.gradient(trial, trialGradient)) <= norm2(gradient) / 2;
}

function take(state: CubicNewtonState, params: CubicNewtonParams, least: number): void {
  const { x, trial, subproblem } = state;
  if (subproblem.hardCase) {
    const where = `∇f at ${formatPoint(x)} has no part along the eigenvector of λ_min = ${formatNumber(least)}`;
    const detail = `${where}: took a step of length ${formatNumber(subproblem.radius)} with one.`;
    state.event = { kind: 'negative-curvature', detail };
  }
  x.set(trial);
  state.regularization = Math.max(state.regularization / 2, params.regularization);
}

function fail(state: CubicNewtonState, what: string): void {
  state.ended = { status: 'line-search-failed', detail: `${what} at ${formatPoint(state.x)}.` };
}
