import { formatPoint } from '../formatNumber.ts';
import type { Rng } from '../rng.ts';
import { distance } from './beads.ts';
import { chainStage } from './chainStage.ts';
import { Pace } from './Pace.ts';
import type { PathMethod, PathProblem } from './PathMethod.ts';

export type BezierCurveParams = {
  readonly iterations: number;
  readonly batch: number;
  readonly stepSize: number;
};

/** Points of the curve that make the broken line, as in the source. */
const POINTS = 61;
const STAGES = 60;
const [DECAY_MEAN, DECAY_SQUARE, GUARD] = [0.9, 0.999, 1e-12];

/**
 * Curve finding: the middle point of a quadratic Bezier curve between the ends is trained to make the mean of f along
 * the curve small, by Adam on random points of the curve (stratified), the step falling to zero.
 */
export const bezierCurve: PathMethod<BezierCurveParams> = {
  id: 'bezier-curve',
  name: 'Bezier curve',
  reference:
    'Garipov, Izmailov, Podoprikhin, Vetrov and Wilson (2018), Loss surfaces, mode connectivity, and fast ensembling of DNNs',
  description: 'Bends one curve between the ends so that the mean value along it becomes small.',
  dimension: null,
  startsOnSegment: true,
  params: {
    iterations: {
      kind: 'integer',
      label: 'Iterations',
      symbol: 'k',
      meaning: 'Steps of the middle point.',
      default: 600,
      min: 1,
      max: 1_000_000,
      slider: { from: 10, to: 10_000, scale: 'log' },
    },
    batch: {
      kind: 'integer',
      label: 'Points per step',
      symbol: 'b',
      meaning: 'Random points of the curve, one in each of as many equal parts, whose gradients make a step.',
      default: 8,
      min: 1,
      max: 200,
      slider: { from: 1, to: 64, scale: 'log' },
    },
    stepSize: {
      kind: 'number',
      label: 'Step size',
      symbol: '\\eta',
      meaning: 'Step of Adam per coordinate, as a share of the distance between the ends; it falls to zero.',
      default: 0.03,
      min: 0,
      minExcluded: true,
      max: 10,
      slider: { from: 1e-4, to: 1, scale: 'log' },
    },
  },

  *search(problem, params, rng) {
    const { objective: f, ends } = problem;
    const middle = ends[0].map((a, i) => (a + (ends[1][i] as number)) / 2);
    const adam = new MiddleAdam(problem, middle, params, rng);
    const pace = new Pace(f);
    const every = Math.max(1, Math.floor(params.iterations / STAGES));
    for (let k = 0; k < params.iterations; k++) {
      if (k % every === 0) {
        const partial = chainStage(f, curve(ends, middle), note(k, params, middle));
        yield { done: k, total: params.iterations, partial };
      }
      adam.step(k);
      if (pace.isDue()) yield { done: k, total: params.iterations };
    }
    const beads = curve(ends, middle);
    yield { done: 1, total: 1, partial: chainStage(f, beads, note(params.iterations, params, middle)) };
    return { beads, depth: params.iterations, stuck: null };
  },
};

/** Adam on the middle point. */
class MiddleAdam {
  readonly #problem: PathProblem;
  readonly #middle: Float64Array;
  readonly #params: BezierCurveParams;
  readonly #rng: Rng;
  readonly #mean: Float64Array;
  readonly #square: Float64Array;
  readonly #stepSize: number;
  #meanPower = 1;
  #squarePower = 1;

  /** @param middle  moved in place */
  constructor(problem: PathProblem, middle: Float64Array, params: BezierCurveParams, rng: Rng) {
    this.#problem = problem;
    this.#middle = middle;
    this.#params = params;
    this.#rng = rng;
    this.#mean = new Float64Array(middle.length);
    this.#square = new Float64Array(middle.length);
    this.#stepSize = params.stepSize * distance(...problem.ends);
  }

  /** The k-th step. */
  step(k: number): void {
    const slope = this.#meanSlope();
    if (!slope.every(Number.isFinite)) return;
    this.#meanPower *= DECAY_MEAN;
    this.#squarePower *= DECAY_SQUARE;
    const rate = this.#stepSize * (1 - k / this.#params.iterations);
    for (let i = 0; i < slope.length; i++) {
      const g = slope[i] as number;
      const mean = DECAY_MEAN * (this.#mean[i] as number) + (1 - DECAY_MEAN) * g;
      const square = DECAY_SQUARE * (this.#square[i] as number) + (1 - DECAY_SQUARE) * g * g;
      this.#mean[i] = mean;
      this.#square[i] = square;
      const root = Math.sqrt(square / (1 - this.#squarePower)) + GUARD;
      this.#middle[i] = (this.#middle[i] as number) - (rate * mean) / (1 - this.#meanPower) / root;
    }
  }

  /** The gradient of the mean of f over random points of the curve, with respect to the middle point. */
  #meanSlope(): Float64Array {
    const { objective, ends } = this.#problem;
    const { batch } = this.#params;
    const slope = new Float64Array(this.#middle.length);
    const gradient = new Float64Array(this.#middle.length);
    for (let j = 0; j < batch; j++) {
      const t = (j + this.#rng.uniform()) / batch;
      objective.gradient(pointAt(ends, this.#middle, t), gradient);
      const weight = (2 * t * (1 - t)) / batch;
      for (let i = 0; i < slope.length; i++) slope[i] = (slope[i] as number) + weight * (gradient[i] as number);
    }
    return slope;
  }
}

/** (1−t)²A + 2t(1−t)M + t²B. */
function pointAt([a, b]: PathProblem['ends'], middle: Float64Array, t: number): Float64Array {
  if (t === 1) return b.slice();
  const s = 1 - t;
  return middle.map((m, i) => s * s * (a[i] as number) + 2 * t * s * m + t * t * (b[i] as number));
}

function curve(ends: PathProblem['ends'], middle: Float64Array): Float64Array {
  const n = middle.length;
  const beads = new Float64Array(POINTS * n);
  for (let k = 0; k < POINTS; k++) beads.set(pointAt(ends, middle, k / (POINTS - 1)), k * n);
  return beads;
}

const note = (k: number, { iterations }: BezierCurveParams, middle: Float64Array): string =>
  `Iteration ${k} of ${iterations}: the curve’s middle point is at ${formatPoint(middle)}.`;
