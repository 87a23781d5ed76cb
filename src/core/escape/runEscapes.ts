import type { Task } from '../task.ts';
import { isNoisy } from './DoublesRun.ts';
import type { EscapeRow } from './escapeRows.ts';
import { exactGrowthFactor, fittedGrowthFactor, plateauIncrement } from './growthFactor.ts';
import { type EscapeMethod, type EscapePlan, isPlainDescent, runEscape } from './runEscape.ts';

/** A row with the octopus on which it was measured. */
export interface OctopusRow extends EscapeRow {
  readonly L: number;
}

/** How the plateaus of a method grow in one dimension. */
export interface GrowthRow {
  readonly L: number;
  readonly methodIndex: number;
  readonly method: string;
  readonly dimension: number;
  /** As fitted to the medians; NaN where there are too few. */
  readonly fitted: number;
  /** In theory, for this step; NaN of a method for which there is none. */
  readonly exact: number;
  /** (L + γ)/γ, gradient descent's for an endlessly small step; NaN of other methods. */
  readonly limit: number;
}

/** What a method with noise pays for each saddle. */
export interface IncrementRow extends Pick<GrowthRow, 'L' | 'methodIndex' | 'method' | 'dimension'> {
  /** Iterations from one median to the next, by least squares; NaN where there are too few. */
  readonly perSaddle: number;
}

export interface EscapeFindings {
  /** In the order plans, methods, dimensions, k. */
  readonly rows: readonly OctopusRow[];
  /** Of methods without noise, in the order plans, methods, dimensions. */
  readonly growth: readonly GrowthRow[];
  /** Of methods with noise. */
  readonly increments: readonly IncrementRow[];
}

/** Runs one plan after the other. A partial result is all that has been found so far. Progress counts runs. */
export function* runEscapes(plans: readonly EscapePlan[]): Task<EscapeFindings, EscapeFindings> {
  const sizes = plans.map(({ methods, dimensions, repeats }) => methods.length * dimensions.length * repeats);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let found: EscapeFindings = { rows: [], growth: [], increments: [] };
  let before = 0;
  for (const [i, plan] of plans.entries()) {
    const task = runEscape(plan);
    let step = task.next();
    for (; !step.done; step = task.next()) {
      const { done, partial } = step.value;
      yield { done: before + done, total, ...(partial && { partial: joined(found, plan, partial) }) };
    }
    found = joined(found, plan, step.value);
    before += sizes[i] as number;
    yield { done: before, total, partial: found };
  }
  return found;
}

function joined({ rows, growth, increments }: EscapeFindings, plan: EscapePlan, found: readonly EscapeRow[]) {
  const { L, gamma } = plan.shape;
  const groups = found
    .filter(({ k }) => k === 1)
    .map(({ methodIndex, method, dimension }) => {
      const own = found.filter((row) => row.methodIndex === methodIndex && row.dimension === dimension);
      const place = { L, methodIndex, method, dimension };
      return { place, method: plan.methods[methodIndex], medians: own.map(({ median }) => median) };
    });
  return {
    rows: [...rows, ...found.map((row) => ({ L, ...row }))],
    growth: [
      ...growth,
      ...groups
        .filter(({ method }) => method && !hasNoise(method))
        .map(({ place, method, medians }) => ({
          ...place,
          fitted: fittedGrowthFactor(medians),
          exact: method && isPlainDescent(method) ? exactGrowthFactor(plan.shape, method.stepSize) : Number.NaN,
          limit: method && isPlainDescent(method) ? (L + gamma) / gamma : Number.NaN,
        })),
    ],
    increments: [
      ...increments,
      ...groups
        .filter(({ method }) => method && hasNoise(method))
        .map(({ place, medians }) => ({ ...place, perSaddle: plateauIncrement(medians) })),
    ],
  };
}

const hasNoise = (method: EscapeMethod): boolean =>
  'method' in method ? isNoisy(method) : method.perturbation !== null;
