import type { Run } from '../core/descent/Run.ts';
import { type DescentPlan, runDescents } from '../core/descent/runDescents.ts';
import { drain } from '../core/task.ts';
import { compute } from './compute.ts';
import { descentPlan, runKeys, runPlace, sameKey } from './descentPlan.ts';
import { LatestOnly } from './LatestOnly.ts';
import { notify } from './notices.ts';
import { resultsStore } from './resultsStore.ts';
import { type DescentScenario, scenarioStore } from './scenarioStore.ts';

/** What the runs under the hand may cost within one frame, in milliseconds. */
const FRAME_BUDGET = 7;

/** No run is shown with fewer iterations than this, whatever it costs. */
const LEAST_ITERATIONS = 20;

/** Measurements of the speed that are kept. */
const MEASURED = 5;

interface Kept {
  readonly key: readonly unknown[];
  /** Null where nothing of it is known yet. */
  readonly run: Run | null;
  /** False for a run cut short to fit a frame, which a worker is still to finish. */
  readonly whole: boolean;
}

/**
 * Keeps the runs in step with the scenario. A change computes the runs that it touches at once, on this thread, so
 * that they are painted in the frame of the pointer event that caused it; what does not fit a frame is shown as far
 * as it fits and finished by a worker. Same code, same bits. A landscape that is code is run by a worker only, which
 * shows how far its runs have come.
 * @returns ends the following
 */
export function followRuns(): () => void {
  follower = new RunsFollower();
  const { update } = follower;
  const ends = [
    scenarioStore.subscribe(update),
    resultsStore.subscribe((now, before) => now.landscape !== before.landscape && update()),
  ];
  update();
  return () => {
    for (const end of ends) end();
  };
}

let follower: RunsFollower | null = null;

/** Stops the runs that a worker is computing; what is there already stays. */
export function cancelRuns(): void {
  follower?.cancel();
}

class RunsFollower {
  #kept: readonly Kept[] = [];
  #seen: readonly unknown[] = [];
  /** Iterations a millisecond, as measured last; the median of some, so that one hiccup cuts no run. */
  #speeds: readonly number[] = [2000];
  #abort: AbortController | null = null;
  readonly #worker = new LatestOnly<DescentScenario>((scenario) => this.#finish(scenario));

