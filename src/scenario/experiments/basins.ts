import * as z from 'zod/mini';
import { findBasins } from '../../core/descent/basins.ts';
import { DEFAULT_STOP_RULE } from '../../core/descent/descend.ts';
import { LIMITS } from '../limits.ts';
import { methodOf, methodSchema, resolveMethod, unusableDefaults } from '../methodChoice.ts';
import { expectedButGot, problemAt } from '../problems.ts';
import { boxOf, integerIn, objectOf } from '../schemaParts.ts';
import type { BasinsExperiment, Problem } from '../types.ts';
import { Rows } from '../writeJson.ts';
import type { ExperimentKind } from './ExperimentKind.ts';
import { stopSchema } from './stopSchema.ts';

const RESOLUTION = 128;
const REPEATS = 5;

/** Where one method goes from each point of a grid. */
export const basins: ExperimentKind<BasinsExperiment> = {
  kind: 'basins',
  description: 'From where does a method go to which critical point?',
  takes: {
    method: 'A method with its parameters; gradient-descent where left out.',
    box: 'Two intervals; the landscape’s domain where left out.',
    resolution: `Grid points along each side, or [along x, along y], 2 to ${LIMITS.resolution}; ${RESOLUTION} where left out.`,
    stop: 'When a run ends: maxIterations (1000), gradientTolerance (1e-8), divergenceRadius (1e10), withinDomain (false).',
    repeats: `Runs from each point of a stochastic method, of which the majority counts; ${REPEATS} where left out.`,
  },

  schema: (dimension) =>
    objectOf(
      {
        kind: z.literal('basins'),
        method: z.optional(methodSchema(dimension)),
        box: z.optional(boxOf(dimension, 'variable of the landscape')),
        resolution: z.optional(resolutionSchema()),
        stop: z.optional(stopSchema()),
        repeats: z.optional(integerIn(1, LIMITS.repeats)),
      },
      'an experiment',
    ),

  check: (experiment, { dimension }) => [
    ...(dimension === 2 ? [] : [notPlanar(dimension)]),
    ...unusableDefaults(experiment.method, ['method'], dimension),
    ...tooManyRuns(experiment),
  ],

  complete: (experiment) => ({ ...experiment, method: experiment.method ?? { id: 'gradient-descent' } }),

  resolve: (experiment, { dimension, domain }) => ({
    ...experiment,
    method: resolveMethod(experiment.method, dimension),
    box: experiment.box ?? domain,
    resolution: experiment.resolution ?? RESOLUTION,
    stop: { ...DEFAULT_STOP_RULE, ...experiment.stop },
    repeats: experiment.repeats ?? REPEATS,
  }),

  *run({ method, box, resolution = RESOLUTION, stop = {}, repeats = REPEATS }, { objective, prepared, seed }) {
    const { domain } = prepared;
    const [columns, rows] = sidesOf(resolution);
    const chosen = { method: methodOf(method), params: method.params ?? {} };
    const grid = { box: box ?? domain, columns, rows };
    const found = yield* findBasins({ objective, ...chosen, ...grid, seed, repeats, stop, domain });
    return {
      kind: 'basins' as const,
      x: found.xs,
      y: found.ys,
      labels: new Rows(found.labels, columns),
      attractors: found.attractors,
      iterations: new Rows(found.iterations, columns),
      saddleShare: found.saddleShare,
      noneShare: found.noneShare,
    };
  },
};

function sidesOf(resolution: number | readonly [number, number]): readonly [columns: number, rows: number] {
  return typeof resolution === 'number' ? [resolution, resolution] : resolution;
}

function resolutionSchema(): z.ZodMiniType<number | [number, number]> {
  const side = integerIn(2, LIMITS.resolution);
  const what = `a whole number from 2 to ${LIMITS.resolution}, or two of them`;
  return z.union([side, z.tuple([side, side])], { error: ({ input }) => expectedButGot(what, input) });
}

const notPlanar = (dimension: number): Problem =>
  problemAt(['kind'], `Basins are mapped over two variables, and this landscape has ${dimension}; choose another one.`);

/** Refuses what would fill the memory. */
function tooManyRuns({ resolution = RESOLUTION, repeats = REPEATS, method }: BasinsExperiment): readonly Problem[] {
  const [columns, rows] = sidesOf(resolution);
  const chosen = methodOf(method);
  const runs = columns * rows * (chosen.isStochastic(resolveMethod(method, 2).params ?? {}) ? repeats : 1);
  if (runs <= LIMITS.gridRuns) return [];
  const most = `at most ${LIMITS.gridRuns.toExponential(0)} fit`;
  return [problemAt(['resolution'], `The map would take ${runs} runs, and ${most}; lower the resolution or repeats.`)];
}
