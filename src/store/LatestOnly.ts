/**
 * Runs one asynchronous piece of work at a time and remembers only the latest request meanwhile, so that a stream of
 * requests (a drag) is answered at the rate at which the work can be done, and the last one always is.
 */
export class LatestOnly<Request> {
  readonly #work: (request: Request) => Promise<void>;
  #busy = false;
  #next: { readonly request: Request } | null = null;

  /** @param work  must not reject */
  constructor(work: (request: Request) => Promise<void>) {
    this.#work = work;
  }

  /** @param now  true starts at once even while an older request is worked on: the work itself replaces it */
  request(request: Request, now: boolean): void {
    if (this.#busy && !now) {
      this.#next = { request };
      return;
    }
    this.#next = null;
    void this.#run(request);
  }

  /** Forgets what waits; what runs goes on. */
  cancel(): void {
    this.#next = null;
  }

  async #run(request: Request): Promise<void> {
    this.#busy = true;
    await this.#work(request);
    this.#busy = false;
    const next = this.#next;
    this.#next = null;
    if (next) void this.#run(next.request);
  }
}
