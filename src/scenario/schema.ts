import * as z from 'zod/mini';
import type { Landscape } from '../core/landscapes/Landscape.ts';
import { landscapes } from '../core/landscapes/registry.ts';
import { experimentKinds } from './experiments/registry.ts';
import { LIMITS } from './limits.ts';
import { CURRENT_VERSION } from './migrate.ts';
import { paramsSchema } from './paramSchema.ts';
import { rememberSchemas } from './rememberSchemas.ts';
import { objectOf, oneOfObjects, text, wholeNumber } from './schemaParts.ts';
import { viewSchema } from './viewSchema.ts';

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

const ofScenario = rememberSchemas((kinds: typeof experimentKinds, dimension) =>
  objectOf(
    {
      version: z.literal(CURRENT_VERSION),
      seed: z.optional(wholeNumber),
      title: z.optional(text(LIMITS.titleLength)),
      note: z.optional(text(LIMITS.noteLength)),
      landscape: landscapeSchema(dimension),
      experiment: oneOfObjects(
        'kind',
        'experiment',
        new Map(kinds.map(({ kind, schema }) => [kind, schema(dimension)])),
      ),
      view: z.optional(viewSchema(dimension)),
    },
    'a scenario',
  ),
);

/**
 * The schema of a scenario of the current version on a landscape with `dimension` variables; undefined, where the
 * landscape itself is wrong, leaves the lengths of points open, so that everything else is still checked.
 */
export function scenarioSchema(dimension: number | undefined) {
  return ofScenario(experimentKinds, dimension);
}
