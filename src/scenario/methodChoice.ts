import * as z from 'zod/mini';
import type { Method } from '../core/methods/Method.ts';
import { methodById, methods } from '../core/methods/registry.ts';
import { resolveParams } from '../core/resolveParams.ts';
import { LIMITS } from './limits.ts';
import { paramsSchema } from './paramSchema.ts';
import { problemAt } from './problems.ts';
import { integerIn, objectOf, oneOfObjects, text, trueOrFalse } from './schemaParts.ts';
import type { MethodChoice, Problem } from './types.ts';

/**
 * The method that a choice names.
 * @throws RangeError for an unknown id (`parseScenario` reports it as a problem)
 */
export function methodOf(choice: MethodChoice): Method {
  const method = methodById(choice.id);
  if (!method) throw new RangeError(`there is no method ${JSON.stringify(choice.id)}`);
  return method;
}

/**
 * The schema of a method with its parameters and how it is drawn.
 * @param dimension  of the landscape, if known
 */
export function methodSchema(dimension: number | undefined) {
  const look = {
    label: z.optional(text(LIMITS.labelLength)),
    colour: z.optional(integerIn(0, 99)),
    dash: z.optional(integerIn(0, 99)),
    visible: z.optional(trueOrFalse),
  };
  const options = methods.map(({ id, params }) => {
    const shape = { id: z.literal(id), params: z.optional(paramsSchema(params, dimension)), ...look };
    return [id, objectOf(shape, 'a method')] as const;
  });
  return oneOfObjects('id', 'method', new Map(options));
}

/** The choice with every parameter filled in. */
export function resolveMethod(choice: MethodChoice, dimension: number): MethodChoice {
  return { ...choice, params: resolveParams(methodOf(choice).params, choice.params ?? {}, { dimension }) };
}

/**
 * Refuses parameters from which a default follows that the method could not be given either.
 * @param place  where the choice stands in the experiment
 */
export function unusableDefaults(
  choice: MethodChoice,
  place: readonly (string | number)[],
  dimension: number,
): readonly Problem[] {
  const checked = z.safeParse(
    paramsSchema(methodOf(choice).params, dimension),
    resolveMethod(choice, dimension).params,
  );
  return (checked.error?.issues ?? []).map(({ path, message }) =>
    problemAt(
      [...place, 'params', ...path],
      `The default that follows from the other parameters does not serve. ${message} Set it, or change those.`,
    ),
  );
}
