import * as z from 'zod/mini';
import { formatNumber } from '../../core/formatNumber.ts';
import type { Objective } from '../../core/objective/Objective.ts';
import type { Box } from '../../core/params.ts';
import { describeSublevels } from '../../core/topology/describeSublevels.ts';
import { describeUnvalued } from '../../core/topology/describeUnvalued.ts';
import { findSublevelSets } from '../../core/topology/findSublevelSets.ts';
import { componentCounts } from '../../core/topology/mergeTree.ts';
import { type ForestPoint, hasFiniteValue, isInBox, type SublevelForest } from '../../core/topology/SublevelForest.ts';
import { gridRefusal } from '../../core/topology/sampleGrid.ts';
import { barrierBetween, levelCount, sublevelTree } from '../../core/topology/sublevelTree.ts';
import { enclosuresOf } from '../enclosuresOf.ts';
import { LIMITS } from '../limits.ts';
import { expectedButGot, problemAt } from '../problems.ts';
import { ScenarioRefused } from '../ScenarioRefused.ts';
import { boxOf, integerIn, listOf, numberIn, objectOf, point } from '../schemaParts.ts';
import type { Problem, SublevelExperiment } from '../types.ts';
import type { ExperimentContext, ExperimentKind } from './ExperimentKind.ts';
import {
  defaultSide,
  MOST_SUBLEVEL_VARIABLES,
  NOWHERE_DEFINED,
  sidesOf,
  variablesRefusal,
} from './sublevelDefaults.ts';

const MOST_LEVELS = 1000;
const HIGHEST = 1e300;

/** The components of sublevel sets, their merge tree, and the valleys that hold no global minimum. */
export const sublevel: ExperimentKind<SublevelExperiment> = {
  kind: 'sublevel',
  description: 'How many valleys are there below u, where do they join, and which are spurious?',
  takes: {
    box: 'An interval for each of one to three variables; the landscape’s domain where left out.',
    resolution: `Grid points along each variable, or a list with one for each, 2 to ${LIMITS.resolution}; 1001, 201 or 61 for one, two or three variables where left out.`,
    levels: `Up to ${MOST_LEVELS} levels u at which components are counted; where left out or empty, every level at which their number changes.`,
    persistence:
      'Branches shorter than this are hidden; where left out, those that the grid cannot tell from its own sampling error.',
    between: 'Two points whose barrier is asked: the lowest u at which they share a component; none where left out.',
  },

  schema: (dimension) =>
    objectOf(
      {
        kind: z.literal('sublevel'),
        box: z.optional(boxOf(dimension, 'variable of the landscape')),
        resolution: z.optional(resolutionSchema(dimension)),
        levels: z.optional(listOf(numberIn(-HIGHEST, HIGHEST), 'levels', MOST_LEVELS)),
        persistence: z.optional(numberIn(0, HIGHEST)),
        between: z.optional(pairOfPoints(dimension)),
      },
      'an experiment',
    ),

  check: (experiment, context) =>
    context.dimension > MOST_SUBLEVEL_VARIABLES
      ? [tooManyVariables(context.dimension)]
      : gridProblems(experiment, context),

  complete: (experiment) => experiment,

  resolve: (experiment, { domain, dimension }) => ({
    ...experiment,
    box: experiment.box ?? domain,
    resolution: experiment.resolution ?? defaultSide(dimension),
    levels: experiment.levels ?? [],
  }),

  *run(experiment, { objective, prepared }) {
    const { domain, dimension, choice } = prepared;
    const sides = sidesOf(experiment.resolution, dimension);
    const outside = outsideProblems(experiment, experiment.box ?? domain);
    if (outside.length > 0) throw new ScenarioRefused(outside);
    const task = findSublevelSets(objective, enclosuresOf(choice), experiment.box ?? domain, sides);
    const forest = yield* task;
    if (!hasFiniteValue(forest)) throw new ScenarioRefused([problemAt(['experiment', 'box'], NOWHERE_DEFINED)]);
    return sublevelResult(experiment, forest, objective);
  },
};

