import type { EscapeMethod } from '../../core/escape/EscapeRun.ts';
import type { OctopusShape } from '../../core/escape/OctopusWalk.ts';
import { gradientDescent } from '../../core/methods/gradientDescent.ts';
import type { Method } from '../../core/methods/Method.ts';
import type { PerturbationConstants } from '../../core/methods/perturbationTheory.ts';
import { perturbedGradientDescent } from '../../core/methods/perturbedGradientDescent.ts';
import type { ParamContext, Params } from '../../core/params.ts';
import { resolveParams } from '../../core/resolveParams.ts';
import type { MethodChoice } from '../types.ts';

/** A method that the escape experiment knows how to step where doubles end. */
interface EscapeMethodKind {
  readonly method: Pick<Method, 'id' | 'params'>;
  /** What the experiment takes instead of the method's own defaults. */
  readonly defaults: (shape: OctopusShape) => Params;
  readonly perturbation: (params: Params) => EscapeMethod['perturbation'];
}

/** η = 1/(4L), for both methods. */
const stepSize = ({ L }: OctopusShape): number => 1 / (4 * L);

/**
 * The methods of the experiment with its values. Source: Du, Jin, Lee, Jordan, Póczos and Singh (2017), §5 (as
 * commonly stated). Its perturbed gradient descent goes on for ever: the threshold is so low that no test ends it.
 */
export const escapeMethods: readonly EscapeMethodKind[] = [
  { method: gradientDescent, defaults: (shape) => ({ stepSize: stepSize(shape) }), perturbation: () => null },
  {
    method: perturbedGradientDescent,
    defaults: (shape) => ({
      stepSize: stepSize(shape),
      radius: Math.E / 100,
      gradientThreshold: (shape.gamma * Math.E) / 100,
      waitIterations: 1,
      decreaseThreshold: -1e12,
    }),
    perturbation: (params) => params as unknown as PerturbationConstants,
  },
];

function kindOf({ id }: MethodChoice): EscapeMethodKind {
  const found = escapeMethods.find(({ method }) => method.id === id);
  if (!found) throw new RangeError(`the escape experiment has no method ${JSON.stringify(id)}`);
  return found;
}

/**
 * A choice with all its parameters, those left out taken from the experiment and the rest from the method.
 * @throws RangeError for a method that is none of the experiment's
 */
export function withEscapeDefaults(choice: MethodChoice, shape: OctopusShape, context: ParamContext): MethodChoice {
  const { method, defaults } = kindOf(choice);
  return { ...choice, params: resolveParams(method.params, { ...defaults(shape), ...choice.params }, context) };
}

/** A choice with all its parameters, as the runs take it. */
export function escapeMethodOf(choice: MethodChoice): EscapeMethod {
  const params = choice.params ?? {};
  return { id: choice.id, stepSize: params.stepSize as number, perturbation: kindOf(choice).perturbation(params) };
}
