/** Starts a worker with this program's jobs; the one place that names its file. */
export function spawnWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'sublevel' });
}
