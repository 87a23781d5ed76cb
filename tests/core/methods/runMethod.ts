import { DEFAULT_STOP_RULE, type Descent, descend } from '../../../src/core/descent/descend.ts';
import type { RecordRule } from '../../../src/core/descent/Run.ts';
import { methodById } from '../../../src/core/methods/registry.ts';
import type { EvaluationCounts, Objective } from '../../../src/core/objective/Objective.ts';
import type { Params } from '../../../src/core/params.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { Rng } from '../../../src/core/rng.ts';
import { drain } from '../../../src/core/task.ts';

interface Settings {
  readonly maxIterations?: number;
  readonly gradientTolerance?: number;
  readonly seed?: number;
  readonly record?: RecordRule;
}

/** A whole run of a method of the registry. */
export function runMethod(id: string, given: Params, f: Objective, start: number[], settings: Settings = {}): Descent {
  const { maxIterations = 1000, gradientTolerance = 1e-8, seed = 3, record = 'all' } = settings;
  const method = methodById(id)!;
  const params = resolveParams(method.params, given, { dimension: f.dimension });
  const stop = { ...DEFAULT_STOP_RULE, maxIterations, gradientTolerance };
  return drain(descend(f, method, params, Float64Array.from(start), Rng.seeded(seed), { stop, record }));
}

/** The first `count` iterates after the start, by the method's own init and step. */
export function iterates(
  id: string,
  given: Params,
  f: Objective,
  start: number[],
  count: number,
  seed = 1,
): number[][] {
  const method = methodById(id)!;
  const params = resolveParams(method.params, given, { dimension: f.dimension });
  const rng = Rng.seeded(seed);
  const state = method.init(f, Float64Array.from(start), params, rng);
  return Array.from({ length: count }, () => {
    method.step(f, state, params, rng);
    return [...state.x];
  });
}

/** The same function, counting by itself what is asked of it. */
export function tallied(f: Objective): Objective & { readonly tally: EvaluationCounts } {
  const tally = { value: 0, gradient: 0, hvp: 0, hessian: 0 };
  return {
    dimension: f.dimension,
    exact: f.exact,
    tally,
    value(x) {
      tally.value++;
      return f.value(x);
    },
    gradient(x, out) {
      tally.gradient++;
      return f.gradient(x, out);
    },
    valueAndGradient(x, out) {
      tally.value++;
      tally.gradient++;
      return f.valueAndGradient(x, out);
    },
    hvp(x, v, out) {
      tally.hvp++;
      return f.hvp(x, v, out);
    },
    hessian(x, out) {
      tally.hessian++;
      return f.hessian(x, out);
    },
  };
}
