import { maximum, minimum, saddle } from './knownPoints.ts';
import type { FormulaLandscape, KnownCriticalPoint } from './Landscape.ts';

// Newton's method in 45-digit arithmetic; these nine are all (real-root count).
const POINTS: readonly KnownCriticalPoint[] = [
  minimum([3, 2], 0, [25.715728752538098, 82.2842712474619]),
  minimum([-2.805118086952745, 3.131312518250573], 0, [64.8403727706842, 80.55007177893319]),
  minimum([-3.779310253377747, -3.2831859912861696], 0, [70.71435474424425, 133.78561521306708]),
  minimum([3.5844283403304917, -1.8481265269644036], 0, [28.690677156755243, 105.41890833631605]),
  saddle([3.385154183607021, 0.07385187983774928], 13.31192627040559, [-14.135178485450488, 97.5478781026018]),
  saddle([0.08667750455539636, 2.884254701174776], 67.71915008752615, [-31.706622362774343, 75.507609238232]),
  saddle([-3.0730257507643897, -0.08135304428796751], 104.0151629175581, [-39.65149625621665, 72.43524806811875]),
  saddle([-0.12796134673068008, -1.9537149802445763], 178.33723920192747, [-50.610239320365764, 20.284049975935076]),
  maximum([-0.2708445906673476, -0.9230385564799815], 181.6165215225827, [-45.60522929278952, -16.066019667290867]),
];

/** f = (x² + y − 11)² + (x + y² − 7)². */
export const himmelblau: FormulaLandscape = {
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
