import { formatNumber } from '../formatNumber.ts';
import { libm } from '../libm.ts';
import { type SymmetricEigen, symmetricEigen } from '../linalg/symmetricEigen.ts';
import { norm2 } from '../linalg/vectors.ts';
import { gradientDescent } from '../methods/gradientDescent.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Box } from '../params.ts';
import type { Rng } from '../rng.ts';
import type { Task } from '../task.ts';
import type { Claim, ClaimReport } from './Claim.ts';
import { relativeStepParam } from './claimParams.ts';
import { Evidence } from './Evidence.ts';
import { pointIn } from './randomStarts.ts';

type ClosedFormParams = { readonly relativeStep: number; readonly iterations: number; readonly starts: number };

/** Points at which the Hessian is compared with the one at the first of them. */
const COMPARED = 50;
/** Relative difference of Hessians that rounding may cause. */
const EQUAL = 1e-9;
/** Units in the last place that each of the steps may lose. */
const LOST = 8 * Number.EPSILON;

/** A quadratic with its centre, eigenvalues and eigenvectors. */
interface Quadratic {
  readonly centre: Float64Array;
  readonly eigen: SymmetricEigen;
}

/**
 * On f = ½(θ − c)ᵀA(θ − c) gradient descent multiplies each coordinate along an eigenvector of A by 1 − γλ_i. The lecture
 * writes it for θᵀHθ with eigenvalues of H; those of the Hessian are twice as large.
 */
export const quadraticSaddleClosedForm: Claim<ClosedFormParams> = {
  id: 'quadratic-saddle-closed-form',
  name: 'Quadratic saddle: the iterates in closed form',
  statement:
    'On a quadratic whose Hessian has eigenvalues $\\lambda_1,\\dots,\\lambda_s > 0 > \\lambda_{s+1},\\dots,\\lambda_d$' +
    ' gradient descent gives $\\theta_k = \\sum_i (1-\\gamma\\lambda_i)^k\\,\\theta_{0,i}\\,e_i$.' +
    ' For $\\gamma < 1/\\max_i|\\lambda_i|$, $\\|\\theta_k\\| \\to 0$ if and only if' +
    ' $\\theta_0 \\in \\mathrm{span}\\{e_1,\\dots,e_s\\}$.',
  reference: 'Lecture 10, where f = θᵀHθ is written with H for its Hessian 2H',
  params: {
    relativeStep: {
      ...relativeStepParam(0.5),
      symbol: '\\gamma\\max|\\lambda_i|',
      meaning: 'The step size times the largest curvature.',
    },
    iterations: {
      kind: 'integer',
      label: 'Iterations',
      symbol: 'k',
      meaning: 'Steps over which the iterates are compared with the closed form.',
      default: 40,
      min: 1,
      // Beyond this, a factor of up to 2 a step overflows.
      max: 1000,
      slider: { from: 1, to: 1000, scale: 'log' },
    },
    starts: {
      kind: 'integer',
      label: 'Starts',
      symbol: 'S',
      meaning: 'Random starts, each also with its part along the negative eigenvalues taken off.',
      default: 20,
      min: 1,
      max: 1000,
      slider: { from: 1, to: 100, scale: 'log' },
    },
  },
  example: { id: 'quadratic-saddle' },
  inapplicable: ({ id }) =>
    id === 'quadratic-saddle' || id === 'formula'
      ? null
      : 'It is about quadratic functions, and this landscape is none.',

  *check(f, { landscape }, params, rng) {
    const evidence = new Evidence();
    const quadratic = supposeQuadratic(evidence, f, landscape.domain, rng.split('quadratic'));
    if (!quadratic) return evidence.report();
    const { values } = quadratic.eigen;
    const [least, greatest] = [values[0] as number, values[values.length - 1] as number];
    const flattest = Math.min(...values.map(Math.abs));
    const spectrum = `λ = ${Array.from(values, (value) => formatNumber(value)).join(', ')}`;
    evidence.hypothesis(
      'It has curvatures of both signs and none that is zero',
      least < 0 && greatest > 0 && flattest > 0,
      spectrum,
    );
    const { relativeStep } = params;
    evidence.hypothesis('The step is below 1/max|λ|', relativeStep < 1, `γ = ${formatNumber(relativeStep)}/max|λ|`);
    if (!evidence.stands) return evidence.report();
    return yield* compare(evidence, f, quadratic, landscape.domain, params, rng.split('starts'));
  },
};

