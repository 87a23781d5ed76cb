import type { Basins } from '../core/descent/basins.ts';
import { DEFAULT_STOP_RULE } from '../core/descent/descend.ts';
import { isOwnPlane } from '../core/objective/section.ts';
import { completeBasins } from '../scenario/basinsView.ts';
import { DEFAULT_SEED } from '../scenario/defaultSeed.ts';
import { type BasinMap, type BasinsPlan, BasinsSweep, type StartsRun } from './BasinsSweep.ts';
import { compute } from './compute.ts';
import { resolvedMethods, sameKey } from './descentPlan.ts';
import { notify } from './notices.ts';
import { type Results, resultsStore } from './resultsStore.ts';
import { scenarioStore } from './scenarioStore.ts';
import { visibleBox } from './visibleBox.ts';

/** So long, in milliseconds, a map that was asked for is waited with until the one under way has a first picture. */
const PATIENCE = 300;

/** Whether a landscape is shown in the plane of its two variables, where basins can be mapped. */
export const canMap = ({ landscape, section }: Pick<Results, 'landscape' | 'section'>): boolean =>
  landscape?.dimension === 2 && section !== null && isOwnPlane(section);

/**
 * Keeps the map of basins in step with the landscape, the visible box, the method, the stopping rule and the seed while
 * the scenario asks for it: its coarse picture at each change, as fast as it can be done, and the fine one once the
 * hand rests. The old map stays until the new one is there.
 * @returns ends the following
 */
export function followBasins(): () => void {
  follower = new BasinsFollower();
  const { update } = follower;
  const ends = [scenarioStore.subscribe(update), resultsStore.subscribe(update)];
  update();
  return () => {
    for (const end of ends) end();
  };
}

let follower: BasinsFollower | null = null;

/** Stops the map under way; what is there of it stays. */
export const cancelBasins = (): void => follower?.cancel();

/** Computes the map once more, after a cancel. */
export const repeatBasins = (): void => follower?.repeat();

interface Wanted {
  readonly plan: BasinsPlan;
  readonly about: Pick<BasinMap, 'box' | 'method' | 'methodId' | 'repeats' | 'isNoisy' | 'maxIterations'>;
  readonly key: readonly unknown[];
}

interface UnderWay {
  readonly sweep: BasinsSweep;
  readonly abort: AbortController;
  readonly since: number;
  pictured: boolean;
}

class BasinsFollower {
  #seen: readonly unknown[] = [];
  #wanted: Wanted | null = null;
  #next: Wanted | null = null;
  #now: UnderWay | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dragging = false;

  readonly update = (): void => {
    const { dragging } = resultsStore.getState();
    if (dragging !== this.#dragging) {
      this.#dragging = dragging;
      this.#now?.sweep.handChanged();
    }
    // Most changes, as those of a drag, touch nothing of it.
    const seen = everythingRead();
    if (sameKey(seen, this.#seen)) return;
    this.#seen = seen;
    const wanted = wantedNow();
    if (wanted === 'later' || (wanted && this.#wanted && sameKey(wanted.key, this.#wanted.key))) return;
    if (!wanted && !this.#wanted) return;
    const isOther = wanted?.plan.landscape.choice.id !== this.#wanted?.plan.landscape.choice.id;
    this.#wanted = wanted;
    if (!wanted || isOther) this.#stop();
    if (wanted) this.#request(wanted);
  };

  cancel(): void {
    this.#next = null;
    this.#now?.abort.abort();
  }

  repeat(): void {
    if (this.#wanted) this.#request(this.#wanted);
  }

  /** Stops without a word: nobody wants the answer any more. */
  #stop(): void {
    const mine = this.#now;
    this.#now = null;
    this.#next = null;
    mine?.abort.abort();
    resultsStore.setState({ basins: null, basinsProgress: null });
  }

  /** Begins a map, once the one under way has had its chance to show something. */
  #request(wanted: Wanted): void {
    const now = this.#now;
    const patience = now && !now.pictured ? now.since + PATIENCE - performance.now() : 0;
    clearTimeout(this.#timer);
    if (patience <= 0) return void this.#begin(wanted);
    this.#next = wanted;
    this.#timer = setTimeout(() => this.#beginNext(), patience);
  }

  #beginNext(): void {
    const next = this.#next;
    clearTimeout(this.#timer);
    if (next) void this.#begin(next);
  }

  async #begin({ plan, about }: Wanted): Promise<void> {
    this.#next = null;
    const before = this.#now;
    const abort = new AbortController();
    const listener = {
      onProgress: (fraction: number) => this.#now === mine && resultsStore.setState({ basinsProgress: fraction }),
      onPicture: (map: Basins & StartsRun, isWhole: boolean) => {
        if (this.#now !== mine) return;
        mine.pictured = true;
        resultsStore.setState({ basins: { ...map, ...about, isWhole } });
        this.#beginNext();
      },
    };
    const sweep = new BasinsSweep(plan, listener, abort.signal, () => resultsStore.getState().dragging);
    const mine: UnderWay = { sweep, abort, since: performance.now(), pictured: false };
    this.#now = mine;
    before?.abort.abort();
    resultsStore.setState({ basinsProgress: 0 });
    try {
      await sweep.run();
    } catch (error) {
      // One that was replaced by a newer map leaves the answer to that one.
      if (this.#now !== mine) return;
      if (abort.signal.aborted) notify({ kind: 'info', text: 'Cancelled: the map of basins is not complete.' });
      else compute.report(error, 'The basins of attraction could not be computed');
    }
    if (this.#now !== mine) return;
    this.#now = null;
    resultsStore.setState({ basinsProgress: null });
  }
}

/** What `wantedNow` looks at. */
function everythingRead(): readonly unknown[] {
  const { scenario } = scenarioStore.getState();
  const { landscape, landscapeChoice, objective, section, extent } = resultsStore.getState();
  const { methods, stop } = scenario.experiment;
  const read = [scenario.view, scenario.seed, scenario.landscape, methods, stop];
  return [...read, landscape, landscapeChoice, objective, section, extent];
}

/** The map that the scenario asks for, null for none, 'later' while its landscape is being prepared. */
function wantedNow(): Wanted | null | 'later' {
  const { scenario } = scenarioStore.getState();
  const { landscape, landscapeChoice, objective, extent } = resultsStore.getState();
  const { view, experiment, seed = DEFAULT_SEED } = scenario;
  if (!view?.basins) return null;
  if (!landscape || !objective || landscapeChoice !== scenario.landscape) return 'later';
  if (!canMap(resultsStore.getState())) return null;
  const { method: place, resolution, repeats } = completeBasins(view.basins);
  const method = experiment.methods[place];
  const resolved = resolvedMethods(scenario, 2)[place];
  if (!method || !resolved) return null;
  const box = visibleBox({ box: view.box }, landscape, objective, extent);
  const { stop = {} } = experiment;
  const isNoisy = resolved.method.isStochastic(resolved.params);
  const runs = isNoisy ? repeats : 1;
  const { id, params } = method;
  const stopKey = [stop.maxIterations, stop.gradientTolerance, stop.divergenceRadius, stop.withinDomain];
  return {
    plan: {
      landscape,
      method: { id, ...(params && { params }) },
      box,
      columns: resolution,
      rows: resolution,
      seed,
      repeats,
      stop,
    },
    about: {
      box,
      method: place,
      methodId: id,
      repeats: runs,
      isNoisy,
      maxIterations: stop.maxIterations ?? DEFAULT_STOP_RULE.maxIterations,
    },
    key: [landscape, id, params, place, resolution, seed, runs, ...stopKey, ...box.flat()],
  };
}
