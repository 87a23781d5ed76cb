import { minimum, saddle } from './knownPoints.ts';
import type { FormulaLandscape, KnownCriticalPoint } from './Landscape.ts';

// Newton's method in 45-digit arithmetic; these three are all (real-root count).
const POINTS: readonly KnownCriticalPoint[] = [
  minimum([3, 0.5], 0, [0.3014636465222471, 48.979786353477756]),
  saddle([0, 1], 14.203125, [-27.75, 27.75]),
  saddle([0.10053793732415836, -2.644513585023125], 9.86451228475556, [-0.7810271726932424, 867.7521793329279]),
];

/** f = (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²; constant on y = 1, so not coercive. */
export const beale: FormulaLandscape = {
  id: 'beale',
  name: 'Beale',
  reference: 'Beale (1958), On an iterative method for finding a local minimum of a function of more than one variable',
  description: 'Steep walls at the corners, a flat valley bent around two saddles, and one minimum at (3, ½).',
  params: {},
  dimension: 2,
  source: () => ({
    expression: '(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2',
    variables: ['x', 'y'],
    constants: {},
    domain: [
      [-4.5, 4.5],
      [-4.5, 4.5],
    ],
  }),
  criticalPoints: () => POINTS,
  minimumValue: () => 0,
};
