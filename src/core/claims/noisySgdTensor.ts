import { formatNumber } from '../formatNumber.ts';
import type { FormulaSource } from '../landscapes/Landscape.ts';
import { log } from '../libm.ts';
import { maxAbs, norm2 } from '../linalg/vectors.ts';
import { type NoisyGradientDescentParams, noisyGradientDescent } from '../methods/noisyGradientDescent.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Rng } from '../rng.ts';
import type { Task } from '../task.ts';
import type { Claim } from './Claim.ts';
import { iterationsParam } from './claimParams.ts';
import { Evidence } from './Evidence.ts';
import { criticalPointsOf, supposeComplete, supposeStrict } from './strictness.ts';
import { within } from './within.ts';

type TensorParams = NoisyGradientDescentParams & {
  readonly runs: number;
  readonly largest: number;
  readonly maxIterations: number;
};

/** F ≤ this is near a minimum: those are at 0, and no saddle is below 1. */
const NEAR = 0.05;
/** A unit vector as near to one of the a_k as F ≤ 0.05 makes it has an inner product above this with it. */
const OVERLAP = 0.9;
/** The degree of the polynomial that the lecture gives for the time in the dimension. */
const DEGREE = 4;
/** Steps between two yields. */
const SLICE = 500;

/**
 * Σ_{i≠j} T(u_i, u_i, u_j, u_j) for T = Σ_k e_k^{⊗4} and d unit vectors u_i in R^d, which noisy descent finds to be the
 * e_k: every local minimum is one, and every saddle is strict. The landscape shown is the one of two angles.
 */
export const noisySgdTensor: Claim<TensorParams> = {
  id: 'noisy-sgd-tensor',
  name: 'Noisy gradient descent decomposes a tensor',
  statement:
    'If every saddle is strict with a margin, noisy stochastic gradient descent,' +
    ' $\\theta_{k+1} = \\theta_k - \\eta(\\nabla f(\\theta_k) + n_k)$ with noise in all directions, comes near a local' +
    ' minimum in a time polynomial in the dimension. For $T = \\sum_k a_k^{\\otimes 4}$ with orthonormal $a_k$ the' +
    ' objective $\\sum_{i\\ne j} T(u_i,u_i,u_j,u_j)$, $\\|u_i\\| = 1$, is of that kind, and its minima are the $a_k$.',
  reference:
    'Ge, Huang, Jin and Yuan (2015), Escaping from saddle points: online stochastic gradient for tensor decomposition; noise and margin as commonly stated, the degree 4 from lecture 10',
  params: {
    stepSize: {
      kind: 'number',
      label: 'Step size',
      symbol: '\\eta',
      meaning: 'Step of the descent; the noise is multiplied by it too.',
      default: 0.01,
      min: 0,
      minExcluded: true,
      max: 0.1,
      slider: { from: 1e-3, to: 0.1, scale: 'log' },
    },
    noise: noisyGradientDescent.params.noise as NonNullable<(typeof noisyGradientDescent.params)['noise']>,
    noiseScale: {
      kind: 'number',
      label: 'Noise scale',
      symbol: '\\sigma',
      meaning: 'Factor of the noise that is added to the gradient.',
      default: 1,
      min: 0,
      max: 10,
      slider: { from: 0.01, to: 10, scale: 'log' },
    },
    runs: {
      kind: 'integer',
      label: 'Runs',
      symbol: 'R',
      meaning: 'Runs from each saddle of the landscape, and in each dimension.',
      default: 20,
      min: 3,
      max: 1000,
      slider: { from: 3, to: 200, scale: 'log' },
    },
    largest: {
      kind: 'integer',
      label: 'Largest dimension',
      symbol: 'd',
      meaning: 'The objective is also built of d unit vectors in d dimensions, from 2 to this.',
      default: 4,
      min: 3,
      max: 6,
      slider: { from: 3, to: 6, scale: 'linear' },
    },
    maxIterations: iterationsParam(100_000),
  },
  example: { id: 'tensor-2d' },
  inapplicable: ({ id }) =>
    id === 'tensor-2d' ? null : 'It is about the decomposition of an orthogonal tensor, seen in two angles.',

  *check(f, context, params, rng) {
    const evidence = new Evidence();
    const found = yield* within(0, 0.2, criticalPointsOf(f, context));
    supposeComplete(evidence, found);
    supposeStrict(evidence, found);
    const { noiseScale } = params;
    evidence.hypothesis('There is noise in every direction', noiseScale > 0, `σ = ${formatNumber(noiseScale)}`);
    const saddles = found.points.filter(({ strictSaddle }) => strictSaddle).map(({ x }) => x);
    const starts = saddles.flatMap((x) => Array.from({ length: params.runs }, () => x));
    const { times: here } = yield* within(0.2, 0.4, timesOf(f, starts, null, params, rng.split('landscape')));
    evidence.about('Share of runs from its saddles and maxima that come near a minimum, F ≤ 0.05', shareOf(here), 1, 0);
    const points: (readonly [number, number])[] = [];
    let overlap = 1;
    const dimensions = Array.from({ length: params.largest - 1 }, (_, i) => i + 2);
    for (const [i, d] of dimensions.entries()) {
      const from = Array.from({ length: params.runs }, () => new Float64Array(d * d).fill(1 / Math.sqrt(d)));
      const task = timesOf(context.compile(tensorSource(d)), from, d, params, rng.split(`dimension ${d}`));
      const found = yield* within(0.4 + (0.6 * i) / dimensions.length, 0.4 + (0.6 * (i + 1)) / dimensions.length, task);
      evidence.about(
        `Share of runs with ${d} vectors that do, from the saddle where all are equal`,
        shareOf(found.times),
        1,
        0,
      );
      overlap = Math.min(overlap, found.overlap);
      points.push([log(d), log(medianOf(found.times))]);
    }
    evidence.atLeast('Least overlap of a vector found with one of the a_k', overlap, OVERLAP);
    evidence.atMost('Exponent of the median time in the dimension, fitted', slopeOf(points), DEGREE);
    return evidence.report();
  },
};

