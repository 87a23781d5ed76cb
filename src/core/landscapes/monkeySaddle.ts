import type { FormulaLandscape } from './Landscape.ts';

/** f = x³ − 3xy²; the Hessian at its one critical point is zero. */
export const monkeySaddle: FormulaLandscape = {
  id: 'monkey-saddle',
  name: 'Monkey saddle',
  reference: 'Classical (Hilbert and Cohn-Vossen 1932, Anschauliche Geometrie)',
  description:
    'Three ways down and three ways up from a point with no curvature at all: not a strict saddle, so the second derivatives say nothing.',
  params: {},
  dimension: 2,
  source: () => ({
    expression: 'x^3 - 3*x*y^2',
    variables: ['x', 'y'],
    constants: {},
    domain: [
      [-1.5, 1.5],
      [-1.5, 1.5],
    ],
  }),
  criticalPoints: () => [{ x: [0, 0], value: 0, type: 'degenerate', eigenvalues: [0, 0] }],
};
