import type { Method } from '../methods/Method.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Box, Params } from '../params.ts';
import { Rng } from '../rng.ts';
import type { Task } from '../task.ts';
import { DEFAULT_STOP_RULE, type Descent, descend } from './descend.ts';
import type { RecordRule, Run, StopRule } from './Run.ts';

/** Methods from starts on one objective. */
export interface DescentPlan {
  readonly objective: Objective;
  /** With resolved parameters; the same method may come several times. */
  readonly methods: readonly { readonly method: Method; readonly params: Params }[];
  /** Each of length n; copied. */
  readonly starts: readonly ArrayLike<number>[];
  /** Runs of each method from each start; 1 where left out. */
  readonly repeats?: number;
  readonly seed: number;
  /** What it leaves out is taken from `DEFAULT_STOP_RULE`. */
  readonly stop?: Partial<StopRule>;
  /** 'all' where left out. */
  readonly record?: RecordRule;
  /** The landscape's box; needed where `stop.withinDomain`. */
  readonly domain?: Box | undefined;
  /** True hands out a slow run under way too, as a partial result with status `max-iterations`. */
  readonly showsGrowth?: boolean;
  /** Leaves out the runs for which it is false; those that stay are the same as without it. */
  readonly only?: (methodIndex: number, startIndex: number, repeat: number) => boolean;
}

/**
 * Runs every method from every start, `repeats` times, in the order methods, starts, repeats. Each run draws from a
 * stream of its own, named by the method's id, the how-manieth of that id it is, the start and the repeat, so that
 * adding a method, a start or a repeat at the end changes no other run. The repeats of a run that draws nothing are
 * computed once and copied. Progress counts iterations, those saved by an early end included; each finished run is
 * also a partial result, the same object that is returned in the end.
 * @returns runs that own their arrays, no buffer shared between two
 * @throws RangeError as `descend`
 */
export function* runDescents(plan: DescentPlan): Task<Run[], Run> {
  const { objective, starts, repeats = 1, record = 'all', domain, showsGrowth = false } = plan;
  const stop = { ...DEFAULT_STOP_RULE, ...plan.stop };
  const options = { stop, record, domain, showsGrowth };
  const root = Rng.seeded(plan.seed);
  const total = numberOf(plan) * stop.maxIterations;
  const seen = new Map<string, number>();
  const runs: Run[] = [];
  for (const [methodIndex, { method, params }] of plan.methods.entries()) {
    const occurrence = seen.get(method.id) ?? 0;
    seen.set(method.id, occurrence + 1);
    for (const [startIndex, start] of starts.entries()) {
      let first: Descent | undefined;
      for (let repeat = 0; repeat < repeats; repeat++) {
        if (plan.only?.(methodIndex, startIndex, repeat) === false) continue;
        const before = runs.length * stop.maxIterations;
        const rng = root.split(`${method.id}#${occurrence}/start ${startIndex}/repeat ${repeat}`);
        const place = { methodIndex, startIndex, repeat };
        const descent =
          first !== undefined && !method.isStochastic(params)
            ? copyOf(first)
            : yield* placed(
                descend(objective, method, params, Float64Array.from(start), rng, options),
                place,
                before,
                total,
              );
        first ??= descent;
        const run = { ...place, ...descent };
        runs.push(run);
        yield { done: runs.length * stop.maxIterations, total, partial: run };
      }
    }
  }
  return runs;
}

/** How many runs there are to do. */
function numberOf({ methods, starts, repeats = 1, only }: DescentPlan): number {
  const all = methods.length * starts.length * repeats;
  if (!only) return all;
  const wanted = Array.from({ length: all }, (_, i) => {
    const run = Math.floor(i / repeats);
    return only(Math.floor(run / starts.length), run % starts.length, i % repeats);
  });
  return wanted.filter(Boolean).length;
}

/** The same task, reporting its progress as a part of a longer one, and its partial results with their place. */
function* placed(
  task: Task<Descent, Descent>,
  place: Pick<Run, 'methodIndex' | 'startIndex' | 'repeat'>,
  before: number,
  total: number,
): Task<Descent, Run> {
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    const { done, partial } = step.value;
    yield { done: before + done, total, ...(partial && { partial: { ...place, ...partial } }) };
  }
}

function copyOf(descent: Descent): Descent {
  const { final, trajectory } = descent;
  return {
    ...descent,
    evaluations: { ...descent.evaluations },
    final: { ...final, x: final.x.slice() },
    trajectory: {
      iterations: trajectory.iterations.slice(),
      points: trajectory.points.slice(),
      values: trajectory.values.slice(),
      gradientNorms: trajectory.gradientNorms.slice(),
      work: trajectory.work.slice(),
      events: trajectory.events.slice(),
    },
  };
}
