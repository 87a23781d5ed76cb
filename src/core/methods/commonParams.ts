import type { NumberParam } from '../params.ts';

/** The step size η that every method has. Source of the name: `scenario.md`; the slider is logarithmic. */
export function stepSizeParam(standard: NumberParam['default']): NumberParam {
  return {
    kind: 'number',
    label: 'Step size',
    symbol: '\\eta',
    meaning: 'Length of a step relative to the direction it follows.',
    default: standard,
    min: 0,
    minExcluded: true,
    max: 1e6,
    slider: { from: 1e-5, to: 1, scale: 'log' },
  };
}

/** The momentum β ∈ [0, 1] of Polyak's and Nesterov's methods. */
export function momentumParam(standard: number): NumberParam {
  return {
    kind: 'number',
    label: 'Momentum',
    symbol: '\\beta',
    meaning: 'Share of the last displacement that is carried into the next step; 0 gives gradient descent.',
    default: standard,
    min: 0,
    max: 1,
    slider: { from: 0, to: 0.999, scale: 'linear' },
  };
}

/** The decay rate in [0, 1) of a running average of gradients or of their squares. */
export function decayParam(label: string, symbol: string, meaning: string, standard: number): NumberParam {
  return {
    kind: 'number',
    label,
    symbol,
    meaning,
    default: standard,
    min: 0,
    max: 0.999999,
    slider: { from: 0, to: 0.9999, scale: 'linear' },
  };
}

/** The small number that keeps an adaptive method's quotient finite where the gradients vanish. */
export function quotientGuardParam(standard: number): NumberParam {
  return {
    kind: 'number',
    label: 'Quotient guard',
    symbol: '\\epsilon',
    meaning: 'Added to the root in the denominator, so that a vanishing gradient does not divide by zero.',
    default: standard,
    min: 0,
    max: 1,
    slider: { from: 1e-12, to: 1e-2, scale: 'log' },
  };
}

/** The scale σ of the noise that a stochastic method adds to the gradient. */
export function noiseScaleParam(standard: number, meaning: string): NumberParam {
  return {
    kind: 'number',
    label: 'Noise scale',
    symbol: '\\sigma',
    meaning,
    default: standard,
    min: 0,
    max: 1e6,
    slider: { from: 1e-4, to: 100, scale: 'log' },
  };
}
