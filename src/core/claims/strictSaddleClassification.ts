import type { Inspection } from '../critical/inspect.ts';
import { estimateSmoothness } from '../descent/estimates.ts';
import { formatNumber } from '../formatNumber.ts';
import { libm } from '../libm.ts';
import { gradientDescent } from '../methods/gradientDescent.ts';
import type { Method } from '../methods/Method.ts';
import { fillUnitSphere } from '../methods/noise.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Box } from '../params.ts';
import type { Rng } from '../rng.ts';
import type { Task } from '../task.ts';
import type { Claim } from './Claim.ts';
import { iterationsParam } from './claimParams.ts';
import { Evidence } from './Evidence.ts';
import { restOn, runFrom } from './saddleAvoidance.ts';
import { countKinds, criticalPointsOf, isMinimumOrStrict, supposeComplete, tooManyVariables } from './strictness.ts';
import { within } from './within.ts';

type ClassificationParams = { readonly probes: number; readonly distance: number; readonly maxIterations: number };

/** Points along the box's boundary at which the direction of the gradient is followed. */
const AROUND = 20_000;
/** Of these, between two yields. */
const SLICE = 1000;

/**
 * The index of every critical point from its eigenvalues, checked against two things that do not use them: whether
 * descent from nearby comes back, and how often the gradient turns along the boundary (Poincaré and Hopf).
 */
export const strictSaddleClassification: Claim<ClassificationParams> = {
  id: 'strict-saddle-classification',
  name: 'Every critical point is a minimum or a strict saddle',
  statement:
    'At a critical point $\\theta^*$ the number of negative eigenvalues of $\\nabla^2 f(\\theta^*)$ is its index. With' +
    ' $\\lambda_{\\min} < 0$ it is a strict saddle, which descent leaves; with $\\lambda_{\\min} > 0$ a minimum, to which' +
    ' descent returns. A landscape without other critical points has the strict-saddle property.' +
    ' In the plane $\\sum (-1)^{\\mathrm{index}}$ is the number of turns of $\\nabla f$ along the boundary.',
  reference: 'Lecture 10; Milnor (1965), Topology from the Differentiable Viewpoint, for the number of turns',
  params: {
    probes: {
      kind: 'integer',
      label: 'Probes',
      symbol: 'P',
      meaning: 'Starts near each critical point, from which gradient descent shows whether it is stable.',
      default: 10,
      min: 1,
      max: 1000,
      slider: { from: 1, to: 100, scale: 'log' },
    },
    distance: {
      kind: 'number',
      label: 'Distance',
      symbol: '\\delta',
      meaning: 'How far from the critical point the probes start, relative to the box’s least side.',
      default: 1e-4,
      min: 1e-8,
      max: 0.1,
      slider: { from: 1e-6, to: 1e-2, scale: 'log' },
    },
    maxIterations: iterationsParam(20_000),
  },
  example: { id: 'himmelblau' },
  inapplicable: tooManyVariables,

  *check(f, context, params, rng) {
    const { domain } = context.landscape;
    const evidence = new Evidence();
    const found = yield* within(0, 0.6, criticalPointsOf(f, context));
    supposeComplete(evidence, found);
    const { points } = found;
    evidence.hypothesis('There are critical points', points.length > 0, countKinds(points));
    if (points.length === 0) return evidence.report();
    const others = points.filter((point) => !isMinimumOrStrict(point)).length;
    evidence.about('Critical points that are neither a minimum nor strict', others, 0, 0);
    const turns = domain.length === 2 ? yield* within(0.6, 0.6, turnsAlong(f, domain)) : Number.NaN;
    // Where f has no gradient on the boundary there is nothing to count.
    if (Number.isFinite(turns)) {
      const sum = points.reduce((total, { index }) => total + (index % 2 === 0 ? 1 : -1), 0);
      evidence.about('Sum of (−1)^index, beside the turns of ∇f along the box’s boundary', sum, turns, 0.01);
    }
    const { smoothness } = yield* within(0.6, 0.65, estimateSmoothness(f, domain));
    const step = 1 / (2 * smoothness);
    supposeTime(evidence, points, step, params.maxIterations);
    const minima = points.filter(({ type }) => type === 'minimum');
    const strict = points.filter(({ strictSaddle }) => strictSaddle);
    const back = yield* within(0.65, 0.8, returning(f, minima, domain, step, params, rng.split('minima')));
    if (minima.length > 0) evidence.about('Share of probes near minima that descent takes back', back, 1, 0);
    const stuck = yield* within(0.8, 1, returning(f, strict, domain, step, params, rng.split('saddles')));
    if (strict.length > 0) evidence.about('Share of probes near strict saddles that it takes back', stuck, 0, 0);
    return evidence.report();
  },
};

