import * as z from 'zod/mini';
import { basinsViewSchema } from './basinsView.ts';
import { LIMITS } from './limits.ts';
import { expectedButGot } from './problems.ts';
import {
  boxOf,
  integerIn,
  numberIn,
  objectOf,
  oneOf,
  oneOfObjects,
  point,
  trueOrFalse,
  wholeNumber,
} from './schemaParts.ts';

/** Two different positions below `dimension`. */
function pairBelow(dimension: number | undefined) {
  const last = (dimension ?? LIMITS.variables) - 1;
  const position = integerIn(0, Math.max(last, 1));
  return z
    .tuple([position, position], {
      error: (issue) => expectedButGot('two positions, each a whole number', issue.input),
    })
    .check(
      z.refine(([first, second]) => first !== second, {
        error: (issue) => `Expected two different positions, got ${(issue.input as number[])[0]} twice.`,
      }),
    );
}

/** Three points of the landscape's dimension. */
function threePoints(dimension: number | undefined) {
  const each = point(dimension);
  return z.tuple([each, each, each], {
    error: (issue) => expectedButGot('three points', issue.input),
  });
}

function sectionSchema(dimension: number | undefined) {
  const what = 'a plane';
  const options = {
    coordinates: objectOf(
      { kind: z.literal('coordinates'), axes: pairBelow(dimension), at: z.optional(point(dimension)) },
      what,
    ),
    eigenvectors: objectOf(
      { kind: z.literal('eigenvectors'), at: point(dimension), indices: pairBelow(dimension) },
      what,
    ),
    principal: objectOf({ kind: z.literal('principal') }, what),
    points: objectOf({ kind: z.literal('points'), at: threePoints(dimension) }, what),
    random: objectOf({ kind: z.literal('random'), at: point(dimension), seed: z.optional(wholeNumber) }, what),
  };
  return oneOfObjects('kind', 'plane', new Map(Object.entries(options)));
}

/** Yes or no as at first, or which dynamics. */
const stableSetsSchema = z.union([z.boolean(), z.enum(['flow', 'map'])], {
  error: ({ input }) => expectedButGot('true, false, "flow" or "map"', input),
});

/** The schema of what the page shows; all of it may be left out. */
export function viewSchema(dimension: number | undefined) {
  return objectOf(
    {
      layout: z.optional(oneOf('layout', ['contour', 'surface', 'both'])),
      box: z.optional(boxOf(2, 'axis of the visible plane')),
      scale: z.optional(oneOf('scale', ['linear', 'log'])),
      colours: z.optional(oneOf('colour scale', ['viridis', 'cividis', 'greys'])),
      levels: z.optional(integerIn(1, LIMITS.contourLevels)),
      section: z.optional(sectionSchema(dimension)),
      criticalPoints: z.optional(trueOrFalse),
      stableSets: z.optional(stableSetsSchema),
      basins: z.optional(basinsViewSchema()),
      chartsBy: z.optional(oneOf('axis', ['iterations', 'evaluations'])),
      race: z.optional(trueOrFalse),
      epsilon: z.optional(numberIn(0, 1e6, true)),
      rho: z.optional(numberIn(0, 1e12, true)),
    },
    'a view',
  );
}
