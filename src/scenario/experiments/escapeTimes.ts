import * as z from 'zod/mini';
import type { EscapeFindings } from '../../core/escape/runEscapes.ts';
import { runEscapes } from '../../core/escape/runEscapes.ts';
import { octopus } from '../../core/landscapes/octopus.ts';
import type { IntegerParam, NumberParam } from '../../core/params.ts';
import { LIMITS } from '../limits.ts';
import { methodSchema } from '../methodChoice.ts';
import { problemAt } from '../problems.ts';
import { integerIn, listOf, numberIn, objectOf } from '../schemaParts.ts';
import type { EscapeExperiment, Problem } from '../types.ts';
import type { ExperimentContext, ExperimentKind } from './ExperimentKind.ts';
import { SOURCE_METHODS, withSharedDefaults } from './escapeMethods.ts';
import { ESCAPE_REPEATS, ESCAPE_STOP, escapePlans, escapeShapes } from './escapePlans.ts';
import { octopusFunction } from './octopusFunction.ts';

const { min: LEAST, max: MOST } = octopus.params.dimension as IntegerParam;
const DIMENSIONS = MOST - LEAST + 1;
const { min: LEAST_L, max: MOST_L } = octopus.params.L as NumberParam;
/** More octopuses than these no picture tells apart. */
const OCTOPUSES = 20;

/** When each method passes the saddles of the octopus, one behind the other. */
export const escapeTimes: ExperimentKind<EscapeExperiment> = {
  kind: 'escape',
  description: 'How long do saddles in a row hold each method, in more and more dimensions?',
  takes: {
    methods: `Any; ${SOURCE_METHODS.join(' and ')} where left out. Methods that step along the gradient have the step 1/(4L) by default, ${SOURCE_METHODS[1]} also radius e/100, gradientThreshold γe/100, waitIterations 1 and no test for ending. Those two are stepped beyond the range of doubles, the others in doubles: a run whose waiting coordinate becomes too small for them ends and is counted as underflowed.`,
    dimensions: `A list of whole numbers from ${LEAST} to ${MOST}; the landscape’s dimension where left out.`,
    L: `A list of numbers from ${LEAST_L} to ${MOST_L}, each an octopus of its own, and the rows carry their L; the landscape’s L where left out.`,
    repeats: `Runs of each method in each dimension, from random starts in [−1, 1]^d that all methods share; ${ESCAPE_REPEATS} where left out.`,
    stop: `When a run ends that has not passed all saddles: maxIterations (${ESCAPE_STOP.maxIterations}), gradientTolerance (${ESCAPE_STOP.gradientTolerance}, which turns it off; for methods without chance and without a rule of their own).`,
  },

  schema: (dimension) =>
    objectOf(
      {
        kind: z.literal('escape'),
        methods: z.optional(listOf(methodSchema(dimension), 'methods', LIMITS.methods)),
        dimensions: z.optional(listOf(integerIn(LEAST, MOST), 'dimensions', DIMENSIONS)),
        L: z.optional(listOf(numberIn(LEAST_L, MOST_L), 'values of L', OCTOPUSES)),
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

  check: (experiment, context) => [
    ...wrongLandscape(context),
    ...repeated('dimensions', experiment.dimensions),
    ...repeated('L', experiment.L),
    ...empty(experiment),
  ],

  complete: (experiment) => ({ ...experiment, methods: experiment.methods ?? SOURCE_METHODS.map((id) => ({ id })) }),

  resolve: (experiment, { dimension, landscape }) => ({
    ...experiment,
    methods: experiment.methods.map((choice) =>
      withSharedDefaults(choice, escapeShapes(experiment, landscape.params), { dimension }),
    ),
    dimensions: experiment.dimensions ?? [dimension],
    repeats: experiment.repeats ?? ESCAPE_REPEATS,
    stop: { ...ESCAPE_STOP, ...experiment.stop },
  }),

  *run(experiment, { prepared, seed }) {
    const found = yield* runEscapes(escapePlans(experiment, prepared.params, seed, octopusFunction));
    return escapeResult(experiment, found);
  },
};

/** The result of the report; the rows carry L where the experiment lists it. */
export function escapeResult({ L }: EscapeExperiment, { rows, growth }: EscapeFindings) {
  const named = <R extends { readonly L: number }>(list: readonly R[]) =>
    L ? list : list.map(({ L: _same, ...row }) => row);
  return { kind: 'escape' as const, rows: named(rows), growth: named(growth) };
}

function wrongLandscape({ landscape: { id, params } }: ExperimentContext): readonly Problem[] {
  if (id !== octopus.id) return [problemAt(['kind'], `It runs on the landscape "${octopus.id}", not on "${id}".`)];
  const tau = params.tau as number;
  if (tau >= 1) return [];
  return [problemAt(['kind'], `The starts in [−1, 1]^d lie in the tube for tau from 1 on, and it is ${tau}.`)];
}

function repeated(key: 'dimensions' | 'L', list: readonly number[] = []): readonly Problem[] {
  return list.flatMap((value, i) =>
    list.indexOf(value) < i ? [problemAt([key, i], `${value} stands there already.`)] : [],
  );
}

function empty({ L }: EscapeExperiment): readonly Problem[] {
  return L?.length === 0 ? [problemAt(['L'], 'Expected at least one value; leave L out for the landscape’s own.')] : [];
}
