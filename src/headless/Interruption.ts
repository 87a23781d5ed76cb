/** Thrown where a computation ends because the user asked for it. */
export class Interrupted extends Error {
  /** Exit status by the shells' convention: 128 and the number of the signal. */
  readonly status: number;

  constructor(status: number) {
    super('interrupted');
    this.status = status;
  }
}

const STATUS = { SIGINT: 130, SIGTERM: 143 } as const;

/** Milliseconds that work has to end in good order after a signal. */
const GRACE = 120;

/**
 * Remembers that the user pressed Ctrl-C, or that the process was asked to end, so that work can stop at its next
 * pause and leave things tidy. What does not pause in time (a read or write that waits for somebody else) is cut off,
 * and a second signal cuts off at once.
 */
export class Interruption {
  #status: number | undefined;

  constructor() {
    for (const [signal, status] of Object.entries(STATUS)) process.on(signal, () => this.#receive(status));
  }

  /** @throws Interrupted once a signal has come */
  check(): void {
    if (this.#status !== undefined) throw new Interrupted(this.#status);
  }

  #receive(status: number): void {
    if (this.#status !== undefined) process.exit(this.#status);
    this.#status = status;
    setTimeout(() => process.exit(status), GRACE);
  }
}