/** F of d vectors with d coordinates each, one after the other. */
function tensorSource(d: number): FormulaSource {
  const name = (i: number, k: number) => `u${i}v${k}`;
  const numbers = Array.from({ length: d }, (_, i) => i + 1);
  const pairs = numbers.flatMap((i) => numbers.filter((j) => j > i).map((j) => [i, j] as const));
  const terms = pairs.flatMap(([i, j]) => numbers.map((k) => `${name(i, k)}^2*${name(j, k)}^2`));
  const variables = numbers.flatMap((i) => numbers.map((k) => name(i, k)));
  return {
    expression: `2*(${terms.join(' + ')})`,
    variables,
    constants: {},
    domain: variables.map(() => [-1, 1] as const),
  };
}

/** When each run first has F ≤ 0.05, Infinity where it does not, and the least overlap of the vectors found then. */
interface Arrivals {
  readonly times: readonly number[];
  readonly overlap: number;
}

/** @param sphere  length of the unit vectors to which each step is projected; null for none */
function* timesOf(
  f: Objective,
  starts: readonly Float64Array[],
  sphere: number | null,
  params: TensorParams,
  rng: Rng,
): Task<Arrivals> {
  const times: number[] = [];
  let overlap = 1;
  for (const [i, start] of starts.entries()) {
    const own = rng.split(`run ${i}`);
    const state = noisyGradientDescent.init(f, start, params, own);
    let time = Number.POSITIVE_INFINITY;
    for (let k = 1; k <= params.maxIterations; k++) {
      noisyGradientDescent.step(f, state, params, own);
      if (sphere !== null) project(state.x, sphere);
      if (f.value(state.x) <= NEAR) {
        time = k;
        break;
      }
      if (k % SLICE === 0) yield { done: i + k / params.maxIterations, total: starts.length };
    }
    times.push(time);
    if (sphere !== null && time < Number.POSITIVE_INFINITY) overlap = Math.min(overlap, overlapOf(state.x, sphere));
    yield { done: i + 1, total: starts.length };
  }
  return { times, overlap };
}

/** The least over the vectors of the largest |⟨u_i, e_k⟩|. */
function overlapOf(x: Float64Array, length: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let from = 0; from < x.length; from += length) least = Math.min(least, maxAbs(x.subarray(from, from + length)));
  return least;
}

/** Scales each run of `length` coordinates to a unit vector. */
function project(x: Float64Array, length: number): void {
  for (let from = 0; from < x.length; from += length) {
    const part = x.subarray(from, from + length);
    const size = norm2(part);
    for (let i = 0; i < length; i++) part[i] = (part[i] as number) / size;
  }
}

const shareOf = (times: readonly number[]): number => times.filter(Number.isFinite).length / times.length;

function medianOf(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2;
}

/** The least-squares slope through points (x, y). */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const [meanX, meanY] = [0, 1].map(
    (side) => points.reduce((sum, point) => sum + (point[side] as number), 0) / points.length,
  ) as [number, number];
  let [covariance, variance] = [0, 0];
  for (const [x, y] of points) {
    covariance += (x - meanX) * (y - meanY);
    variance += (x - meanX) * (x - meanX);
  }
  return covariance / variance;
}