  readonly update = (): void => {
    const { scenario } = scenarioStore.getState();
    const { landscape, landscapeChoice, objective } = resultsStore.getState();
    // Until a new landscape has been prepared, the old one and its runs stay.
    if (!landscape || landscapeChoice !== scenario.landscape) return;
    const subject = objective ?? landscape;
    const seen = [subject, scenario.seed, ...Object.values(runParts(scenario))];
    if (sameKey(seen, this.#seen)) return;
    this.#seen = seen;
    const plan = descentPlan(scenario, landscape.dimension, landscape.domain);
    const keys = runKeys(scenario, subject);
    const known = keys.map((key, i) => {
      const kept = this.#kept[i];
      return kept && sameKey(kept.key, key) ? kept : undefined;
    });
    this.#kept = objective
      ? this.#complete({ ...plan, objective }, keys, known)
      : keys.map((key, i) => known[i] ?? { key, run: null, whole: false });
    this.#publish();
    // What was measured along other runs would stand there for as long as slow ones take.
    if (!objective && this.#kept.some((kept) => !kept.whole)) resultsStore.setState({ curvature: [] });
    if (this.#kept.every((kept) => kept.whole)) this.#worker.cancel();
    // A slow run is not waited for: it is of no use once another one is wanted.
    else this.#worker.request(scenario, !objective || !resultsStore.getState().dragging);
  };

  /** Stops what a worker does; the runs stay as far as they have come. */
  cancel(): void {
    this.#worker.cancel();
    this.#abort?.abort();
  }

  /** Computes the runs that are not known, cut to what fits a frame. */
  #complete(plan: DescentPlan, keys: readonly (readonly unknown[])[], known: readonly (Kept | undefined)[]): Kept[] {
    const missing = known.filter((kept) => kept === undefined).length;
    if (missing === 0) return known as Kept[];
    const repeats = plan.repeats ?? 1;
    const full = plan.stop?.maxIterations ?? 0;
    const affordable = Math.max(LEAST_ITERATIONS, Math.floor((median(this.#speeds) * FRAME_BUDGET) / missing));
    const maxIterations = Math.min(full, affordable);
    const place = (methodIndex: number, startIndex: number, repeat: number) =>
      (methodIndex * plan.starts.length + startIndex) * repeats + repeat;
    const began = performance.now();
    const fresh = drain(
      runDescents({
        ...plan,
        stop: { ...plan.stop, maxIterations },
        only: (m, s, r) => known[place(m, s, r)] === undefined,
      }),
    );
    this.#measure(fresh, performance.now() - began);
    const all = [...known];
    for (const run of fresh) {
      const i = runPlace(run, plan.starts.length, repeats);
      const whole = maxIterations === full || run.status !== 'max-iterations';
      all[i] = { key: keys[i] as readonly unknown[], run, whole };
    }
    return all as Kept[];
  }

  #measure(runs: readonly Run[], milliseconds: number): void {
    const iterations = runs.reduce((sum, run) => sum + run.iterations, 0);
    if (iterations < 500) return;
    this.#speeds = [iterations / Math.max(milliseconds, 0.05), ...this.#speeds].slice(0, MEASURED);
  }

  #publish(): void {
    resultsStore.setState({
      runs: this.#kept.flatMap((kept) => kept.run ?? []),
      runsProgress: this.#kept.every((kept) => kept.whole) ? null : (resultsStore.getState().runsProgress ?? 0),
      cutShort: [],
    });
  }

  /** Has a worker finish what did not fit a frame. */
  async #finish(scenario: DescentScenario): Promise<void> {
    const { landscape, objective } = resultsStore.getState();
    if (!landscape) return;
    const { only: _none, methods: _resolved, ...rest } = descentPlan(scenario, landscape.dimension, landscape.domain);
    const keys = runKeys(scenario, objective ?? landscape);
    const starts = scenario.experiment.starts.length;
    const repeats = scenario.experiment.repeats ?? 1;
    const take = (runs: readonly Run[]) => {
      const kept = [...this.#kept];
      for (const run of runs) {
        const i = runPlace(run, starts, repeats);
        const key = keys[i];
        const held = kept[i];
        if (key && held && !held.whole && sameKey(held.key, key)) kept[i] = { key, run, whole: isWhole(run, rest) };
      }
      this.#kept = kept;
      this.#publish();
    };
    const isKnown = (key: readonly unknown[], i: number) => {
      const held = this.#kept[i];
      return held?.whole === true && sameKey(held.key, key);
    };
    const only = keys.flatMap((key, i) => (isKnown(key, i) ? [] : [i]));
    const abort = new AbortController();
    this.#abort = abort;
    try {
      const runs = await compute.run(
        'descents',
        { ...rest, landscape, methods: scenario.experiment.methods, only },
        {
          lane: 'runs',
          signal: abort.signal,
          onProgress: (fraction) => resultsStore.setState({ runsProgress: fraction }),
          onPartial: take,
        },
      );
      take(runs);
    } catch (error) {
      // A newer request has replaced this one: its progress counts now.
      if (this.#abort !== abort) return;
      const cutShort = this.#kept.flatMap((kept) => (kept.whole ? [] : (kept.run ?? [])));
      resultsStore.setState({ runsProgress: null, cutShort });
      const absent = this.#kept.filter((kept) => kept.run === null).length;
      if (abort.signal.aborted) notify({ kind: 'info', text: cancelled(cutShort, absent, this.#kept.length) });
      else compute.report(error, 'The runs were cut short');
    }
  }
}

/** Whether a run has ended by itself, and not because it was handed out on its way. */
function isWhole(run: Run, { stop }: Pick<DescentPlan, 'stop'>): boolean {
  return run.status !== 'max-iterations' || run.iterations >= (stop?.maxIterations ?? 0);
}

/** The parts of the experiment that change a run; looks do not. */
function runParts(scenario: DescentScenario): readonly unknown[] {
  const { methods, starts, stop, repeats } = scenario.experiment;
  return [starts, stop, repeats, ...methods.flatMap(({ id, params }) => [id, params])];
}

/** What is left after a cancel. */
function cancelled(cutShort: readonly Run[], absent: number, total: number): string {
  if (cutShort.length === 0) return `Cancelled: ${absent} of ${total} runs had not begun.`;
  const longest = Math.max(0, ...cutShort.map((run) => run.iterations));
  const which = cutShort.length === total ? 'the runs are' : `${cutShort.length} of ${total} runs are`;
  const rest = absent > 0 ? `, and ${absent} had not begun` : '';
  return `Cancelled: ${which} shown for their first ${longest} iterations only${rest}.`;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}
