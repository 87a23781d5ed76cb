import { maximum, minimum, saddle } from './knownPoints.ts';
import type { KnownCriticalPoint, Landscape } from './Landscape.ts';

// Newton's method in 45-digit arithmetic; these nine are all (real-root count).
const POINTS: readonly KnownCriticalPoint[] = [
  minimum([3, 2], 0, [25.715728752538099, 82.2842712474619]),
  minimum([-2.805118086952745, 3.131312518250573], 0, [64.840370770684193, 80.550071778933182]),
  minimum([-3.779310253377747, -3.283185991286169], 0, [70.71435474424425, 133.78561521306708]),
  minimum([3.584428340330492, -1.848126526964404], 0, [28.690677156755244, 105.41890833631605]),
  saddle([3.385154183607021, 0.07385187983774929], 13.31192627040559, [-14.135178485450489, 97.547878102601799]),
  saddle([0.08667750455539635, 2.884254701174776], 67.71915008752614, [-31.706622362774344, 75.507609238232008]),
  saddle([-3.07302575076439, -0.08135304428796751], 104.01516291755811, [-39.651496256216651, 72.435248068118747]),
  saddle([-0.12796134673068007, -1.9537149802445764], 178.33723920192746, [-50.610239320365763, 20.284049975935077]),
  maximum([-0.2708445906673476, -0.9230385564799815], 181.6165215225827, [-45.605229292789516, -16.066019667290868]),
];

/** f = (x² + y − 11)² + (x + y² − 7)². */
export const himmelblau: Landscape = {
  id: 'himmelblau',
  name: 'Himmelblau',
  reference: 'Himmelblau (1972), Applied Nonlinear Programming',
  description: 'Four equally good minima in four basins: which one a run finds depends on its start and on its method.',
  params: {},
  dimension: 2,
  source: () => ({
    expression: '(x^2 + y - 11)^2 + (x + y^2 - 7)^2',
    variables: ['x', 'y'],
    constants: {},
    domain: [
      [-5, 5],
      [-5, 5],
    ],
  }),
  criticalPoints: () => POINTS,
  minimumValue: () => 0,
};
