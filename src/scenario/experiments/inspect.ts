import * as z from 'zod/mini';
import { DEFAULT_INSPECT_OPTIONS, type Inspection, inspectInSteps } from '../../core/critical/inspect.ts';
import { LIMITS } from '../limits.ts';
import { listOf, numberIn, objectOf, point } from '../schemaParts.ts';
import type { InspectExperiment } from '../types.ts';
import { Rows } from '../writeJson.ts';
import type { ExperimentKind } from './ExperimentKind.ts';
import { startPoint } from './startPoint.ts';

/** Value, derivatives, spectrum and verdicts at given points. */
export const inspect: ExperimentKind<InspectExperiment> = {
  kind: 'inspect',
  description: 'What is the landscape like at these points?',
  takes: {
    points: `Up to ${LIMITS.points} points; one point inside the domain where left out.`,
    epsilon: `A point with ‖∇f‖ ≤ epsilon counts as critical; ${DEFAULT_INSPECT_OPTIONS.epsilon} where left out.`,
    rho: `Second-order stationary: λ_min ≥ −√(rho·epsilon); ${DEFAULT_INSPECT_OPTIONS.rho} where left out.`,
  },

  schema: (dimension) =>
    objectOf(
      {
        kind: z.literal('inspect'),
        points: z.optional(listOf(point(dimension), 'points', LIMITS.points)),
        epsilon: z.optional(numberIn(0, 1e300)),
        rho: z.optional(numberIn(0, 1e300)),
      },
      'an experiment',
    ),

  complete: (experiment, context) => ({ ...experiment, points: experiment.points ?? [startPoint(context)] }),

  resolve: (experiment) => ({ ...DEFAULT_INSPECT_OPTIONS, ...experiment }),

  *run({ points, ...options }, { objective }) {
    const inspections = [];
    for (const [i, x] of points.entries()) {
      yield { done: i, total: points.length };
      inspections.push(pointReport(yield* inspectInSteps(objective, Float64Array.from(x), options)));
    }
    return { kind: 'inspect' as const, points: inspections };
  },
};

/** An inspection as the report holds it, matrices by rows. */
function pointReport(inspection: Inspection) {
  const n = inspection.x.length;
  return {
    x: inspection.x,
    value: inspection.value,
    gradient: inspection.gradient,
    gradientNorm: inspection.gradientNorm,
    hessian: new Rows(inspection.hessian, n),
    eigenvalues: inspection.eigenvalues,
    eigenvectors: new Rows(inspection.eigenvectors, n),
    index: inspection.index,
    type: inspection.type,
    strictSaddle: inspection.strictSaddle,
    firstOrderStationary: inspection.firstOrderStationary,
    secondOrderStationary: inspection.secondOrderStationary,
  };
}