/** A factor of e^20 is what the flattest direction must be able to shrink or grow by. */
const TIME = 20;

/** Whether the iterations are enough to tell leaving from staying along the flattest direction. */
function supposeTime(evidence: Evidence, points: readonly Inspection[], step: number, maxIterations: number): void {
  const flattest = Math.min(...points.flatMap(({ eigenvalues }) => Array.from(eigenvalues, Math.abs)));
  const time = flattest * step * maxIterations;
  const measured = `γ|λ|N = ${formatNumber(time)} for the flattest |λ| = ${formatNumber(flattest)}, of ${TIME} that are asked for`;
  evidence.hypothesis('Descent has time to tell', time >= TIME ? true : null, measured);
}

/** The share of the probes around these points from which gradient descent ends nearer to its point than it began. */
function* returning(
  f: Objective,
  points: readonly Inspection[],
  box: Box,
  stepSize: number,
  { probes, distance, maxIterations }: ClassificationParams,
  rng: Rng,
): Task<number> {
  const radius = distance * Math.min(...box.map(([low, high]) => high - low));
  const direction = new Float64Array(box.length);
  const plan = {
    method: gradientDescent as unknown as Method,
    params: { stepSize },
    maxIterations,
    tolerance: restOn(1 / stepSize),
  };
  let back = 0;
  for (const [i, { x }] of points.entries()) {
    const starts = Array.from({ length: probes }, () => {
      fillUnitSphere(rng, direction);
      return x.map((coordinate, k) => coordinate + radius * (direction[k] as number));
    });
    const runs = yield* within(i / points.length, (i + 1) / points.length, runFrom(f, plan, starts, rng));
    for (const { final } of runs) if (distanceOf(final.x, x) < radius) back++;
  }
  return back / (points.length * probes);
}

function distanceOf(a: Float64Array, b: Float64Array): number {
  let square = 0;
  for (let i = 0; i < a.length; i++)
    square += ((a[i] as number) - (b[i] as number)) * ((a[i] as number) - (b[i] as number));
  return Math.sqrt(square);
}

/** How often ∇f turns while the point goes round the boundary of a planar box once, counterclockwise. */
function* turnsAlong(f: Objective, box: Box): Task<number> {
  const [[left, right], [bottom, top]] = box as [readonly [number, number], readonly [number, number]];
  const corners = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ] as const;
  const slope = new Float64Array(2);
  let turned = 0;
  let before = Number.NaN;
  for (let k = 0; k <= AROUND; k++) {
    if (k % SLICE === 0) yield { done: k, total: AROUND };
    const place = ((k % AROUND) / AROUND) * 4;
    const from = corners[Math.floor(place)] as readonly [number, number];
    const to = corners[(Math.floor(place) + 1) % 4] as readonly [number, number];
    const share = place - Math.floor(place);
    f.gradient(Float64Array.of(from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])), slope);
    const angle = libm.atan2(slope[1] as number, slope[0] as number);
    const change = angle - before;
    if (k > 0) turned += change > Math.PI ? change - 2 * Math.PI : change < -Math.PI ? change + 2 * Math.PI : change;
    before = angle;
  }
  return turned / (2 * Math.PI);
}
