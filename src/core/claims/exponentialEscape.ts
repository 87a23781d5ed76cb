import type { MethodBeyondDoubles } from '../escape/EscapeRun.ts';
import type { EscapeRow } from '../escape/escapeRows.ts';
import { exactGrowthFactor, fittedGrowthFactor } from '../escape/growthFactor.ts';
import type { OctopusShape } from '../escape/OctopusWalk.ts';
import { runEscape } from '../escape/runEscape.ts';
import { formatNumber } from '../formatNumber.ts';
import type { Claim, ClaimReport } from './Claim.ts';
import { iterationsParam } from './claimParams.ts';
import { Evidence } from './Evidence.ts';
import { within } from './within.ts';

type EscapeParams = { readonly dimension: number; readonly repeats: number; readonly maxIterations: number };

/** How far a growth factor fitted to medians may lie from the exact one, relative to it. */
const FIT = 0.1;
/** How far the growth of constant plateaus may lie from 1, as fitted to medians. */
const LEVEL = 0.25;

/** The two methods of the experiment, with its values (as commonly stated for the source's §5). */
function methodsFor({ L, gamma }: OctopusShape): readonly [MethodBeyondDoubles, MethodBeyondDoubles] {
  const stepSize = 1 / (4 * L);
  const perturbation = {
    radius: Math.E / 100,
    gradientThreshold: (gamma * Math.E) / 100,
    waitIterations: 1,
    // So low that no test ends the run.
    decreaseThreshold: -1e12,
  };
  return [
    { id: 'gradient-descent', stepSize, perturbation: null },
    { id: 'perturbed-gradient-descent', stepSize, perturbation },
  ];
}

/** Saddle behind saddle: each holds gradient descent longer than the one before by a constant factor. */
export const exponentialEscape: Claim<EscapeParams> = {
  id: 'exponential-escape',
  name: 'Gradient descent can need exponential time',
  statement:
    'There is a smooth $f$ on which gradient descent, started uniformly on $[-1,1]^d$, stays $\\Omega(1)$ away from every' +
    ' local minimum for $e^{\\Omega(d)}$ steps, with probability 1, while perturbed gradient descent comes within' +
    ' $\\epsilon$ of one in $\\mathrm{poly}(d, 1/\\epsilon)$ steps. On the octopus each saddle takes gradient descent' +
    ' $1 + \\frac{|\\ln(1-2\\eta L)|}{\\ln(1+2\\eta\\gamma)} > \\frac{L+\\gamma}{\\gamma}$ times as long as the one before.',
  reference:
    'Du, Jin, Lee, Jordan, Póczos and Singh (2017), Gradient descent can take exponential time to escape saddle points; steps and thresholds of its experiment as commonly stated',
  params: {
    dimension: {
      kind: 'integer',
      label: 'Saddles in a row',
      symbol: 'd',
      meaning: 'Dimension of the octopus that is descended, whatever that of the landscape shown.',
      default: 5,
      min: 4,
      max: 10,
      slider: { from: 4, to: 10, scale: 'linear' },
    },
    repeats: {
      kind: 'integer',
      label: 'Repeats',
      symbol: 'R',
      meaning: 'Runs of each method, from random starts in the cube that both share.',
      default: 25,
      min: 3,
      max: 1000,
      slider: { from: 3, to: 200, scale: 'log' },
    },
    maxIterations: iterationsParam(1_000_000),
  },
  example: { id: 'octopus' },
  inapplicable: ({ id, params }) => {
    if (id !== 'octopus') return 'It is about the octopus, in whose arms saddles stand one behind the other.';
    const tau = params.tau as number;
    return tau >= 1 ? null : `The starts in [−1, 1]^d lie in the tube for τ from 1 on, and it is ${formatNumber(tau)}.`;
  },

  *check(_f, { landscape }, { dimension, repeats, maxIterations }, rng) {
    const shape = landscape.params as unknown as OctopusShape;
    const methods = methodsFor(shape);
    const seed = Math.floor(rng.uniform() * 4_294_967_296);
    const stop = { maxIterations, gradientTolerance: 0 };
    const plan = { shape, methods, dimensions: [dimension], repeats, seed, stop };
    const rows = yield* within(0, 1, runEscape(plan));
    return judge(shape, methods[0].stepSize, rows, dimension, maxIterations);
  },
};

function judge(
  shape: OctopusShape,
  stepSize: number,
  rows: readonly EscapeRow[],
  dimension: number,
  maxIterations: number,
): ClaimReport {
  const evidence = new Evidence();
  const { L, gamma } = shape;
  evidence.hypothesis(
    'Contraction is at least as strong as escape, L ≥ γ',
    L >= gamma,
    `L = ${formatNumber(L)}, γ = ${formatNumber(gamma)}`,
  );
  const [descent, perturbed] = [0, 1].map((index) => rows.filter(({ methodIndex }) => methodIndex === index)) as [
    EscapeRow[],
    EscapeRow[],
  ];
  const [slow, quick] = [descent.at(-1), perturbed.at(-1)] as [EscapeRow, EscapeRow];
  const reached = `${slow.reached} and ${quick.reached} of ${slow.repeats} within ${maxIterations} iterations`;
  evidence.hypothesis(
    'The runs of both methods pass all saddles',
    slow.reached === slow.repeats && quick.reached === quick.repeats ? true : null,
    reached,
  );
  const growth = fittedGrowthFactor(descent.map(({ median }) => median));
  const exact = exactGrowthFactor(shape, stepSize);
  evidence.about(
    'Growth of gradient descent’s time from saddle to saddle, fitted to medians',
    growth,
    exact,
    FIT * exact,
  );
  evidence.atLeast('The same, beside (L + γ)/γ', growth, (L + gamma) / gamma, (FIT * (L + gamma)) / gamma);
  evidence.about(
    'Growth of the perturbed method’s time from saddle to saddle',
    fittedGrowthFactor(perturbed.map(({ median }) => median)),
    1,
    LEVEL,
  );
  const name = `Iterations past ${dimension} saddles: first quartile of gradient descent, beside the other’s third`;
  evidence.atLeast(name, slow.q25, quick.q75);
  return evidence.report();
}
