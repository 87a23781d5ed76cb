import type { Progress } from '../core/task.ts';

const WIDTH = 30;

/** Milliseconds between two drawings. */
const INTERVAL = 100;

/**
 * A bar on standard error: redrawn in place on a terminal, and elsewhere a line for every tenth of the way.
 */
export class ProgressBar {
  readonly #out: NodeJS.WriteStream;
  #drawnAt = Number.NEGATIVE_INFINITY;
  #tenth = -1;
  #open = false;

  constructor(out: NodeJS.WriteStream = process.stderr) {
    this.#out = out;
  }

  /** Shows how far the work is; at most ten times a second. */
  show({ done, total }: Progress): void {
    const fraction = total > 0 ? Math.min(1, done / total) : 0;
    if (!this.#out.isTTY) {
      this.#line(fraction);
    } else if (performance.now() - this.#drawnAt >= INTERVAL) {
      this.#draw(fraction);
    }
  }

  /** Completes the bar. */
  finish(): void {
    if (this.#out.isTTY) this.#draw(1);
    else this.#line(1);
    this.end();
  }

  /** Leaves the bar as it is, with the cursor on a new line. */
  end(): void {
    if (this.#open) this.#out.write('\n');
    this.#open = false;
  }

  #draw(fraction: number): void {
    this.#drawnAt = performance.now();
    this.#open = true;
    this.#out.write(`\r${bar(fraction)}`);
  }

  #line(fraction: number): void {
    const tenth = Math.floor(10 * fraction);
    if (tenth === this.#tenth) return;
    this.#tenth = tenth;
    this.#out.write(`${bar(fraction)}\n`);
  }
}

function bar(fraction: number): string {
  const full = Math.round(WIDTH * fraction);
  const percent = String(Math.floor(100 * fraction)).padStart(3);
  return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${percent} %`;
}
