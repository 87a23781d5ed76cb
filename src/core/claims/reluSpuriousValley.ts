import { formatBox, formatNumber } from '../formatNumber.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Box } from '../params.ts';
import type { Rng } from '../rng.ts';
import { describeGrid } from '../topology/describeSublevels.ts';
import { countAt } from '../topology/mergeTree.ts';
import type { Claim } from './Claim.ts';
import { Evidence } from './Evidence.ts';
import { gridParam, sublevelsOf } from './sublevels.ts';
import { within } from './within.ts';

type ReluParams = { readonly resolution: number };

/** Random points at which the landscape is compared with the loss of the neuron. */
const COMPARED = 200;
const SAME = 1e-9;

/** The loss of one bias-free ReLU neuron u·max(w, 0) that is to give α for the atom (1, 0) and −β for (0, 1). */
const neuronLoss = (alpha: number, beta: number, [u, first, second]: readonly number[]): number => {
  const left = (u as number) * Math.max(first as number, 0) - alpha;
  const right = (u as number) * Math.max(second as number, 0) + beta;
  return (left * left + right * right) / 2;
};

/**
 * With u > 0 the neuron can give α and then at best 0 for −β, with u < 0 the other way round; to change sides u must be
 * 0. So the floors are β²/2 and α²/2 and the barrier is (α² + β²)/2. Source: worked out after Venturi, Bandeira and
 * Bruna (2019), §3.
 */
export const reluSpuriousValley: Claim<ReluParams> = {
  id: 'relu-spurious-valley',
  name: 'The spurious valley of one ReLU neuron',
  statement:
    'One neuron $u\\max(w,0)$ without bias, two atoms with targets $\\alpha$ and $-\\beta$:' +
    ' $L = \\tfrac12(u\\max(w_1,0)-\\alpha)^2 + \\tfrac12(u\\max(w_2,0)+\\beta)^2$. For $0 < \\alpha < \\beta$ the sublevel sets' +
    ' $\\Omega_c$ have one component for $c \\in [\\tfrac12\\alpha^2, \\tfrac12\\beta^2)$, two up to' +
    ' $\\tfrac12(\\alpha^2+\\beta^2)$, and one from there on: a spurious valley of depth $\\tfrac12\\alpha^2$.',
  reference:
    'Venturi, Bandeira and Bruna (2019), Spurious valleys in one-hidden-layer neural network optimization landscapes; the worked example is our own',
  params: { resolution: gridParam(61) },
  example: {
    id: 'formula',
    params: {
      expression: '0.5*((u*max(w1,0)-2)^2+(u*max(w2,0)+3)^2)',
      variables: ['u', 'w1', 'w2'],
      constants: {},
      domain: [
        [-3, 3],
        [-1, 4],
        [-1, 4],
      ],
    },
  },
  inapplicable: ({ dimension }) =>
    dimension === 3 ? null : 'It is about the loss of one ReLU neuron with two atoms, a function of u, w1 and w2.',

  *check(f, context, { resolution }, rng) {
    const evidence = new Evidence();
    const { alpha, beta } = targetsOf(f);
    const targets = `α = ${formatNumber(alpha)}, β = ${formatNumber(beta)}`;
    const distance = greatestDistance(f, context.landscape.domain, alpha, beta, rng);
    const isNeuron = distance <= SAME;
    evidence.hypothesis(
      'The landscape is the loss of one ReLU neuron with two atoms',
      isNeuron,
      isNeuron
        ? `${targets}, at ${COMPARED} random points`
        : `it differs from it by up to ${formatNumber(distance)}, relatively`,
    );
    evidence.hypothesis('0 < α < β', alpha > 0 && alpha < beta, targets);
    const { domain } = context.landscape;
    evidence.hypothesis('The box holds points of both floors', holdsFloors(domain, alpha, beta), formatBox(domain));
    if (!evidence.stands) return evidence.report();
    const { forest, tree } = yield* within(0, 1, sublevelsOf(f, context, resolution));
    const [low, high, barrier] = [(alpha * alpha) / 2, (beta * beta) / 2, (alpha * alpha + beta * beta) / 2];
    const levels = [(low + high) / 2, (high + barrier) / 2, barrier + low];
    for (const [k, count] of [1, 2, 1].entries()) {
      const level = levels[k] as number;
      const name = `Components at c = ${formatNumber(level)} on ${describeGrid(forest)}`;
      evidence.about(name, countAt(tree, level), count, 0);
    }
    const valley = tree.spurious[0];
    const slack = forest.leaves[0]?.slack ?? 0;
    evidence.about('Spurious valleys', tree.spurious.length, 1, 0);
    evidence.about('Floor of the spurious valley', valley?.floor ?? Number.NaN, high, slack);
    evidence.about('Its barrier', valley?.barrier ?? Number.NaN, barrier, slack);
    return evidence.report();
  },
};

/**
 * Whether a box reaches both floors, u·w₁ = α with w₂ ≤ 0 and u·w₂ = −β with w₁ ≤ 0. The side u = 0 between them is in it
 * then.
 */
function holdsFloors(box: Box, alpha: number, beta: number): boolean {
  const [[least, most], [left, right], [down, up]] = box as [Box[number], Box[number], Box[number]];
  return left <= 0 && down <= 0 && most > 0 && most * right >= alpha && least < 0 && -least * up >= beta;
}

/** α and β, were the landscape such a loss: from its values at (1, 0, 0), (1, 1, 0) and (1, 0, 1). */
function targetsOf(f: Objective): { readonly alpha: number; readonly beta: number } {
  const none = f.value(Float64Array.of(1, 0, 0));
  return {
    alpha: 0.5 - (f.value(Float64Array.of(1, 1, 0)) - none),
    beta: f.value(Float64Array.of(1, 0, 1)) - none - 0.5,
  };
}

/** How far the landscape is from the loss at random points of the box, relative to the loss or to 1. */
function greatestDistance(f: Objective, box: Box, alpha: number, beta: number, rng: Rng): number {
  let greatest = 0;
  for (let k = 0; k < COMPARED; k++) {
    const x = Float64Array.from(box, ([low, high]) => low + (high - low) * rng.uniform());
    const loss = neuronLoss(alpha, beta, [...x]);
    const distance = Math.abs(f.value(x) - loss) / Math.max(1, Math.abs(loss));
    // Also where it is no number.
    if (!(distance <= greatest)) greatest = distance;
  }
  return greatest;
}
