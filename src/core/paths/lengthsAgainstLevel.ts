import type { Objective } from '../objective/Objective.ts';
import type { Box, Params } from '../params.ts';
import { quantile } from '../quantile.ts';
import { Rng } from '../rng.ts';
import type { Task } from '../task.ts';
import { beadCount, distance } from './beads.ts';
import { findPath, type PathResult } from './findPath.ts';
import type { PathMethod } from './PathMethod.ts';
import { Trainee, type Training } from './Trainee.ts';

type Pair = readonly [ArrayLike<number>, ArrayLike<number>];

/** Random ends that are trained down to each level. */
export interface TrainedPairs {
  readonly count: number;
  /** A random start; uniform in the box where left out. */
  readonly start?: ((rng: Rng) => Float64Array) | undefined;
  readonly training: Training;
}

/** Paths between pairs of ends at several levels. */
export interface LengthsPlan {
  readonly objective: Objective;
  readonly method: PathMethod;
  /** Resolved. */
  readonly params: Params;
  /** Given pairs, or pairs to be trained. */
  readonly pairs: readonly Pair[] | TrainedPairs;
  readonly levels: readonly number[];
  readonly domain: Box;
  readonly minimumValue?: number | undefined;
  readonly seed: number;
  readonly shorten: boolean;
  readonly lengthOver?: readonly number[] | undefined;
}

/** Median and quartiles; NaN where there is nothing to take them of. */
export interface Quartiles {
  readonly median: number;
  readonly q25: number;
  readonly q75: number;
}

/** What was found at one level. */
export interface LengthsRow {
  readonly level: number;
  /** Pairs that a path inside Ω_u was found for. */
  readonly connected: number;
  /** Pairs whose two ends are in Ω_u, and that were tried. */
  readonly attempted: number;
  /** Pairs so far, those included whose ends are not in Ω_u. */
  readonly pairs: number;
  /** Those of them that were not tried because f has no finite value at an end. */
  readonly withoutValue: number;
  /** Of the connected ones. */
  readonly normalizedLength: Quartiles;
  /** The same, pulled tight; null where nothing was pulled. */
  readonly shortenedLength: Quartiles | null;
  /** Both ends included. */
  readonly beads: Quartiles;
}

/** Ends are trained to below the level by this share of what is between it and the floor. */
const MARGIN = 0.05;

/**
 * Normalised path length against level: at each level, from the highest down, every pair of ends that lies in Ω_u is
 * joined by the method. Trained ends go on from where they were at the level before. Partial results are the rows so
 * far, the one under way included. Random numbers are drawn from a stream for each pair, so that a further pair or
 * level changes no other result.
 * Source: Freeman and Bruna (2017), section 4; the lecture’s figure.
 */
export function* lengthsAgainstLevel(plan: LengthsPlan): Task<LengthsRow[], LengthsRow[]> {
  const levels = plan.levels.toSorted((a, b) => b - a);
  const pairs = pairsOf(plan);
  const rows: LengthsRow[] = [];
  for (const [l, level] of levels.entries()) {
    const tally = new Tally(level, plan.shorten);
    for (const [p, pair] of pairs.entries()) {
      const ends = yield* quietly(pair(level), l * pairs.length + p, levels.length * pairs.length);
      if (typeof ends === 'string') tally.leave(ends);
      else {
        const search = pathBetween(plan, ends, level, p);
        tally.add(yield* quietly(search, l * pairs.length + p, levels.length * pairs.length));
      }
      const partial = [...rows, tally.row()];
      yield { done: l * pairs.length + p + 1, total: levels.length * pairs.length, partial };
    }
    rows.push(tally.row());
  }
  return rows;
}

/** Why a pair is not tried: an end is above the level, or f has no finite value there. */
type Left = 'above' | 'without value';

