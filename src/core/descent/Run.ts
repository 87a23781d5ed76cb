import type { PointType } from '../landscapes/Landscape.ts';
import type { MethodEvent } from '../methods/Method.ts';
import type { EvaluationCounts } from '../objective/Objective.ts';

/** When a run ends. */
export interface StopRule {
  /** The run takes at most this many steps. */
  readonly maxIterations: number;
  /** A deterministic run has converged where ‖∇f‖ ≤ this; 0 turns the test off. */
  readonly gradientTolerance: number;
  /** A run has diverged where ‖x‖ exceeds this. */
  readonly divergenceRadius: number;
  /** End a run as `left-domain` where an iterate leaves the landscape's domain. */
  readonly withinDomain: boolean;
}

/** How a run ended; every status has a readable message in `statuses.ts`. */
export type RunStatus =
  | 'converged'
  | 'second-order-stationary'
  | 'max-iterations'
  | 'diverged'
  | 'non-finite'
  | 'left-domain'
  | 'line-search-failed';

/** Which iterates a trajectory holds: all, the first and last, or the first, every so many, and the last. */
export type RecordRule = 'all' | 'ends' | number;

/** An event with its place: it happened in the step that began at iterate `iteration`. */
export interface TrajectoryEvent extends MethodEvent {
  readonly iteration: number;
}

/** Recorded iterates in the order of `iterations` (ascending, the start first, the last iterate last). */
export interface Trajectory {
  /** Iteration number of each recorded iterate; length m. */
  readonly iterations: Float64Array;
  /** m·n, iterate by iterate. */
  readonly points: Float64Array;
  /** f at each recorded iterate; length m. */
  readonly values: Float64Array;
  /** ‖∇f‖₂ at each recorded iterate; length m. */
  readonly gradientNorms: Float64Array;
  /** What the method had evaluated before each recorded iterate, in gradients (`gradientEquivalents`); length m. */
  readonly work: Float64Array;
  readonly events: readonly TrajectoryEvent[];
}

/** One run of one method from one start. */
export interface Run {
  /** Position of the method in the experiment's list. */
  readonly methodIndex: number;
  readonly startIndex: number;
  readonly repeat: number;
  readonly status: RunStatus;
  /** What happened and where, in one sentence with numbers. */
  readonly message: string;
  /** Steps taken, a last one that left the finite numbers included. */
  readonly iterations: number;
  /** Evaluations the method itself asked for; recording and the stopping test share them or are not counted. */
  readonly evaluations: EvaluationCounts;
  /** The last iterate of the trajectory: the last one whose coordinates are finite. */
  readonly final: {
    readonly x: Float64Array;
    readonly value: number;
    readonly gradientNorm: number;
    /** Least eigenvalue of ∇²f at x; NaN where the Hessian is not finite. */
    readonly minEigenvalue: number;
    /** Critical within the gradient tolerance or 1e-6, or where the method itself declared the point stationary. */
    readonly type: PointType;
  };
  readonly trajectory: Trajectory;
}
