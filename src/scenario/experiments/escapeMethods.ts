import type { EscapeMethod } from '../../core/escape/EscapeRun.ts';
import type { OctopusShape } from '../../core/escape/OctopusWalk.ts';
import { gradientDescent } from '../../core/methods/gradientDescent.ts';
import type { Method } from '../../core/methods/Method.ts';
import type { PerturbationConstants } from '../../core/methods/perturbationTheory.ts';
import { perturbedGradientDescent } from '../../core/methods/perturbedGradientDescent.ts';
import type { IntegerParam, NumberParam, ParamContext, ParamSpecs, Params } from '../../core/params.ts';
import { resolveParams } from '../../core/resolveParams.ts';
import type { MethodChoice } from '../types.ts';

/** A number, or what follows from the octopus, with its formula in TeX. */
type EscapeDefault = number | { readonly tex: string; readonly of: (shape: OctopusShape) => number };

/** A method that the escape experiment knows how to step where doubles end. */
interface EscapeMethodKind {
  readonly method: Pick<Method, 'id' | 'name' | 'update' | 'params' | 'reference'>;
  /** What the experiment takes instead of the method's own defaults. */
  readonly defaults: Readonly<Record<string, EscapeDefault>>;
  readonly perturbation: (params: Params) => EscapeMethod['perturbation'];
}

/** η = 1/(4L), for both methods. */
const stepSize: EscapeDefault = { tex: '\\frac{1}{4L}', of: ({ L }) => 1 / (4 * L) };

/**
 * The methods of the experiment with its values. Source: Du, Jin, Lee, Jordan, Póczos and Singh (2017), §5 (as
 * commonly stated). Its perturbed gradient descent goes on for ever: the threshold is so low that no test ends it.
 */
export const escapeMethods: readonly EscapeMethodKind[] = [
  { method: gradientDescent, defaults: { stepSize }, perturbation: () => null },
  {
    method: perturbedGradientDescent,
    defaults: {
      stepSize,
      radius: Math.E / 100,
      gradientThreshold: { tex: '\\frac{\\gamma e}{100}', of: ({ gamma }) => (gamma * Math.E) / 100 },
      waitIterations: 1,
      decreaseThreshold: -1e12,
    },
    perturbation: (params) => params as unknown as PerturbationConstants,
  },
];

function kindOf({ id }: Pick<MethodChoice, 'id'>): EscapeMethodKind {
  const found = escapeMethods.find(({ method }) => method.id === id);
  if (!found) throw new RangeError(`the escape experiment has no method ${JSON.stringify(id)}`);
  return found;
}

/**
 * The parameters of a method as the experiment on this octopus declares them: the method's own, with its defaults.
 * @throws RangeError for a method that is none of the experiment's
 */
export function escapeParams(choice: Pick<MethodChoice, 'id'>, shape: OctopusShape): ParamSpecs {
  const { method, defaults } = kindOf(choice);
  const declared = Object.entries(method.params).map(([name, spec]) => {
    const own = defaults[name];
    if (own === undefined) return [name, spec];
    const standard = typeof own === 'number' ? own : { tex: own.tex, of: () => own.of(shape) };
    return [name, { ...(spec as NumberParam | IntegerParam), default: standard }];
  });
  return Object.fromEntries(declared);
}

/**
 * A choice with all its parameters, those left out taken from the experiment and the rest from the method.
 * @throws RangeError for a method that is none of the experiment's
 */
export function withEscapeDefaults(choice: MethodChoice, shape: OctopusShape, context: ParamContext): MethodChoice {
  return { ...choice, params: resolveParams(escapeParams(choice, shape), choice.params ?? {}, context) };
}

/**
 * A choice with the parameters that are the same on all these octopuses; one whose default depends on L stays out.
 * @throws RangeError for a method that is none of the experiment's
 */
export function withSharedDefaults(
  choice: MethodChoice,
  shapes: readonly OctopusShape[],
  context: ParamContext,
): MethodChoice {
  const [first = {}, ...others] = shapes.map((shape) => withEscapeDefaults(choice, shape, context).params ?? {});
  const shared = Object.entries(first).filter(([name, value]) => others.every((params) => params[name] === value));
  return { ...choice, params: Object.fromEntries(shared) };
}

/** A choice with all its parameters, as the runs take it. */
export function escapeMethodOf(choice: MethodChoice): EscapeMethod {
  const params = choice.params ?? {};
  return { id: choice.id, stepSize: params.stepSize as number, perturbation: kindOf(choice).perturbation(params) };
}
