import type * as z from 'zod/mini';
import type { FormulaObjective } from '../../core/formula/instantiate.ts';
import type { Box, ParamSpecs } from '../../core/params.ts';
import type { Task } from '../../core/task.ts';
import type { PreparedLandscape } from '../prepare.ts';
import type { LandscapeChoice, Problem } from '../types.ts';

/** What is known of the landscape when an experiment is checked and filled in. */
export interface ExperimentContext {
  readonly dimension: number;
  readonly domain: Box;
  /** Its id and all its parameters. */
  readonly landscape: Required<LandscapeChoice>;
  /** Of the scenario. */
  readonly seed: number;
}

/** What an experiment runs on. */
export interface ExperimentSetting {
  readonly objective: FormulaObjective;
  readonly prepared: PreparedLandscape;
  readonly seed: number;
}

/** A method that belongs to a kind of experiment. */
interface OwnMethod {
  readonly id: string;
  readonly name: string;
  readonly reference: string;
  readonly params: ParamSpecs;
}

/**
 * A kind of experiment: one file each, listed in `registry.ts`. The schema, the command line and the run follow.
 * `E` is the experiment as it is shared; every method but `schema` sees one that the schema has accepted.
 */
export interface ExperimentKind<E extends { readonly kind: string } = { readonly kind: string }> {
  readonly kind: E['kind'];
  /** The question it answers, one sentence. */
  readonly description: string;
  /** What it takes, by key, each in one sentence with its default. */
  readonly takes: Readonly<Record<string, string>>;
  /** The methods that it takes instead of the descent methods, where it has its own. */
  readonly methods?: readonly OwnMethod[];
  /** @param dimension  of the landscape, undefined where the landscape itself is wrong */
  schema(dimension: number | undefined): z.core.$ZodTypeDiscriminable;
  /** What no single value shows, as too much work in all; paths are relative to the experiment. */
  check?(experiment: E, context: ExperimentContext): readonly Problem[];
  /** The starting points that the type demands and people may leave out. */
  complete(experiment: E, context: ExperimentContext): E;
  /** The experiment with every default filled in; resolving twice changes nothing. */
  resolve(experiment: E, context: ExperimentContext): E;
  /** Runs a resolved experiment; the result is the report's `result`, as `writeJson` takes it. */
  run(experiment: E, setting: ExperimentSetting): Task<{ readonly kind: string }>;
}
