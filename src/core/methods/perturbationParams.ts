import type { ParamContext, ParamSpecs } from '../params.ts';
import { stepSizeParam } from './commonParams.ts';
import { type PerturbationConstants, type PerturbationTheory, perturbationConstants } from './perturbationTheory.ts';
import {
  accuracyParam,
  failureProbabilityParam,
  hessianLipschitzParam,
  smoothnessParam,
  suboptimalityParam,
  theoremConstantParam,
} from './theoryParams.ts';

/** A constant of the method that follows from the theory's parameters unless it is given. */
function derived(name: keyof PerturbationConstants, tex: string) {
  const of = (values: Readonly<Record<string, number>>, { dimension }: ParamContext): number =>
    perturbationConstants(values as PerturbationTheory, dimension)[name];
  return { tex, of };
}

/**
 * The parameters of perturbed gradient descent: five constants, which follow from the other six by the formulas of
 * Jin, Ge, Netrapalli, Kakade and Jordan (2017), Algorithm 2, where they are left out. The theory's constants are
 * tiny in practice, which is why each can be set.
 */
export const perturbationParams: ParamSpecs = {
  stepSize: stepSizeParam(derived('stepSize', 'c/\\ell')),
  radius: {
    kind: 'number',
    label: 'Perturbation radius',
    symbol: 'r',
    meaning: 'Radius of the ball from which the perturbation is drawn.',
    default: derived('radius', '\\frac{\\sqrt c}{\\chi^2}\\cdot\\frac{\\varepsilon}{\\ell}'),
    min: 0,
    max: 1e6,
    slider: { from: 1e-8, to: 1, scale: 'log' },
  },
  gradientThreshold: {
    kind: 'number',
    label: 'Gradient threshold',
    symbol: 'g_{\\mathrm{thres}}',
    meaning: 'The iterate is perturbed only where the gradient’s norm is at most this.',
    default: derived('gradientThreshold', '\\frac{\\sqrt c}{\\chi^2}\\,\\varepsilon'),
    min: 0,
    max: 1e12,
    slider: { from: 1e-8, to: 1, scale: 'log' },
  },
  waitIterations: {
    kind: 'integer',
    label: 'Waiting time',
    symbol: 't_{\\mathrm{thres}}',
    meaning: 'Iterations from a perturbation to its escape test; no other perturbation comes before.',
    default: derived(
      'waitIterations',
      '\\left\\lceil\\frac{\\chi}{c^2}\\cdot\\frac{\\ell}{\\sqrt{\\rho\\varepsilon}}\\right\\rceil',
    ),
    min: 1,
    max: 1e15,
    slider: { from: 1, to: 1e4, scale: 'log' },
  },
  decreaseThreshold: {
    kind: 'number',
    label: 'Decrease threshold',
    symbol: 'f_{\\mathrm{thres}}',
    meaning:
      'The escape test is passed where f has fallen by at least this since the perturbation; below 0, f may even have risen by as much.',
    default: derived('decreaseThreshold', '\\frac{c}{\\chi^3}\\sqrt{\\frac{\\varepsilon^3}{\\rho}}'),
    min: -1e12,
    max: 1e12,
    slider: { from: 1e-12, to: 1, scale: 'log' },
  },
  smoothness: smoothnessParam,
  hessianLipschitz: hessianLipschitzParam,
  accuracy: accuracyParam,
  c: theoremConstantParam('Constant of the theorem; the proof asks for a small one.', 1e-2, 1),
  failureProbability: failureProbabilityParam,
  suboptimality: suboptimalityParam,
};
