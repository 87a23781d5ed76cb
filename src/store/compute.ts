import { createComputeClient } from '../worker/client.ts';
import { spawnWorker } from '../worker/spawn.ts';
import { notify } from './notices.ts';

const client = createComputeClient({
  spawn: spawnWorker,
  onWorkerReplaced: (sentence) => notify({ kind: 'warning', text: sentence }),
});

/** The page's workers. */
export const compute = {
  run: client.run.bind(client),

  /** Tells the user of a computation that failed; being replaced by a newer one or cancelled is no failure. */
  report(error: unknown, what: string): void {
    if (error instanceof Error && error.name === 'AbortError') return;
    notify({ kind: 'error', text: `${what}: ${error instanceof Error ? error.message : String(error)}` });
  },
};
