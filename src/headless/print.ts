import { once } from 'node:events';
import type { Interruption } from './Interruption.ts';

/** Milliseconds of writing between two looks at the signals. */
const SLICE = 20;

/**
 * Writes a document and a line end to standard output, at the pace at which it is read. A reader that closes the pipe
 * early (`head`) has what it wanted, and that is no error.
 * @throws Interrupted; what the system says where the output cannot be written (a full disk)
 */
export async function print(pieces: Iterable<string>, interruption: Interruption): Promise<void> {
  const out = process.stdout;
  let failure: NodeJS.ErrnoException | undefined;
  out.on('error', (error) => {
    failure ??= error;
  });
  let end = performance.now() + SLICE;
  for (const text of withLineEnd(pieces)) {
    if (!out.write(text) && failure === undefined)
      await Promise.race([once(out, 'drain'), once(out, 'close')]).catch(() => {});
    if (performance.now() > end) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      end = performance.now() + SLICE;
    }
    interruption.check();
    if (failure !== undefined) break;
  }
  if (failure !== undefined && failure.code !== 'EPIPE') throw failure;
}

function* withLineEnd(pieces: Iterable<string>): Generator<string, void, void> {
  yield* pieces;
  yield '\n';
}
