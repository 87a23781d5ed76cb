import * as z from 'zod/mini';
import type { ParamSpec, ParamSpecs } from '../core/params.ts';
import { LIMITS } from './limits.ts';
import { rememberSchemas } from './rememberSchemas.ts';
import { boxOf, integerIn, listOf, namedNumbers, numberIn, objectOf, oneOf, text } from './schemaParts.ts';

type SpecOf<Kind extends ParamSpec['kind']> = Extract<ParamSpec, { readonly kind: Kind }>;
type SchemaTable = {
  readonly [Kind in ParamSpec['kind']]: (spec: SpecOf<Kind>, dimension: number | undefined) => z.ZodMiniType;
};

/** How a parameter of each kind is checked. */
const BY_KIND: SchemaTable = {
  number: ({ min, max, minExcluded }) => numberIn(min, max, minExcluded),
  integer: ({ min, max }) => integerIn(min, max),
  choice: ({ choices }, _dimension) =>
    oneOf(
      'choice',
      choices.map(({ value }) => value),
    ),
  expression: () => text(LIMITS.textLength),
  names: () => listOf(text(LIMITS.labelLength), 'names', LIMITS.variables),
  constants: () => namedNumbers(LIMITS.constants),
  box: (_spec, dimension) => boxOf(dimension, 'variable of the landscape'),
};

/** The schema of one parameter. @param dimension  of the landscape, undefined where that is not known yet */
function paramSchema(spec: ParamSpec, dimension: number | undefined): z.ZodMiniType {
  const make = BY_KIND[spec.kind] as (spec: ParamSpec, dimension: number | undefined) => z.ZodMiniType;
  return make(spec, dimension);
}

/** The schema of a `params` object: the declared names only, each of which may be left out. */
export const paramsSchema = rememberSchemas((specs: ParamSpecs, dimension: number | undefined) => {
  const entries = Object.entries(specs).map(([name, spec]) => [name, z.optional(paramSchema(spec, dimension))]);
  return objectOf(Object.fromEntries(entries) as Record<string, z.ZodMiniType>, 'parameters');
});
