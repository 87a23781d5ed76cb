/** Families of common first-order methods whose steps a loop can take without asking anybody in between. */
export type StepKernel = 'momentum' | 'noisy' | 'scaled' | 'adam';

/** Steps of a method, as it stands. */
export interface MethodSteps {
  readonly kernel: StepKernel;
  /** The iterate, then the vectors that the method keeps; updated. */
  readonly vectors: readonly Float64Array[];
  /** The method's numbers, as the kernel takes them. */
  readonly scalars: readonly number[];
}

/** How far a stretch of steps may go. */
export interface StretchBounds {
  /** At most so many steps. */
  readonly steps: number;
  /** No step leads to an iterate with ‖∇f‖ ≤ this; below 0 for none. */
  readonly tolerance: number;
  /** No step leads to an iterate with ‖x‖ > this. */
  readonly radius: number;
  /** What a kernel adds at each step, n numbers for each; copied. */
  readonly noise?: Float64Array;
}

/** Steps taken at once. The arrays are lent: they hold until the objective is asked for anything else. */
export interface Stretch {
  /** The number of steps, possibly none. */
  readonly count: number;
  /** The iterate after each step, count·n. */
  readonly points: Float64Array;
  /** f at each. */
  readonly values: Float64Array;
  /** ‖∇f‖ at each. */
  readonly gradientNorms: Float64Array;
}
