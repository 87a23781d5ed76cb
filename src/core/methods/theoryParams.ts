import type { NumberParam } from '../params.ts';

/** A positive number that a theorem takes as given. */
function given(
  label: string,
  symbol: string,
  meaning: string,
  standard: number,
  from: number,
  to: number,
): NumberParam {
  const slider = { from, to, scale: 'log' } as const;
  return { kind: 'number', label, symbol, meaning, default: standard, min: 0, minExcluded: true, max: 1e12, slider };
}

/** ℓ. Whoever declares it and ρ offers to estimate both. */
export const smoothnessParam = given('Smoothness', '\\ell', 'Lipschitz constant of the gradient.', 10, 0.1, 1e4);

/** ρ. */
export const hessianLipschitzParam = given(
  'Hessian Lipschitz constant',
  '\\rho',
  'Lipschitz constant of the Hessian.',
  10,
  0.1,
  1e4,
);

/** ε. */
export const accuracyParam = given(
  'Accuracy',
  '\\varepsilon',
  'Gradient norm of the stationary point that is looked for.',
  0.1,
  1e-4,
  1,
);

/** δ. */
export const failureProbabilityParam: NumberParam = {
  ...given('Failure probability', '\\delta', 'Probability with which the result may be wrong.', 0.1, 1e-6, 0.5),
  max: 1,
};

/** Δ_f. */
export const suboptimalityParam = given(
  'Suboptimality',
  '\\Delta_f',
  'At least f at the start minus the least value.',
  1,
  1e-2,
  1e4,
);

/** The constant c of a theorem that holds for some absolute one. */
export function theoremConstantParam(meaning: string, from: number, to: number): NumberParam {
  return given('Constant', 'c', meaning, 1, from, to);
}
