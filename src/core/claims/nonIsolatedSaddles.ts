import { zeroTolerance } from '../critical/classify.ts';
import { type Inspection, inspectPoint } from '../critical/inspect.ts';
import { polish } from '../critical/polish.ts';
import { searchZeros } from '../critical/searchZeros.ts';
import { estimateSmoothness } from '../descent/estimates.ts';
import { formatNumber } from '../formatNumber.ts';
import { gradientDescent } from '../methods/gradientDescent.ts';
import type { Method } from '../methods/Method.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Box } from '../params.ts';
import type { Claim } from './Claim.ts';
import { iterationsParam, relativeStepParam, startsParam } from './claimParams.ts';
import { Evidence } from './Evidence.ts';
import { supposeSmoothFormula } from './formulaSmoothness.ts';
import { isInside, randomStarts } from './randomStarts.ts';
import { endedStrict, restOn, runFrom } from './saddleAvoidance.ts';
import { within } from './within.ts';

type NonIsolatedParams = { readonly relativeStep: number; readonly starts: number; readonly maxIterations: number };

/** Starts of Newton's method that look for points of the set. */
const SEARCHES = 200;
/** How far along the kernel of the Hessian the next point is looked for, relative to the box's least side. */
const ALONG = 0.05;
/** ‖∇f‖ up to which a point counts as critical, relative to the Hessian's size. */
const CRITICAL = 1e-8;

/** Saddles that form a line or a surface, for which no list of isolated points could be made. */
export const nonIsolatedSaddles: Claim<NonIsolatedParams> = {
  id: 'non-isolated-saddles',
  name: 'Saddles that are not isolated are avoided too',
  statement:
    'Let $f$ be $C^2$ with $\\|\\nabla^2 f\\| \\le L$ and $\\gamma < 1/L$. Even where strict saddles are not isolated, as on' +
    ' the line $x = \\tfrac12,\\ y + z = 1$ of $2xy + 2xz - 2x - y - z$ with eigenvalues $0, \\pm 2\\sqrt2$, the starts from' +
    ' which gradient descent converges to one of them have measure zero.',
  reference:
    'Panageas and Piliouras (2017), Gradient descent only converges to minimizers: non-isolated critical points and invariant regions',
  params: { relativeStep: relativeStepParam(0.9), starts: startsParam(400), maxIterations: iterationsParam(20_000) },
  example: {
    id: 'formula',
    params: {
      expression: '2*x*y + 2*x*z - 2*x - y - z',
      variables: ['x', 'y', 'z'],
      domain: [
        [-2, 2],
        [-2, 2],
        [-2, 2],
      ],
    },
  },
  inapplicable: ({ dimension }) =>
    dimension < 2 || dimension > 6 ? `It is looked at in 2 to 6 variables; here there are ${dimension}.` : null,

  *check(f, { landscape }, { relativeStep, starts: count, maxIterations }, rng) {
    const { domain } = landscape;
    const evidence = new Evidence();
    const { smoothness } = yield* within(0, 0.1, estimateSmoothness(f, domain));
    supposeSmoothFormula(evidence, landscape);
    const size = `γ = ${formatNumber(relativeStep)}/L with L ≈ ${formatNumber(smoothness)}, sampled in the box`;
    evidence.hypothesis('The step is below 1/L', relativeStep < 1, size);
    const { points } = yield* within(0.1, 0.3, searchZeros(f, domain, SEARCHES));
    const line = points.map((x) => inspectPoint(f, x, { epsilon: Number.POSITIVE_INFINITY }));
    const strict = line.filter(({ strictSaddle }) => strictSaddle);
    const linked = strict.filter((point) => hasNeighbour(f, point, domain));
    const seen = `${linked.length} of the ${strict.length} strict saddles that ${SEARCHES} searches met have another beside them`;
    evidence.hypothesis('There are strict saddles that are not isolated', linked.length > 0, seen);
    if (linked.length === 0) return evidence.report();
    const flattest = Math.max(...linked.map(({ gradientNorm }) => gradientNorm));
    evidence.atMost('‖∇f‖ at points of the set, at its largest', flattest, 0, CRITICAL * smoothness);
    const zeros = linked.map(({ eigenvalues }) => Math.min(...eigenvalues.map(Math.abs)));
    evidence.about('Least |λ| at points of the set, at its largest', Math.max(...zeros), 0, CRITICAL * smoothness);
    const leasts = linked.map(({ eigenvalues }) => eigenvalues[0] as number);
    evidence.atMost('λ_min at points of the set, at its largest', Math.max(...leasts), 0);
    const starts = yield* within(
      0.3,
      0.3,
      randomStarts(f, domain, count, rng.split('starts'), Number.POSITIVE_INFINITY),
    );
    const plan = {
      method: gradientDescent as unknown as Method,
      params: { stepSize: relativeStep / smoothness },
      maxIterations,
      tolerance: restOn(smoothness),
    };
    const runs = yield* within(0.3, 1, runFrom(f, plan, starts, rng.split('runs')));
    const told = runs.filter(({ status }) => status !== 'max-iterations').length;
    const ends = `${told} of ${runs.length} came to rest or ran away within ${maxIterations} iterations`;
    evidence.hypothesis('The runs show where they go', told === runs.length, ends);
    evidence.about(
      'Share of random starts that end in a strict saddle',
      runs.filter(endedStrict).length / runs.length,
      0,
      0,
    );
    return evidence.report();
  },
};

/** Whether a step along a direction of zero curvature leads to another critical point, and not back. */
function hasNeighbour(f: Objective, { x, eigenvalues, eigenvectors }: Inspection, box: Box): boolean {
  const n = x.length;
  const reach = ALONG * Math.min(...box.map(([low, high]) => high - low));
  const kernel = Array.from(eigenvalues.keys()).filter(
    (k) => Math.abs(eigenvalues[k] as number) <= zeroTolerance(eigenvalues),
  );
  return kernel.some((k) =>
    [reach, -reach].some((step) => {
      const { x: near, gradientNorm } = polish(
        f,
        x.map((value, i) => value + step * (eigenvectors[k * n + i] as number)),
      );
      const moved = Math.sqrt(
        near.reduce((sum, value, i) => sum + (value - (x[i] as number)) * (value - (x[i] as number)), 0),
      );
      return gradientNorm <= CRITICAL && moved >= reach / 2 && isInside(near, box);
    }),
  );
}
