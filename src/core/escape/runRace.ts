import type { Task } from '../task.ts';
import { RaceRecorder, type WalkRecord } from './RaceRecorder.ts';
import { type EscapePlan, escapeRunOf, streamLabels } from './runEscape.ts';
import type { TubeRun } from './TubeRun.ts';

/** Steps between two yields: some milliseconds. */
const SLICE = 20_000;

/** One run of the race. */
export interface Racer extends WalkRecord {
  /** Position of the method in the plan. */
  readonly methodIndex: number;
  readonly method: string;
  /** Iteration at which each coordinate passed 2τ; Infinity where it has not. */
  readonly passages: Float64Array;
  /** Iterations taken. */
  readonly last: number;
  /** True where the run ended outside the tube, or with a coordinate too small for doubles. */
  readonly lost: boolean;
  readonly underflowed: boolean;
  /** The smallest size that a coordinate came to, as log₁₀; whose it was (from 0), and when, to the nearest record. */
  readonly least: { readonly magnitude: number; readonly coordinate: number; readonly iteration: number };
}

export interface Race {
  readonly dimension: number;
  readonly racers: readonly Racer[];
}

/**
 * The first run of each method of the plan in its first dimension, recorded: all from one start, and the same runs,
 * bit for bit, as the first repeat of `runEscape`. Progress counts runs, one under way by the saddles it has passed.
 */
export function* runRace(plan: EscapePlan): Task<Race, never> {
  const dimension = plan.dimensions[0] as number;
  const labels = streamLabels(plan.methods);
  const racers: Racer[] = [];
  for (const [methodIndex, method] of plan.methods.entries()) {
    const run = escapeRunOf(plan, method, labels[methodIndex] as string, dimension, 0);
    const recorder = new RaceRecorder(run.walk, plan.shape.tau);
    while (!advance(run, recorder)) {
      yield { done: methodIndex + run.walk.passed / dimension, total: plan.methods.length };
    }
    const record = recorder.finish();
    const { passages, iteration: last, lost, underflowed } = run.walk;
    const end = { passages, last, lost, underflowed };
    racers.push({ methodIndex, method: method.id, ...record, ...end, least: leastOf(record, dimension) });
    yield { done: methodIndex + 1, total: plan.methods.length };
  }
  return { dimension, racers };
}

/** Takes a slice of steps one by one; true once the run is over. */
function advance(run: TubeRun, recorder: RaceRecorder): boolean {
  for (let step = 0; step < SLICE; step++) {
    const isOver = run.advance(1);
    recorder.follow();
    if (isOver) return true;
  }
  return false;
}

function leastOf({ iterations, magnitudes }: WalkRecord, dimension: number): Racer['least'] {
  let place = 0;
  for (const [k, magnitude] of magnitudes.entries()) {
    // A coordinate that is exactly 0 has no size.
    if (magnitude < (magnitudes[place] as number) && magnitude > Number.NEGATIVE_INFINITY) place = k;
  }
  return {
    magnitude: magnitudes[place] as number,
    coordinate: place % dimension,
    iteration: iterations[Math.floor(place / dimension)] as number,
  };
}

/** Saddles that a racer has passed by an iteration. */
export const passedAt = ({ passages }: Pick<Racer, 'passages'>, iteration: number): number =>
  passages.filter((passage) => passage <= iteration).length;

/**
 * The coordinate, from 0, along which the slowest racer came to where it is: the plane of it and the next one shows
 * how it waits at its saddle and leaves it.
 */
export function axisUnderWay(racers: readonly Pick<Racer, 'passages'>[], dimension: number, iteration: number): number {
  const slowest = Math.min(dimension, ...racers.map((racer) => passedAt(racer, iteration)));
  return Math.max(0, Math.min(slowest - 1, dimension - 2));
}
