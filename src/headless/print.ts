import type { Interruption } from './Interruption.ts';

/** Milliseconds of writing between two looks at the signals. */
const SLICE = 20;

/**
 * Writes a document and a line end to standard output, at the pace at which it is read. A reader that closes the pipe
 * early (`head`) has what it wanted, and that is no error.
 * @throws Interrupted; what the system says where the output cannot be written (a full disk)
 */
export async function print(pieces: Iterable<string>, interruption: Interruption): Promise<void> {
  const output = new Output();
  let end = performance.now() + SLICE;
  for (const text of withLineEnd(pieces)) {
    await output.write(text);
    if (performance.now() > end) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      end = performance.now() + SLICE;
    }
    interruption.check();
    if (output.failure !== undefined) break;
  }
  if (output.failure !== undefined && output.failure.code !== 'EPIPE') throw output.failure;
}

function* withLineEnd(pieces: Iterable<string>): Generator<string, void, void> {
  yield* pieces;
  yield '\n';
}

/** Standard output with one listener for each event, however much is written. */
class Output {
  failure: NodeJS.ErrnoException | undefined;
  #wake = () => {};

  constructor() {
    process.stdout.on('drain', () => this.#wake());
    process.stdout.on('close', () => this.#wake());
    process.stdout.on('error', (error) => {
      this.failure ??= error;
      this.#wake();
    });
  }

  /** Writes, and waits until there is room for more or nobody reads any longer. */
  async write(text: string): Promise<void> {
    if (this.failure !== undefined || process.stdout.write(text)) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
  }
}
