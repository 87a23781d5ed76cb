import type { NumberParam } from '../params.ts';
import { bySigns } from './knownPoints.ts';
import type { FormulaLandscape } from './Landscape.ts';

function halfCurvature(axis: 'x' | 'y', index: 1 | 2, standard: number): NumberParam {
  return {
    kind: 'number',
    label: `Coefficient of ${axis}²`,
    symbol: `\\lambda_${index}`,
    meaning: `Half the curvature along ${axis}; below zero, descent runs away along ${axis}.`,
    default: standard,
    min: -1000,
    max: 1000,
    slider: { from: -5, to: 5, scale: 'linear' },
  };
}

/**
 * f = θᵀHθ with H = diag(λ1, λ2) and no factor ½, as in the lectures: the Hessian is 2H, and gradient descent with
 * step γ gives θ_i(1 − 2γλ_i)^k.
 */
export const quadraticSaddle: FormulaLandscape = {
  id: 'quadratic-saddle',
  name: 'Quadratic saddle',
  reference: 'Bruna (2018), Mathematics of Deep Learning, lecture 10, where the iterates are written with H for 2H',
  description:
    'The simplest strict saddle: each coordinate shrinks or grows by a constant factor a step, so that descent escapes unless it starts exactly on the axis of positive curvature.',
  params: { lambda1: halfCurvature('x', 1, 1), lambda2: halfCurvature('y', 2, -1) },
  dimension: 2,
  source: ({ lambda1, lambda2 }) => ({
    expression: 'lambda1*x^2 + lambda2*y^2',
    variables: ['x', 'y'],
    constants: { lambda1: lambda1 as number, lambda2: lambda2 as number },
    domain: [
      [-2, 2],
      [-2, 2],
    ],
  }),
  criticalPoints: ({ lambda1, lambda2 }) => [bySigns([0, 0], 0, [2 * (lambda1 as number), 2 * (lambda2 as number)])],
  minimumValue: ({ lambda1, lambda2 }) => ((lambda1 as number) >= 0 && (lambda2 as number) >= 0 ? 0 : undefined),
};
