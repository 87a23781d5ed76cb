import { estimateSmoothness, type SmoothnessEstimate } from '../descent/estimates.ts';
import { formatNumber } from '../formatNumber.ts';
import { norm2 } from '../linalg/vectors.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Task } from '../task.ts';
import type { Claim, ClaimLandscape, ClaimReport } from './Claim.ts';
import { accuracyParam, iterationsParam, relativeStepParam, startsParam } from './claimParams.ts';
import { Evidence } from './Evidence.ts';
import { supposeSmoothFormula } from './formulaSmoothness.ts';
import { isInside, randomStarts } from './randomStarts.ts';
import { within } from './within.ts';

type FirstOrderParams = {
  readonly accuracy: number;
  readonly relativeStep: number;
  readonly starts: number;
  readonly maxIterations: number;
};

/** Steps between two yields. */
const SLICE = 1000;
/** Rounding of a ratio that is 1 in exact arithmetic. */
const ROUNDING = 1e-9;

/** What one run shows. */
interface Measured {
  /** The largest ratio of min ‖∇f‖ to the bound over all iterations. */
  readonly ratio: number;
  /** Iterations to ‖∇f‖ ≤ ε, Infinity where there were too few. */
  readonly reached: number;
  /** The iterations within which the bound says that it is reached. */
  readonly allowed: number;
  readonly stayed: boolean;
}

/**
 * Gradient descent with a step γ < 2/L: the descent lemma, summed, gives Σ‖∇f(x_k)‖² ≤ (f₀ − f*)/(γ(1 − γL/2)), which
 * for γ = 1/L is the lecture's count with the factor 2 that it omits. Where f* is not known, the least value that the
 * run meets takes its place, with which the sum is bounded too.
 */
export const firstOrderBound: Claim<FirstOrderParams> = {
  id: 'first-order-bound',
  name: 'First-order points at a known rate',
  statement:
    'Let $\\nabla f$ be $L$-Lipschitz and $f \\ge f^*$. Gradient descent with a step $\\gamma = s/L$, $s < 2$, has' +
    ' $\\min_{k\\le N}\\|\\nabla f(x_k)\\|^2 \\le \\frac{2L\\,(f(x_0)-f^*)}{s(2-s)(N+1)}$ for every $N$.' +
    ' With $\\gamma = 1/L$ it comes to $\\|\\nabla f\\| \\le \\varepsilon$ within $2L(f(x_0)-f^*)/\\varepsilon^2$' +
    ' iterations, whatever the dimension.',
  reference: 'Nesterov (1998); lecture 10, where the count L(f(x₀) − f*)/ε² omits the factor 2 of the descent lemma',
  params: {
    accuracy: accuracyParam(0.01),
    relativeStep: relativeStepParam(1),
    starts: startsParam(20),
    maxIterations: iterationsParam(20_000),
  },
  example: { id: 'himmelblau' },
  inapplicable: () => null,

  *check(f, { landscape }, params, rng) {
    const { domain } = landscape;
    const estimate = yield* within(0, 0.2, estimateSmoothness(f, domain));
    const starts = yield* within(0.2, 0.2, randomStarts(f, domain, params.starts, rng, Number.POSITIVE_INFINITY));
    const measured: Measured[] = [];
    for (const [i, start] of starts.entries()) {
      const [from, to] = [i, i + 1].map((k) => 0.2 + (0.8 * k) / starts.length) as [number, number];
      measured.push(yield* within(from, to, measure(f, start, estimate.smoothness, params, landscape)));
    }
    return judge(estimate, measured, params, landscape);
  },
};

/** One run. The bound is a constant over √(N + 1), so that the largest ratio to it takes no record of the run. */
function* measure(
  f: Objective,
  start: Float64Array,
  smoothness: number,
  { accuracy, relativeStep, maxIterations }: FirstOrderParams,
  { minimumValue, domain }: ClaimLandscape,
): Task<Measured> {
  const x = start.slice();
  const slope = new Float64Array(x.length);
  const stepSize = relativeStep / smoothness;
  const first = f.value(x);
  let [lowest, least, most, reached, stayed] = [first, Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY, true];
  for (let k = 0; ; k++) {
    lowest = Math.min(lowest, f.valueAndGradient(x, slope));
    stayed &&= isInside(x, domain);
    // The gradient at x_k is paid for by the fall to x_{k+1}; the last point has none.
    if (k === maxIterations || !stayed) break;
    least = Math.min(least, norm2(slope));
    most = Math.max(most, least * Math.sqrt(k + 1));
    if (least <= accuracy && k < reached) reached = k;
    for (let i = 0; i < x.length; i++) x[i] = (x[i] as number) - stepSize * (slope[i] as number);
    if (k % SLICE === 0) yield { done: k, total: maxIterations };
  }
  const gap = first - Math.min(minimumValue ?? lowest, lowest);
  // 1 for γ = 1/L; no bound at all beyond 2/L.
  const factor = relativeStep * (2 - relativeStep);
  const allowed = (2 * smoothness * gap) / (factor * accuracy * accuracy);
  // On a flat piece both are zero.
  const ratio = most === 0 ? 0 : most / Math.sqrt((2 * smoothness * gap) / factor);
  return { ratio, reached, allowed, stayed };
}

function judge(
  { smoothness, points, skipped }: SmoothnessEstimate,
  measured: readonly Measured[],
  params: FirstOrderParams,
  landscape: ClaimLandscape,
): ClaimReport {
  const { relativeStep, maxIterations, accuracy } = params;
  const evidence = new Evidence();
  supposeSmoothFormula(evidence, landscape);
  const size = `L ≈ ${formatNumber(smoothness)}, the largest curvature at ${points} points of the box`;
  const gaps = skipped === 0 ? '' : `; it has none at ${skipped} of them`;
  evidence.hypothesis('The gradient is Lipschitz', skipped === 0, size + gaps);
  evidence.hypothesis('The step is below 2/L', relativeStep < 2, `γ = ${formatNumber(relativeStep)}/L`);
  const stayed = measured.filter((run) => run.stayed).length;
  const where = `${stayed} of ${measured.length} runs do; there f has a least value, and L was estimated there`;
  evidence.hypothesis('The runs stay in the box', stayed === measured.length && stayed > 0, where);
  const ratios = measured.map(({ ratio }) => ratio);
  evidence.atMost('Least ‖∇f‖ so far over its bound, at its largest', Math.max(...ratios), 1, ROUNDING);
  // A run that was given fewer iterations than the bound allows says nothing by not arriving.
  const told = measured.filter(({ reached, allowed }) => reached <= maxIterations || allowed <= maxIterations);
  const slowest = told.toSorted((a, b) => b.reached / b.allowed - a.reached / a.allowed)[0];
  if (slowest) {
    const name = `Iterations to ‖∇f‖ ≤ ${formatNumber(accuracy)}, in the run nearest to its bound`;
    evidence.atMost(name, slowest.reached, Math.ceil(slowest.allowed));
  }
  return evidence.report();
}
