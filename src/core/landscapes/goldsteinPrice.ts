import { maximum, minimum, saddle } from './knownPoints.ts';
import type { FormulaLandscape, KnownCriticalPoint } from './Landscape.ts';

// Points and values are exact; eigenvalues from 45-digit arithmetic.
const POINTS: readonly KnownCriticalPoint[] = [
  minimum([0, -1], 3, [402.8310116673604, 965.1689883326395]),
  minimum([-0.6, -0.4], 30, [447.91778179851815, 4340.082218201482]),
  minimum([1.8, 0.2], 84, [207.6259666218459, 26216.374033378153]),
  minimum([1.2, 0.8], 840, [2061.414393441207, 13202.585606558794]),
  saddle([-0.4, -0.6], 35, [-300.6755900109116, 5028.675590010912]),
  saddle([1.2, -0.2], 99, [-138.48625930212415, 30882.486259302124]),
  saddle([1.4, 0.6], 980, [-8660.26656420601, 2444.266564206009]),
  saddle([0.6, 0.4], 990, [-1389.1860901781936, 15393.186090178193]),
  maximum([0.8, 0.2], 1155, [-10372.53463893262, -1603.46536106738]),
];

/** The product of two quartics of Goldstein and Price; values from 3 to about a million on its box. */
export const goldsteinPrice: FormulaLandscape = {
  id: 'goldstein-price',
  name: 'Goldstein–Price',
  reference: 'Goldstein and Price (1971), On descent from local minima',
  description:
    'Four minima with values 3, 30, 84 and 840, on a range of six powers of ten: best seen on a logarithmic scale.',
  params: {},
  dimension: 2,
  source: () => ({
    expression:
      '(1 + (x + y + 1)^2*(19 - 14*x + 3*x^2 - 14*y + 6*x*y + 3*y^2))' +
      '*(30 + (2*x - 3*y)^2*(18 - 32*x + 12*x^2 + 48*y - 36*x*y + 27*y^2))',
    variables: ['x', 'y'],
    constants: {},
    domain: [
      [-2, 2],
      [-2, 2],
    ],
  }),
  criticalPoints: () => POINTS,
  minimumValue: () => 3,
};
