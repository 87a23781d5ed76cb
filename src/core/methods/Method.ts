import type { Objective } from '../objective/Objective.ts';
import type { Stretch, StretchBounds } from '../objective/Stretch.ts';
import type { Box, ParamSpecs, Params } from '../params.ts';
import type { Rng } from '../rng.ts';

/** Something worth a mark on the trajectory, in the iteration in which it happened. */
export interface MethodEvent {
  /** Closed list, with a readable label for each in `descent/events.ts`. */
  readonly kind:
    | 'perturbation'
    | 'escape-test-passed'
    | 'escape-test-failed'
    | 'negative-curvature'
    | 'restart'
    | 'step-reduced';
  /** One sentence with the numbers. */
  readonly detail: string;
}

/** What every method's state holds; a method extends it with its own memory. */
export interface MethodState {
  /** The current iterate, length n, overwritten in place by every step. */
  readonly x: Float64Array;
  /** Set by a step that has something to report; the caller reads and clears it. */
  event: MethodEvent | null;
  /**
   * Set by a step after which the method wants to stop of itself. With `line-search-failed` the step was not taken and
   * `x` is as it was; the run does not count it.
   */
  ended: { readonly status: 'second-order-stationary' | 'line-search-failed'; readonly detail: string } | null;
}

/**
 * An iterative method. `step` works in place and allocates nothing, because sweeps take 1e8 steps.
 * `order`: 0 uses values, 1 gradients (and Hessian-vector products), 2 Hessians.
 */
export interface Method<P extends Params = Params, S extends MethodState = MethodState> {
  readonly id: string;
  readonly name: string;
  readonly reference: string;
  /** The update in TeX, as the source writes it. */
  readonly update: string;
  readonly order: 0 | 1 | 2;
  readonly params: ParamSpecs;
  /**
   * True if the method has a rule of its own for ending (`state.ended`). Such a run never stops on a small gradient,
   * because the method must be able to leave an exact saddle.
   */
  readonly stopsItself: boolean;
  /** True if these parameters make the steps random; such a run is repeated, and never stops on a small gradient. */
  isStochastic(params: P): boolean;
  /** True if chance only chooses what a step changes and is never added to the iterate. Left out where it is noise. */
  readonly addsNoNoise?: true;
  /**
   * The step size up to which the method, with its other parameters as given, stays bounded on λx²/2 with λ =
   * `curvature` > 0, noise apart. Left out where the method has no step size or no such bound.
   */
  largestStableStep?(params: P, curvature: number): number;
  /** Where in a box the method is not defined, one sentence; null where it is everywhere. Left out where it always is. */
  undefinedIn?(params: P, box: Box): string | null;
  /** `x0` is copied, never kept. `params` are resolved: every declared name is present. */
  init(f: Objective, x0: Float64Array, params: P, rng: Rng): S;
  step(f: Objective, state: S, params: P, rng: Rng): void;
  /**
   * Takes up to `steps` steps at once, to the same bits, as long as ‖x‖ ≤ radius and ‖∇f(x)‖ > tolerance (below 0 for
   * none); returns how many it took, possibly none. Left out where there is no faster way than one by one.
   */
  leap?(f: Objective, state: S, params: P, steps: number, tolerance: number, radius: number): number;
  /**
   * Takes steps as `leap` and hands out all iterates; no event and no end may fall on them. Null, or left out, where
   * there is no faster way than one by one.
   */
  stride?(f: Objective, state: S, params: P, bounds: StretchBounds, rng: Rng): Stretch | null;
  /** The same as `leap` with two states at once, as long as both may go on. Left out where that is no faster. */
  leapPair?(f: Objective, a: S, b: S, params: P, steps: number, tolerance: number, radius: number): number;
}
