import { cube, dimensionOf, dimensionParam, variableNames } from './dimension.ts';
import type { FormulaLandscape } from './Landscape.ts';
import { type Root, separableCriticalPoints } from './separable.ts';

// Roots of the derivative of (t⁴ − 16t² + 5t)/2 in 45-digit arithmetic; a cubic has no more than these three.
const ROOTS: readonly Root[] = [
  { x: -2.903534027771177, value: -39.16616570377141, curvature: 34.583059102550685 },
  { x: 0.1567312567803401, value: 0.19561235905535806, curvature: -15.85261187888833 },
  { x: 2.746802770990837, value: -25.02944665528394, curvature: 29.269552776337644 },
];

/** f = ½ Σ x_i⁴ − 16x_i² + 5x_i. */
export const styblinskiTang: FormulaLandscape = {
  id: 'styblinski-tang',
  name: 'Styblinski–Tang',
  reference:
    'Styblinski and Tang (1990), Experiments in nonconvex optimization: stochastic approximation with function smoothing and simulated annealing',
  description: 'Two unequal wells per coordinate, so 2ⁿ minima in n dimensions, only one of which is the best.',
  params: { dimension: dimensionParam(1) },
  dimension: null,
  source: (params) => {
    const n = dimensionOf(params);
    const names = variableNames(n);
    const terms = names.map((name) => `${name}^4 - 16*${name}^2 + 5*${name}`);
    return { expression: `(${terms.join(' + ')})/2`, variables: names, constants: {}, domain: cube(n, -5, 5) };
  },
  criticalPoints: (params) => separableCriticalPoints(ROOTS, dimensionOf(params)),
  minimumValue: (params) => dimensionOf(params) * (ROOTS[0] as Root).value,
};
