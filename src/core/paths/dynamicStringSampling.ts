import { formatNumber } from '../formatNumber.ts';
import type { Rng } from '../rng.ts';
import type { Task } from '../task.ts';
import { beadCount, distance } from './beads.ts';
import { Chain } from './Chain.ts';
import { checkSegment } from './checkSegment.ts';
import type { Drop } from './dropBead.ts';
import { Line } from './Line.ts';
import type { FoundPath, PathMethod, PathProblem, PathStage, Stuck } from './PathMethod.ts';
import { type BeadRule, displacement, greedyBead, hyperplaneBead } from './placeBead.ts';

export type DynamicStringSamplingParams = {
  readonly variant: string;
  readonly depth: number;
  readonly iterations: number;
  readonly target: number;
  readonly insertAt: string;
  readonly longestStep: number;
  readonly attempts: number;
};

/** A chain takes so many beads at most, however deep it may go; in further attempts, at most so many times as the first. */
const MOST_BEADS = 2000;
const MOST_AGAIN = 2;
/** A bead begins no nearer to an end of its segment than this share: next to an end it would split off next to nothing. */
const EDGE = 0.2;
/**
 * How far off its segment a bead begins in further attempts, one after the other, as shares of the segment’s length.
 * Without that, beads that fall to the two sides of a saddle above the level close in on it for ever.
 */
const SPREADS = [0.15, 0.3, 0.6, 1.2] as const;

/**
 * Dynamic string sampling: where a segment between two beads leaves Ω_u, a new bead is put on it, comes down into Ω_u,
 * and both halves are tried, breadth first. A bead's target is m + α(u − m) with the floor m of `beadFloor`, which is
 * αu for a loss whose floor is 0. Every bead has a budget of its own. Success is a path that sampling finds inside Ω_u;
 * failure says nothing about Ω_u.
 */
export const dynamicStringSampling: PathMethod<DynamicStringSamplingParams> = {
  id: 'dynamic-string-sampling',
  name: 'Dynamic string sampling',
  reference: 'Freeman and Bruna (2017), Topology and geometry of half-rectified network optimization; the lecture',
  description: 'Drops a bead from every segment that leaves the sublevel set, and tries both halves.',
  dimension: null,
  startsOnSegment: true,
  params: {
    variant: {
      kind: 'choice',
      label: 'Variant',
      symbol: '\\theta_3',
      meaning:
        'Greedy: steepest descent in all directions, as in the paper. Hyperplane: descent among the points as far from one end as from the other, then back to the midpoint, as in the lecture.',
      default: 'greedy',
      choices: [
        { value: 'greedy', label: 'Greedy' },
        { value: 'hyperplane', label: 'Hyperplane' },
      ],
    },
    depth: {
      kind: 'integer',
      label: 'Depth',
      symbol: 'd',
      meaning: 'How often a segment may be split.',
      default: 10,
      min: 1,
      max: 30,
      slider: { from: 1, to: 20, scale: 'linear' },
    },
    iterations: {
      kind: 'integer',
      label: 'Steps per bead',
      symbol: 'k',
      meaning:
        'Steps that each bead may take: at most a quarter by descent with backtracking, the others, where needed, by Adam.',
      default: 4000,
      min: 1,
      max: 1_000_000,
      slider: { from: 10, to: 10_000, scale: 'log' },
    },
    target: {
      kind: 'number',
      label: 'Target factor',
      symbol: '\\alpha',
      meaning:
        'A bead comes down to m + α(u − m), where m is the least value known of f, or 0 where both ends have values from 0, or the lower end’s value.',
      default: 0.95,
      min: 0,
      max: 1,
      slider: { from: 0.5, to: 1, scale: 'linear' },
    },
    insertAt: {
      kind: 'choice',
      label: 'New bead at',
      symbol: 't^*',
      meaning:
        'Where on its segment a bead of the greedy variant begins, at least a fifth from either end; the other one begins at the midpoint.',
      onlyWith: { param: 'variant', value: 'greedy' },
      default: 'maximum',
      choices: [
        { value: 'maximum', label: 'Highest point' },
        { value: 'midpoint', label: 'Midpoint' },
      ],
    },
    longestStep: {
      kind: 'number',
      label: 'Longest step',
      symbol: 's',
      meaning: 'Length of a bead’s step at most, as a share of its segment; backtracking shortens it.',
      default: 0.1,
      min: 0,
      minExcluded: true,
      max: 1,
      slider: { from: 0.001, to: 0.5, scale: 'log' },
    },
    attempts: {
      kind: 'integer',
      label: 'New attempts',
      symbol: 'r',
      meaning:
        'How often a bead that stays above the level, and a search that has used up its depth, begin anew from randomly displaced points.',
      default: 4,
      min: 0,
      max: 100,
      slider: { from: 0, to: 10, scale: 'linear' },
    },
  },

  *search(problem, params, rng) {
    const beads = { last: 0 };
    const first = yield* splitAll(problem, params, rng, { number: 0, mostBeads: MOST_BEADS, beads });
    const mostBeads = MOST_AGAIN * beadCount(first.beads, problem.objective.dimension);
    for (let number = 1; number <= params.attempts && mayBeginAnew(first, params); number++) {
      const next = yield* splitAll(problem, params, rng, { number, mostBeads, beads });
      if (next.stuck === null) return next;
    }
    return first;
  },
};

/** Greedy beads that stay above the level have begun anew already; those of a hyperplane find no other way in theirs. */
const mayBeginAnew = ({ stuck }: FoundPath, { variant }: DynamicStringSamplingParams): boolean =>
  stuck !== null && (stuck.bead === null || variant === 'hyperplane');

