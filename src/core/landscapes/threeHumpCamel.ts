import { minimum, saddle, withOpposite } from './knownPoints.ts';
import type { FormulaLandscape, KnownCriticalPoint } from './Landscape.ts';

// Newton's method in 45-digit arithmetic; with their mirror images and the origin these five are all (real-root count).
const POINTS: readonly KnownCriticalPoint[] = [
  minimum([1.7475523458302888, -0.8737761729151444], 0.2986384422368598, [1.9024451549928167, 12.250644136909527]),
  saddle([1.07054229182366, -0.53527114591183], 0.8773615577631402, [-4.038688172234973, 2.1655988803326287]),
];

/** f = 2x² − 1.05x⁴ + x⁶/6 + xy + y², even in (x, y). */
export const threeHumpCamel: FormulaLandscape = {
  id: 'three-hump-camel',
  name: 'Three-hump camel',
  reference: 'Dixon and Szegő (1975), Towards Global Optimisation',
  description:
    'One best valley between two worse ones, with a saddle on either side: the smallest trap for a local method.',
  params: {},
  dimension: 2,
  source: () => ({
    expression: '2*x^2 - 1.05*x^4 + x^6/6 + x*y + y^2',
    variables: ['x', 'y'],
    constants: {},
    domain: [
      [-2.2, 2.2],
      [-2, 2],
    ],
  }),
  criticalPoints: () => [minimum([0, 0], 0, [3 - Math.SQRT2, 3 + Math.SQRT2]), ...POINTS.flatMap(withOpposite)],
  minimumValue: () => 0,
};
