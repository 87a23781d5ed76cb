import * as z from 'zod/mini';
import { describePath } from '../../core/paths/describePath.ts';
import { findPath, type PathPlan, type PathResult } from '../../core/paths/findPath.ts';
import { refusePath } from '../../core/paths/refusePath.ts';
import { pathMethods } from '../../core/paths/registry.ts';
import type { ShortenedPath } from '../../core/paths/shortenPath.ts';
import { Rng } from '../../core/rng.ts';
import { defaultEnds } from '../defaultEnds.ts';
import { LIMITS } from '../limits.ts';
import {
  DEFAULT_PATH_METHOD,
  pathMethodOf,
  pathMethodSchema,
  resolvePathMethod,
  unfitPathMethod,
  unusableLengthOver,
} from '../pathMethodChoice.ts';
import { problemAt } from '../problems.ts';
import { ScenarioRefused } from '../ScenarioRefused.ts';
import { integerIn, listOf, numberIn, objectOf, point, trueOrFalse } from '../schemaParts.ts';
import type { PathExperiment } from '../types.ts';
import { Rows } from '../writeJson.ts';
import type { ExperimentKind, ExperimentSetting } from './ExperimentKind.ts';

/** A path between two points that stays below a level. */
export const path: ExperimentKind<PathExperiment> = {
  kind: 'path',
  description: 'Can two points be joined without climbing above a level?',
  takes: {
    ends: 'Two points; the two lowest minima known of the landscape, or else two points inside the domain.',
    level: 'The level u that the path is to stay below; both ends must lie below it.',
    method: `A path method with its parameters; ${DEFAULT_PATH_METHOD.id} where left out.`,
    shorten: 'Whether a connection is pulled tight inside the sublevel set; true where left out.',
    lengthOver: 'Positions of the coordinates that count in lengths; all where left out.',
  },

  methods: pathMethods,

  schema: (dimension) =>
    objectOf(
      {
        kind: z.literal('path'),
        ends: z.optional(listOf(point(dimension), 'points', LIMITS.points)),
        level: numberIn(-1e300, 1e300),
        method: z.optional(pathMethodSchema(dimension)),
        shorten: z.optional(trueOrFalse),
        lengthOver: z.optional(listOf(integerIn(0, LIMITS.variables - 1), 'positions', LIMITS.variables)),
      },
      'an experiment',
    ),

  check: ({ ends, method, lengthOver }, { dimension }) => [
    ...(ends.length === 2 ? [] : [problemAt(['ends'], `A path has two ends, not ${ends.length}.`)]),
    ...unfitPathMethod(method, dimension),
    ...unusableLengthOver(lengthOver, dimension, [ends]),
  ],

  complete: (experiment, { domain, landscape, seed }) => ({
    ...experiment,
    ends: experiment.ends ?? defaultEnds(landscape, domain, seed),
    method: experiment.method ?? DEFAULT_PATH_METHOD,
  }),

  resolve: (experiment, { dimension }) => ({
    ...experiment,
    method: resolvePathMethod(experiment.method, dimension),
    shorten: experiment.shorten ?? true,
  }),

  *run(experiment, setting) {
    return pathReport(yield* findPath(pathPlan(experiment, setting)), setting.objective.dimension);
  },
};

/**
 * What the experiment runs. @param experiment  resolved: parameters that are left out are not filled in
 * @throws ScenarioRefused where the ends or the level cannot be
 */
export function pathPlan(experiment: PathExperiment, setting: ExperimentSetting): PathPlan {
  const plan = uncheckedPathPlan(experiment, setting);
  const refusal = refusePath(plan.objective, plan.ends, plan.level, plan.method, plan.minimumValue);
  if (refusal) throw new ScenarioRefused([problemAt(['experiment', refusal.place], refusal.message)]);
  // In the page ends are dragged to where no text has put them.
  const [problem] = unusableLengthOver(plan.lengthOver, plan.objective.dimension, [experiment.ends]);
  if (problem) throw new ScenarioRefused([problemAt(['experiment', 'lengthOver'], problem.message)]);
  return plan;
}

/** The same, whether the ends and the level can be or not. */
export function uncheckedPathPlan(
  experiment: PathExperiment,
  { objective, prepared, seed }: ExperimentSetting,
): PathPlan {
  const { level, method: choice, shorten = true, lengthOver } = experiment;
  const { domain, minimumValue } = prepared;
  const method = pathMethodOf(choice);
  const ends = experiment.ends as unknown as PathPlan['ends'];
  const params = choice.params ?? {};
  return { objective, method, params, ends, level, domain, minimumValue, rng: Rng.seeded(seed), shorten, lengthOver };
}

/** The result of the report. @param n  number of variables */
export function pathReport(result: PathResult, n: number) {
  const { segments: _segments, domain: _domain, shortened, ...found } = result;
  return {
    kind: 'path' as const,
    ...found,
    beads: new Rows(found.beads, n),
    shortened: shortened && shortenedReport(shortened, n),
    sentence: describePath(result),
  };
}

const shortenedReport = (shortened: ShortenedPath, n: number) => ({
  ...shortened,
  beads: new Rows(shortened.beads, n),
});
