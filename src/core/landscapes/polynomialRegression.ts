import type { PublishedCurve } from '../networks/freemanBrunaFigures.ts';
import { parameterNames, randomParameters, regressionNets, weightPositions } from '../networks/regressionNets.ts';
import type { Params } from '../params.ts';
import { cube } from './dimension.ts';
import type { CodeLandscape } from './Landscape.ts';

const LOSSES = {
  absolute: {
    tex: (error: string) => `\\bigl| ${error} \\bigr|`,
    constant: 'Least mean |error| of a constant prediction',
  },
  squared: {
    tex: (error: string) => `\\bigl( ${error} \\bigr)^2`,
    constant: 'Least mean squared error of a constant prediction',
  },
};

const netOf = ({ target }: Params) => regressionNets[target as keyof typeof regressionNets];
const lossOf = ({ loss }: Params) => LOSSES[loss as keyof typeof LOSSES];

async function publishedCurve(target: keyof typeof regressionNets): Promise<PublishedCurve> {
  const { freemanBrunaFigures } = await import('../networks/freemanBrunaFigures.ts');
  return freemanBrunaFigures[target];
}

/**
 * Mean error of a 1-4-4-1 network on a quadratic or a cubic polynomial, as a function of its 24 or 33 parameters. The
 * source draws its points at random; here they are evenly spaced, so that there is one landscape and not one per draw.
 */
export const polynomialRegression: CodeLandscape = {
  id: 'polynomial-regression',
  name: 'Polynomial regression network',
  reference: 'Freeman and Bruna (2016), Topology and geometry of half-rectified network optimization, arXiv:1611.01540',
  description:
    'The error of a small network (1-4-4-1, sigmoid units) that learns a polynomial: its level sets become more curved as the level falls.',
  params: {
    target: {
      kind: 'choice',
      label: 'Target',
      symbol: 'y',
      meaning:
        'The polynomial to learn on [0, 1], each with its own network: 24 weights and no biases for the quadratic one, 33 weights and biases for the cubic one.',
      default: 'cubic',
      choices: [
        { value: 'quadratic', label: 'Quadratic' },
        { value: 'cubic', label: 'Cubic' },
      ],
    },
    loss: {
      kind: 'choice',
      label: 'Loss',
      symbol: '\\ell',
      meaning: 'The mean of |error|, as in the paper, which has kinks; or the mean of its square, which is smooth.',
      default: 'absolute',
      choices: [
        { value: 'absolute', label: 'Mean |error|' },
        { value: 'squared', label: 'Mean squared error' },
      ],
    },
    points: {
      kind: 'integer',
      label: 'Points',
      symbol: 'N',
      meaning: 'Evenly spaced points on [0, 1] over which the mean is taken; an evaluation takes time in proportion.',
      default: 10_000,
      min: 10,
      max: 100_000,
      slider: { from: 100, to: 10_000, scale: 'log' },
    },
  },
  dimension: null,
  code: (params) => {
    const net = netOf(params);
    const variables = parameterNames(net);
    const error = `\\hat y_\\theta(x_i) - (${net.tex.replaceAll('x', 'x_i')})`;
    return {
      variables,
      constants: {},
      domain: cube(variables.length, -5, 5),
      tex: `\\frac1N \\sum_{i=1}^N ${lossOf(params).tex(error)}`,
      smoothness: { piecewise: false, nonSmooth: params.loss === 'absolute' ? ['abs'] : [] },
    };
  },
  load: async () => (await import('../networks/polynomialLoss.ts')).createPolynomialLoss,
  knownLevels: (params) => [
    {
      name: lossOf(params).constant,
      short: 'best constant',
      value: netOf(params).constantError[params.loss as keyof typeof LOSSES],
    },
  ],
  publishedLengths: ({ target, loss }) =>
    loss === 'absolute' ? publishedCurve(target as keyof typeof regressionNets) : null,
  weightPositions: (params) => weightPositions(netOf(params)),
  initialPoint: (params, stream) => randomParameters(netOf(params), stream),
  // Steepest descent stays at the best constant; the source takes 1e-3, which needs ten times the steps.
  training: { id: 'adam', params: { stepSize: 0.01 } },
};
