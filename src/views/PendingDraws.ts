/**
 * The drawings of one graph that are under way. Plotly reads the graph once more at the end of a drawing, and fails
 * where it was purged meanwhile.
 */
export class PendingDraws {
  #all: Promise<unknown> = Promise.resolve();

  /** Notes a drawing that has begun; whether it succeeds is its caller’s business. */
  add(draw: Promise<unknown>): void {
    this.#all = Promise.allSettled([this.#all, draw]);
  }

  /** Calls `end` once every drawing noted so far has ended, well or not; never at once. */
  async whenDone(end: () => void): Promise<void> {
    await this.#all;
    end();
  }
}
