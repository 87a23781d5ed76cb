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
  /** What Cholesky's decomposition overwrites. */
  readonly factors: Float64Array;
}

const MAX_INNER_STEPS = 100;
const MAX_HALVINGS = 40;
const MAX_SHIFTS = 40;
/** Length of a step, relative to z or to 1, up to which it stays where q looks as it does at z. */
const SHORT = 1e-4;
/** Rounding of q, relative to its terms, that does not count as a rise. */
const ROUNDING = 4 * Number.EPSILON;

/**
 * Proximal point method: x⁺ minimises q(z) = f(z) + ‖z − x‖²/(2η). The minimiser is looked for from z = x by Newton's
 * method with backtracking, the Hessian shifted where it is not positive definite, until ‖∇q(z)‖ is at most the inner
 * tolerance, or the rounding of ∇f where that is more. For η < 1/ℓ the problem is convex and x⁺ unique, as the theory
 * of Lee et al. (2019) asks; for larger η it is the local minimiser that descent finds. A step asks for a value, a
 * gradient and a Hessian at each inner iterate (no Hessian at the last), for a value at each point tried, and for one
 * more gradient where rounding hides whether q fell.
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
      factors: new Float64Array(n * n),
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
      const newton = findDirection(f, state, params.stepSize);
      if (!search(f, state, value, params.stepSize, newton)) break;
    }
    fail(state, params);
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

/**
 * Newton's direction for q where its Hessian is positive definite (true). Elsewhere (false) that with the least multiple
 * τI added, of τ = 1/η, 4/η, …, which makes it so; −η∇q where none does.
 */
function findDirection(f: Objective, state: ProximalPointState, stepSize: number): boolean {
  const { inner, slope, direction, hessian, factors } = state;
  const n = inner.length;
  f.hessian(inner, hessian);
  let shift = 0;
  for (let attempt = 0; attempt < MAX_SHIFTS; attempt++) {
    factors.set(hessian);
    for (let i = 0; i < n; i++) factors[i * n + i] = (factors[i * n + i] as number) + 1 / stepSize + shift;
    for (let i = 0; i < n; i++) direction[i] = -(slope[i] as number);
    if (solvePositiveInPlace(factors, direction)) return attempt === 0;
    shift = shift === 0 ? 1 / stepSize : 4 * shift;
  }
  for (let i = 0; i < n; i++) direction[i] = -stepSize * (slope[i] as number);
  return false;
}

/**
 * Halves the step until q falls (Armijo's rule); z moves there. A short Newton step is also taken where it halves ∇q,
 * because near the minimiser rounding hides the fall of q. False where neither is found.
 */
function search(f: Objective, state: ProximalPointState, value: number, stepSize: number, newton: boolean): boolean {
  const { x, inner, trial, slope, direction } = state;
  const descent = dot(slope, direction);
  let length = 1;
  for (let halvings = 0; halvings < MAX_HALVINGS; halvings++) {
    for (let i = 0; i < x.length; i++) trial[i] = (inner[i] as number) + length * (direction[i] as number);
    const there = f.value(trial) + distanceTerm(x, trial, stepSize);
    const rounding = ROUNDING * (Math.abs(value) + Math.abs(there));
    const falls = there <= value + 1e-4 * length * descent + rounding && rounding < Number.POSITIVE_INFINITY;
    if (falls || (length === 1 && newton && halvesSlope(f, state, stepSize))) {
      inner.set(trial);
      return true;
    }
    length /= 2;
  }
  return false;
}

/** True where the step to the trial point is short and ‖∇q‖ there at most half of that at z. Overwrites `gradient`. */
function halvesSlope(f: Objective, state: ProximalPointState, stepSize: number): boolean {
  const { x, inner, trial, gradient, slope, direction } = state;
  if (!(norm2(direction) <= SHORT * Math.max(1, norm2(inner)))) return false;
  f.gradient(trial, gradient);
  for (let i = 0; i < x.length; i++) {
    gradient[i] = (gradient[i] as number) + ((trial[i] as number) - (x[i] as number)) / stepSize;
  }
  return norm2(gradient) <= norm2(slope) / 2;
}

function fail(state: ProximalPointState, { stepSize }: ProximalPointParams): void {
  const size = `‖∇q‖ = ${formatNumber(norm2(state.slope))} at ${formatPoint(state.inner)}`;
  const detail = `The inner problem at ${formatPoint(state.x)} with η = ${formatNumber(stepSize)} was not solved: ${size}.`;
  state.ended = { status: 'line-search-failed', detail };
}
