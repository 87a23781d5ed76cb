import { inspectPoint } from '../critical/inspect.ts';
import { estimateSmoothness } from '../descent/estimates.ts';
import { formatNumber } from '../formatNumber.ts';
import { libm } from '../libm.ts';
import { symmetricEigenvalues } from '../linalg/symmetricEigen.ts';
import { norm2 } from '../linalg/vectors.ts';
import { cubicNewton } from '../methods/cubicNewton.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Box } from '../params.ts';
import type { Rng } from '../rng.ts';
import type { Task } from '../task.ts';
import { leastOnEdge } from './boxEdge.ts';
import type { Claim, ClaimReport } from './Claim.ts';
import { accuracyParam, iterationsParam, startsParam } from './claimParams.ts';
import { Evidence } from './Evidence.ts';
import { supposeSmoothFormula } from './formulaSmoothness.ts';
import { supposeHessianVaries } from './hessianVariation.ts';
import { isInside, randomStarts } from './randomStarts.ts';
import { criticalPointsOf, tooManyVariables } from './strictness.ts';
import { within } from './within.ts';

type CubicNewtonParams = { readonly accuracy: number; readonly starts: number; readonly maxIterations: number };

/** What one run shows. */
interface Measured {
  /** The largest ratios, over all k, of the least measure and the least gradient norm so far to their bounds. */
  readonly measureRatio: number;
  readonly gradientRatio: number;
  readonly ended: boolean;
  readonly stationary: boolean;
  readonly stayed: boolean;
}

/** Steps between two yields. */
const SLICE = 16;
/** Rounding of a ratio that is 1 in exact arithmetic. */
const ROUNDING = 1e-9;

/**
 * Cubic-regularised Newton with M between ρ and 2ρ, ρ the Lipschitz constant of the Hessian: the least second-order
 * measure μ(x_1), …, μ(x_k), with √(‖∇f‖/ρ) for its first part, falls as k^(−1/3), the gradient therefore as k^(−2/3).
 */
export const cubicNewtonRate: Claim<CubicNewtonParams> = {
  id: 'cubic-newton-rate',
  name: 'Cubic-regularised Newton keeps its rate',
  statement:
    'Let $\\nabla^2 f$ be $\\rho$-Lipschitz. Newton’s method with cubic regularisation, $\\rho \\le M_k \\le 2\\rho$, has' +
    ' $\\min_{i\\le k}\\mu(x_i) \\le \\frac83\\Bigl(\\frac{3(f(x_0)-f^*)}{2k\\rho}\\Bigr)^{1/3}$ with' +
    ' $\\mu(x) = \\max\\bigl\\{\\sqrt{\\|\\nabla f\\|/\\rho},\\,-\\frac{2}{3\\rho}\\lambda_{\\min}(\\nabla^2 f)\\bigr\\}$:' +
    ' $\\|\\nabla f\\|$ falls as $k^{-2/3}$, negative curvature as $k^{-1/3}$.',
  reference:
    'Nesterov and Polyak (2006), Cubic regularization of Newton method and its global performance, Theorem 1 as commonly stated',
  params: { accuracy: accuracyParam(1e-6), starts: startsParam(30), maxIterations: iterationsParam(1000) },
  example: { id: 'himmelblau' },
  inapplicable: tooManyVariables,

  *check(f, context, params, rng) {
    const { domain, minimumValue } = context.landscape;
    const evidence = new Evidence();
    const estimate = yield* within(0, 0.2, estimateSmoothness(f, domain));
    supposeSmoothFormula(evidence, context.landscape);
    const { hessianLipschitz } = estimate;
    supposeHessianVaries(evidence, estimate);
    const edge = leastOnEdge(f, domain, rng.split('edge'));
    const starts = yield* within(0.2, 0.2, randomStarts(f, domain, params.starts, rng.split('starts'), edge));
    const holds = starts.length === params.starts;
    const level = `on the box’s edge f ≥ ${formatNumber(edge)}, as sampled${holds ? '' : '; below that no start was met'}`;
    evidence.hypothesis('The starts lie in a sublevel set that is compact in the box', holds, level);
    if (!evidence.stands) return evidence.report();
    const found = yield* within(0.2, 0.6, criticalPointsOf(f, context));
    const lowest = Math.min(minimumValue ?? Number.POSITIVE_INFINITY, ...found.points.map(({ value }) => value));
    const saddles = found.points.filter(({ strictSaddle, value }) => strictSaddle && value < edge).map(({ x }) => x);
    const all = [...saddles, ...starts];
    const measured: Measured[] = [];
    for (const [i, start] of all.entries()) {
      const task = measure(f, start, hessianLipschitz, lowest, domain, params);
      measured.push(yield* within(0.6 + (0.4 * i) / all.length, 0.6 + (0.4 * (i + 1)) / all.length, task));
    }
    return judge(evidence, measured, saddles.length, params);
  },
};

