import { estimateSmoothness } from '../descent/estimates.ts';
import { formatNumber } from '../formatNumber.ts';
import { coordinateDescent } from '../methods/coordinateDescent.ts';
import type { Method } from '../methods/Method.ts';
import { mirrorDescent } from '../methods/mirrorDescent.ts';
import { proximalPoint } from '../methods/proximalPoint.ts';
import type { Box, Params } from '../params.ts';
import { resolveParams } from '../resolveParams.ts';
import type { Claim } from './Claim.ts';
import { iterationsParam, relativeStepParam, startsParam } from './claimParams.ts';
import { Evidence } from './Evidence.ts';
import { measureAvoidance, restOn } from './saddleAvoidance.ts';
import { tooManyVariables } from './strictness.ts';
import { within } from './within.ts';

type OtherMethodsParams = {
  readonly method: string;
  readonly relativeStep: number;
  readonly starts: number;
  readonly maxIterations: number;
};

/** A method for which the theorem holds, and the step up to which it does. */
interface Covered {
  readonly method: Method;
  readonly label: string;
  readonly given: Params;
  /** The bound on the step, in units of 1/L. */
  readonly factor: (box: Box) => number;
  readonly bound: string;
  /** Whether the method is defined in the box; left out where it is everywhere. */
  readonly isDefined?: (box: Box) => boolean;
}

const COVERED: readonly Covered[] = [
  {
    method: coordinateDescent as unknown as Method,
    label: 'Coordinate descent',
    given: { order: 'cyclic' },
    factor: () => 1,
    bound: '1/L ≤ 1/L_max, where L_max bounds the second derivatives along the axes',
  },
  {
    method: proximalPoint as unknown as Method,
    label: 'Proximal point',
    given: {},
    factor: () => 1,
    bound: '1/L',
  },
  {
    method: mirrorDescent as unknown as Method,
    label: 'Mirror descent (entropy)',
    given: { map: 'entropy' },
    // ∂²Φ/∂x_i² = 1/x_i.
    factor: (box) => 1 / Math.max(...box.map(([, high]) => high)),
    bound: 'μ/L, where the entropy is μ-strongly convex in the box',
    isDefined: (box) => box.every(([low]) => low > 0),
  },
];

const coveredBy = (id: string): Covered => COVERED.find(({ method }) => method.id === id) as Covered;

/** The same theorem for other maps that are diffeomorphisms and repelled by strict saddles. */
export const measureZeroOtherMethods: Claim<OtherMethodsParams> = {
  id: 'measure-zero-other-methods',
  name: 'Other first-order methods avoid strict saddles',
  statement:
    'The starts from which these converge to a strict saddle have measure zero: coordinate descent with' +
    ' $\\alpha < 1/L_{\\max}$, $L_{\\max} = \\max_i\\sup|\\partial_{ii}f|$; the proximal point method,' +
    ' $x^+ = \\arg\\min_z f(z) + \\|z-x\\|^2/(2\\alpha)$, with $\\alpha < 1/L$; mirror descent,' +
    ' $x^+ = \\nabla\\Phi^*(\\nabla\\Phi(x)-\\alpha\\nabla f(x))$, with $\\alpha < \\mu/L$ for a $\\mu$-strongly convex' +
    ' $\\Phi$ of class $C^2$.',
  reference:
    'Lee, Panageas, Piliouras, Simchowitz, Jordan and Recht (2019), First-order methods almost always avoid strict saddle points; bounds on the step as commonly stated',
  params: {
    method: {
      kind: 'choice',
      label: 'Method',
      symbol: '\\varphi',
      meaning: 'The method whose ends are looked at; the entropy needs a box with positive coordinates only.',
      default: 'coordinate-descent',
      choices: COVERED.map(({ method: { id }, label }) => ({ value: id, label })),
    },
    relativeStep: {
      ...relativeStepParam(0.9),
      label: 'Step over its bound',
      symbol: '\\alpha/\\alpha_{\\max}',
      meaning: 'The step size relative to the bound of the theorem, with L estimated on the landscape’s box.',
    },
    starts: startsParam(200),
    maxIterations: iterationsParam(20_000),
  },
  example: { id: 'lee-2016' },
  inapplicable: tooManyVariables,

  *check(f, context, { method: id, relativeStep, starts, maxIterations }, rng) {
    const { domain, dimension } = context.landscape;
    const { method, label, given, factor, bound, isDefined } = coveredBy(id);
    const evidence = new Evidence();
    const { smoothness } = yield* within(0, 0.1, estimateSmoothness(f, domain));
    const largest = factor(domain) / smoothness;
    const size = `α = ${formatNumber(relativeStep * largest)}, L ≈ ${formatNumber(smoothness)} in the box`;
    evidence.hypothesis(`The step is below ${bound}`, relativeStep < 1 && largest > 0, size);
    if (isDefined) {
      const holds = isDefined(domain);
      const measured = holds
        ? 'every coordinate of the box is positive'
        : 'the box holds coordinates that are not positive';
      evidence.hypothesis(`${label} is defined in the box`, holds, measured);
      if (!holds) return evidence.report();
    }
    const params = resolveParams(method.params, { ...given, stepSize: relativeStep * largest }, { dimension });
    yield* within(
      0.1,
      1,
      measureAvoidance(
        f,
        context,
        { method, params, starts, maxIterations, tolerance: restOn(smoothness) },
        evidence,
        rng,
      ),
    );
    return evidence.report();
  },
};
