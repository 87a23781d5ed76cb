import { inspectPoint } from '../critical/inspect.ts';
import { DEFAULT_STOP_RULE, type Descent, type DescentOptions, descend } from '../descent/descend.ts';
import { estimateSmoothness, type SmoothnessEstimate } from '../descent/estimates.ts';
import { formatNumber } from '../formatNumber.ts';
import type { Method } from '../methods/Method.ts';
import { type PerturbationTheory, perturbationChi, perturbationConstants } from '../methods/perturbationTheory.ts';
import { perturbedGradientDescent } from '../methods/perturbedGradientDescent.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Params } from '../params.ts';
import { leastOnEdge } from './boxEdge.ts';
import type { Claim, ClaimContext, ClaimReport } from './Claim.ts';
import { accuracyParam, iterationsParam, startsParam } from './claimParams.ts';
import { Evidence } from './Evidence.ts';
import { supposeSmoothFormula } from './formulaSmoothness.ts';
import { supposeHessianVaries } from './hessianVariation.ts';
import { randomStarts } from './randomStarts.ts';
import { criticalPointsOf, tooManyVariables } from './strictness.ts';
import { within } from './within.ts';

type SecondOrderParams = {
  readonly accuracy: number;
  readonly c: number;
  readonly failureProbability: number;
  readonly starts: number;
  readonly maxIterations: number;
};

/** How far below f* a run may end by rounding. */
const ROUNDING = 1e-9;

/** One run with the bound on its iterations. */
interface Ended {
  readonly run: Descent;
  readonly bound: number;
  readonly fromSaddle: boolean;
}

/**
 * Perturbed gradient descent with the constants of its theory, from random starts in a compact sublevel set and from
 * the exact saddles of the landscape, where gradient descent would stay for ever.
 */
export const perturbedGradientDescentSecondOrder: Claim<SecondOrderParams> = {
  id: 'perturbed-gradient-descent-second-order',
  name: 'Perturbed gradient descent reaches second-order points',
  statement:
    'Let $f$ be $\\ell$-smooth with a $\\rho$-Lipschitz Hessian and $\\varepsilon \\le \\ell^2/\\rho$. For $c$ below some' +
    ' $c_{\\max}$, perturbed gradient descent ends with probability $1-\\delta$ at a point with' +
    ' $\\|\\nabla f\\| \\le \\varepsilon$ and $\\lambda_{\\min}(\\nabla^2 f) \\ge -\\sqrt{\\rho\\varepsilon}$, within' +
    ' $O\\bigl(\\frac{\\ell\\Delta_f}{\\varepsilon^2}\\ln^4\\frac{d\\ell\\Delta_f}{\\varepsilon^2\\delta}\\bigr)$ iterations,' +
    ' from any start with $f(x_0)-f^* \\le \\Delta_f$.',
  reference:
    'Jin, Ge, Netrapalli, Kakade and Jordan (2017), How to escape saddle points efficiently. The theorem leaves c_max and the constant of O(·) open; the constant taken is the one that its thresholds give',
  params: {
    accuracy: accuracyParam(0.1),
    c: {
      kind: 'number',
      label: 'Constant',
      symbol: 'c',
      meaning: 'The constant of the theorem, which holds below some c_max that it does not name.',
      default: 1,
      min: 0,
      minExcluded: true,
      max: 1,
      slider: { from: 0.01, to: 1, scale: 'log' },
    },
    failureProbability: {
      kind: 'number',
      label: 'Failure probability',
      symbol: '\\delta',
      meaning: 'Probability with which a run may fail.',
      default: 0.1,
      min: 1e-6,
      max: 0.5,
      slider: { from: 1e-3, to: 0.5, scale: 'log' },
    },
    starts: startsParam(30),
    maxIterations: iterationsParam(200_000),
  },
  example: { id: 'lee-2016' },
  inapplicable: tooManyVariables,

  *check(f, context, params, rng) {
    const { domain } = context.landscape;
    const evidence = new Evidence();
    const estimate = yield* within(0, 0.1, estimateSmoothness(f, domain));
    const found = yield* within(0.1, 0.3, criticalPointsOf(f, context));
    const edge = leastOnEdge(f, domain, rng.split('edge'));
    const saddles = found.points.filter(({ strictSaddle, value }) => strictSaddle && value < edge).map(({ x }) => x);
    const drawn = yield* within(0.3, 0.3, randomStarts(f, domain, params.starts, rng.split('starts'), edge));
    const level = `on the box’s edge f ≥ ${formatNumber(edge)}, as sampled`;
    const holds = drawn.length === params.starts;
    evidence.hypothesis(
      'The starts lie in a sublevel set that is compact in the box',
      holds,
      holds ? level : `${level}; below that no start was met`,
    );
    supposeSmoothFormula(evidence, context.landscape);
    const varies = supposeHessianVaries(evidence, estimate);
    const most = (estimate.smoothness * estimate.smoothness) / estimate.hessianLipschitz;
    const sizes = `ε = ${formatNumber(params.accuracy)}, ℓ²/ρ ≈ ${formatNumber(most)}`;
    evidence.hypothesis('ε ≤ ℓ²/ρ', params.accuracy <= most, sizes);
    if (!holds || !varies) return evidence.report();
    const starts = [...saddles, ...drawn];
    const ended: Ended[] = [];
    for (const [i, start] of starts.entries()) {
      yield { done: 0.3 + (0.7 * i) / starts.length, total: 1 };
      const theory = theoryOf(f, start, context, estimate, params, found.points[0]?.value);
      const given: Params = { ...perturbationConstants(theory, domain.length), ...theory };
      const options: DescentOptions = {
        stop: { ...DEFAULT_STOP_RULE, maxIterations: params.maxIterations },
        record: 'ends',
      };
      const task = descend(
        f,
        perturbedGradientDescent as unknown as Method,
        given,
        start,
        rng.split(`run ${i}`),
        options,
      );
      const run = yield* within(0.3 + (0.7 * i) / starts.length, 0.3 + (0.7 * (i + 1)) / starts.length, task);
      ended.push({ run, bound: iterationBound(theory, domain.length), fromSaddle: i < saddles.length });
    }
    const assumed = Math.min(
      context.landscape.minimumValue ?? Number.POSITIVE_INFINITY,
      found.points[0]?.value ?? Number.POSITIVE_INFINITY,
    );
    supposeLowest(evidence, assumed, Math.min(...ended.map(({ run }) => run.final.value)));
    return judge(evidence, f, ended, estimate, params);
  },
};

