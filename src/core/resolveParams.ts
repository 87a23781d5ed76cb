import type { Box, ParamContext, ParamSpec, ParamSpecs, Params, ParamValue } from './params.ts';

/**
 * Fills in every parameter that `given` leaves out: plain defaults first, then the derived ones in the order of
 * declaration, each computed from the values before it and the plain defaults of those after it. A given value is
 * taken as it is and is what later derived defaults see; ranges and kinds are checked by the scenario, not here.
 * @returns a frozen record holding every declared name, in the order of declaration
 * @throws RangeError if `given` holds a name that is not declared
 */
export function resolveParams(specs: ParamSpecs, given: Params, context: ParamContext): Params {
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(specs, name)) throw new RangeError(`there is no parameter ${JSON.stringify(name)}`);
  }
  const numbers = plainNumbers(specs, given);
  const values: Record<string, ParamValue> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const value = own(given, name) ?? defaultValue(spec, numbers, context);
    values[name] = value;
    if (typeof value === 'number') numbers[name] = value;
  }
  return Object.freeze(values);
}

function own(given: Params, name: string): ParamValue | undefined {
  return Object.hasOwn(given, name) ? given[name] : undefined;
}

/** The numbers known before any derived default: those given and the plain ones. */
function plainNumbers(specs: ParamSpecs, given: Params): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const value = own(given, name) ?? spec.default;
    if (typeof value === 'number') numbers[name] = value;
  }
  return numbers;
}

function defaultValue(spec: ParamSpec, numbers: Readonly<Record<string, number>>, context: ParamContext): ParamValue {
  if (spec.kind === 'box') return Array.from({ length: context.dimension }, () => spec.default) satisfies Box;
  if (spec.kind !== 'number' && spec.kind !== 'integer') return spec.default;
  return typeof spec.default === 'number' ? spec.default : spec.default.of(numbers, context);
}
