import * as z from 'zod/mini';
import type { EscapeMethod, EscapeStop } from '../../core/escape/EscapeRun.ts';
import type { EscapeRow } from '../../core/escape/escapeRows.ts';
import { exactGrowthFactor, fittedGrowthFactor } from '../../core/escape/growthFactor.ts';
import type { OctopusShape } from '../../core/escape/OctopusWalk.ts';
import { runEscape } from '../../core/escape/runEscape.ts';
import { octopus } from '../../core/landscapes/octopus.ts';
import type { IntegerParam } from '../../core/params.ts';
import { LIMITS } from '../limits.ts';
import { methodSchema } from '../methodChoice.ts';
import { problemAt } from '../problems.ts';
import { integerIn, listOf, numberIn, objectOf } from '../schemaParts.ts';
import type { EscapeExperiment, Problem } from '../types.ts';
import type { ExperimentContext, ExperimentKind } from './ExperimentKind.ts';
import { escapeMethodOf, escapeMethods, withEscapeDefaults } from './escapeMethods.ts';

const REPEATS = 15;
const STOP: EscapeStop = { maxIterations: 100_000, gradientTolerance: 0 };
const { min: LEAST, max: MOST } = octopus.params.dimension as IntegerParam;
const DIMENSIONS = MOST - LEAST + 1;
const OFFERED = escapeMethods.map(({ method }) => method);
const NAMES = OFFERED.map(({ id }) => id);

/** When gradient descent and its perturbed form pass the saddles of the octopus, one behind the other. */
export const escapeTimes: ExperimentKind<EscapeExperiment> = {
  kind: 'escape',
  description: 'How long do saddles in a row hold each method, in more and more dimensions?',
  takes: {
    methods: `${NAMES.join(' and ')}, where left out with the step 1/(4L), radius e/100, gradientThreshold γe/100, waitIterations 1 and no test for ending; both where left out.`,
    dimensions: `A list of whole numbers from ${LEAST} to ${MOST}; the landscape’s dimension where left out.`,
    repeats: `Runs of each method in each dimension, from random starts in [−1, 1]^d that all methods share; ${REPEATS} where left out.`,
    stop: `When a run ends that has not passed all saddles: maxIterations (${STOP.maxIterations}), gradientTolerance (${STOP.gradientTolerance}, which turns it off; for gradient-descent only).`,
  },

  schema: (dimension) =>
    objectOf(
      {
        kind: z.literal('escape'),
        methods: z.optional(listOf(methodSchema(dimension, OFFERED), 'methods', LIMITS.methods)),
        dimensions: z.optional(listOf(integerIn(LEAST, MOST), 'dimensions', DIMENSIONS)),
        repeats: z.optional(integerIn(1, LIMITS.repeats)),
        stop: z.optional(
          objectOf(
            {
              maxIterations: z.optional(integerIn(0, LIMITS.maxIterations)),
              gradientTolerance: z.optional(numberIn(0, 1e300)),
            },
            'a stopping rule',
          ),
        ),
      },
      'an experiment',
    ),

  check: (experiment, context) => [...wrongLandscape(context), ...repeated(experiment)],

  complete: (experiment) => ({ ...experiment, methods: experiment.methods ?? NAMES.map((id) => ({ id })) }),

  resolve: (experiment, { dimension, landscape }) => ({
    ...experiment,
    methods: experiment.methods.map((choice) =>
      withEscapeDefaults(choice, landscape.params as unknown as OctopusShape, { dimension }),
    ),
    dimensions: experiment.dimensions ?? [dimension],
    repeats: experiment.repeats ?? REPEATS,
    stop: { ...STOP, ...experiment.stop },
  }),

  *run({ methods: choices, dimensions = [], repeats = REPEATS, stop }, { prepared, seed }) {
    const shape = prepared.params as unknown as OctopusShape;
    const methods = choices.map(escapeMethodOf);
    const plan = { shape, methods, dimensions, repeats, seed, stop: { ...STOP, ...stop } };
    const rows = yield* runEscape(plan);
    return { kind: 'escape' as const, rows, growth: growthOf(shape, methods, rows) };
  },
};

function wrongLandscape({ landscape: { id, params } }: ExperimentContext): readonly Problem[] {
  if (id !== octopus.id) return [problemAt(['kind'], `It runs on the landscape "${octopus.id}", not on "${id}".`)];
  const tau = params.tau as number;
  if (tau >= 1) return [];
  return [problemAt(['kind'], `The starts in [−1, 1]^d lie in the tube for tau from 1 on, and it is ${tau}.`)];
}

function repeated({ dimensions = [] }: EscapeExperiment): readonly Problem[] {
  return dimensions.flatMap((dimension, i) =>
    dimensions.indexOf(dimension) < i ? [problemAt(['dimensions', i], `${dimension} stands there already.`)] : [],
  );
}

/** How the plateaus of gradient descent grow: as fitted to the medians, in theory, and for an endlessly small step. */
function growthOf(shape: OctopusShape, methods: readonly EscapeMethod[], rows: readonly EscapeRow[]) {
  const first = rows.filter(({ k, methodIndex }) => k === 1 && methods[methodIndex]?.perturbation === null);
  return first.map(({ methodIndex, method, dimension }) => {
    const own = rows.filter((row) => row.methodIndex === methodIndex && row.dimension === dimension);
    const fitted = fittedGrowthFactor(own.map(({ median }) => median));
    const exact = exactGrowthFactor(shape, methods[methodIndex]?.stepSize as number);
    return { methodIndex, method, dimension, fitted, exact, limit: (shape.L + shape.gamma) / shape.gamma };
  });
}
