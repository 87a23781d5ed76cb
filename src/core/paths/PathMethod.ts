import type { CountingObjective } from '../objective/counting.ts';
import type { Box, ParamSpecs, Params } from '../params.ts';
import type { Rng } from '../rng.ts';
import type { Task } from '../task.ts';

/** Two end points in Ω_u = {x : f(x) ≤ u}, to be joined within it. */
export interface PathProblem {
  /** Counts what the method asks for. */
  readonly objective: CountingObjective;
  /** Each of length n, different; never changed. */
  readonly ends: readonly [Float64Array, Float64Array];
  /** The level u. */
  readonly level: number;
  /** The landscape's box; methods on a grid stay inside it. */
  readonly domain: Box;
  /** A lower bound of f, from which a bead's target is counted: `beadFloor`. */
  readonly floor: number;
  /** Distance between two samples of a segment, at most. */
  readonly spacing: number;
}

/** What is known of a segment between two beads. */
export const SEGMENT = { unchecked: 0, accepted: 1, rejected: 2 } as const;

/** One moment of a search, good enough to be drawn. */
export interface PathStage {
  /** m·n, bead by bead, both ends included. */
  readonly beads: Float64Array;
  /** One of `SEGMENT` for each segment; length m − 1. */
  readonly segments: Uint8Array;
  /** The bead that is on its way down, with the points it has passed (k·n); null where none is. */
  readonly falling: { readonly bead: number; readonly trail: Float64Array } | null;
  /** Evaluations so far, a Hessian as n. */
  readonly work: number;
  /** What has just happened, one sentence. */
  readonly note: string;
}

/** Where a search stuck. */
export interface Stuck {
  /** Positions of the two beads of the segment that is not inside Ω_u. */
  readonly segment: readonly [number, number];
  /** What the stages call them. */
  readonly between: readonly [string, string];
  /** The highest value found on it; NaN where f has no value somewhere on it. */
  readonly maximum: number;
  /** The bead that did not come down into Ω_u, length n; null where the depth was used up. */
  readonly bead: Float64Array | null;
  /** f there; NaN where it has no value. */
  readonly value: number | null;
}

/** What a method found: a broken line between the ends, whatever it is worth. `findPath` judges it. */
export interface FoundPath {
  /** m·n, both ends included. */
  readonly beads: Float64Array;
  /** Passes, cycles or iterations that it took. */
  readonly depth: number;
  readonly stuck: Stuck | null;
  /** The lowest level at which a grid joins the ends, where one was used. */
  readonly gridBarrier?: number;
  /** Vertices along each side of that grid. */
  readonly gridSide?: number;
}

/**
 * A way of looking for a path inside Ω_u. Every stage is a partial result of the search. A random choice is drawn from
 * `rng` alone.
 */
export interface PathMethod<P extends Params = Params> {
  readonly id: string;
  readonly name: string;
  readonly reference: string;
  /** One sentence on how it goes about it. */
  readonly description: string;
  readonly params: ParamSpecs;
  /** The number of variables that it needs; null for any. */
  readonly dimension: number | null;
  /** True where it begins on the straight segment, on which f must then be finite. */
  readonly startsOnSegment: boolean;
  search(problem: PathProblem, params: P, rng: Rng): Task<FoundPath, PathStage>;
}
