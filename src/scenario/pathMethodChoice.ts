import * as z from 'zod/mini';
import type { PathMethod } from '../core/paths/PathMethod.ts';
import { pathMethodById, pathMethods } from '../core/paths/registry.ts';
import { resolveParams } from '../core/resolveParams.ts';
import { paramsSchema } from './paramSchema.ts';
import { problemAt } from './problems.ts';
import { objectOf, oneOfObjects } from './schemaParts.ts';
import type { MethodChoice, Problem } from './types.ts';

/** The path method of a search that names none. */
export const DEFAULT_PATH_METHOD: MethodChoice = { id: 'dynamic-string-sampling' };

/**
 * The path method that a choice names.
 * @throws RangeError for an unknown id (`parseScenario` reports it as a problem)
 */
export function pathMethodOf(choice: MethodChoice): PathMethod {
  const method = pathMethodById(choice.id);
  if (!method) throw new RangeError(`there is no path method ${JSON.stringify(choice.id)}`);
  return method;
}

/** The schema of a path method with its parameters. */
export function pathMethodSchema(dimension: number | undefined) {
  const options = pathMethods.map(({ id, params }) => {
    const shape = { id: z.literal(id), params: z.optional(paramsSchema(params, dimension)) };
    return [id, objectOf(shape, 'a path method')] as const;
  });
  return oneOfObjects('id', 'path method', new Map(options));
}

/** The choice with every parameter filled in. */
export function resolvePathMethod(choice: MethodChoice, dimension: number): MethodChoice {
  return { ...choice, params: resolveParams(pathMethodOf(choice).params, choice.params ?? {}, { dimension }) };
}

/** Refuses a method that needs another number of variables. */
export function unfitPathMethod(choice: MethodChoice, dimension: number): readonly Problem[] {
  const { name, dimension: needed } = pathMethodOf(choice);
  if (needed === null || needed === dimension) return [];
  const text = `${name} needs ${needed} variables, and this landscape has ${dimension}; choose another method or landscape.`;
  return [problemAt(['method'], text)];
}

/**
 * Refuses coordinates to measure lengths in that there are not, or twice, or in which the ends of a pair agree.
 * @param pairs  all that are known
 */
export function unusableLengthOver(
  lengthOver: readonly number[] | undefined,
  dimension: number,
  pairs: readonly (readonly (readonly number[])[])[],
): readonly Problem[] {
  if (lengthOver === undefined) return [];
  if (lengthOver.length === 0) return [problemAt(['lengthOver'], 'Name at least one coordinate, or leave it out.')];
  if (new Set(lengthOver).size < lengthOver.length) return [problemAt(['lengthOver'], 'Name each coordinate once.')];
  if (!lengthOver.every((i) => i < dimension)) {
    return [problemAt(['lengthOver'], `Positions are counted from 0 and end with ${dimension - 1} here.`)];
  }
  const at = pairs.findIndex((pair) => lengthOver.every((i) => agree(pair, i)));
  if (at < 0) return [];
  const ends = pairs.length === 1 ? 'The two ends' : `The ends of pair ${at + 1}`;
  const text = `${ends} agree in every coordinate named, so that they are at no distance; name others, or move an end.`;
  return [problemAt(['lengthOver'], text)];
}

const agree = ([a = [], b = []]: readonly (readonly number[])[], i: number): boolean => {
  const [x, y] = [a[i] ?? 0, b[i] ?? 1];
  return Math.abs(x - y) <= 1e-12 * Math.max(Math.abs(x), Math.abs(y));
};
