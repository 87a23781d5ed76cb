import * as z from 'zod/mini';
import { invariantCurves, saddleNear } from '../../core/critical/invariantCurves.ts';
import type { TracedCurve } from '../../core/critical/tracedCurve.ts';
import { problemAt } from '../problems.ts';
import { ScenarioRefused } from '../ScenarioRefused.ts';
import { boxOf, numberIn, objectOf, point } from '../schemaParts.ts';
import type { StableSetExperiment } from '../types.ts';
import { Rows } from '../writeJson.ts';
import type { ExperimentKind } from './ExperimentKind.ts';

/** The curves from which descent goes to a saddle, and along which it leaves it. */
export const stableSet: ExperimentKind<StableSetExperiment> = {
  kind: 'stable-set',
  description: 'From where does descent end in this saddle?',
  takes: {
    saddle: 'A point near a saddle; Newton’s method goes from there.',
    box: 'Two intervals, in which the curves are followed; the landscape’s domain where left out.',
    stepSize: 'Step of gradient descent, or 0 for the gradient flow; 0 where left out.',
  },

  schema: (dimension) =>
    objectOf(
      {
        kind: z.literal('stable-set'),
        saddle: point(dimension),
        box: z.optional(boxOf(dimension, 'variable of the landscape')),
        stepSize: z.optional(numberIn(0, 1e6)),
      },
      'an experiment',
    ),

  check: (_experiment, { dimension }) =>
    dimension === 2
      ? []
      : [
          problemAt(
            ['kind'],
            `Stable sets are curves in two variables, and this landscape has ${dimension}; choose another one.`,
          ),
        ],

  complete: (experiment) => experiment,

  resolve: (experiment, { domain }) => ({
    ...experiment,
    box: experiment.box ?? domain,
    stepSize: experiment.stepSize ?? 0,
  }),

  *run({ saddle, box, stepSize = 0 }, { objective, prepared }) {
    const near = saddleNear(objective, saddle);
    if ('refusal' in near) throw new ScenarioRefused([problemAt(['experiment', 'saddle'], near.refusal)]);
    const found = yield* invariantCurves(objective, near.saddle, box ?? prepared.domain, stepSize);
    const { x, value, eigenvalues, eigenvectors } = near.saddle;
    return {
      kind: 'stable-set' as const,
      saddle: { x, value, eigenvalues, eigenvectors: new Rows(eigenvectors, 2) },
      ...report(found.stable, 'curves', 'ends'),
      ...report(found.unstable, 'unstableCurves', 'unstableEnds'),
    };
  },
};

/** Both halves of a curve, from the saddle outward, and how each ends. */
const report = (halves: readonly TracedCurve[], curves: string, ends: string) => ({
  [curves]: halves.map(({ points }) => new Rows(points, 2)),
  [ends]: halves.map(({ end }) => end),
});