/** One run, step by step, beside its bounds. */
function* measure(
  f: Objective,
  start: Float64Array,
  lipschitz: number,
  lowest: number,
  box: Box,
  { accuracy, maxIterations }: CubicNewtonParams,
): Task<Measured> {
  const n = f.dimension;
  // It draws no random numbers.
  const none = undefined as unknown as Rng;
  const params = { regularization: lipschitz, accuracy };
  const state = cubicNewton.init(f, start, params, none);
  const slope = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  const first = f.value(start);
  let [seen, least, leastGradient] = [Math.min(lowest, first), Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [mostMeasure, mostGradient, stayed] = [0, 0, true];
  for (let k = 1; k <= maxIterations; k++) {
    if (k % SLICE === 1) yield { done: k, total: maxIterations };
    cubicNewton.step(f, state, params, none);
    if (state.ended !== null) break;
    seen = Math.min(seen, f.valueAndGradient(state.x, slope));
    const size = norm2(slope);
    const lambda = symmetricEigenvalues(f.hessian(state.x, hessian), n)[0] as number;
    least = Math.min(least, Math.max(Math.sqrt(size / lipschitz), (-2 * lambda) / (3 * lipschitz)));
    leastGradient = Math.min(leastGradient, size);
    const rate = libm.cbrt(k);
    mostMeasure = Math.max(mostMeasure, least * rate);
    mostGradient = Math.max(mostGradient, leastGradient * rate * rate);
    stayed &&= isInside(state.x, box);
  }
  // The bound on μ is this over k^(1/3); at a minimum it and what it bounds are zero.
  const bound = (8 / 3) * libm.cbrt((3 * (first - seen)) / (2 * lipschitz));
  const { secondOrderStationary } = inspectPoint(f, state.x, { epsilon: accuracy, rho: 2 * lipschitz });
  return {
    measureRatio: mostMeasure === 0 ? 0 : mostMeasure / bound,
    gradientRatio: mostGradient === 0 ? 0 : mostGradient / (lipschitz * bound * bound),
    ended: state.ended?.status === 'second-order-stationary',
    stationary: secondOrderStationary,
    stayed,
  };
}

function judge(
  evidence: Evidence,
  measured: readonly Measured[],
  saddles: number,
  { maxIterations }: CubicNewtonParams,
): ClaimReport {
  const stayed = measured.filter((run) => run.stayed).length;
  evidence.hypothesis('The runs stay in the box', stayed === measured.length, `${stayed} of ${measured.length} do`);
  const ended = measured.filter((run) => run.ended).length;
  const time = `${ended} of ${measured.length} ended within ${maxIterations} steps`;
  evidence.hypothesis('The runs end by themselves', ended === measured.length, time);
  const largest = (of: (run: Measured) => number) => Math.max(...measured.map(of));
  evidence.atMost(
    'Least μ so far over its bound, at its largest',
    largest((run) => run.measureRatio),
    1,
    ROUNDING,
  );
  evidence.atMost(
    'Least ‖∇f‖ so far over its bound, at its largest',
    largest((run) => run.gradientRatio),
    1,
    ROUNDING,
  );
  const share = measured.filter((run) => run.stationary).length / measured.length;
  const from = saddles > 0 ? `, ${saddles} of them from exact saddles and maxima` : '';
  evidence.about(`Share of ${measured.length} runs that end second-order stationary${from}`, share, 1, 0);
  return evidence.report();
}