/** For each pair its ends at a level, or why they are not tried. Levels must come from the highest down. */
function pairsOf(plan: LengthsPlan): readonly ((level: number) => Task<Pair | Left, never>)[] {
  const { pairs, objective, seed } = plan;
  if (!('count' in pairs)) return pairs.map((pair) => givenPair(objective, pair));
  return Array.from({ length: pairs.count }, (_, p) => {
    const ends = ['first', 'second'].map((which) => {
      const rng = Rng.seeded(seed).split(`pair ${p}/${which} end`);
      const start = pairs.start ? pairs.start(rng) : uniformIn(plan.domain, rng);
      return new Trainee(objective, start, pairs.training, rng);
    });
    return trainedPair(plan, ends as [Trainee, Trainee]);
  });
}

const uniformIn = (box: Box, rng: Rng): Float64Array =>
  Float64Array.from(box, ([low, high]) => low + rng.uniform() * (high - low));

// A generator, as that of trained pairs is; given ends need no work.
const givenPair = (f: Objective, pair: Pair) =>
  function* (level: number): Task<Pair | Left, never> {
    yield { done: 0, total: 1 };
    return whyLeft(f, pair.map((end) => Float64Array.from(end)) as [Float64Array, Float64Array], level) ?? pair;
  };

const trainedPair = ({ objective, minimumValue }: LengthsPlan, ends: readonly [Trainee, Trainee]) =>
  function* (level: number): Task<Pair | Left, never> {
    const floor = minimumValue ?? (level >= 0 ? 0 : level);
    const target = Math.min(level, level - MARGIN * (level - floor));
    for (const end of ends) yield* end.descend(target);
    const pair = ends.map(({ x }) => x.slice()) as [Float64Array, Float64Array];
    return whyLeft(objective, pair, level) ?? pair;
  };

/** Null where the pair can be tried. Ends that came to the very same point count as above. */
function whyLeft(f: Objective, [a, b]: readonly [Float64Array, Float64Array], level: number): Left | null {
  const values = [f.value(a), f.value(b)];
  if (!values.every(Number.isFinite)) return 'without value';
  return values.every((value) => value <= level) && distance(a, b) > 0 ? null : 'above';
}

function pathBetween(plan: LengthsPlan, ends: Pair, level: number, p: number): Task<PathResult> {
  const rng = Rng.seeded(plan.seed).split(`pair ${p}/level ${level}`);
  return findPath({ ...plan, ends, level, rng });
}

/** The same task as one of `total`, without its partial results. */
function* quietly<R>(task: Task<R>, before: number, total: number): Task<R, never> {
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    yield { done: before, total };
  }
}

class Tally {
  readonly #level: number;
  readonly #shortens: boolean;
  #pairs = 0;
  #attempted = 0;
  #withoutValue = 0;
  readonly #lengths: number[] = [];
  readonly #shortened: number[] = [];
  readonly #beads: number[] = [];

  constructor(level: number, shortens: boolean) {
    this.#level = level;
    this.#shortens = shortens;
  }

  /** A pair that was not tried. */
  leave(why: Left): void {
    this.#pairs++;
    if (why === 'without value') this.#withoutValue++;
  }

  add(result: PathResult): void {
    this.#pairs++;
    this.#attempted++;
    if (result.status !== 'connected') return;
    this.#lengths.push(result.normalizedLength);
    if (result.shortened) this.#shortened.push(result.shortened.normalizedLength);
    this.#beads.push(beadCount(result.beads, result.highest.length));
  }

  row(): LengthsRow {
    return {
      level: this.#level,
      connected: this.#lengths.length,
      attempted: this.#attempted,
      pairs: this.#pairs,
      withoutValue: this.#withoutValue,
      normalizedLength: quartiles(this.#lengths),
      shortenedLength: this.#shortens ? quartiles(this.#shortened) : null,
      beads: quartiles(this.#beads),
    };
  }
}

function quartiles(values: readonly number[]): Quartiles {
  if (values.length === 0) return { median: Number.NaN, q25: Number.NaN, q75: Number.NaN };
  const sorted = Float64Array.from(values).sort();
  return { median: quantile(sorted, 0.5), q25: quantile(sorted, 0.25), q75: quantile(sorted, 0.75) };
}
