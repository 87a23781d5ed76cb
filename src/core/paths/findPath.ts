import { CountingObjective } from '../objective/counting.ts';
import type { EvaluationCounts, Objective } from '../objective/Objective.ts';
import type { Box, Params } from '../params.ts';
import type { Rng } from '../rng.ts';
import type { Task } from '../task.ts';
import { beadFloor } from './beadFloor.ts';
import { beadValues, distance, joinBeads, pathLength } from './beads.ts';
import { checkPath, type PathCheck } from './checkPath.ts';
import type { PathMethod, PathProblem, PathStage, Stuck } from './PathMethod.ts';
import { LAST_LOOK, type ShortenedPath, shortenPath } from './shortenPath.ts';
import { valueOrNaN } from './valueOrNaN.ts';

/** A path that is to be found. */
export interface PathPlan {
  readonly objective: Objective;
  readonly method: PathMethod;
  /** Resolved. */
  readonly params: Params;
  /** Each of length n, different, both with f ≤ level; copied. */
  readonly ends: readonly [ArrayLike<number>, ArrayLike<number>];
  readonly level: number;
  readonly domain: Box;
  /** The least value of f over R^n, where it is known. */
  readonly minimumValue?: number | undefined;
  readonly rng: Rng;
  /** Whether a connection is pulled tight. */
  readonly shorten: boolean;
  /** Positions of the coordinates that count in lengths; all where left out. */
  readonly lengthOver?: readonly number[] | undefined;
}

/** What sampling has shown of the path that was found. */
export interface Verification {
  readonly samples: number;
  /** Distance between two samples at most. */
  readonly spacing: number;
  /** Intervals in which the estimated bound still exceeds the level. */
  readonly open: number;
}

/** What one method found. `connected` only where sampling finds every segment inside Ω_u. */
export interface PathResult {
  readonly method: string;
  readonly status: 'connected' | 'not-found';
  readonly level: number;
  /** m·n, both ends included. */
  readonly beads: Float64Array;
  /** f at each bead; length m. */
  readonly values: Float64Array;
  /** One of `SEGMENT` for each segment; length m − 1. */
  readonly segments: Uint8Array;
  /** The highest value along the broken line, NaN where f has no value somewhere on it, and the point that has it. */
  readonly maxValue: number;
  readonly highest: Float64Array;
  readonly length: number;
  readonly straightLength: number;
  readonly normalizedLength: number;
  /** What the method asked for; the verification is not counted, but for what the method itself checks. */
  readonly evaluations: EvaluationCounts;
  readonly depth: number;
  readonly stuck: Stuck | null;
  /** The lowest level at which a grid joins the ends, and the vertices along its sides; null where none was used. */
  readonly gridBarrier: number | null;
  readonly gridSide: number | null;
  /** Of one variable, a point between the ends that is not in Ω_u, so that no path joins them; null where none is known. */
  readonly divider: Divider | null;
  /** The landscape's box, in which the ends and the beads need not be. */
  readonly domain: Box;
  readonly verification: Verification;
  /** Null where nothing was found or nothing was to be shortened. */
  readonly shortened: ShortenedPath | null;
}

/** A point of the line, and f there; NaN where it has no value. */
export interface Divider {
  readonly x: number;
  readonly value: number;
}

/** Samples along the straight segment; a path has as many on every stretch of that length. */
const SAMPLES = 100;
/** The same of a path that is called connected: it is looked at as closely as one that was pulled tight. */
export const CLOSEST_SAMPLES = SAMPLES * LAST_LOOK;

/**
 * Looks for a path inside Ω_u by one method, samples every segment of what it found, and pulls a connection tight.
 * Connected is what is inside in a first look, as close as that of the methods themselves, and in a second one that is
 * `LAST_LOOK` times as close.
 * Partial results are the stages of the search; progress counts the method's work.
 * @throws RangeError where the method needs another number of variables
 */
export function* findPath(plan: PathPlan): Task<PathResult, PathStage> {
  const { method, params, rng, level, lengthOver } = plan;
  const problem = problemOf(plan);
  const n = problem.objective.dimension;
  if (method.dimension !== null && method.dimension !== n) {
    throw new RangeError(`${method.name} needs ${method.dimension} variables, and this landscape has ${n}`);
  }
  const found = yield* method.search(problem, params, rng.split(`path/${method.id}`));
  const evaluations = { ...problem.objective.counts };
  const checking = new CountingObjective(plan.objective);
  const check = yield* checkedTwice(checking, found.beads, level, problem.spacing);
  const length = pathLength(found.beads, n, lengthOver);
  const straightLength = distance(...problem.ends, lengthOver);
  const shortened = plan.shorten && check.inside ? yield* pullTight(plan, found.beads) : null;
  return {
    method: method.id,
    status: check.inside ? 'connected' : 'not-found',
    level,
    beads: found.beads,
    values: yield* beadValues(plan.objective, found.beads),
    segments: check.segments,
    maxValue: finiteOrAsked(plan.objective, check),
    highest: check.highest,
    length,
    straightLength,
    normalizedLength: length / straightLength,
    evaluations,
    depth: found.depth,
    stuck: check.inside ? null : found.stuck,
    gridBarrier: found.gridBarrier ?? null,
    gridSide: found.gridSide ?? null,
    divider: n === 1 && !check.inside ? yield* dividerOf(checking, problem) : null,
    domain: plan.domain,
    verification: { samples: check.samples, spacing: check.spacing, open: check.open },
    shortened,
  };
}

function problemOf({ objective, ends, level, domain, minimumValue }: PathPlan): PathProblem {
  const counted = new CountingObjective(objective);
  const [a, b] = ends.map((end) => Float64Array.from(end)) as [Float64Array, Float64Array];
  const floor = beadFloor([objective.value(a), objective.value(b)], minimumValue);
  return { objective: counted, ends: [a, b], level, domain, floor, spacing: distance(a, b) / SAMPLES };
}

/** The maximum; where that is not finite, whether f is +∞ there or has no value. */
const finiteOrAsked = (f: Objective, { maximum, highest }: PathCheck): number =>
  maximum < Number.POSITIVE_INFINITY ? maximum : valueOrNaN(f, highest);

/** Of one variable any path between the ends passes what is between them. */
function* dividerOf(f: CountingObjective, { ends, level, spacing }: PathProblem): Task<Divider | null, never> {
  const between = yield* checkPath(f, joinBeads(ends, 1), level, spacing);
  return between.maximum > level ? { x: between.highest[0] as number, value: finiteOrAsked(f, between) } : null;
}

/** A closer look at what the first one finds inside; the maximum is the higher one of the two. */
function* checkedTwice(
  f: CountingObjective,
  beads: Float64Array,
  level: number,
  spacing: number,
): Task<PathCheck, never> {
  const first = yield* checkPath(f, beads, level, spacing);
  if (!first.inside) return first;
  const closer = yield* checkPath(f, beads, level, spacing / LAST_LOOK);
  return closer.maximum >= first.maximum ? closer : { ...closer, maximum: first.maximum, highest: first.highest };
}

/**
 * Pulls what `findPath` has called connected tight, as it does itself where the plan says so.
 * @param beads  m·n, both ends included; not changed
 */
export function* pullTight(plan: PathPlan, beads: Float64Array): Task<ShortenedPath, never> {
  return yield* shortenPath(problemOf(plan), beads, plan.lengthOver);
}