/** The result of the report. */
export function sublevelResult(
  { levels = [], persistence, between }: SublevelExperiment,
  forest: SublevelForest,
  f: Objective,
) {
  const tree = sublevelTree(forest, persistence ?? null);
  const steps = componentCounts(tree).levels;
  const asked = levels.length > 0 ? levels : [...steps];
  return {
    kind: 'sublevel' as const,
    components: asked.map((level) => levelCount(forest, tree, level)),
    mergeTree: {
      leaves: Array.from(tree.leaves, (leaf, k) => {
        const known = forest.leaves[leaf] as SublevelForest['leaves'][number];
        const birth = tree.births[k] as number;
        return { ...reported(known), persistence: (tree.deaths[k] as number) - birth };
      }),
      merges: tree.merges.map(({ value, survivor, absorbed, join }) => ({
        ...reported(forest.joins[join] as ForestPoint),
        value,
        survivor,
        absorbed,
      })),
    },
    spurious: tree.spurious.map(({ leaf, floor, barrier, depth }) => ({ leaf, floor, barrier, depth })),
    globalMinima: tree.globals,
    simple: tree.isSimple,
    missedMinima: forest.missed,
    hidden: { count: tree.hidden, greatestPersistence: tree.greatestHidden },
    resolution: forest.axes.map(({ length }) => length),
    ...(between && { barrier: reportedBarrier(between, forest, f) }),
    comparedWith: forest.comparedWith,
    detail: describeSublevels(forest, tree),
  };
}

const reported = ({ x, value, standing }: ForestPoint) => ({ x, value, status: standing });

/** Null where a point lies outside of the box. */
function reportedBarrier([a, b]: readonly (readonly number[])[], forest: SublevelForest, f: Objective) {
  const ends = [Float64Array.from(a as readonly number[]), Float64Array.from(b as readonly number[])] as const;
  if (!ends.every((end) => isInBox(forest, end))) return null;
  const values = [f.value(ends[0]), f.value(ends[1])] as const;
  const { level, pass } = barrierBetween(forest, sublevelTree(forest, null), ends, values);
  const detail = describeUnvalued(forest, ends, values);
  return { level, pass: pass && reported(pass), ...(detail !== '' && { detail }) };
}

/**
 * Points whose barrier no grid over the box tells. A link with such points opens: the page shows them, and says what
 * to change.
 */
function outsideProblems({ between = [] }: SublevelExperiment, box: Box): Problem[] {
  return between.flatMap((point, at) => {
    const i = box.findIndex(([low, high], k) => !((point[k] as number) >= low && (point[k] as number) <= high));
    if (i < 0) return [];
    const [low, high] = box[i] as Box[number];
    const where = `coordinate ${i + 1} is ${formatNumber(point[i] as number)}, not from ${formatNumber(low)} to ${formatNumber(high)}`;
    return [
      problemAt(
        ['experiment', 'between', at],
        `This point lies outside of the box: ${where}. Widen the box or move the point.`,
      ),
    ];
  });
}

function resolutionSchema(dimension: number | undefined) {
  const side = integerIn(2, LIMITS.resolution);
  const most = dimension ?? MOST_SUBLEVEL_VARIABLES;
  const what = `a whole number from 2 to ${LIMITS.resolution}, or a list of ${most}`;
  const isFull = (list: readonly number[]) => dimension === undefined || list.length === dimension;
  const sides = z.array(side).check(z.refine(isFull, { error: ({ input }) => expectedButGot(what, input) }));
  return z.union([side, sides], { error: ({ input }) => expectedButGot(what, input) });
}

function pairOfPoints(dimension: number | undefined) {
  return z.array(point(dimension), { error: ({ input }) => expectedButGot('a list of two points', input) }).check(
    z.refine((points) => points.length === 2, {
      error: ({ input }) => `Expected two points, got ${(input as unknown[]).length}.`,
    }),
  );
}

const tooManyVariables = (dimension: number): Problem => problemAt(['kind'], variablesRefusal(dimension));

/** What no grid can be made over. */
function gridProblems(
  { box, resolution }: SublevelExperiment,
  { domain, dimension }: ExperimentContext,
): readonly Problem[] {
  const refusal = gridRefusal((box ?? domain) as Box, sidesOf(resolution, dimension));
  if (refusal === null) return [];
  return [problemAt([refusal.startsWith('The grid') ? 'resolution' : 'box'], refusal)];
}
