import * as z from 'zod/mini';
import { LIMITS } from './limits.ts';
import { integerIn, objectOf } from './schemaParts.ts';
import type { BasinsExperiment, BasinsView } from './types.ts';

/** Grid points along a side that show what is where; fewer show blocks. */
const LEAST_RESOLUTION = 16;

/** What a map leaves out. */
const DEFAULTS: Required<BasinsView> = { method: 0, resolution: 256, repeats: 5 };

/** The map with every default filled in. */
export const completeBasins = (map: BasinsView): Required<BasinsView> => ({ ...DEFAULTS, ...map });

/** The most repeats that a map of this resolution may have. */
export const mostRepeats = (resolution: number): number =>
  Math.min(LIMITS.shownRepeats, Math.floor(LIMITS.shownRuns / resolution ** 2));

/** The schema of the map of basins that the page shows. */
export function basinsViewSchema() {
  return objectOf(
    {
      method: z.optional(integerIn(0, LIMITS.methods - 1)),
      resolution: z.optional(integerIn(LEAST_RESOLUTION, LIMITS.shownResolution)),
      repeats: z.optional(integerIn(1, LIMITS.shownRepeats)),
    },
    'a map of basins',
  ).check(
    z.refine((map) => runsOf(map as BasinsView) <= LIMITS.shownRuns, {
      error: ({ input }) =>
        `The map may take ${runsOf(input as BasinsView)} runs, and at most ${LIMITS.shownRuns} are shown; lower the ` +
        'resolution or repeats.',
    }),
  );
}

function runsOf(map: BasinsView): number {
  const { resolution, repeats } = completeBasins(map);
  return resolution ** 2 * repeats;
}

/** The map that shows an experiment `basins` of one method, as fine as the page can and with as many repeats. */
export function shownBasins({ resolution, repeats }: BasinsExperiment): BasinsView {
  const wanted = typeof resolution === 'number' ? resolution : resolution && Math.max(...resolution);
  const side = wanted && Math.min(LIMITS.shownResolution, Math.max(LEAST_RESOLUTION, wanted));
  const most = mostRepeats(side ?? DEFAULTS.resolution);
  return {
    ...(side !== undefined && { resolution: side }),
    ...(repeats !== undefined && { repeats: Math.min(repeats, most) }),
  };
}