interface Attempt {
  /** 0 for the first of all. */
  readonly number: number;
  readonly mostBeads: number;
  /** The number of the last bead of all attempts: beads are numbered as they come and keep their numbers. */
  readonly beads: { last: number };
}

/** One attempt: passes over the chain from the straight segment on. */
function* splitAll(
  problem: PathProblem,
  params: DynamicStringSamplingParams,
  rng: Rng,
  attempt: Attempt,
): Task<FoundPath, PathStage> {
  const chain = new Chain(problem.objective, problem.ends);
  yield* checkAll(problem, chain);
  const anew = attempt.number > 0 ? 'No way was found: the beads begin anew, off their segments. ' : '';
  yield progress(params, attempt, 0, chain.stage(`${anew}${firstNote(problem, chain)}`));
  for (let depth = 1; depth <= params.depth; depth++) {
    if (chain.firstRejected() < 0) return { beads: chain.beads(), depth: depth - 1, stuck: null };
    const stuck = yield* splitRejected(problem, params, rng, chain, depth, attempt);
    if (stuck) return { beads: chain.beads(), depth, stuck };
  }
  return { beads: chain.beads(), depth: params.depth, stuck: whereRejected(chain) };
}

/** Of the passes that it may take at most. */
const progress = (
  { depth, attempts }: DynamicStringSamplingParams,
  attempt: Attempt,
  passes: number,
  stage: PathStage,
) => ({
  done: attempt.number * depth + passes,
  total: (attempts + 1) * depth,
  partial: stage,
});

/** One pass: a bead on every rejected segment, from one end to the other, and its halves checked. */
function* splitRejected(
  problem: PathProblem,
  params: DynamicStringSamplingParams,
  rng: Rng,
  chain: Chain,
  depth: number,
  attempt: Attempt,
): Task<Stuck | null, PathStage> {
  const { level } = problem;
  for (let k = chain.firstRejected(); k >= 0; k = chain.firstRejected(k + 2)) {
    if (chain.size >= attempt.mostBeads) return whereRejected(chain);
    const from = fallsFrom(chain.maximum(k));
    const drop = yield* newBead(problem, params, rng, chain, k, attempt);
    const name = `Bead ${++attempt.beads.last}`;
    yield progress(params, attempt, depth - 1, chain.stage(`${name} falls from ${from}.`, falling(k, drop)));
    if (!(drop.value <= level)) {
      return { ...whereIs(chain, k), bead: drop.x, value: drop.value };
    }
    chain.insert(k, name, drop.x, drop.value);
    const landed = `${name} has come down from ${from} to ${formatNumber(drop.value)}`;
    yield progress(
      params,
      attempt,
      depth - 1,
      chain.stage(`${landed} in ${drop.iterations} ${drop.iterations === 1 ? 'step' : 'steps'}.`),
    );
    yield* checkAll(problem, chain);
    yield progress(params, attempt, depth - 1, chain.stage(`${landed}; ${chain.size} beads.`));
  }
  return null;
}

const fallsFrom = (maximum: number): string => (Number.isNaN(maximum) ? 'where f has no value' : formatNumber(maximum));

const falling = (k: number, { trail }: Drop) => ({ bead: k + 1, trail });

/** Where a bead begins, and how it comes down. */
function* newBead(
  { objective, level, floor }: PathProblem,
  params: DynamicStringSamplingParams,
  rng: Rng,
  chain: Chain,
  k: number,
  attempt: Attempt,
): Task<Drop, never> {
  const [a, b] = [chain.x(k), chain.x(k + 1)];
  const length = distance(a, b);
  const rule: BeadRule = {
    level,
    target: Math.min(level, floor + params.target * (level - floor)),
    iterations: params.iterations,
    longest: params.longestStep * length,
    attempts: params.attempts,
  };
  const spread = SPREADS[(attempt.number - 1) % SPREADS.length];
  const offset = spread === undefined ? null : displacement(rng, a, b, spread);
  if (params.variant === 'hyperplane') return yield* hyperplaneBead(objective, a, b, rule, rng, offset);
  const top = params.insertAt === 'midpoint' ? 0.5 : (chain.check(k)?.at ?? 0.5);
  const at = Math.min(1 - EDGE, Math.max(EDGE, top));
  const start = new Line(objective, a, b).at(at, new Float64Array(a.length));
  if (offset) for (let i = 0; i < start.length; i++) start[i] = (start[i] as number) + (offset[i] as number);
  return yield* greedyBead(objective, start, rule, length, rng);
}

/** Checks the segments that are unchecked. */
function* checkAll({ objective, level, spacing }: PathProblem, chain: Chain): Task<void, never> {
  for (let k = 0; k < chain.size - 1; k++) {
    if (chain.check(k)) continue;
    chain.setCheck(k, yield* checkSegment(objective, chain.x(k), chain.x(k + 1), level, { spacing }));
  }
}

function whereRejected(chain: Chain): Stuck | null {
  const k = chain.firstRejected();
  if (k < 0) return null;
  return { ...whereIs(chain, k), bead: null, value: null };
}

const whereIs = (chain: Chain, k: number): Pick<Stuck, 'segment' | 'between' | 'maximum'> => ({
  segment: [k, k + 1],
  between: [chain.name(k), chain.name(k + 1)],
  maximum: chain.maximum(k),
});

function firstNote({ level }: PathProblem, chain: Chain): string {
  const top = chain.maximum(0);
  if (Number.isNaN(top)) return 'There is a place on the straight segment at which f has no value.';
  const maximum = formatNumber(top);
  if (chain.firstRejected() < 0) return `The straight segment rises to ${maximum}, which is within the level.`;
  return `The straight segment rises to ${maximum}, above the level ${formatNumber(level)}.`;
}
