import { estimateSmoothness } from '../descent/estimates.ts';
import { formatNumber } from '../formatNumber.ts';
import { gradientDescent } from '../methods/gradientDescent.ts';
import type { Method } from '../methods/Method.ts';
import type { Claim } from './Claim.ts';
import { iterationsParam, relativeStepParam, startsParam } from './claimParams.ts';
import { Evidence } from './Evidence.ts';
import { measureAvoidance, restOn } from './saddleAvoidance.ts';
import { tooManyVariables } from './strictness.ts';
import { within } from './within.ts';

type MeasureZeroParams = { readonly relativeStep: number; readonly starts: number; readonly maxIterations: number };

/** For γ < 1/L the map x − γ∇f(x) is a diffeomorphism, and the stable manifold theorem applies at each saddle. */
export const measureZeroGradientDescent: Claim<MeasureZeroParams> = {
  id: 'measure-zero-gradient-descent',
  name: 'Gradient descent avoids strict saddles',
  statement:
    'Let $f$ be $C^2$ with $\\|\\nabla^2 f\\| \\le L$, and $\\gamma < 1/L$. The starts from which' +
    ' $\\theta_{k+1} = \\theta_k - \\gamma\\nabla f(\\theta_k)$ converges to a strict saddle' +
    ' ($\\lambda_{\\min}(\\nabla^2 f) < 0$) have measure zero. With isolated critical points and compact sublevel sets' +
    ' it converges to a minimum from almost every start.',
  reference: 'Lee, Simchowitz, Jordan and Recht (2016), Gradient descent only converges to minimizers; lecture 10',
  params: { relativeStep: relativeStepParam(0.9), starts: startsParam(400), maxIterations: iterationsParam(20_000) },
  example: { id: 'lee-2016' },
  inapplicable: tooManyVariables,

  *check(f, context, { relativeStep, starts, maxIterations }, rng) {
    const evidence = new Evidence();
    const { smoothness } = yield* within(0, 0.1, estimateSmoothness(f, context.landscape.domain));
    const size = `γ = ${formatNumber(relativeStep)}/L with L ≈ ${formatNumber(smoothness)}, sampled in the box`;
    evidence.hypothesis('The step is below 1/L', relativeStep < 1, size);
    const params = { stepSize: relativeStep / smoothness };
    const plan = {
      method: gradientDescent as unknown as Method,
      params,
      starts,
      maxIterations,
      tolerance: restOn(smoothness),
    };
    yield* within(0.1, 1, measureAvoidance(f, context, plan, evidence, rng));
    return evidence.report();
  },
};
