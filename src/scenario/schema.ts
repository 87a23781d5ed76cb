import * as z from 'zod/mini';
import { experimentKinds } from './experiments/registry.ts';
import { landscapeSchema } from './landscapeSchema.ts';
import { LIMITS } from './limits.ts';
import { CURRENT_VERSION } from './migrate.ts';
import { rememberSchemas } from './rememberSchemas.ts';
import { objectOf, oneOfObjects, text, wholeNumber } from './schemaParts.ts';
import { viewSchema } from './viewSchema.ts';

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
