import { minimum, saddle, withOpposite } from './knownPoints.ts';
import type { FormulaLandscape } from './Landscape.ts';

/** f = (x² − 1)²/4 + y²/2: two equal wells and the pass between them. */
export const doubleWell: FormulaLandscape = {
  id: 'double-well',
  name: 'Double well',
  reference: 'Classical (Kramers 1940, Brownian motion in a field of force)',
  description:
    'Two equal valleys with one pass of height ¼ between them: the side on which you start decides where you end.',
  params: {},
  dimension: 2,
  source: () => ({
    expression: '(x^2 - 1)^2/4 + y^2/2',
    variables: ['x', 'y'],
    constants: {},
    domain: [
      [-2, 2],
      [-1.5, 1.5],
    ],
  }),
  criticalPoints: () => [...withOpposite(minimum([1, 0], 0, [1, 2])), saddle([0, 0], 0.25, [-1, 1])],
  minimumValue: () => 0,
};
