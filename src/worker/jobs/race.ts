import { findStandstill, type Standstill } from '../../core/escape/findStandstill.ts';
import { type EscapePlan, isPlainDescent } from '../../core/escape/runEscape.ts';
import { type Race, type Racer, runRace } from '../../core/escape/runRace.ts';
import type { Task } from '../../core/task.ts';
import { DEFAULT_SEED } from '../../scenario/defaultSeed.ts';
import { escapePlans } from '../../scenario/experiments/escapePlans.ts';
import { resolveLandscape } from '../../scenario/landscapeChoice.ts';
import { prepareLandscape } from '../../scenario/prepare.ts';
import { compileCached, objectiveCached } from '../landscapeCache.ts';
import { type EscapePayload, octopusCached } from './escapeTimes.ts';

export interface RaceResult extends Race {
  /** Where gradient descent would stand still within its run if it were computed in doubles; null where nowhere. */
  readonly standstill: Standstill | null;
}

/**
 * The first run of each method on the octopus of the landscape itself, recorded for playing; and the same gradient
 * descent in plain doubles, on the compiled formula, as far as it gets.
 * @throws Error where the landscape does not compile
 */
export function* race({ landscape, experiment, seed = DEFAULT_SEED }: EscapePayload): Task<RaceResult, never> {
  const { params, dimension } = resolveLandscape(landscape);
  const { L: _others, ...rest } = experiment;
  const [plan] = escapePlans({ ...rest, dimensions: [dimension] }, params, seed, octopusCached);
  if (!plan) throw new Error('There is no octopus to race on.');
  const found = yield* runRace(plan);
  return { ...found, standstill: yield* standstillOf(plan, found, landscape) };
}

function* standstillOf(
  plan: EscapePlan,
  { racers, dimension }: Race,
  landscape: EscapePayload['landscape'],
): Task<Standstill | null, never> {
  const method = plan.methods.find(isPlainDescent);
  const plain = method && racers.find(({ methodIndex }) => plan.methods[methodIndex] === method);
  if (!plain) return null;
  const result = prepareLandscape(landscape, compileCached);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '));
  const start = startOf(plain, dimension);
  return yield* findStandstill(objectiveCached(result.prepared), start, method.stepSize, plan.shape.tau, plain.last);
}

const startOf = ({ points }: Racer, dimension: number): Float64Array => points.slice(0, dimension);
