import { CountingObjective } from '../../core/objective/counting.ts';
import type { Objective } from '../../core/objective/Objective.ts';
import type { Box } from '../../core/params.ts';
import { describePath } from '../../core/paths/describePath.ts';
import { geodesicDistance } from '../../core/paths/fastMarching.ts';
import { findPath, type PathPlan, type PathResult, pullTight } from '../../core/paths/findPath.ts';
import { boxOf, pathGrid } from '../../core/paths/PathGrid.ts';
import type { PathStage } from '../../core/paths/PathMethod.ts';
import { type PathProfile, pathProfile, withSampleAt } from '../../core/paths/pathProfile.ts';
import { StageRecorder } from '../../core/paths/StageRecorder.ts';
import type { Task } from '../../core/task.ts';
import type { ExperimentSetting } from '../../scenario/experiments/ExperimentKind.ts';
import { pathPlan } from '../../scenario/experiments/path.ts';
import { prepareLandscape } from '../../scenario/prepare.ts';
import { resolveScenario } from '../../scenario/resolve.ts';
import { ScenarioRefused } from '../../scenario/ScenarioRefused.ts';
import type { PathExperiment, Scenario } from '../../scenario/types.ts';
import { compileCached, objectiveCached } from '../landscapeCache.ts';

export interface PathPayload {
  /** One that `parseScenario` takes. */
  readonly scenario: Scenario & { readonly experiment: PathExperiment };
  /** While the hand moves: nothing is pulled tight and no reference is computed. */
  readonly isQuick: boolean;
}

/** A stage as it is shown. */
export interface ShownStage extends PathStage {
  /** f along its beads, where the page cannot ask for it in time. */
  readonly profile?: PathProfile;
}

/** A distance that was measured on a grid. */
export interface GridDistance {
  /** Null where its vertices in Ω_u do not join the ends. */
  readonly distance: number | null;
  /** The box of the grid, which is the landscape's widened to the ends. */
  readonly box: Box;
  /** Vertices along each side. */
  readonly side: number;
  /** Distance between two columns or two rows, whichever is greater. */
  readonly step: number;
}

/** What a search found, as it is shown. */
export interface PathFindings {
  readonly result: PathResult;
  readonly sentence: string;
  readonly stages: readonly ShownStage[];
  readonly profile: PathProfile;
  /** The length of the shortest path inside Ω_u on a grid, by fast marching; null where none was computed. */
  readonly reference: GridDistance | null;
}

/** Findings, or why the search cannot begin and what to change. */
export type PathOutcome = { readonly found: PathFindings } | { readonly refusal: string };

/** Grid points along each side, on which fast marching measures. */
const GRID_SIDE = 401;
/** Samples of a profile, about. */
const PROFILE = 300;
/** Samples of a stage's, and stages that have one at most. */
const STAGE_PROFILE = 60;
const PROFILED = 100;
/** Milliseconds between two stages that are sent while a search goes on. */
const INTERVAL = 40;

/** The stage that a search has come to, or the connection that it has found and is now pulling tight. */
export type PathPartial = ShownStage | { readonly found: PathFindings };

/**
 * The experiment `path` by the code of the report, with its stages; partial results are the stage that the search has
 * come to, and the connection before it is pulled tight.
 * @throws Error where the landscape does not compile
 */
export function* path({ scenario, isQuick }: PathPayload): Task<PathOutcome, PathPartial> {
  const planned = planOf(scenario);
  if ('refusal' in planned) return planned;
  const { plan } = planned;
  const recorder = new StageRecorder();
  const slow = plan.objective.isSlow ? plan.objective : null;
  const result = yield* recorded(findPath({ ...plan, shorten: false }), recorder, slow);
  const profile = yield* profileOf(plan.objective, result, PROFILE);
  const stages = slow && !isQuick ? yield* profiled(recorder.stages(), slow) : recorder.stages();
  const found = { result, sentence: describePath(result), stages, profile, reference: null };
  if (isQuick) return { found };
  const isPulled = plan.shorten && result.status === 'connected';
  if (isPulled) yield { done: 0, total: 1, partial: { found } };
  const shortened = isPulled ? yield* pullTight(plan, result.beads) : null;
  const reference = yield* referenceFor(plan, result);
  const whole = { ...result, shortened };
  return { found: { ...found, result: whole, sentence: describePath(whole), reference } };
}

