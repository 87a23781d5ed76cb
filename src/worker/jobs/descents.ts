import type { Run, StopRule } from '../../core/descent/Run.ts';
import { runDescents } from '../../core/descent/runDescents.ts';
import { resolveParams } from '../../core/resolveParams.ts';
import type { Task } from '../../core/task.ts';
import { methodOf } from '../../scenario/methodChoice.ts';
import type { PreparedLandscape } from '../../scenario/prepare.ts';
import type { MethodChoice, RecordRule } from '../../scenario/types.ts';
import { objectiveCached } from '../landscapeCache.ts';

export interface DescentsPayload {
  readonly landscape: PreparedLandscape;
  readonly methods: readonly MethodChoice[];
  readonly starts: readonly ArrayLike<number>[];
  readonly seed: number;
  readonly repeats?: number;
  readonly stop?: Partial<StopRule>;
  readonly record?: RecordRule;
  /** Places of the runs to do, in the order methods, starts, repeats; all of them where left out. */
  readonly only?: readonly number[];
}

/** Milliseconds for which finished runs are gathered before they are handed out. */
const GATHER = 50;

/** Runs as `runDescents` gives them; a partial result holds those finished, or grown, since the last one. */
export function* descents({ landscape, methods, only, ...plan }: DescentsPayload): Task<Run[], Run[]> {
  const { dimension, domain } = landscape;
  const chosen = methods.map((choice) => {
    const method = methodOf(choice);
    return { method, params: resolveParams(method.params, choice.params ?? {}, { dimension }) };
  });
  const { starts, repeats = 1 } = plan;
  const wanted = new Set(only);
  const task = runDescents({
    ...plan,
    objective: objectiveCached(landscape),
    methods: chosen,
    domain,
    showsGrowth: true,
    ...(only && { only: (m, start, repeat) => wanted.has((m * starts.length + start) * repeats + repeat) }),
  });
  let finished: Run[] = [];
  let handedOut = performance.now();
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    const { done, total, partial } = step.value;
    if (partial) finished = [...finished.filter((run) => !isSame(run, partial)), partial];
    if (finished.length > 0 && performance.now() - handedOut >= GATHER) {
      yield { done, total, partial: finished };
      finished = [];
      handedOut = performance.now();
    } else yield { done, total };
  }
}

/** Whether two records are of one run, which may have grown. */
function isSame(a: Run, b: Run): boolean {
  return a.methodIndex === b.methodIndex && a.startIndex === b.startIndex && a.repeat === b.repeat;
}
