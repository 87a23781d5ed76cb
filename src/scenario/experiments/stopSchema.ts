import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';
import { integerIn, numberIn, objectOf, trueOrFalse } from '../schemaParts.ts';

/** The schema of `stop`: when a run ends. */
export function stopSchema() {
  return objectOf(
    {
      maxIterations: z.optional(integerIn(0, LIMITS.maxIterations)),
      gradientTolerance: z.optional(numberIn(0, 1e300)),
      divergenceRadius: z.optional(numberIn(0, 1e300, true)),
      withinDomain: z.optional(trueOrFalse),
    },
    'a stopping rule',
  );
}
