import { minimum, saddle } from './knownPoints.ts';
import type { FormulaLandscape, KnownCriticalPoint } from './Landscape.ts';

// Newton's method in 45-digit arithmetic. The second saddle's −72.2489 is right; the −46.62 found in print is not.
const POINTS: readonly KnownCriticalPoint[] = [
  minimum([-0.5582236346330243, 1.4417258418046686], -146.69951720995402, [410.5311346928894, 4068.1989550264857]),
  minimum([0.6234994049308765, 0.028037758528685664], -108.16672411685235, [543.8361890186197, 3005.395864532676]),
  minimum([-0.050010822998206056, 0.4666941048719721], -80.76781812965903, [221.03747287232116, 1479.1970220128342]),
  saddle([-0.8220015587327321, 0.6243128028148713], -40.664843508657405, [-750.8626628392774, 490.2407080596307]),
  saddle([0.212486582000662, 0.2929883251073678], -72.24894011232522, [-735.2472621113645, 510.8865654725472]),
];

/** The model potential of Müller and Brown: four Gaussian terms, three of them wells. */
export const mullerBrown: FormulaLandscape = {
  id: 'muller-brown',
  name: 'Müller–Brown',
  reference:
    'Müller and Brown (1979), Location of saddle points and minimum energy paths by a constrained simplex optimization procedure',
  description:
    'The chemists’ test for paths between molecules’ states: three wells joined by two passes along a curved valley.',
  params: {},
  dimension: 2,
  source: () => ({
    expression:
      '-200*exp(-(x - 1)^2 - 10*y^2) - 100*exp(-x^2 - 10*(y - 0.5)^2)' +
      ' - 170*exp(-6.5*(x + 0.5)^2 + 11*(x + 0.5)*(y - 1.5) - 6.5*(y - 1.5)^2)' +
      ' + 15*exp(0.7*(x + 1)^2 + 0.6*(x + 1)*(y - 1) + 0.7*(y - 1)^2)',
    variables: ['x', 'y'],
    constants: {},
    domain: [
      [-1.5, 1.2],
      [-0.2, 2],
    ],
  }),
  criticalPoints: () => POINTS,
  minimumValue: () => -146.69951720995402,
};
