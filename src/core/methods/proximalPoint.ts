import { formatNumber, formatPoint } from '../formatNumber.ts';
import { dot, maxAbs, norm2 } from '../linalg/vectors.ts';
import type { Objective } from '../objective/Objective.ts';
import { stepSizeParam } from './commonParams.ts';
import type { Method, MethodState } from './Method.ts';
import { solvePositiveInPlace } from './newtonStep.ts';

export type ProximalPointParams = { readonly stepSize: number; readonly innerTolerance: number };

interface ProximalPointState extends MethodState {
  /** z, the inner iterate, and the next one to be tried. */
  readonly inner: Float64Array;
  readonly trial: Float64Array;
  /** ∇f(z), and ∇q(z) = ∇f(z) + (z − x)/η. */
  readonly gradient: Float64Array;
  readonly slope: Float64Array;
  readonly direction: Float64Array;
  readonly hessian: Float64Array;
}

const MAX_INNER_STEPS = 100;
const MAX_HALVINGS = 60;
/** Rounding of q, relative to its terms, that does not count as a rise. */
const ROUNDING = 4 * Number.EPSILON;
/** ‖∇q‖ relative to ‖∇f‖ up to which rounding may be what keeps q from falling. */
const STALLED = 1e-10;

/**
 * Proximal point method: x⁺ minimises q(z) = f(z) + ‖z − x‖²/(2η). The minimiser is looked for from z = x by Newton's
 * method with backtracking, gradient steps where ∇²q is not positive definite, until ‖∇q(z)‖ is at most the inner
 * tolerance, or the rounding of ∇f where that is more. For η < 1/ℓ the problem is convex and x⁺ unique, as the theory of Lee et al. (2019) asks; for larger η
 * it is the local minimiser that descent finds. A step asks for a value, gradient and Hessian at each inner iterate
 * and for a value at each point tried.
 */
export const proximalPoint: Method<ProximalPointParams, ProximalPointState> = {
  id: 'proximal-point',
  name: 'Proximal point',
  reference: 'Rockafellar (1976), Monotone operators and the proximal point algorithm',
  update: 'x_{k+1} = \\operatorname*{arg\\,min}_z\\Bigl(f(z) + \\tfrac{1}{2\\eta}\\|z - x_k\\|^2\\Bigr)',
  order: 2,
  stopsItself: false,
  params: {
    stepSize: stepSizeParam(0.1),
    innerTolerance: {
      kind: 'number',
      label: 'Inner tolerance',
      symbol: '\\tau',
      meaning: 'The inner problem counts as solved where the norm of its gradient is at most this.',
      default: 1e-10,
      min: 0,
      minExcluded: true,
      max: 1e6,
      slider: { from: 1e-12, to: 1e-2, scale: 'log' },
    },
  },
  isStochastic: () => false,

  init(_f, x0) {
    const n = x0.length;
    return {
      x: x0.slice(),
      event: null,
      ended: null,
      inner: new Float64Array(n),
      trial: new Float64Array(n),
      gradient: new Float64Array(n),
      slope: new Float64Array(n),
      direction: new Float64Array(n),
      hessian: new Float64Array(n * n),
    };
  },

  step(f, state, params) {
    const { x, inner, slope } = state;
    inner.set(x);
    for (let k = 0; k < MAX_INNER_STEPS; k++) {
      const value = evaluate(f, state, params.stepSize);
      if (norm2(slope) <= Math.max(params.innerTolerance, 4 * ROUNDING * maxAbs(state.gradient))) {
        x.set(inner);
        return;
      }
      findDirection(f, state, params.stepSize);
      if (!search(f, state, value, params.stepSize)) break;
    }
    if (isStalled(state)) x.set(inner);
    else fail(state, params);
  },
};

/** Fills `gradient` and `slope` at z and returns q(z). */
function evaluate(f: Objective, state: ProximalPointState, stepSize: number): number {
  const { x, inner, gradient, slope } = state;
  const value = f.valueAndGradient(inner, gradient);
  for (let i = 0; i < x.length; i++) {
    slope[i] = (gradient[i] as number) + ((inner[i] as number) - (x[i] as number)) / stepSize;
  }
  return value + distanceTerm(x, inner, stepSize);
}

/** ‖z − x‖²/(2η). */
function distanceTerm(x: Float64Array, z: Float64Array, stepSize: number): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const difference = (z[i] as number) - (x[i] as number);
    sum += difference * difference;
  }
  return sum / (2 * stepSize);
}

/** Newton's direction for q where its Hessian is positive definite, else −η∇q. */
function findDirection(f: Objective, state: ProximalPointState, stepSize: number): void {
  const { inner, slope, direction, hessian } = state;
  const n = inner.length;
  f.hessian(inner, hessian);
  for (let i = 0; i < n; i++) hessian[i * n + i] = (hessian[i * n + i] as number) + 1 / stepSize;
  for (let i = 0; i < n; i++) direction[i] = -(slope[i] as number);
  if (solvePositiveInPlace(hessian, direction)) return;
  for (let i = 0; i < n; i++) direction[i] = -stepSize * (slope[i] as number);
}

/** Halves the step until q falls (Armijo's rule); z moves there. False where no step that changes z lowers q. */
function search(f: Objective, state: ProximalPointState, value: number, stepSize: number): boolean {
  const { x, inner, trial, slope, direction } = state;
  const descent = dot(slope, direction);
  let length = 1;
  for (let halvings = 0; halvings < MAX_HALVINGS; halvings++) {
    let moved = false;
    for (let i = 0; i < x.length; i++) {
      trial[i] = (inner[i] as number) + length * (direction[i] as number);
      moved ||= trial[i] !== inner[i];
    }
    if (!moved) return false;
    const there = f.value(trial) + distanceTerm(x, trial, stepSize);
    const rounding = ROUNDING * (Math.abs(value) + Math.abs(there));
    if (there <= value + 1e-4 * length * descent + rounding && rounding < Number.POSITIVE_INFINITY) {
      inner.set(trial);
      return true;
    }
    length /= 2;
  }
  return false;
}

/** True where ∇q is so small that the rounding of q hides what is left. */
function isStalled({ gradient, slope }: ProximalPointState): boolean {
  return norm2(slope) <= STALLED * maxAbs(gradient);
}

function fail(state: ProximalPointState, { stepSize }: ProximalPointParams): void {
  const size = `‖∇q‖ = ${formatNumber(norm2(state.slope))} at ${formatPoint(state.inner)}`;
  const detail = `The inner problem at ${formatPoint(state.x)} with η = ${formatNumber(stepSize)} was not solved: ${size}.`;
  state.ended = { status: 'line-search-failed', detail };
}
