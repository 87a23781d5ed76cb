import type { MethodBeyondDoubles } from '../../core/escape/EscapeRun.ts';
import type { OctopusShape } from '../../core/escape/OctopusWalk.ts';
import type { EscapeMethod } from '../../core/escape/runEscape.ts';
import { gradientDescent } from '../../core/methods/gradientDescent.ts';
import { heavyBall } from '../../core/methods/heavyBall.ts';
import type { Method } from '../../core/methods/Method.ts';
import { nesterov } from '../../core/methods/nesterov.ts';
import { noisyGradientDescent } from '../../core/methods/noisyGradientDescent.ts';
import type { PerturbationConstants } from '../../core/methods/perturbationTheory.ts';
import { perturbedGradientDescent } from '../../core/methods/perturbedGradientDescent.ts';
import { methods } from '../../core/methods/registry.ts';
import { sgld } from '../../core/methods/sgld.ts';
import { stochasticGradientDescent } from '../../core/methods/stochasticGradientDescent.ts';
import type { IntegerParam, NumberParam, ParamContext, ParamSpecs, Params } from '../../core/params.ts';
import { resolveParams } from '../../core/resolveParams.ts';
import type { MethodChoice } from '../types.ts';

/** A number, or what follows from the octopus, with its formula in TeX. */
type EscapeDefault = number | { readonly tex: string; readonly of: (shape: OctopusShape) => number };

/** A method with what the escape experiment makes of it. */
interface EscapeMethodKind {
  readonly method: Method;
  /** What the experiment takes instead of the method's own defaults. */
  readonly defaults: Readonly<Record<string, EscapeDefault>>;
  /** How it perturbs, where the experiment can step it beyond the range of doubles; left out where it cannot. */
  readonly perturbation?: (params: Params) => MethodBeyondDoubles['perturbation'];
}

/** η = 1/(4L), for all that take steps along the gradient. */
const stepSize: EscapeDefault = { tex: '\\frac{1}{4L}', of: ({ L }) => 1 / (4 * L) };

/**
 * The methods for which the experiment has values of its own. Source: Du, Jin, Lee, Jordan, Póczos and Singh (2017), §5
 * (as commonly stated). Its perturbed gradient descent goes on for ever: the threshold is so low that no test ends it.
 */
const kinds: readonly EscapeMethodKind[] = [
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
  ...[heavyBall, nesterov, stochasticGradientDescent, noisyGradientDescent, sgld].map((method) => ({
    method: method as unknown as Method,
    defaults: { stepSize },
  })),
];

/** The methods that stand in the experiment where it names none: those of the source. */
export const SOURCE_METHODS: readonly string[] = [gradientDescent.id, perturbedGradientDescent.id];

/** Every method, with what the experiment makes of it, in the order of menus. */
export const escapeMethods: readonly EscapeMethodKind[] = methods.map(
  (method) => kinds.find((kind) => kind.method.id === method.id) ?? { method, defaults: {} },
);

/** True where the experiment steps the method with exponents of its own; all others it runs in doubles. */
export const isBeyondDoubles = (choice: Pick<MethodChoice, 'id'>): boolean => kindOf(choice).perturbation !== undefined;

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
  const { method, perturbation } = kindOf(choice);
  if (!perturbation) return { id: choice.id, method, params };
  return { id: choice.id, stepSize: params.stepSize as number, perturbation: perturbation(params) };
}
