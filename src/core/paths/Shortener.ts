import { dot } from '../linalg/vectors.ts';
import type { CountingObjective } from '../objective/counting.ts';
import type { Task } from '../task.ts';
import { bead, beadCount, distance, joinBeads, pathLength } from './beads.ts';
import { checkSegment } from './checkSegment.ts';
import { removeComponent } from './dropBead.ts';

/** Beads of the string on its successively finer rounds. */
const ROUNDS = [8, 16, 32, 64] as const;
/** Passes over the beads in one round, at most. */
const PASSES = 40;
/** A round ends where a pass shortens the string by less than this share. */
const SETTLED = 2e-4;
/** Shares of a bead's move that are tried, one after the other. */
const SHARES = [1, 0.5, 0.25, 0.1, 0.03] as const;

/**
 * A string that is pulled tight inside Ω_u. Beads are left out where the segment between their neighbours is inside;
 * the others move towards that segment, and where that leaves Ω_u, along its boundary. A move is taken only where it
 * shortens the string and sampling finds both segments inside, so that the string is inside at every moment.
 */
export class Shortener {
  readonly #f: CountingObjective;
  readonly #level: number;
  readonly #spacing: number;
  readonly #budget: number;
  #points: Float64Array[];

  /**
   * @param beads  a path inside Ω_u, m·n; copied
   * @param budget  evaluations after which it stops
   */
  constructor(f: CountingObjective, beads: Float64Array, level: number, spacing: number, budget: number) {
    this.#f = f;
    this.#level = level;
    this.#spacing = spacing;
    this.#budget = f.work + budget;
    const n = f.dimension;
    this.#points = Array.from({ length: beadCount(beads, n) }, (_, k) => bead(beads, n, k).slice());
  }

  /** The string as it is, a fresh list. */
  beads(): Float64Array {
    return joinBeads(this.#points, this.#f.dimension);
  }

  /** True where the budget ended the work. */
  get isSpent(): boolean {
    return this.#f.work >= this.#budget;
  }

  /** Pulls until it is tight or the budget is spent. Partial results are the string. */
  *pull(): Task<void, Float64Array> {
    yield* this.#cutCorners();
    for (const [k, count] of ROUNDS.entries()) {
      yield { done: k, total: ROUNDS.length, partial: this.beads() };
      this.#subdivide(pathLength(this.beads(), this.#f.dimension) / count);
      for (let pass = 0; pass < PASSES && !this.isSpent; pass++) {
        const before = pathLength(this.beads(), this.#f.dimension);
        yield* this.#pass();
        if (pass % 8 === 7) yield* this.#cutCorners();
        this.#subdivide(before / count);
        if (pathLength(this.beads(), this.#f.dimension) > (1 - SETTLED) * before) break;
      }
      yield* this.#cutCorners();
    }
  }

  /** From each bead on goes straight to the furthest one that can be reached inside, of those tried. */
  *#cutCorners(): Task<void, never> {
    const kept = [this.#points[0] as Float64Array];
    let from = 0;
    const last = this.#points.length - 1;
    while (from < last) {
      let to = last;
      while (to > from + 1 && !this.isSpent && !(yield* this.#isInside(this.#points[from], this.#points[to]))) {
        to = from + Math.max(1, Math.floor((to - from) * 0.7));
      }
      if (this.isSpent) to = from + 1;
      kept.push(this.#points[to] as Float64Array);
      from = to;
    }
    this.#points = kept;
  }

  /** Cuts segments that are longer than `longest` into equal parts, which are inside as the whole is. */
  #subdivide(longest: number): void {
    const points = [this.#points[0] as Float64Array];
    for (let k = 1; k < this.#points.length; k++) {
      const [a, b] = [this.#points[k - 1] as Float64Array, this.#points[k] as Float64Array];
      const parts = Math.max(1, Math.ceil(distance(a, b) / longest - 1e-9));
      for (let i = 1; i < parts; i++) {
        points.push(a.map((coordinate, d) => coordinate + (i / parts) * ((b[d] as number) - coordinate)));
      }
      points.push(b);
    }
    this.#points = points;
  }

  *#pass(): Task<void, never> {
    for (let k = 1; k < this.#points.length - 1 && !this.isSpent; k++) {
      const [a, x, b] = [-1, 0, 1].map((d) => this.#points[k + d]) as [Float64Array, Float64Array, Float64Array];
      const move = x.map((coordinate, i) => ((a[i] as number) + (b[i] as number)) / 2 - coordinate);
      if (Math.sqrt(dot(move, move)) < 1e-9 * distance(a, b)) continue;
      if (yield* this.#tryMove(k, move)) continue;
      const gradient = this.#f.gradient(x, new Float64Array(x.length));
      const size = Math.sqrt(dot(gradient, gradient));
      if (!(size > 0 && Number.isFinite(size))) continue;
      removeComponent(
        move,
        gradient.map((slope) => slope / size),
      );
      yield* this.#tryMove(k, move);
    }
  }

  /** Moves bead k by the largest share of the move that shortens the string and keeps both segments inside. */
  *#tryMove(k: number, move: Float64Array): Task<boolean, never> {
    const [a, x, b] = [-1, 0, 1].map((d) => this.#points[k + d]) as [Float64Array, Float64Array, Float64Array];
    const before = distance(a, x) + distance(x, b);
    for (const share of SHARES) {
      const trial = x.map((coordinate, i) => coordinate + share * (move[i] as number));
      if (!(distance(a, trial) + distance(trial, b) < before)) continue;
      if (!((yield* this.#isInside(a, trial)) && (yield* this.#isInside(trial, b)))) continue;
      this.#points[k] = trial;
      return true;
    }
    return false;
  }

  *#isInside(a: Float64Array | undefined, b: Float64Array | undefined): Task<boolean, never> {
    const sampling = { spacing: this.#spacing, untilOutside: true };
    const check = yield* checkSegment(this.#f, a as Float64Array, b as Float64Array, this.#level, sampling);
    return check.inside;
  }
}
