import type { OctopusShape } from '../../core/escape/OctopusWalk.ts';
import type { EscapePlan } from '../../core/escape/runEscape.ts';
import type { EscapeStop } from '../../core/escape/TubeRun.ts';
import type { Objective } from '../../core/objective/Objective.ts';
import type { Params } from '../../core/params.ts';
import type { EscapeExperiment } from '../types.ts';
import { escapeMethodOf, withEscapeDefaults } from './escapeMethods.ts';

/** Runs of each method in each dimension, where the experiment does not say. */
export const ESCAPE_REPEATS = 15;

/** When a run ends, where the experiment does not say. */
export const ESCAPE_STOP: EscapeStop = { maxIterations: 100_000, gradientTolerance: 0 };

/** The octopuses of an experiment, one for each L. @param params  of the landscape, all of them */
export function escapeShapes({ L }: Pick<EscapeExperiment, 'L'>, params: Params): readonly OctopusShape[] {
  const { L: own, gamma, tau } = params as unknown as OctopusShape;
  return (L ?? [own]).map((each) => ({ L: each, gamma, tau }));
}

/**
 * What the experiment runs, one plan for each L.
 * @param params  of the landscape, all of them
 * @param functionOf  the octopus with these parameters as a function; asked only where a method is run in doubles
 */
export function escapePlans(
  experiment: EscapeExperiment,
  params: Params,
  seed: number,
  functionOf: (params: Params) => Objective,
): readonly EscapePlan[] {
  const dimension = params.dimension as number;
  const { methods, dimensions = [dimension], repeats = ESCAPE_REPEATS, stop } = experiment;
  return escapeShapes(experiment, params).map((shape) => ({
    shape,
    methods: methods.map((choice) => escapeMethodOf(withEscapeDefaults(choice, shape, { dimension }))),
    dimensions,
    repeats,
    seed,
    stop: { ...ESCAPE_STOP, ...stop },
    objective: remembered((each) => functionOf({ ...params, ...shape, dimension: each })),
  }));
}

/** The same function for the same dimension. */
function remembered(make: (dimension: number) => Objective): (dimension: number) => Objective {
  const made = new Map<number, Objective>();
  return (dimension) => {
    const objective = made.get(dimension) ?? make(dimension);
    made.set(dimension, objective);
    return objective;
  };
}
