import type { IntegerParam, NumberParam } from '../params.ts';

/** How many starting points a claim is tried from. */
export function startsParam(standard: number): IntegerParam {
  return {
    kind: 'integer',
    label: 'Starts',
    symbol: 'S',
    meaning: 'Random starting points that it is tried from.',
    default: standard,
    min: 1,
    max: 10_000,
    slider: { from: 1, to: 1000, scale: 'log' },
  };
}

/** The step size in units of 1/L, with L estimated on the landscape's box. */
export function relativeStepParam(standard: number): NumberParam {
  return {
    kind: 'number',
    label: 'Step times L',
    symbol: '\\gamma L',
    meaning: 'The step size relative to 1/L, with L estimated on the landscape’s box.',
    default: standard,
    min: 0,
    minExcluded: true,
    max: 100,
    slider: { from: 0.01, to: 3, scale: 'log' },
  };
}

/** The steps that a run may take. */
export function iterationsParam(standard: number): IntegerParam {
  return {
    kind: 'integer',
    label: 'Iterations',
    symbol: 'N',
    meaning: 'A run takes at most this many steps.',
    default: standard,
    min: 10,
    max: 10_000_000,
    slider: { from: 10, to: 1e6, scale: 'log' },
  };
}

/** The accuracy of a stationary point. */
export function accuracyParam(standard: number): NumberParam {
  return {
    kind: 'number',
    label: 'Accuracy',
    symbol: '\\varepsilon',
    meaning: 'The gradient’s norm at the stationary point that is looked for.',
    default: standard,
    min: 0,
    minExcluded: true,
    max: 1e6,
    slider: { from: 1e-6, to: 1, scale: 'log' },
  };
}
