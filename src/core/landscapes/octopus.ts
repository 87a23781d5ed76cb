import type { NumberParam, Params } from '../params.ts';
import { cube, dimensionParam, variableNames } from './dimension.ts';
import { bySigns } from './knownPoints.ts';
import type { FormulaLandscape, KnownCriticalPoint } from './Landscape.ts';

const DIMENSION = { ...dimensionParam(2), max: 20, slider: { from: 2, to: 20, scale: 'linear' as const } };

/** Up to so many points are listed; a picture with more would show none of them. */
const LIMIT = 1000;

function scaleParam(label: string, symbol: string, meaning: string, standard: number, to: number): NumberParam {
  return {
    kind: 'number',
    label,
    symbol,
    meaning,
    default: standard,
    min: 0.1,
    max: 1000,
    slider: { from: 0.1, to, scale: 'linear' },
  };
}

/** The parameters as numbers, with ν, by which f falls from each saddle to the next. */
function constantsOf(params: Params) {
  const { L, gamma, tau } = params as { readonly L: number; readonly gamma: number; readonly tau: number };
  return { L, gamma, tau, nu: ((37 * L + 13 * gamma) / 6) * tau * tau };
}

/** |x| ≤ bound, by squares, which round alike on both sides at the bound itself. */
const within = (x: string, bound: string) => `${x}^2 <= ${bound}^2`;
const beyond = (x: string, bound: string) => `${x}^2 > ${bound}^2`;
/** |x| as a choice: f is smooth at 0, and `abs` would have it called a function with kinks. */
const modulus = (x: string) => `(${x} < 0 ? -${x} : ${x})`;
/** No value and no slope. */
const nothing = (x: string) => `0/0*${x}`;

/** g1 at a: from −γa² at τ over to L(a − 4τ)² − ν at 2τ. */
function descent(a: string): string {
  const cubic = `(10*gamma - 14*L)/(3*tau)*(${a} - tau)^3`;
  return `-gamma*${a}^2 + ${cubic} + (5*L - 3*gamma)/(2*tau^2)*(${a} - tau)^4`;
}

/** g2 at a: from L at τ over to −γ at 2τ. */
function turn(a: string): string {
  const s = `(${a}/tau - 2)`;
  return `-gamma - (L + gamma)*(10*${s}^3 + 15*${s}^4 + 6*${s}^5)`;
}

/** The part of f that is x's own while x is the first coordinate not beyond 2τ, and afterwards. */
function own(x: string): string {
  const a = modulus(x);
  const arrived = `L*(${a} - 4*tau)^2 - nu`;
  return `(${within(x, 'tau')} ? -gamma*${x}^2 : (${within(x, '(2*tau)')} ? ${descent(a)} : ${arrived}))`;
}

/** The part of x, which follows `before`, while some coordinate before it is not beyond 2τ. */
function waiting(x: string, before: string, beforeTurns: string): string {
  return `(${within(x, 'tau')} ? (${beforeTurns} ? ${turn(modulus(before))} : L)*${x}^2 : ${nothing(x)})`;
}

/** f as a sum with one part for each coordinate, so that the text grows as n² and the graph as n. */
function expression(names: readonly string[]): string {
  const parts = names.map((x, j) => {
    const before = names[j - 1];
    if (before === undefined) return own(x);
    // From the left, so that the graph shares each run of conditions with the next coordinate's.
    const reached = names.slice(0, j).map((name) => beyond(name, '(2*tau)'));
    const turns = [...reached.slice(0, -1), beyond(before, 'tau')];
    return `(${reached.join(' and ')} ? ${own(x)} : ${waiting(x, before, turns.join(' and '))})`;
  });
  return parts.join(' + ');
}

/** (±4τ, …, ±4τ, 0, …, 0) with each number of zeros, as long as their number stays within the limit. */
function criticalPoints(params: Params): readonly KnownCriticalPoint[] {
  const { L, gamma, tau, nu } = constantsOf(params);
  const n = params.dimension as number;
  const found: KnownCriticalPoint[] = [];
  let heads: readonly (readonly number[])[] = [[]];
  for (let k = 0; k <= n && found.length + heads.length <= LIMIT; k++) {
    const rest = Array.from({ length: n - k }, () => 0);
    const eigenvalues = Array.from({ length: n }, (_, i) => (i === k ? -2 * gamma : 2 * L));
    found.push(...heads.map((head) => bySigns([...head, ...rest], -k * nu, eigenvalues)));
    heads = heads.flatMap((head) => [
      [...head, 4 * tau],
      [...head, -4 * tau],
    ]);
  }
  return found;
}

/**
 * The octopus: a tube of 2^n − 1 saddles, one behind the other, that ends in 2^n minima. With a = |x| coordinate by
 * coordinate let i be the first with a_i ≤ 2τ. The coordinates before it have settled near 4τ, x_i runs away from the
 * saddle as −γx_i², the others shrink as Lx_j²; for τ < a_i ≤ 2τ a quartic g1 takes x_i down to the next saddle and a
 * quintic g2 turns the curvature along x_{i+1} from L to −γ. f is twice continuously differentiable in the tube, whose
 * points have a_j ≤ τ for j > i; outside it f has neither value nor slope (0/0). In two variables the tube is an H: the
 * slabs 2τ < |x| and the bar |y| ≤ τ between them. The source's far walls, a_j ≤ 6τ for j < i, are left out: the
 * bowls about 4τ go on, and the picture's box ends there.
 *
 * For L ≥ γ the points declared are all. In doubles a run that halves a coordinate in every step loses it below
 * 1e-308 and then stands still for ever; the experiment `escape` counts in a representation that does not.
 */
export const octopus: FormulaLandscape = {
  id: 'octopus',
  name: 'Octopus',
  reference:
    'Du, Jin, Lee, Jordan, Póczos and Singh (2017), Gradient descent can take exponential time to escape saddle points, arXiv:1705.10412',
  description:
    'Saddle behind saddle in a tube: each holds gradient descent longer than the one before by a constant factor, so that its time is exponential in the dimension.',
  params: {
    L: scaleParam('Contraction', 'L', 'Curvature 2L across the tube, which draws the waiting coordinates in.', 1, 10),
    gamma: scaleParam('Escape', '\\gamma', 'Curvature −2γ along the way out of each saddle; at most L.', 1, 10),
    tau: scaleParam('Length', '\\tau', 'A quarter of the distance from one saddle to the next.', Math.E, 10),
    dimension: DIMENSION,
  },
  dimension: null,
  source: (params) => {
    const names = variableNames(params.dimension as number);
    const constants = constantsOf(params);
    const domain = cube(names.length, -6 * constants.tau, 6 * constants.tau);
    return { expression: expression(names), variables: names, constants, domain };
  },
  criticalPoints,
  minimumValue: (params) => -(params.dimension as number) * constantsOf(params).nu,
};
