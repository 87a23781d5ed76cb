import { gradientDescent } from '../core/methods/gradientDescent.ts';
import { resolveParams } from '../core/resolveParams.ts';
import type { DescentScenario } from './scenarioStore.ts';

/** η of the first gradient descent in the list; null where there is none. */
export function descentStepSize({ experiment }: DescentScenario): number | null {
  const choice = experiment.methods.find(({ id }) => id === gradientDescent.id);
  // Its parameters depend on no dimension.
  return choice
    ? (resolveParams(gradientDescent.params, choice.params ?? {}, { dimension: 2 }).stepSize as number)
    : null;
}
