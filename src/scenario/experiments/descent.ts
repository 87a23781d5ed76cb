import * as z from 'zod/mini';
import { DEFAULT_STOP_RULE } from '../../core/descent/descend.ts';
import { runDescents } from '../../core/descent/runDescents.ts';
import { LIMITS } from '../limits.ts';
import { methodOf, methodSchema, resolveMethod, unusableDefaults } from '../methodChoice.ts';
import { expectedButGot, problemAt } from '../problems.ts';
import { integerIn, listOf, objectOf, point } from '../schemaParts.ts';
import type { DescentExperiment, Problem, RecordRule } from '../types.ts';
import { descentResult } from './descentResult.ts';
import type { ExperimentContext, ExperimentKind } from './ExperimentKind.ts';
import { startPoint } from './startPoint.ts';
import { stopSchema } from './stopSchema.ts';

/** Every method from every start, `repeats` times. */
export const descent: ExperimentKind<DescentExperiment> = {
  kind: 'descent',
  description: 'Where does each method go from here?',
  takes: {
    methods: `Up to ${LIMITS.methods} methods with their parameters; gradient-descent where left out.`,
    starts: `Up to ${LIMITS.starts} points; one point inside the domain where left out.`,
    stop: 'When a run ends: maxIterations (1000), gradientTolerance (1e-8), divergenceRadius (1e10), withinDomain (false).',
    repeats: 'Runs of each method from each start, each with random numbers of its own; 1 where left out.',
    record: 'Which iterates the report holds: "all", "ends" or a stride; "all" where left out.',
  },

  schema: (dimension) =>
    objectOf(
      {
        kind: z.literal('descent'),
        methods: z.optional(listOf(methodSchema(dimension), 'methods', LIMITS.methods)),
        starts: z.optional(listOf(point(dimension), 'starts', LIMITS.starts)),
        stop: z.optional(stopSchema()),
        repeats: z.optional(integerIn(1, LIMITS.repeats)),
        record: z.optional(recordSchema()),
      },
      'an experiment',
    ),

  check: (experiment, context) => [
    ...experiment.methods.flatMap((choice, i) => unusableDefaults(choice, ['methods', i], context.dimension)),
    ...tooMuchRecorded(experiment, context),
  ],

  complete: (experiment, context) => ({
    ...experiment,
    methods: experiment.methods ?? [{ id: 'gradient-descent' }],
    starts: experiment.starts ?? [startPoint(context)],
  }),

  resolve: (experiment, { dimension }) => ({
    ...experiment,
    methods: experiment.methods.map((choice) => resolveMethod(choice, dimension)),
    stop: { ...DEFAULT_STOP_RULE, ...experiment.stop },
    repeats: experiment.repeats ?? 1,
    record: experiment.record ?? 'all',
  }),

  *run({ methods, starts, stop, repeats = 1, record = 'all' }, { objective, prepared, seed }) {
    const { domain } = prepared;
    const chosen = methods.map((choice) => ({ method: methodOf(choice), params: choice.params ?? {} }));
    const plan = { objective, methods: chosen, starts, repeats, seed, stop: stop ?? {}, record, domain };
    return descentResult(methods, starts, yield* runDescents(plan));
  },
};

function recordSchema(): z.ZodMiniType<RecordRule> {
  const error = (issue: { readonly input?: unknown }) =>
    expectedButGot('"all", "ends" or a stride, a whole number of at least 1', issue.input);
  return z.union([z.literal(['all', 'ends']), integerIn(1, LIMITS.maxIterations)], { error });
}

/** Refuses what would fill the memory if every run took all its iterations. */
function tooMuchRecorded(experiment: DescentExperiment, { dimension }: ExperimentContext): readonly Problem[] {
  const { methods, starts, repeats = 1, record = 'all' } = experiment;
  const { maxIterations } = { ...DEFAULT_STOP_RULE, ...experiment.stop };
  const stride = record === 'all' ? 1 : record === 'ends' ? maxIterations : record;
  const perRun = (maxIterations / Math.max(1, stride) + 2) * (dimension + 3);
  const numbers = methods.length * starts.length * repeats * perRun;
  if (numbers <= LIMITS.recordedNumbers) return [];
  const size = `up to ${numbers.toExponential(1)} numbers, and at most ${LIMITS.recordedNumbers.toExponential(0)} fit`;
  const mend = 'record a stride or only the "ends", or lower maxIterations, repeats or the number of starts';
  return [problemAt(['record'], `The trajectories would hold ${size}; ${mend}.`)];
}
