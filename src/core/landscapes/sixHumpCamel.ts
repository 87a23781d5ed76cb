import { maximum, minimum, saddle, withOpposite } from './knownPoints.ts';
import type { FormulaLandscape, KnownCriticalPoint } from './Landscape.ts';

// Newton's method in 45-digit arithmetic; with their mirror images these fifteen are all (real-root count).
const POINTS: readonly KnownCriticalPoint[] = [
  minimum([0.08984201310031806, -0.7126564030207396], -1.0316284534898774, [7.682251413369077, 16.49319523222773]),
  minimum([1.703606714969981, -0.7960835686726251], -0.21546382438371764, [18.81713863516046, 22.697515006928896]),
  minimum([1.6071047529201972, 0.5686514548841314], 2.1042503103112584, [7.121512120207152, 10.02160251618325]),
  saddle([1.1092053368047865, -0.7682680925095399], 0.5437186009781851, [-7.902619119987387, 20.366739739128]),
  saddle([1.2960702671671092, 0.6050843880386585], 2.22947081802986, [-6.177182126967409, 9.637588488012842]),
  saddle([1.6380679841897785, 0.22867406904439408], 2.2293571975307147, [-5.545775017246524, 12.436664436358388]),
  maximum([1.2302298765166526, 0.16233458445899496], 2.496295351023577, [-8.014907156539829, -5.953724166834645]),
];

/** f = (4 − 2.1x² + x⁴/3)x² + xy + (−4 + 4y²)y², even in (x, y). */
export const sixHumpCamel: FormulaLandscape = {
  id: 'six-hump-camel',
  name: 'Six-hump camel',
  reference: 'Dixon and Szegő (1978), The global optimization problem: an introduction',
  description:
    'Six valleys at three different depths in a small box: a run that converges need not have found the best.',
  params: {},
  dimension: 2,
  source: () => ({
    expression: '(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (-4 + 4*y^2)*y^2',
    variables: ['x', 'y'],
    constants: {},
    domain: [
      [-2, 2],
      [-1.2, 1.2],
    ],
  }),
  criticalPoints: () => [saddle([0, 0], 0, [-Math.sqrt(65), Math.sqrt(65)]), ...POINTS.flatMap(withOpposite)],
  minimumValue: () => -1.0316284534898774,
};
