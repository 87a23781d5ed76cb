import type { Params } from '../params.ts';
import { bySigns, withOpposite } from './knownPoints.ts';
import type { FormulaLandscape, KnownCriticalPoint } from './Landscape.ts';

function numbersOf(params: Params): { readonly t: number; readonly mu: number } {
  return { t: params.target as number, mu: params.regularization as number };
}

/**
 * With target t and regularisation μ: the origin, with eigenvalues μ ∓ t; and, for |t| > μ, ±(r, r sign t) with
 * r² = |t| − μ and eigenvalues 2μ and 2(|t| − μ). Without regularisation the whole hyperbola xy = t is critical, and
 * its two points nearest to the origin stand for it.
 */
function criticalPoints(params: Params): readonly KnownCriticalPoint[] {
  const { t, mu } = numbersOf(params);
  const origin = bySigns([0, 0], (t * t) / 2, [mu - t, mu + t]);
  const excess = Math.abs(t) - mu;
  if (excess <= 0) return [origin];
  const r = Math.sqrt(excess);
  const value = mu * Math.abs(t) - (mu * mu) / 2;
  return [origin, ...withOpposite(bySigns([r, t > 0 ? r : -r], value, [2 * mu, 2 * excess]))];
}

/** f = (xy − t)²/2 + μ(x² + y²)/2: the factorisation of a 1×1 matrix. */
export const matrixFactorization: FormulaLandscape = {
  id: 'matrix-factorization',
  name: 'Matrix factorisation',
  reference: 'After Baldi and Hornik (1989), Neural networks and principal component analysis; the 1×1 case',
  description:
    'The smallest two-layer linear network: a strict saddle at 0 and no bad minima; without regularisation the minima form a whole curve.',
  params: {
    target: {
      kind: 'number',
      label: 'Target',
      symbol: 't',
      meaning: 'The number to be written as a product xy.',
      default: 1,
      min: -100,
      max: 100,
      slider: { from: -3, to: 3, scale: 'linear' },
    },
    regularization: {
      kind: 'number',
      label: 'Regularisation',
      symbol: '\\mu',
      meaning: 'Weight of (x² + y²)/2; above zero it picks two balanced factorisations out of the curve.',
      default: 0,
      min: 0,
      max: 100,
      slider: { from: 0, to: 2, scale: 'linear' },
    },
  },
  dimension: 2,
  source: (params) => {
    const { t, mu } = numbersOf(params);
    const half = 2.5 * Math.max(1, Math.sqrt(Math.abs(t)));
    return {
      expression: '(x*y - target)^2/2 + regularization*(x^2 + y^2)/2',
      variables: ['x', 'y'],
      constants: { target: t, regularization: mu },
      domain: [
        [-half, half],
        [-half, half],
      ],
    };
  },
  criticalPoints,
  minimumValue: (params) => {
    const { t, mu } = numbersOf(params);
    return Math.abs(t) > mu ? mu * Math.abs(t) - (mu * mu) / 2 : (t * t) / 2;
  },
};
