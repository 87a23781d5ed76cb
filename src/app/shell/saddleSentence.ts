import type { Run } from '../../core/descent/Run.ts';
import { describeStay, type SaddleStay, saddleStay } from '../../core/descent/saddleStays.ts';
import { gradientDescent } from '../../core/methods/gradientDescent.ts';
import type { Objective } from '../../core/objective/Objective.ts';
import { resolveParams } from '../../core/resolveParams.ts';
import type { MethodChoice } from '../../scenario/types.ts';
import { methodName } from '../views/planeTrajectories.ts';

/** More stays than this are counted. */
const TOLD = 1;

/** What was found of a run: a run never changes. */
const known = new WeakMap<Run, SaddleStay | null>();

/**
 * What gradient descent did at saddles, among some runs; empty where none came to one.
 * @param starts  how many the scenario has
 */
export function saddleSentence(
  f: Objective | null,
  runs: readonly Run[],
  methods: readonly MethodChoice[],
  starts: number,
): string {
  const stays = f ? runs.flatMap((run) => stayOf(f, run, methods[run.methodIndex]) ?? []) : [];
  const told = stays.slice(0, TOLD).map((stay) => {
    const name = methodName(methods[stay.run.methodIndex] as MethodChoice);
    return describeStay(stay, starts > 1 ? `${name} from start ${stay.run.startIndex + 1}` : name);
  });
  const more = stays.length - told.length;
  return [...told, ...(more > 0 ? [`${more} more ${more === 1 ? 'run' : 'runs'} came as near to a saddle.`] : [])].join(
    ' ',
  );
}

function stayOf(f: Objective, run: Run, choice: MethodChoice | undefined): SaddleStay | null {
  if (choice?.id !== gradientDescent.id) return null;
  const before = known.get(run);
  if (before !== undefined) return before;
  const { stepSize } = resolveParams(gradientDescent.params, choice.params ?? {}, { dimension: f.dimension });
  const stay = saddleStay(f, run, stepSize as number);
  known.set(run, stay);
  return stay;
}
