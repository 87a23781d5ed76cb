import * as z from 'zod/mini';
import { findCriticalPoints, MOST_VARIABLES } from '../../core/critical/findCriticalPoints.ts';
import type { Inspection } from '../../core/critical/inspect.ts';
import { enclosuresOf } from '../enclosuresOf.ts';
import { problemAt } from '../problems.ts';
import { boxOf, numberIn, objectOf } from '../schemaParts.ts';
import type { CriticalPointsExperiment } from '../types.ts';
import type { ExperimentKind } from './ExperimentKind.ts';

const MOST_EFFORT = 100;

/** Every critical point in a box, certified where interval arithmetic can. */
export const criticalPoints: ExperimentKind<CriticalPointsExperiment> = {
  kind: 'critical-points',
  description: 'Where are the critical points, and are these all?',
  takes: {
    box: 'An interval for each variable; the landscape’s domain where left out.',
    effort: `A factor on the work, 1 to ${MOST_EFFORT}; 1 where left out.`,
  },

  schema: (dimension) =>
    objectOf(
      {
        kind: z.literal('critical-points'),
        box: z.optional(boxOf(dimension, 'variable of the landscape')),
        effort: z.optional(numberIn(1, MOST_EFFORT)),
      },
      'an experiment',
    ),

  check: (_experiment, { dimension }) =>
    dimension <= MOST_VARIABLES
      ? []
      : [
          problemAt(
            ['kind'],
            `The finder takes up to ${MOST_VARIABLES} variables, and this landscape has ${dimension}; lower its dimension or choose another one.`,
          ),
        ],

  complete: (experiment) => experiment,

  resolve: (experiment, { domain }) => ({
    ...experiment,
    box: experiment.box ?? domain,
    effort: experiment.effort ?? 1,
  }),

  *run({ box, effort = 1 }, { objective, prepared }) {
    const enclosures = enclosuresOf(prepared.choice);
    const found = yield* findCriticalPoints(objective, enclosures, box ?? prepared.domain, effort);
    return {
      kind: 'critical-points' as const,
      points: found.points.map(report),
      completeness: found.completeness,
    };
  },
};

const report = ({ x, value, gradientNorm, eigenvalues, index, type, strictSaddle }: Inspection) => ({
  x,
  value,
  gradientNorm,
  eigenvalues,
  index,
  type,
  strictSaddle,
});
