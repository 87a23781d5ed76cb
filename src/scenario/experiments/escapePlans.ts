import type { EscapeStop } from '../../core/escape/EscapeRun.ts';
import type { OctopusShape } from '../../core/escape/OctopusWalk.ts';
import type { EscapePlan } from '../../core/escape/runEscape.ts';
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
 */
export function escapePlans(experiment: EscapeExperiment, params: Params, seed: number): readonly EscapePlan[] {
  const dimension = params.dimension as number;
  const { methods, dimensions = [dimension], repeats = ESCAPE_REPEATS, stop } = experiment;
  return escapeShapes(experiment, params).map((shape) => ({
    shape,
    methods: methods.map((choice) => escapeMethodOf(withEscapeDefaults(choice, shape, { dimension }))),
    dimensions,
    repeats,
    seed,
    stop: { ...ESCAPE_STOP, ...stop },
  }));
}
