import { bySigns } from './knownPoints.ts';
import type { FormulaLandscape } from './Landscape.ts';

/**
 * f = log(1 + x² + κy²): the increasing concave map log(1 + ·) of a convex quadratic.
 *
 * Quasi-convex, because {f ≤ u} = {x² + κy² ≤ eᵘ − 1} is an ellipse for every u ≥ 0; not convex, because the second
 * derivative along x at (x, 0) is 2(1 − x²)/(1 + x²)², negative for |x| > 1. The gradient vanishes at 0 alone, and
 * λ_max ≤ 2·max(1, κ) everywhere, so gradient descent with a step below 1/max(1, κ) converges to 0 from everywhere.
 */
export const quasiConvex: FormulaLandscape = {
  id: 'quasi-convex',
  name: 'Quasi-convex bowl',
  reference: 'Bruna (2018), Mathematics of Deep Learning, lecture 10; quasi-convexity, Arrow and Enthoven (1961)',
  description:
    'A convex bowl bent until it is convex only near its bottom: every level set is still an ellipse, and gradient descent still converges from everywhere.',
  params: {
    anisotropy: {
      kind: 'number',
      label: 'Anisotropy',
      symbol: '\\kappa',
      meaning: 'Weight of y² against x² inside the logarithm: how elongated the level sets are.',
      default: 4,
      min: 0,
      minExcluded: true,
      max: 10000,
      slider: { from: 1, to: 100, scale: 'log' },
    },
  },
  dimension: 2,
  source: ({ anisotropy }) => ({
    expression: 'log(1 + x^2 + kappa*y^2)',
    variables: ['x', 'y'],
    constants: { kappa: anisotropy as number },
    domain: [
      [-4, 4],
      [-4, 4],
    ],
  }),
  criticalPoints: ({ anisotropy }) => [bySigns([0, 0], 0, [2, 2 * (anisotropy as number)])],
  minimumValue: () => 0,
};
