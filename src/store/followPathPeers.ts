import type { PathPeer } from '../worker/jobs/pathPeers.ts';
import { compute } from './compute.ts';
import { isSamePath } from './followPaths.ts';
import { notify } from './notices.ts';
import { type FoundPath, pathsStore } from './pathsStore.ts';
import { resultsStore } from './resultsStore.ts';
import { type PathScenario, scenarioStore } from './scenarioStore.ts';

let abort: AbortController | null = null;

/**
 * Runs every path method between the ends of the path that is shown, once that one rests. Where f is slow, which is
 * where it cannot be asked on this thread, that waits until it is asked for.
 * @returns ends the following, and what is under way
 */
export function followPathPeers(): () => void {
  let seen: FoundPath | null = null;
  const update = () => {
    const { path } = pathsStore.getState();
    if (path === null || path === seen || path.isQuick) return;
    seen = path;
    if (resultsStore.getState().objective === null) return;
    const { peers } = pathsStore.getState();
    if (peers?.isWhole && isSamePath(peers.of, path.of)) return;
    void run(path.of);
  };
  const end = pathsStore.subscribe(update);
  update();
  return () => {
    end();
    const running = abort;
    abort = null;
    running?.abort();
    pathsStore.setState({ peersProgress: null });
  };
}

/** Compares the methods between the ends of the path that is shown. */
export function comparePeers(): void {
  const { path } = pathsStore.getState();
  if (path && scenarioStore.getState().lab === 'paths') void run(path.of);
}

/** Ends the comparison under way; the methods that have finished stay. */
export const cancelPeers = (): void => abort?.abort();

async function run(scenario: PathScenario): Promise<void> {
  const mine = new AbortController();
  const before = abort;
  abort = mine;
  before?.abort();
  const show = (peers: readonly PathPeer[], isWhole: boolean) =>
    abort === mine && pathsStore.setState({ peers: { of: scenario, peers, isWhole } });
  pathsStore.setState({ peersProgress: 0 });
  try {
    const peers = await compute.run(
      'pathPeers',
      { scenario },
      {
        lane: 'pathPeers',
        signal: mine.signal,
        onProgress: (peersProgress) => abort === mine && pathsStore.setState({ peersProgress }),
        onPartial: (partial) => show(partial, false),
      },
    );
    show(peers, true);
  } catch (error) {
    if (abort !== mine) return;
    if (mine.signal.aborted) notify({ kind: 'info', text: 'Cancelled: the methods that had finished are shown.' });
    else compute.report(error, 'The methods could not be compared');
  } finally {
    if (abort === mine) pathsStore.setState({ peersProgress: null });
  }
}