/** f along what was found, with its highest point, which may lie between the samples. @param count  samples, about */
export function* profileOf(f: Objective, { beads, highest, maxValue }: PathResult, count: number) {
  return withSampleAt(yield* pathProfile(f, beads, count), highest, maxValue);
}

/** Stages with their profiles; where they are many, some have none. */
function* profiled(stages: readonly PathStage[], f: Objective): Task<ShownStage[], never> {
  const stride = Math.ceil(stages.length / PROFILED);
  const shown: ShownStage[] = [];
  for (const [k, stage] of stages.entries()) {
    const isChosen = k % stride === 0;
    shown.push(isChosen ? { ...stage, profile: yield* pathProfile(f, stage.beads, STAGE_PROFILE) } : stage);
  }
  return shown;
}

/**
 * The same task, whose stages are kept; now and then the last of them is a partial result.
 * @param slow  the function, where those come with their profiles
 */
function* recorded(
  task: Task<PathResult, PathStage>,
  recorder: StageRecorder,
  slow: Objective | null,
): Task<PathResult, ShownStage> {
  let sent = performance.now();
  let last: PathStage | undefined;
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    const { done, total, partial } = step.value;
    if (partial) recorder.offer(partial);
    last = partial ?? last;
    const isDue = last !== undefined && performance.now() - sent > INTERVAL;
    if (!isDue) {
      yield { done, total };
      continue;
    }
    const stage = last as PathStage;
    const profile = slow && (yield* pathProfile(slow, stage.beads, STAGE_PROFILE));
    yield { done, total, partial: profile ? { ...stage, profile } : stage };
    sent = performance.now();
    last = undefined;
  }
}

function planOf(scenario: PathPayload['scenario']): { readonly plan: PathPlan } | { readonly refusal: string } {
  const { experiment, setting } = pathSetting(scenario);
  try {
    return { plan: pathPlan(experiment, setting) };
  } catch (error) {
    if (error instanceof ScenarioRefused) return { refusal: error.problems.map(({ message }) => message).join(' ') };
    throw error;
  }
}

/** The experiment of a scenario with every default, and what it runs on. */
export function pathSetting(scenario: PathPayload['scenario']): {
  readonly experiment: PathExperiment;
  readonly setting: ExperimentSetting;
} {
  const { experiment, seed, landscape } = resolveScenario(scenario);
  if (experiment.kind !== 'path') throw new Error('This is no path.');
  const result = prepareLandscape(landscape, compileCached);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '));
  const { prepared } = result;
  return { experiment, setting: { objective: objectiveCached(prepared), prepared, seed } };
}

/** Fast marching on the grid, in two variables and where a path was found; it measures lengths in both. */
function* referenceFor(
  { objective, domain, level, ends, lengthOver }: PathPlan,
  { status }: PathResult,
): Task<GridDistance | null, never> {
  if (lengthOver && lengthOver.length < 2) return null;
  if (objective.dimension !== 2 || status !== 'connected' || objective.isSlow) return null;
  const counted = new CountingObjective(objective);
  const [a, b] = ends.map((end) => Float64Array.from(end)) as [Float64Array, Float64Array];
  const grid = yield* pathGrid(counted, domain, [a, b], GRID_SIDE);
  const distance = yield* geodesicDistance(counted, grid, [a, b], level);
  return { distance, side: grid.side, step: Math.max(...grid.step), box: boxOf(grid) };
}
