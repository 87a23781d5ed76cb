import * as z from 'zod/mini';
import {
  type ComparisonPlan,
  cloudOfStarts,
  compareMethods,
  type MethodComparison,
} from '../../core/descent/compareMethods.ts';
import { DEFAULT_STOP_RULE } from '../../core/descent/descend.ts';
import type { Objective } from '../../core/objective/Objective.ts';
import type { Box } from '../../core/params.ts';
import { LIMITS } from '../limits.ts';
import { methodOf, methodSchema, resolveMethod, unusableDefaults } from '../methodChoice.ts';
import { problemAt } from '../problems.ts';
import { boxOf, integerIn, listOf, numberIn, objectOf, point } from '../schemaParts.ts';
import type { ComparisonExperiment, Problem } from '../types.ts';
import {
  COMPARISON_DEFAULTS,
  MOST_COMPARED_RUNS,
  mostComparedIterations,
  mostComparedRepeats,
} from './comparisonDefaults.ts';
import type { ExperimentContext, ExperimentKind } from './ExperimentKind.ts';
import { stopSchema } from './stopSchema.ts';

const { count: COUNT, repeats: REPEATS, epsilon: EPSILON, rho: RHO } = COMPARISON_DEFAULTS;

/** How long each method takes to a second-order stationary point, from many starts. */
export const comparison: ExperimentKind<ComparisonExperiment> = {
  kind: 'comparison',
  description: 'How long does each method take to a second-order stationary point, and which runs get stuck where?',
  takes: {
    methods: `Up to ${LIMITS.methods} methods with their parameters; gradient-descent and perturbed-gradient-descent where left out.`,
    starts: 'Points; all of them, and the cloud’s besides where both are given.',
    cloud: `{count, box}: so many random starts (${COUNT}) uniform in the box (the landscape’s domain); drawn where no starts are given.`,
    repeats: `Runs of a stochastic method from each start; ${REPEATS} where left out. The others run once. At most ${MOST_COMPARED_RUNS} runs of a method.`,
    stop: 'When a run ends: maxIterations (1000), gradientTolerance (1e-8), divergenceRadius (1e10), withinDomain (false).',
    epsilon: `Accuracy ε: reached is where ‖∇f‖ ≤ ε and λ_min ≥ −√(ρε); ${EPSILON} where left out.`,
    rho: `Hessian Lipschitz constant ρ; ${RHO} where left out.`,
  },

  schema: (dimension) =>
    objectOf(
      {
        kind: z.literal('comparison'),
        methods: z.optional(listOf(methodSchema(dimension), 'methods', LIMITS.methods)),
        starts: z.optional(listOf(point(dimension), 'starts', LIMITS.starts)),
        cloud: z.optional(
          objectOf(
            {
              count: z.optional(integerIn(1, LIMITS.starts)),
              box: z.optional(boxOf(dimension, 'variable of the landscape')),
            },
            'a cloud of starts',
          ),
        ),
        repeats: z.optional(integerIn(1, LIMITS.repeats)),
        stop: z.optional(stopSchema()),
        epsilon: z.optional(numberIn(0, 1e6, true)),
        rho: z.optional(numberIn(0, 1e12, true)),
      },
      'an experiment',
    ),

  check: (experiment, context) => [
    ...experiment.methods.flatMap((choice, i) => unusableDefaults(choice, ['methods', i], context.dimension)),
    ...noStarts(experiment),
    ...tooMany(experiment),
    ...tooLong(experiment, context),
  ],

  complete: (experiment) => ({
    ...experiment,
    methods: experiment.methods ?? [{ id: 'gradient-descent' }, { id: 'perturbed-gradient-descent' }],
    starts: experiment.starts ?? [],
    ...(experiment.starts === undefined && { cloud: experiment.cloud ?? {} }),
  }),

  resolve: (experiment, { dimension, domain }) => {
    const { cloud } = experiment;
    return {
      ...experiment,
      methods: experiment.methods.map((choice) => resolveMethod(choice, dimension)),
      ...(cloud && { cloud: { count: cloud.count ?? COUNT, box: cloud.box ?? domain } }),
      repeats: experiment.repeats ?? REPEATS,
      stop: { ...DEFAULT_STOP_RULE, ...experiment.stop },
      epsilon: experiment.epsilon ?? EPSILON,
      rho: experiment.rho ?? RHO,
    };
  },

  *run(experiment, { objective, prepared, seed }) {
    return comparisonResult(yield* compareMethods(comparisonPlan(experiment, objective, prepared.domain, seed)));
  },
};

/** What the experiment runs. @param experiment  resolved: parameters that are left out are not filled in */
export function comparisonPlan(
  experiment: ComparisonExperiment,
  objective: Objective,
  domain: Box,
  seed: number,
): ComparisonPlan {
  const { methods, repeats = REPEATS, stop, epsilon = EPSILON, rho = RHO } = experiment;
  const chosen = methods.map((choice) => ({ method: methodOf(choice), params: choice.params ?? {} }));
  const starts = allStarts(experiment, domain, seed);
  return { objective, methods: chosen, starts, repeats, seed, stop: stop ?? {}, domain, epsilon, rho };
}

/** The result of the report. */
export const comparisonResult = (rows: readonly MethodComparison[]) => ({
  kind: 'comparison' as const,
  rows: rows.map(reported),
});

/** The points given and those of the cloud, in this order. */
function allStarts({ starts, cloud }: ComparisonExperiment, domain: Box, seed: number): ArrayLike<number>[] {
  return [...starts, ...(cloud ? cloudOfStarts(cloud.box ?? domain, cloud.count ?? COUNT, seed) : [])];
}

/** The row of the report: the band's iterations with it. */
function reported({ times, stuck, least: _least, ...row }: MethodComparison) {
  return { ...row, times: [...times], stuck: stuck.map(({ x, ...place }) => ({ x: [...x], ...place })) };
}

function noStarts({ starts, cloud }: ComparisonExperiment): readonly Problem[] {
  if (starts.length > 0 || cloud !== undefined) return [];
  return [problemAt(['starts'], 'There is no start; give one, or a cloud of them.')];
}

function tooMany({ starts, cloud, repeats = REPEATS }: ComparisonExperiment): readonly Problem[] {
  const count = starts.length + (cloud ? (cloud.count ?? COUNT) : 0);
  const most = mostComparedRepeats(count);
  if (repeats <= most) return [];
  const text = `From ${count} starts at most ${most} repeats, which makes ${MOST_COMPARED_RUNS} runs of a method.`;
  return [problemAt(['repeats'], text)];
}

/** A run is kept whole until it has been looked through. */
function tooLong({ stop }: ComparisonExperiment, { dimension }: ExperimentContext): readonly Problem[] {
  const { maxIterations } = { ...DEFAULT_STOP_RULE, ...stop };
  const most = mostComparedIterations(dimension);
  if (maxIterations <= most) return [];
  return [problemAt(['stop', 'maxIterations'], `At most ${most} iterations fit for ${dimension} variables.`)];
}
