import { cube, dimensionOf, dimensionParam, variableNames } from './dimension.ts';
import type { FormulaLandscape } from './Landscape.ts';
import { type Root, separableCriticalPoints } from './separable.ts';

// Positive roots of 2t + 20π sin 2πt up to 5.12, in 45-digit arithmetic: maxima and minima by turns.
const POSITIVE: readonly Root[] = [
  { x: 0.5025460365546747, value: 20.251272990990113, curvature: -392.7336623081164 },
  { x: 0.9949586376523348, value: 0.9949590570932914, curvature: 396.5861378338349 },
  { x: 1.5076407318703584, value: 22.26145888480592, curvature: -392.3293178915282 },
  { x: 1.9899122337085495, value: 3.9798311905540875, curvature: 395.99142996741233 },
  { x: 2.512743318200085, value: 26.28184117751223, curvature: -391.5193741731171 },
  { x: 2.984855701039481, value: 8.95460124148701, curvature: 394.99826380556476 },
  { x: 3.517859138170441, value: 32.312440977260394, curvature: -390.3013018216983 },
  { x: 3.9797838603007536, value: 15.91924379246153, curvature: 393.6036282112256 },
  { x: 4.522993659584519, value: 40.35329019383896, curvature: -388.6712572221535 },
  { x: 4.974691390895051, value: 24.873722934542226, curvature: 391.80324331612985 },
];

const ROOTS: readonly Root[] = [
  ...POSITIVE.map((root) => ({ ...root, x: -root.x })).reverse(),
  { x: 0, value: 0, curvature: 396.78417604357435 },
  ...POSITIVE,
];

/** f = Σ x_i² + 10(1 − cos 2πx_i); the points declared are all in the box. */
export const rastrigin: FormulaLandscape = {
  id: 'rastrigin',
  name: 'Rastrigin',
  reference: 'Rastrigin (1974), Systems of Extremal Control; in n variables Mühlenbein, Schomisch and Born (1991)',
  description:
    'A bowl covered with a regular grid of dents: 121 minima in the plane’s box, and a local method takes the nearest.',
  params: { dimension: dimensionParam(1) },
  dimension: null,
  source: (params) => {
    const n = dimensionOf(params);
    const names = variableNames(n);
    const terms = names.map((name) => `${name}^2 + 10*(1 - cos(2*pi*${name}))`);
    return { expression: terms.join(' + '), variables: names, constants: {}, domain: cube(n, -5.12, 5.12) };
  },
  criticalPoints: (params) => separableCriticalPoints(ROOTS, dimensionOf(params)),
  minimumValue: () => 0,
};
