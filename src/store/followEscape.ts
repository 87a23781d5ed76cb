import type { EscapeFindings } from '../core/escape/runEscapes.ts';
import { compute } from './compute.ts';
import { escapeStore, type Found } from './escapeStore.ts';
import { notify } from './notices.ts';
import { type EscapeScenario, scenarioStore } from './scenarioStore.ts';

/** How long the experiment waits for the hand to rest, in milliseconds. */
const REST = 120;

/**
 * Keeps the experiment, or the race where the page shows that, in step with the scenario of the Escape lab: a change
 * starts it anew. What was found before stays until the first of the new is there.
 * @returns ends the following, and what is under way
 */
export function followEscape(): () => void {
  const experiment = new Follower(awaitExperiment, runExperiment);
  const race = new Follower(awaitRace, runRace);
  const update = () => {
    const { escape: wanted, lab } = scenarioStore.getState();
    if (lab === 'escape') (wanted.view?.race ? race : experiment).update(wanted);
  };
  const end = scenarioStore.subscribe(update);
  update();
  return () => {
    experiment.end();
    race.end();
    end();
    stop();
  };
}

/** Starts a computation whenever what it depends on has changed and the hand rests. */
class Follower {
  readonly #await: (scenario: EscapeScenario) => void;
  readonly #run: (scenario: EscapeScenario) => void;
  #seen: EscapeScenario | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param wait  is told at once of what is to be run */
  constructor(wait: (scenario: EscapeScenario) => void, run: (scenario: EscapeScenario) => void) {
    this.#await = wait;
    this.#run = run;
  }

  update(scenario: EscapeScenario): void {
    if (this.#seen && isSameWork(this.#seen, scenario)) return;
    const wait = this.#seen ? REST : 0;
    this.#seen = scenario;
    this.#await(scenario);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#run(scenario), wait);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

/** Whether two scenarios have the same results; how their methods look is not among what decides that. */
export function isSameWork(a: EscapeScenario, b: EscapeScenario): boolean {
  return a === b || partsOf(a) === partsOf(b);
}

function partsOf({ landscape, experiment, seed }: EscapeScenario): string {
  const { methods, ...rest } = experiment;
  return JSON.stringify([landscape, rest, seed, methods.map(({ id, params }) => [id, params])]);
}

let abortExperiment: AbortController | null = null;
let abortRace: AbortController | null = null;

function stop(): void {
  const both = [abortExperiment, abortRace];
  abortExperiment = null;
  abortRace = null;
  for (const controller of both) controller?.abort();
  escapeStore.setState({ experimentProgress: null, raceProgress: null });
}

/** Ends the experiment under way; what was found stays and says that it is not all. */
export const cancelExperiment = (): void => abortExperiment?.abort();

/** Ends the computation of the race. */
export const cancelRace = (): void => abortRace?.abort();

/** Runs the experiment again, after a cancel. */
export const restartExperiment = (): void => void runExperiment(scenarioStore.getState().escape);

/** Runs the race again, after a cancel. */
export const restartRace = (): void => void runRace(scenarioStore.getState().escape);

/** Whether all of it has been found already. */
const isThere = (found: Found<unknown> | null, scenario: EscapeScenario): boolean =>
  found?.isWhole === true && isSameWork(found.of, scenario);

const payloadOf = ({ landscape, experiment, seed }: EscapeScenario) => ({ landscape, experiment, seed });

/** Ends what is under way without a word: nobody wants it any more. What comes instead has begun for whoever looks. */
function awaitExperiment(scenario: EscapeScenario): void {
  abortExperiment?.abort();
  abortExperiment = null;
  const isKnown = isThere(escapeStore.getState().experiment, scenario);
  escapeStore.setState({ experimentProgress: isKnown ? null : 0 });
}

/** The same for the race. */
function awaitRace(scenario: EscapeScenario): void {
  abortRace?.abort();
  abortRace = null;
  const isKnown = isThere(escapeStore.getState().race, scenario);
  escapeStore.setState({ raceProgress: isKnown ? null : 0, ...(isKnown ? {} : { playing: false }) });
}

async function runExperiment(scenario: EscapeScenario): Promise<void> {
  awaitExperiment(scenario);
  if (isThere(escapeStore.getState().experiment, scenario)) return;
  const mine = new AbortController();
  abortExperiment = mine;
  const show = (result: EscapeFindings, isWhole: boolean) => {
    if (abortExperiment === mine) escapeStore.setState({ experiment: { of: scenario, result, isWhole } });
  };
  try {
    const result = await compute.run('escapeTimes', payloadOf(scenario), {
      lane: 'escapeTimes',
      signal: mine.signal,
      onProgress: (fraction) => abortExperiment === mine && escapeStore.setState({ experimentProgress: fraction }),
      onPartial: (partial) => show(partial, false),
    });
    show(result, true);
  } catch (error) {
    // One that was replaced leaves the answer to the newer one.
    if (abortExperiment !== mine) return;
    if (mine.signal.aborted) notify({ kind: 'info', text: 'Cancelled: what is shown is only what was found so far.' });
    else compute.report(error, 'The experiment could not be finished');
  } finally {
    if (abortExperiment === mine) escapeStore.setState({ experimentProgress: null });
  }
}

async function runRace(scenario: EscapeScenario): Promise<void> {
  awaitRace(scenario);
  if (isThere(escapeStore.getState().race, scenario)) return;
  const mine = new AbortController();
  abortRace = mine;
  try {
    const result = await compute.run('race', payloadOf(scenario), {
      lane: 'race',
      signal: mine.signal,
      onProgress: (fraction) => abortRace === mine && escapeStore.setState({ raceProgress: fraction }),
    });
    if (abortRace === mine) escapeStore.setState({ race: { of: scenario, result, isWhole: true }, position: null });
  } catch (error) {
    if (abortRace !== mine) return;
    if (mine.signal.aborted) notify({ kind: 'info', text: 'Cancelled: the race is the one from before, if any.' });
    else compute.report(error, 'The race could not be run');
  } finally {
    if (abortRace === mine) escapeStore.setState({ raceProgress: null });
  }
}