/** ℓ and ρ from the box, Δ_f from the start: at least the accuracy of the values, so that a start at the minimum serves too. */
function theoryOf(
  f: Objective,
  start: Float64Array,
  { landscape }: ClaimContext,
  { smoothness, hessianLipschitz }: SmoothnessEstimate,
  { accuracy, c, failureProbability }: SecondOrderParams,
  lowest = Number.POSITIVE_INFINITY,
): PerturbationTheory {
  const least = Math.min(landscape.minimumValue ?? Number.POSITIVE_INFINITY, lowest);
  const suboptimality = Math.max(f.value(start) - least, (accuracy * accuracy) / smoothness);
  return { smoothness, hessianLipschitz, accuracy, c, failureProbability, suboptimality };
}

/**
 * (2/c² + 1/c³)·ℓΔ_f·χ⁴/ε² + t_thres + 1: a step with ‖∇f‖ > g_thres lowers f by at least η·g_thres²/2, every wait after a
 * perturbation but the last by f_thres. It is the theorem's count with the constants that its own thresholds give.
 */
function iterationBound(theory: PerturbationTheory, dimension: number): number {
  const { smoothness, suboptimality, accuracy, c } = theory;
  const chi = perturbationChi(theory, dimension);
  const count = (smoothness * suboptimality * chi * chi * chi * chi) / (accuracy * accuracy);
  return (2 / (c * c) + 1 / (c * c * c)) * count + perturbationConstants(theory, dimension).waitIterations + 1;
}

/** Whether no run has ended below the value from which Δ_f was taken. */
function supposeLowest(evidence: Evidence, assumed: number, lowest: number): void {
  const holds = lowest >= assumed - ROUNDING * Math.max(1, Math.abs(assumed));
  const measured = `taken from f* = ${formatNumber(assumed)}; the lowest run ended at ${formatNumber(lowest)}`;
  evidence.hypothesis('Δ_f is at least f(x₀) − f*', holds, measured);
}

function judge(
  evidence: Evidence,
  f: Objective,
  ended: readonly Ended[],
  { hessianLipschitz: rho }: SmoothnessEstimate,
  params: SecondOrderParams,
): ClaimReport {
  const { accuracy: epsilon, failureProbability, maxIterations } = params;
  const done = ended.filter(({ run }) => run.status === 'second-order-stationary');
  const time = `${done.length} of ${ended.length} ended within ${maxIterations} iterations`;
  evidence.hypothesis('The runs end by themselves', done.length === ended.length, time);
  const isStationary = ({ run }: Ended) => inspectPoint(f, run.final.x, { epsilon, rho }).secondOrderStationary;
  const share = (runs: readonly Ended[]) => runs.filter(isStationary).length / runs.length;
  evidence.atLeast('Share of runs that end second-order stationary', share(ended), 1 - failureProbability);
  const fromSaddles = ended.filter(({ fromSaddle }) => fromSaddle);
  if (fromSaddles.length > 0) {
    const name = `The same of the ${fromSaddles.length} that start exactly at a strict saddle or a maximum`;
    evidence.atLeast(name, share(fromSaddles), 1 - failureProbability, failureProbability);
  }
  const nearest = ended.toSorted((a, b) => b.run.iterations / b.bound - a.run.iterations / a.bound)[0] as Ended;
  evidence.atMost('Iterations of the run nearest to its bound', nearest.run.iterations, Math.ceil(nearest.bound));
  return evidence.report();
}
