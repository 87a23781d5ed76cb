import { findPath } from '../../core/paths/findPath.ts';
import type { PathProfile } from '../../core/paths/pathProfile.ts';
import { refusePath } from '../../core/paths/refusePath.ts';
import { pathMethods } from '../../core/paths/registry.ts';
import { resolveParams } from '../../core/resolveParams.ts';
import type { Task } from '../../core/task.ts';
import { uncheckedPathPlan } from '../../scenario/experiments/path.ts';
import type { MethodPath } from '../../scenario/methodPaths.ts';
import { type PathPayload, pathSetting, profileOf } from './path.ts';

/** What one method found between the ends that all share. */
export interface PathPeer extends MethodPath {
  readonly profile: PathProfile | null;
}

const PROFILE = 200;

/**
 * Every path method on the ends and the level of a scenario: the one that it names with its own parameters, the others
 * with their defaults. Partial results are the methods so far.
 * @throws Error where the landscape does not compile
 */
export function* pathPeers({ scenario }: Pick<PathPayload, 'scenario'>): Task<PathPeer[], PathPeer[]> {
  const { experiment, setting } = pathSetting(scenario);
  const plan = uncheckedPathPlan(experiment, setting);
  const dimension = plan.objective.dimension;
  const peers: PathPeer[] = [];
  for (const [k, method] of pathMethods.entries()) {
    const { id, params: given } = scenario.experiment.method;
    const params = resolveParams(method.params, method.id === id ? (given ?? {}) : {}, { dimension });
    const refusal = refusePath(plan.objective, plan.ends, plan.level, method, plan.minimumValue);
    if (refusal) peers.push({ method: method.id, result: null, profile: null, refusal: refusal.message });
    else {
      const result = yield* silently(findPath({ ...plan, method, params }), k, pathMethods.length);
      const profile = yield* profileOf(plan.objective, result, PROFILE);
      peers.push({ method: method.id, result, profile, refusal: '' });
    }
    yield { done: k + 1, total: pathMethods.length, partial: [...peers] };
  }
  return peers;
}

/** The same task as one of `total`, without its partial results. */
function* silently<R>(task: Task<R>, before: number, total: number): Task<R, never> {
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    yield { done: before + step.value.done / Math.max(1, step.value.total), total };
  }
}
