import type { Objective } from '../objective/Objective.ts';
import { Rng } from '../rng.ts';
import type { Task } from '../task.ts';
import { DoublesRun, type MethodInDoubles } from './DoublesRun.ts';
import { EscapeRun, type MethodBeyondDoubles } from './EscapeRun.ts';
import { type EscapeRow, escapeRows, type TubePassage } from './escapeRows.ts';
import type { OctopusShape } from './OctopusWalk.ts';
import type { EscapeStop, TubeRun, TubeWalk } from './TubeRun.ts';

/** Coordinates touched between two yields: some tenths of a millisecond. */
const SLICE_WORK = 50_000;
/** Partial results while the runs of one method in one dimension are under way. */
const PARTIALS = 20;

/** A method of the experiment: one that is stepped with exponents of its own, or any other in doubles. */
export type EscapeMethod = MethodBeyondDoubles | MethodInDoubles;

/** Gradient descent without perturbations, for which the theory has a growth factor. */
export const isPlainDescent = (method: EscapeMethod): method is MethodBeyondDoubles =>
  !('method' in method) && method.perturbation === null;

/** Methods × dimensions × repeats on one octopus. */
export interface EscapePlan {
  readonly shape: OctopusShape;
  readonly methods: readonly EscapeMethod[];
  readonly dimensions: readonly number[];
  readonly repeats: number;
  readonly seed: number;
  readonly stop: EscapeStop;
  /** The octopus as a function of so many variables; needed where a method is run in doubles. */
  readonly objective?: (dimension: number) => Objective;
}

/**
 * Runs every method in every dimension from `repeats` random starts, uniform on [−1, 1]^d, and finds when it passes
 * each saddle. A start depends on the seed, the dimension and the repeat alone, so that all methods start alike; the
 * noise of a run has a stream of its own besides. Progress counts runs, one under way by the saddles it has passed. A
 * partial result is all the rows so far, the last ones from the runs done so far; each replaces the one before.
 * @returns the rows in the order methods, dimensions, k
 * Source: Du, Jin, Lee, Jordan, Póczos and Singh (2017), §5.
 */
export function* runEscape(plan: EscapePlan): Task<EscapeRow[], EscapeRow[]> {
  const total = plan.methods.length * plan.dimensions.length * plan.repeats;
  const labels = streamLabels(plan.methods);
  const rows: EscapeRow[] = [];
  let before = 0;
  for (const [methodIndex, method] of plan.methods.entries()) {
    for (const dimension of plan.dimensions) {
      const group = { methodIndex, method: method.id, dimension };
      const task = passagesOf(plan, method, labels[methodIndex] as string, dimension);
      let step = task.next();
      for (; !step.done; step = task.next()) {
        const { done, partial } = step.value;
        yield { done: before + done, total, ...(partial && { partial: [...rows, ...escapeRows(group, partial)] }) };
      }
      before += plan.repeats;
      rows.push(...escapeRows(group, step.value));
      yield { done: before, total, partial: [...rows] };
    }
  }
  return rows;
}

/** Names of the methods' random streams: "id#n", n the methods of the same id before it. */
export function streamLabels(methods: readonly EscapeMethod[]): readonly string[] {
  return methods.map(({ id }, i) => `${id}#${methods.slice(0, i).filter((other) => other.id === id).length}`);
}

/** When each run of one method in one dimension passed each saddle. Progress counts runs. */
function* passagesOf(
  plan: EscapePlan,
  method: EscapeMethod,
  label: string,
  dimension: number,
): Task<TubePassage[], readonly TubePassage[]> {
  const { repeats } = plan;
  const slice = Math.ceil(SLICE_WORK / dimension);
  const stride = Math.ceil(repeats / PARTIALS);
  const found: TubePassage[] = [];
  let steps = 0;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const run = escapeRunOf(plan, method, label, dimension, repeat);
    while (!run.advance(slice)) {
      yield { done: repeat + run.walk.passed / dimension, total: repeats };
      steps = 0;
    }
    found.push(passageOf(run.walk));
    steps += run.walk.iteration;
    const isDue = (repeat + 1) % stride === 0;
    if (isDue || steps >= slice) {
      yield { done: repeat + 1, total: repeats, ...(isDue && { partial: found }) };
      steps = 0;
    }
  }
  return found;
}

/** What is kept of a run: its arrays of coordinates may go. */
const passageOf = ({ passages, lost, underflowed }: TubeWalk): TubePassage => ({ passages, lost, underflowed });

/**
 * One run of a plan, at its start.
 * @param label  its name from `streamLabels`
 * @throws RangeError for a method in doubles where the plan has no function
 */
export function escapeRunOf(
  plan: Pick<EscapePlan, 'shape' | 'seed' | 'stop' | 'objective'>,
  method: EscapeMethod,
  label: string,
  dimension: number,
  repeat: number,
): TubeRun {
  const { shape, seed, stop } = plan;
  const root = Rng.seeded(seed);
  const place = `dimension ${dimension}/repeat ${repeat}`;
  const start = startIn(root.split(`start/${place}`), dimension);
  const rng = root.split(`${label}/${place}`);
  if (!('method' in method)) return new EscapeRun(shape, start, method, stop, rng);
  const objective = plan.objective?.(dimension);
  if (!objective) throw new RangeError(`a plan with ${method.id} and without the octopus as a function`);
  return new DoublesRun(objective, shape.tau, start, method, stop, rng);
}

/** A point uniform on [−1, 1]^d. */
function startIn(rng: Rng, dimension: number): Float64Array {
  return Float64Array.from({ length: dimension }, () => 2 * rng.uniform() - 1);
}
