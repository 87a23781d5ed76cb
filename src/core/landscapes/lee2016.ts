import { minimum, saddle, withOpposite } from './knownPoints.ts';
import type { FormulaLandscape } from './Landscape.ts';

/** f = x²/2 + y⁴/4 − y²/2; the stable set of its saddle under gradient descent is exactly the line y = 0. */
export const lee2016: FormulaLandscape = {
  id: 'lee-2016',
  name: 'Lee et al. 2016',
  reference:
    'Lee, Simchowitz, Jordan and Recht (2016), Gradient descent only converges to minimizers, arXiv:1602.04915',
  description:
    'Descent from any point of the line y = 0 ends in the saddle, and from any other point it does not: the exceptional set is there, and it has measure zero.',
  params: {},
  dimension: 2,
  source: () => ({
    expression: 'x^2/2 + y^4/4 - y^2/2',
    variables: ['x', 'y'],
    constants: {},
    domain: [
      [-2, 2],
      [-2, 2],
    ],
  }),
  criticalPoints: () => [...withOpposite(minimum([0, 1], -0.25, [1, 2])), saddle([0, 0], 0, [-1, 1])],
  minimumValue: () => -0.25,
};
