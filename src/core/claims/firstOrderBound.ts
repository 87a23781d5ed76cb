import { type DescentOptions, descend } from '../descent/descend.ts';
import { estimateSmoothness, type SmoothnessEstimate } from '../descent/estimates.ts';
import { firstOrderBound as bound, runningMinimum } from '../descent/measures.ts';
import type { Trajectory } from '../descent/Run.ts';
import { formatNumber } from '../formatNumber.ts';
import { gradientDescent } from '../methods/gradientDescent.ts';
import type { Method } from '../methods/Method.ts';
import type { Claim, ClaimLandscape } from './Claim.ts';
import { accuracyParam, iterationsParam, relativeStepParam, startsParam } from './claimParams.ts';
import { Evidence } from './Evidence.ts';
import { isInside, randomStarts } from './randomStarts.ts';
import { within } from './within.ts';

type FirstOrderParams = {
  readonly accuracy: number;
  readonly relativeStep: number;
  readonly starts: number;
  readonly maxIterations: number;
};

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
    const { relativeStep, maxIterations } = params;
    const estimate = yield* within(0, 0.2, estimateSmoothness(f, domain));
    const starts = randomStarts(f, domain, params.starts, rng, Number.POSITIVE_INFINITY);
    const stop = { maxIterations, gradientTolerance: 0, divergenceRadius: 1e10, withinDomain: false };
    const options: DescentOptions = { stop, record: 'all' };
    const step = { stepSize: relativeStep / estimate.smoothness };
    const measured: Measured[] = [];
    for (const [i, start] of starts.entries()) {
      const task = descend(f, gradientDescent as unknown as Method, step, start, rng.split(`run ${i}`), options);
      const [from, to] = [i, i + 1].map((k) => 0.2 + (0.8 * k) / starts.length) as [number, number];
      const { trajectory } = yield* within(from, to, task);
      measured.push(measure(trajectory, estimate.smoothness, params, landscape));
    }
    return judge(estimate, measured, params);
  },
};

function measure(
  { iterations, values, gradientNorms, points }: Trajectory,
  smoothness: number,
  { accuracy, relativeStep }: FirstOrderParams,
  { minimumValue, domain }: ClaimLandscape,
): Measured {
  const lowest = runningMinimum(values)[values.length - 1] as number;
  const gap = (values[0] as number) - Math.min(minimumValue ?? lowest, lowest);
  // 1 for γ = 1/L; no bound at all beyond 2/L.
  const factor = relativeStep * (2 - relativeStep);
  const bounds = bound(smoothness / factor, gap, iterations);
  const least = runningMinimum(gradientNorms);
  let ratio = 0;
  for (let k = 0; k < least.length; k++) ratio = Math.max(ratio, (least[k] as number) / (bounds[k] as number));
  const at = least.findIndex((norm) => norm <= accuracy);
  const n = domain.length;
  let stayed = true;
  for (let k = 0; k < values.length && stayed; k++) stayed = isInside(points.subarray(k * n, (k + 1) * n), domain);
  const allowed = (2 * smoothness * gap) / (factor * accuracy * accuracy);
  return { ratio, reached: at < 0 ? Number.POSITIVE_INFINITY : (iterations[at] as number), allowed, stayed };
}

function judge(
  { smoothness, points, skipped }: SmoothnessEstimate,
  measured: readonly Measured[],
  params: FirstOrderParams,
) {
  const { relativeStep, maxIterations, accuracy } = params;
  const evidence = new Evidence();
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
