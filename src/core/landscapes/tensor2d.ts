import { maximum, minimum, saddle } from './knownPoints.ts';
import type { FormulaLandscape } from './Landscape.ts';

const EIGHTH = Math.PI / 8;

/** f = 1 + cos 2φ cos 2ψ, one period of it; the eight points declared are all (f is π-periodic in both angles). */
export const tensor2d: FormulaLandscape = {
  id: 'tensor-2d',
  name: 'Orthogonal tensor in two dimensions',
  reference: 'Ge, Huang, Jin and Yuan (2015), Escaping from saddle points, arXiv:1503.02101',
  description:
    'Two unit vectors at angles φ and ψ look for the two components of a tensor: every minimum is a solution, and every saddle is strict.',
  params: {},
  dimension: 2,
  source: () => ({
    expression: '1 + cos(2*phi)*cos(2*psi)',
    variables: ['phi', 'psi'],
    constants: {},
    domain: [
      [-EIGHTH, 7 * EIGHTH],
      [-EIGHTH, 7 * EIGHTH],
    ],
  }),
  criticalPoints: () => [
    minimum([0, 4 * EIGHTH], 0, [4, 4]),
    minimum([4 * EIGHTH, 0], 0, [4, 4]),
    maximum([0, 0], 2, [-4, -4]),
    maximum([4 * EIGHTH, 4 * EIGHTH], 2, [-4, -4]),
    ...[2, 6].flatMap((i) => [2, 6].map((j) => saddle([i * EIGHTH, j * EIGHTH], 1, [-4, 4]))),
  ],
  minimumValue: () => 0,
};
