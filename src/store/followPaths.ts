import type { PathOutcome, PathPartial } from '../worker/jobs/path.ts';
import { compute } from './compute.ts';
import { LatestOnly } from './LatestOnly.ts';
import { notify } from './notices.ts';
import { pathScenario } from './pathsScenario.ts';
import { pathsStore } from './pathsStore.ts';
import { seek } from './playback.ts';
import { resultsStore } from './resultsStore.ts';
import { type PathScenario, scenarioStore } from './scenarioStore.ts';

let follower: PathFollower | null = null;

/**
 * Keeps the path in step with its scenario while it is shown: under the hand at the rate at which searches can be done,
 * the last one always; at rest it is pulled tight and the reference measured, too.
 * @returns ends the following, and what is under way
 */
export function followPath(): () => void {
  const mine = new PathFollower();
  follower = mine;
  const ends = [scenarioStore.subscribe(mine.update), resultsStore.subscribe(mine.update)];
  mine.update();
  return () => {
    for (const end of ends) end();
    mine.stop();
    if (follower === mine) follower = null;
  };
}

/** Ends the search under way; what was found before stays. */
export const cancelPath = (): void => follower?.cancel();

/** Searches again, after a cancel. */
export const restartPath = (): void => follower?.restart();

/** Whether two scenarios have the same path; what is shown of them does not decide that. */
export function isSamePath(a: PathScenario, b: PathScenario): boolean {
  return a === b || partsOf(a) === partsOf(b);
}

const partsOf = ({ landscape, experiment, seed }: PathScenario): string =>
  JSON.stringify([landscape, { ...experiment, shorten: experiment.shorten ?? true }, seed]);

interface Request {
  readonly scenario: PathScenario;
  readonly isQuick: boolean;
}

class PathFollower {
  #seen: string | null = null;
  #abort: AbortController | null = null;
  readonly #worker = new LatestOnly<Request>((request) => this.#search(request));

  readonly update = (): void => {
    const { lab, scenario, paths } = scenarioStore.getState();
    const { landscape, landscapeChoice, dragging } = resultsStore.getState();
    if (lab !== 'paths' || paths.lengths) return;
    // Until a new landscape has been prepared, the old one and its path stay.
    if (!landscape || landscapeChoice !== scenario.landscape) {
      if (pathsStore.getState().pathProgress === null) pathsStore.setState({ pathProgress: 0 });
      return;
    }
    const wanted = pathScenario(scenario, paths);
    const key = `${dragging} ${partsOf(wanted)}`;
    if (key === this.#seen) return;
    this.#seen = key;
    const { path } = pathsStore.getState();
    if (path && !path.isQuick && isSamePath(path.of, wanted)) {
      this.stop();
      pathsStore.setState({ refusal: null });
      return;
    }
    this.#worker.request({ scenario: wanted, isQuick: dragging }, !dragging);
  };

  restart(): void {
    this.#seen = null;
    this.update();
  }

  cancel(): void {
    this.#worker.cancel();
    this.#abort?.abort();
  }

  /** Ends everything without a word. */
  stop(): void {
    this.#worker.cancel();
    const running = this.#abort;
    this.#abort = null;
    running?.abort();
    pathsStore.setState({ pathProgress: null, live: null });
  }

  async #search({ scenario, isQuick }: Request): Promise<void> {
    const mine = new AbortController();
    this.#abort = mine;
    const isMine = () => this.#abort === mine;
    pathsStore.setState({ pathProgress: 0 });
    try {
      const outcome = await compute.run(
        'path',
        { scenario, isQuick },
        {
          lane: 'path',
          signal: mine.signal,
          // A search that goes on was not refused.
          onProgress: (pathProgress) => isMine() && pathsStore.setState({ pathProgress, refusal: null }),
          onPartial: (partial) => isMine() && showPartial(scenario, partial),
        },
      );
      if (!isMine()) return;
      show(scenario, outcome, isQuick);
      pathsStore.setState({ live: null });
    } catch (error) {
      if (!isMine()) return;
      if (mine.signal.aborted) tellCancelled(scenario);
      else {
        pathsStore.setState({ live: null });
        compute.report(error, 'The path could not be searched');
      }
    } finally {
      if (isMine()) pathsStore.setState({ pathProgress: null });
    }
  }
}

/** Where nothing was found before on this landscape, what a cancelled search had come to stays on screen. */
function tellCancelled(scenario: PathScenario): void {
  const { path, live } = pathsStore.getState();
  const isFirst = path?.of.landscape !== scenario.landscape;
  if (!isFirst) pathsStore.setState({ live: null });
  const what = (isFirst && live) || path?.isPartial ? 'how far the search had come' : 'what was found before';
  notify({ kind: 'info', text: `Cancelled: what is shown is ${what}.` });
}

function showPartial(of: PathScenario, partial: PathPartial): void {
  if (!('found' in partial)) pathsStore.setState({ live: { of, stage: partial } });
  else {
    show(of, partial, true, true);
    pathsStore.setState({ live: null });
  }
}

function show(of: PathScenario, outcome: PathOutcome, isQuick: boolean, isPartial = false): void {
  if ('refusal' in outcome) {
    pathsStore.setState({ refusal: outcome.refusal });
    return;
  }
  const { path } = pathsStore.getState();
  pathsStore.setState({ path: { of, findings: outcome.found, isQuick, isPartial }, refusal: null });
  // Who looks at the stages of a connection already is not disturbed once it has been pulled tight.
  if (path?.isPartial && path.of === of) return;
  pathsStore.setState({ hovered: null, playing: false });
  seek(null);
}
