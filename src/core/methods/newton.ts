import { formatPoint } from '../formatNumber.ts';
import type { Method, MethodState } from './Method.ts';
import { solveInPlace, solveSingularInPlace } from './newtonStep.ts';

export type NewtonParams = { readonly damping: number };

interface NewtonState extends MethodState {
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  /** ∇f as it goes into a solver, H⁻¹∇f as it comes out. */
  readonly direction: Float64Array;
  /** What the elimination overwrites. */
  readonly factors: Float64Array;
}

/**
 * Newton's method with a constant damping: x ← x − α·H⁻¹∇f. It looks for a zero of the gradient of any kind, so that
 * saddles and maxima attract it as minima do. Where H is singular it takes the shortest step that solves H·s = ∇f and
 * says so (event), and ends where there is none (`line-search-failed`). One gradient and one Hessian a step.
 */
export const newton: Method<NewtonParams, NewtonState> = {
  id: 'newton',
  name: 'Newton’s method',
  reference: 'Nocedal and Wright (2006), Numerical Optimization, §3.3',
  update: 'x_{k+1} = x_k - \\alpha\\,\\bigl(\\nabla^2 f(x_k)\\bigr)^{-1}\\nabla f(x_k)',
  order: 2,
  stopsItself: false,
  params: {
    damping: {
      kind: 'number',
      label: 'Damping',
      symbol: '\\alpha',
      meaning: 'Share of the full Newton step that is taken; 1 converges quadratically near a regular critical point.',
      default: 1,
      min: 0,
      minExcluded: true,
      max: 2,
      slider: { from: 0.01, to: 1, scale: 'log' },
    },
  },
  isStochastic: () => false,

  init(_f, x0) {
    const n = x0.length;
    return {
      x: x0.slice(),
      event: null,
      ended: null,
      gradient: new Float64Array(n),
      hessian: new Float64Array(n * n),
      direction: new Float64Array(n),
      factors: new Float64Array(n * n),
    };
  },

  step(f, state, params) {
    const { x, gradient, hessian, direction, factors } = state;
    f.gradient(x, gradient);
    f.hessian(x, hessian);
    direction.set(gradient);
    factors.set(hessian);
    if (!solveInPlace(factors, direction) && !solveSingular(state)) return;
    for (let i = 0; i < x.length; i++) x[i] = (x[i] as number) - params.damping * (direction[i] as number);
  },
};

/** Puts the shortest Newton step into `direction`, or ends the run; true where there is a step. */
function solveSingular(state: NewtonState): boolean {
  const at = formatPoint(state.x);
  if (!state.hessian.every(Number.isFinite)) {
    state.ended = {
      status: 'line-search-failed',
      detail: `The Hessian at ${at} is not finite: there is no Newton step.`,
    };
    return false;
  }
  state.direction.set(state.gradient);
  if (solveSingularInPlace(state.hessian, state.direction)) {
    state.event = { kind: 'step-reduced', detail: `The Hessian at ${at} is singular; took the shortest Newton step.` };
    return true;
  }
  const detail = `The Hessian at ${at} is singular and ∇f is outside its range: there is no Newton step.`;
  state.ended = { status: 'line-search-failed', detail };
  return false;
}
