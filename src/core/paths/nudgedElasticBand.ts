import { formatNumber } from '../formatNumber.ts';
import type { CountingObjective } from '../objective/counting.ts';
import type { Task } from '../task.ts';
import { bead, beadCount, beadValues, joinBeads, resampled } from './beads.ts';
import { chainStage } from './chainStage.ts';
import { Line } from './Line.ts';
import type { PathMethod } from './PathMethod.ts';
import { relaxChain } from './relaxChain.ts';

export type NudgedElasticBandParams = {
  readonly pivots: number;
  readonly cycles: number;
  readonly iterations: number;
  readonly stepShare: number;
  readonly momentum: number;
  readonly insertAbove: number;
};

/** A chain takes so many pivots at most. */
const MOST_PIVOTS = 400;
/** Places between two pivots at which the energy is compared with its interpolation. */
const BETWEEN = 8;
/** A stage is shown so often in a cycle. */
const STAGES = 20;

/** Nudged elastic band with cycles of insertion (AutoNEB): it looks for the lowest pass, whatever the level. */
export const nudgedElasticBand: PathMethod<NudgedElasticBandParams> = {
  id: 'nudged-elastic-band',
  name: 'Nudged elastic band',
  reference:
    'Draxler, Veschgini, Salmhofer and Hamprecht (2018), Essentially no barriers in neural network energy landscape',
  description: 'Lets a chain of equidistant pivots slide down sideways, and adds pivots where the path is rough.',
  dimension: null,
  startsOnSegment: true,
  params: {
    pivots: {
      kind: 'integer',
      label: 'Pivots',
      symbol: 'N',
      meaning: 'Points between the ends at the start, equally spaced.',
      default: 19,
      min: 1,
      max: 200,
      slider: { from: 3, to: 50, scale: 'linear' },
    },
    cycles: {
      kind: 'integer',
      label: 'Cycles',
      symbol: 'c',
      meaning: 'How often the chain is relaxed; pivots are inserted between two cycles.',
      default: 5,
      min: 1,
      max: 30,
      slider: { from: 1, to: 10, scale: 'linear' },
    },
    iterations: {
      kind: 'integer',
      label: 'Iterations per cycle',
      symbol: 'k',
      meaning: 'Steps of all pivots in each cycle.',
      default: 200,
      min: 1,
      max: 100_000,
      slider: { from: 10, to: 2000, scale: 'log' },
    },
    stepShare: {
      kind: 'number',
      label: 'Step size',
      symbol: '\\eta\\lambda',
      meaning: 'Step size times the largest curvature met along the chain, which is estimated every 25 iterations.',
      default: 0.3,
      min: 0,
      minExcluded: true,
      max: 2,
      slider: { from: 0.01, to: 1, scale: 'log' },
    },
    momentum: {
      kind: 'number',
      label: 'Momentum',
      symbol: '\\beta',
      meaning: 'Share of the last displacement that is carried into the next step.',
      default: 0.9,
      min: 0,
      max: 0.999,
      slider: { from: 0, to: 0.99, scale: 'linear' },
    },
    insertAbove: {
      kind: 'number',
      label: 'Insert above',
      symbol: '\\delta',
      meaning:
        'A pivot is inserted where the value exceeds its linear interpolation by this share of the chain’s range.',
      default: 0.1,
      min: 0,
      minExcluded: true,
      max: 10,
      slider: { from: 0.01, to: 1, scale: 'log' },
    },
  },

  *search({ objective, ends }, params) {
    const n = objective.dimension;
    let chain = resampled(joinBeads(ends, n), n, params.pivots + 2);
    yield { done: 0, total: params.cycles, partial: chainStage(objective, chain, 'The pivots stand on the segment.') };
    const every = Math.max(1, Math.floor(params.iterations / STAGES));
    for (let cycle = 1; cycle <= params.cycles; cycle++) {
      if (cycle > 1) chain = yield* inserted(objective, chain, params.insertAbove);
      const relaxed = relaxChain(objective, chain, params, (now, values, k) => {
        if (k % every !== 0 && k !== params.iterations) return undefined;
        const top = formatNumber(values.reduce((a, b) => Math.max(a, b)));
        return chainStage(
          objective,
          now,
          `Cycle ${cycle} of ${params.cycles}, iteration ${k}: the highest pivot is at ${top}.`,
        );
      });
      chain = yield* within(relaxed, cycle - 1, params.cycles);
    }
    return { beads: chain, depth: params.cycles, stuck: null };
  },
};

/** The same task as one of `total` cycles. */
function* within<R, P>(task: Task<R, P>, before: number, total: number): Task<R, P> {
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    yield { ...step.value, done: before + step.value.done / Math.max(1, step.value.total), total };
  }
}

/** The chain with a pivot at the place of the greatest excess of each segment where that exceeds the threshold. */
function* inserted(f: CountingObjective, chain: Float64Array, share: number): Task<Float64Array, never> {
  const n = f.dimension;
  const count = beadCount(chain, n);
  const values = yield* beadValues(f, chain);
  const range = values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
  const points: Float64Array[] = [bead(chain, n, 0)];
  for (let k = 0; k < count - 1; k++) {
    const at = roughest(f, chain, values, k, share * range);
    const room = points.length + (count - 1 - k) < MOST_PIVOTS;
    if (at !== null && room) points.push(at);
    points.push(bead(chain, n, k + 1));
    yield { done: k, total: count };
  }
  return joinBeads(points, n);
}

function roughest(
  f: CountingObjective,
  chain: Float64Array,
  values: Float64Array,
  k: number,
  threshold: number,
): Float64Array | null {
  const n = f.dimension;
  const line = new Line(f, bead(chain, n, k), bead(chain, n, k + 1));
  const [low, high] = [values[k] as number, values[k + 1] as number];
  let [worst, at] = [threshold, -1];
  for (let i = 1; i < BETWEEN; i++) {
    const t = i / BETWEEN;
    const excess = line.value(t) - (low + t * (high - low));
    if (excess > worst) [worst, at] = [excess, t];
  }
  return at < 0 ? null : line.at(at, new Float64Array(n));
}
