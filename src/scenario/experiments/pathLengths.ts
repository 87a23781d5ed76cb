import * as z from 'zod/mini';
import { landscapeById } from '../../core/landscapes/registry.ts';
import { describeLengths } from '../../core/paths/describeLengths.ts';
import { type LengthsPlan, type LengthsRow, lengthsAgainstLevel } from '../../core/paths/lengthsAgainstLevel.ts';
import { refuseLengths } from '../../core/paths/refuseLengths.ts';
import { pathMethods } from '../../core/paths/registry.ts';
import { LIMITS } from '../limits.ts';
import { methodSchema, unusableDefaults } from '../methodChoice.ts';
import {
  DEFAULT_PATH_METHOD,
  pathMethodOf,
  pathMethodSchema,
  resolvePathMethod,
  unfitPathMethod,
  unusableLengthOver,
} from '../pathMethodChoice.ts';
import { expectedButGot, problemAt } from '../problems.ts';
import { ScenarioRefused } from '../ScenarioRefused.ts';
import { integerIn, listOf, numberIn, objectOf, point, trueOrFalse } from '../schemaParts.ts';
import { resolveTraining, trainingPlan } from '../training.ts';
import type { PathLengthsExperiment, Problem } from '../types.ts';
import type { ExperimentKind, ExperimentSetting } from './ExperimentKind.ts';
import { PATH_LENGTHS_DEFAULTS } from './pathLengthsDefaults.ts';

const { pairs: PAIRS, mostPairs: MOST_PAIRS, mostLevels: MOST_LEVELS, iterations: ITERATIONS } = PATH_LENGTHS_DEFAULTS;

/** How long paths below a level are, against the level. */
export const pathLengths: ExperimentKind<PathLengthsExperiment> = {
  kind: 'path-lengths',
  description: 'How curved are the sublevel sets: how long are paths inside them, level by level?',
  takes: {
    pairs: `Pairs of ends, each two points, or how many random pairs are trained down to each level (at most ${MOST_PAIRS}); ${PAIRS} where left out.`,
    levels: `Up to ${MOST_LEVELS} levels; the curve comes from the highest down.`,
    method: `A path method with its parameters; ${DEFAULT_PATH_METHOD.id} where left out.`,
    training: `{method, iterations}: how random pairs come down; where left out, by the method of the landscape's source (Adam for networks), else by descent with backtracking, and ${ITERATIONS} steps for each level.`,
    shorten: 'Whether connections are pulled tight inside the sublevel set; true where left out.',
    lengthOver: 'Positions of the coordinates that count in lengths; all where left out.',
  },

  methods: pathMethods,

  schema: (dimension) =>
    objectOf(
      {
        kind: z.literal('path-lengths'),
        pairs: z.optional(pairsSchema(dimension)),
        levels: listOf(numberIn(-1e300, 1e300), 'levels', MOST_LEVELS),
        method: z.optional(pathMethodSchema(dimension)),
        training: z.optional(
          objectOf(
            {
              method: z.optional(methodSchema(dimension)),
              iterations: z.optional(integerIn(0, LIMITS.maxIterations)),
            },
            'a training',
          ),
        ),
        shorten: z.optional(trueOrFalse),
        lengthOver: z.optional(listOf(integerIn(0, LIMITS.variables - 1), 'positions', LIMITS.variables)),
      },
      'an experiment',
    ),

  check: ({ pairs, levels, method, training, lengthOver }, { dimension }) => [
    ...badPairs(pairs),
    ...(levels.length > 0 ? [] : [problemAt(['levels'], 'There is no level; give at least one.')]),
    ...unfitPathMethod(method, dimension),
    ...(training?.method ? unusableDefaults(training.method, ['training', 'method'], dimension) : []),
    ...unusableLengthOver(lengthOver, dimension, typeof pairs === 'number' ? [] : pairs),
  ],

  complete: (experiment) => ({
    ...experiment,
    pairs: experiment.pairs ?? PAIRS,
    method: experiment.method ?? DEFAULT_PATH_METHOD,
  }),

  resolve: (experiment, { dimension, landscape }) => ({
    ...experiment,
    method: resolvePathMethod(experiment.method, dimension),
    training: resolveTraining(experiment.training, landscape.id, dimension),
    shorten: experiment.shorten ?? true,
  }),

  *run(experiment, setting) {
    return lengthsReport(yield* lengthsAgainstLevel(lengthsPlan(experiment, setting)));
  },
};

function pairsSchema(dimension: number | undefined) {
  return z.union([integerIn(1, MOST_PAIRS), listOf(listOf(point(dimension), 'points', 2), 'pairs', MOST_PAIRS)], {
    error: ({ input }) => expectedButGot('a number of pairs or a list of pairs, each two points', input),
  });
}

function badPairs(pairs: PathLengthsExperiment['pairs']): readonly Problem[] {
  if (typeof pairs === 'number') return [];
  if (pairs.length === 0) return [problemAt(['pairs'], 'There is no pair; give one, or a number of random ones.')];
  return pairs.flatMap((pair, i) =>
    pair.length === 2 ? [] : [problemAt(['pairs', i], `A pair has two ends, not ${pair.length}.`)],
  );
}

/**
 * What the experiment runs. @param experiment  resolved: parameters that are left out are not filled in
 * @throws ScenarioRefused where the pairs or the levels cannot be
 */
export function lengthsPlan(
  experiment: PathLengthsExperiment,
  { objective, prepared, seed }: ExperimentSetting,
): LengthsPlan {
  const { levels, method, shorten = true, lengthOver } = experiment;
  const { domain, minimumValue } = prepared;
  const plan = {
    objective,
    method: pathMethodOf(method),
    params: method.params ?? {},
    pairs: pairsOf(experiment, prepared),
    levels,
    domain,
    minimumValue,
    seed,
    shorten,
    lengthOver,
  };
  const problems = refuseLengths(plan).map(({ place, message }) => problemAt(['experiment', ...place], message));
  if (problems.length > 0) throw new ScenarioRefused(problems);
  return plan;
}

function pairsOf(
  { pairs, training }: PathLengthsExperiment,
  { id, params, domain }: ExperimentSetting['prepared'],
): LengthsPlan['pairs'] {
  if (typeof pairs !== 'number') return pairs as unknown as LengthsPlan['pairs'];
  const landscape = landscapeById(id);
  return {
    count: pairs,
    ...(landscape?.initialPoint && { start: (rng) => landscape.initialPoint?.(params, rng) as Float64Array }),
    training: trainingPlan(training ?? {}, domain),
  };
}

/** The result of the report. */
export const lengthsReport = (curve: readonly LengthsRow[]) => ({
  kind: 'path-lengths' as const,
  curve: [...curve],
  sentence: describeLengths(curve),
});
