/** A point on its way through the octopus's tube, as those see it who count and record. */
export interface TubeWalk {
  readonly dimension: number;
  /** Steps taken. */
  readonly iteration: number;
  /** How many coordinates, from the first on, have come beyond 2τ. */
  readonly passed: number;
  /** True once the point has left the tube, where f is not defined. */
  readonly lost: boolean;
  /** True once a waiting coordinate has come so near to 0 that a double no longer holds it. */
  readonly underflowed: boolean;
  /** Iteration at which each coordinate came beyond 2τ; Infinity where it has not. Length d. */
  readonly passages: Float64Array;
  /** The coordinate as a double: 0 where it is below their range. */
  coordinate(j: number): number;
  /** log₁₀|x_j|, also where x_j is below the range of doubles; −Infinity for 0. */
  decimalMagnitude(j: number): number;
  /** f at the point. */
  value(): number;
}

/** One run through the tube under way. */
export interface TubeRun {
  readonly walk: TubeWalk;
  /** Takes up to `steps` steps; true once the run is over. */
  advance(steps: number): boolean;
}

export interface EscapeStop {
  readonly maxIterations: number;
  /** A method without chance and without a rule of its own ends where ‖∇f‖ ≤ this; 0 turns the test off. */
  readonly gradientTolerance: number;
}
