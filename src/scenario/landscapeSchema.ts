import * as z from 'zod/mini';
import type { Landscape } from '../core/landscapes/Landscape.ts';
import { landscapes } from '../core/landscapes/registry.ts';
import { paramsSchema } from './paramSchema.ts';
import { rememberSchemas } from './rememberSchemas.ts';
import { objectOf, oneOfObjects } from './schemaParts.ts';

const ofLandscape = rememberSchemas((entries: readonly Landscape[], dimension) => {
  const options = entries.map(({ id, params }) => {
    const shape = { id: z.literal(id), params: z.optional(paramsSchema(params, dimension)) };
    return [id, objectOf(shape, 'a landscape')] as const;
  });
  return oneOfObjects('id', 'landscape', new Map(options));
});

/** The schema of `landscape`, from the registry. @param dimension  of the landscape; undefined leaves lengths open */
export function landscapeSchema(dimension: number | undefined) {
  return ofLandscape(landscapes, dimension);
}
