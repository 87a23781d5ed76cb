import { cube, dimensionOf, dimensionParam, variableNames } from './dimension.ts';
import { maximum, minimum, saddle, withReflections } from './knownPoints.ts';
import type { FormulaLandscape, KnownCriticalPoint } from './Landscape.ts';

// The ring of critical points nearest to the cusp, in the plane; Newton's method in 45-digit arithmetic.
const RING: readonly KnownCriticalPoint[] = [
  minimum([0.9521665459501717, 0], 2.579927557029872, [47.466900192901896, 55.06380301094773]),
  saddle([0.6257806168564638, 0], 3.2524692451131805, [-22.25285719732229, 27.029127811894963]),
  saddle([0.5774125352782147, 0.8747620388753442], 4.5587771352999855, [-17.110544238975958, 9.377357863071198]),
  maximum([0.6730965201107377, 0.6730965201107377], 4.608932401890219, [-15.838681997991433, -3.1658255179766064]),
];

/** f = −20 exp(−0.2 √(Σx_i²/n)) − exp(Σcos(2πx_i)/n) + 20 + e; a cusp at 0, where no Hessian exists. */
export const ackley: FormulaLandscape = {
  id: 'ackley',
  name: 'Ackley',
  reference: 'Ackley (1987), A Connectionist Machine for Genetic Hillclimbing',
  description:
    'A nearly flat plain of dents around a funnel whose tip is a cusp: the gradient does not vanish there, it jumps.',
  params: { dimension: dimensionParam(1) },
  dimension: null,
  source: (params) => {
    const n = dimensionOf(params);
    const names = variableNames(n);
    const squares = names.map((name) => `${name}^2`).join(' + ');
    const cosines = names.map((name) => `cos(2*pi*${name})`).join(' + ');
    return {
      expression: `-20*exp(-0.2*sqrt((${squares})/${n})) - exp((${cosines})/${n}) + 20 + e`,
      variables: names,
      constants: {},
      domain: cube(n, -5, 5),
    };
  },
  criticalPoints: (params) => {
    const n = dimensionOf(params);
    const cusp = minimum(new Array<number>(n).fill(0), 0);
    return n === 2 ? [cusp, ...RING.flatMap((point) => withReflections(point, true))] : [cusp];
  },
  minimumValue: () => 0,
};
