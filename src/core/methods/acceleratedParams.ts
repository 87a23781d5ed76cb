import type { NumberParam, ParamContext, ParamSpecs } from '../params.ts';
import { type AcceleratedConstants, acceleratedConstants } from './acceleratedTheory.ts';
import { momentumParam, stepSizeParam } from './commonParams.ts';
import type { PerturbationTheory } from './perturbationTheory.ts';
import {
  accuracyParam,
  failureProbabilityParam,
  hessianLipschitzParam,
  smoothnessParam,
  suboptimalityParam,
  theoremConstantParam,
} from './theoryParams.ts';

/** A constant of the method that follows from the theory's parameters unless it is given. */
function derived(name: keyof AcceleratedConstants, tex: string) {
  const of = (values: Readonly<Record<string, number>>, { dimension }: ParamContext): number =>
    acceleratedConstants(values as PerturbationTheory, dimension)[name];
  return { tex, of };
}

/** A number that is not negative and follows from the theory, with a logarithmic slider. */
function constant(
  name: keyof AcceleratedConstants,
  tex: string,
  label: string,
  symbol: string,
  meaning: string,
): NumberParam {
  const slider = { from: 1e-8, to: 1, scale: 'log' } as const;
  return { kind: 'number', label, symbol, meaning, default: derived(name, tex), min: 0, max: 1e12, slider };
}

/**
 * The parameters of perturbed accelerated gradient descent: seven constants, which follow from the other six by the
 * formulas of Jin, Netrapalli and Jordan (2018), §3, where they are left out.
 */
export const acceleratedParams: ParamSpecs = {
  stepSize: stepSizeParam(derived('stepSize', '1/(4\\ell)')),
  momentum: {
    ...momentumParam(0),
    symbol: '1-\\theta',
    default: derived('momentum', '1 - \\tfrac14\\bigl(\\sqrt{\\rho\\varepsilon}/\\ell\\bigr)^{1/2}'),
  },
  radius: constant(
    'radius',
    '\\eta\\varepsilon\\,\\chi^{-5}c^{-8}',
    'Perturbation radius',
    'r',
    'Radius of the ball from which the perturbation is drawn.',
  ),
  gradientThreshold: constant(
    'gradientThreshold',
    '\\varepsilon',
    'Gradient threshold',
    'g_{\\mathrm{thres}}',
    'The iterate is perturbed only where the gradient’s norm is at most this.',
  ),
  waitIterations: {
    kind: 'integer',
    label: 'Waiting time',
    symbol: '\\mathscr T',
    meaning: 'Iterations after a perturbation within which no other comes.',
    default: derived('waitIterations', '\\bigl\\lceil\\sqrt{\\kappa}\\,\\chi c\\bigr\\rceil'),
    min: 1,
    max: 1e15,
    slider: { from: 1, to: 1e4, scale: 'log' },
  },
  curvatureThreshold: constant(
    'curvatureThreshold',
    '\\theta^2/\\eta',
    'Curvature threshold',
    '\\gamma',
    'Negative curvature is exploited where f lies below its tangent by more than half of this times the squared distance.',
  ),
  exploitationRadius: constant(
    'exploitationRadius',
    '\\gamma/(4\\rho)',
    'Exploitation radius',
    's',
    'Length of the step along negative curvature; a faster momentum is merely dropped.',
  ),
  smoothness: smoothnessParam,
  hessianLipschitz: hessianLipschitzParam,
  accuracy: accuracyParam,
  c: theoremConstantParam('Constant of the theorem; the proof asks for a large one.', 1, 10),
  failureProbability: failureProbabilityParam,
  suboptimality: suboptimalityParam,
};