/** Whether the Hessian is the same everywhere in the box; then the quadratic, whose centre Newton's step finds. */
function supposeQuadratic(evidence: Evidence, f: Objective, box: Box, rng: Rng): Quadratic | null {
  const n = f.dimension;
  const x = pointIn(box, rng);
  const hessian = f.hessian(x, new Float64Array(n * n));
  const other = new Float64Array(n * n);
  let difference = 0;
  for (let k = 0; k < COMPARED; k++) {
    f.hessian(pointIn(box, rng), other);
    difference = Math.max(difference, norm2(other.map((value, i) => value - (hessian[i] as number))));
  }
  const isQuadratic = difference <= EQUAL * norm2(hessian);
  const measured = `‖∇²f(x) − ∇²f(y)‖ ≤ ${formatNumber(difference)} between ${COMPARED} points of the box`;
  evidence.hypothesis('f is quadratic', isQuadratic, measured);
  if (!isQuadratic) return null;
  const eigen = symmetricEigen(hessian, n);
  const slope = f.gradient(x, new Float64Array(n));
  const centre = x.slice();
  for (let k = 0; k < n; k++) {
    const along = coordinate(slope, eigen, k) / (eigen.values[k] as number);
    if (!Number.isFinite(along)) continue;
    for (let i = 0; i < n; i++) centre[i] = (centre[i] as number) - along * (eigen.vectors[k * n + i] as number);
  }
  return { centre, eigen };
}

/** v·e_k. */
function coordinate(v: Float64Array, { vectors }: SymmetricEigen, k: number): number {
  let sum = 0;
  for (let i = 0; i < v.length; i++) sum += (v[i] as number) * (vectors[k * v.length + i] as number);
  return sum;
}

function* compare(
  evidence: Evidence,
  f: Objective,
  quadratic: Quadratic,
  box: Box,
  { relativeStep, iterations, starts }: ClosedFormParams,
  rng: Rng,
): Task<ClaimReport> {
  const { centre, eigen } = quadratic;
  const { values } = eigen;
  const n = centre.length;
  const stepSize = relativeStep / Math.max(...values.map(Math.abs));
  const slowest = Math.max(...values.filter((value) => value > 0).map((value) => Math.abs(1 - stepSize * value)));
  const fastest = 1 - stepSize * (values[0] as number);
  // What rounding leaves along the negative eigenvalues grows with them.
  const rounding = LOST * iterations * libm.pow(fastest, iterations);
  let deviation = 0;
  let left = 0;
  let grown = Number.POSITIVE_INFINITY;
  for (let s = 0; s < starts; s++) {
    yield { done: s, total: starts };
    const z = pointIn(box, rng).map((value, i) => value - (centre[i] as number));
    const coordinates = Float64Array.from({ length: n }, (_, k) => coordinate(z, eigen, k));
    const positive = coordinates.map((value, k) => ((values[k] as number) > 0 ? value : 0));
    const off = norm2(coordinates.map((value, k) => value - (positive[k] as number)));
    const whole = run(f, quadratic, coordinates, stepSize, iterations);
    deviation = Math.max(deviation, whole.deviation);
    grown = Math.min(grown, whole.distance / off);
    left = Math.max(left, run(f, quadratic, positive, stepSize, iterations).distance / norm2(positive));
  }
  const gentlest = 1 - stepSize * Math.max(...values.filter((value) => value < 0));
  evidence.about('Largest deviation from the closed form, over ‖θ_0‖·max|1 − γλ|^k', deviation, 0, LOST * iterations);
  const positive = `‖θ_k‖/‖θ_0‖ after ${iterations} steps from the span of the positive eigenvalues, at its largest`;
  evidence.atMost(positive, left, libm.pow(slowest, iterations), rounding);
  const away = `‖θ_k‖ over the part of θ_0 off it, after ${iterations} steps, at its least`;
  evidence.atLeast(away, grown, libm.pow(gentlest, iterations), rounding);
  return evidence.report();
}

/** Descends from given coordinates along the eigenvectors, beside the closed form. */
function run(f: Objective, { centre, eigen }: Quadratic, start: Float64Array, stepSize: number, iterations: number) {
  const n = centre.length;
  const at = (coordinates: Float64Array) =>
    centre.map((value, i) => coordinates.reduce((sum, c, k) => sum + c * (eigen.vectors[k * n + i] as number), value));
  const params = { stepSize };
  // No random numbers are drawn.
  const none = undefined as unknown as Rng;
  const state = gradientDescent.init(f, at(start), params, none);
  const scale = norm2(start);
  const largest = Math.max(1, ...eigen.values.map((value) => Math.abs(1 - stepSize * value)));
  let deviation = 0;
  for (let k = 1; k <= iterations; k++) {
    gradientDescent.step(f, state, params, none);
    const expected = at(start.map((value, i) => value * libm.pow(1 - stepSize * (eigen.values[i] as number), k)));
    const apart = norm2(state.x.map((value, i) => value - (expected[i] as number)));
    deviation = Math.max(deviation, apart / (scale * libm.pow(largest, k)));
  }
  return { deviation, distance: norm2(state.x.map((value, i) => value - (centre[i] as number))) };
}
