import type { Basins } from '../core/descent/basins.ts';
import { distinctRuns, putRows, refinedEnds } from '../core/descent/gridEnds.ts';
import type { GridEnds } from '../core/descent/sweepGrid.ts';
import type { Box } from '../core/params.ts';
import type { BasinEndsPayload } from '../worker/jobs/basinEnds.ts';
import type { Lane } from '../worker/lanes.ts';
import { compute } from './compute.ts';

/** The starts behind a picture; where a run stands for the points around it too, it counts once. */
export interface StartsRun {
  /** Starts from which the method was run. */
  readonly startsRun: number;
  /** Those of them that went to a saddle. */
  readonly startsToSaddle: number;
}

/** The map on screen, with what it was computed for. */
export interface BasinMap extends Basins, StartsRun {
  readonly box: Box;
  /** Position of the method in the scenario's list. */
  readonly method: number;
  readonly methodId: string;
  /** Runs from each point: 1 for a deterministic method. */
  readonly repeats: number;
  /** True where noise keeps the runs moving. */
  readonly isNoisy: boolean;
  /** After so many iterations a run was given up. */
  readonly maxIterations: number;
  /** False while some rows are still those of a coarse grid. */
  readonly isWhole: boolean;
}

/** A map to compute: all rows of it. */
export type BasinsPlan = Omit<BasinEndsPayload, 'only'>;

export interface SweepListener {
  /** A picture of the whole box; the rows that are not there yet are taken from a coarse grid. */
  readonly onPicture: (map: Basins & StartsRun, isWhole: boolean) => void;
  /** 0 to 1. */
  readonly onProgress: (fraction: number) => void;
}

/** The coarse grid has every so-many-th point along each side: a sixty-fourth of the work. */
const COARSE = 8;
const LEAST_COARSE = 16;

/** Pieces of consecutive rows that the workers take by turns: what is lost or waited for is one of them at most. */
const PIECES = 32;

/** Milliseconds between two pictures on the way, and what a thousand runs add, which are copied for each picture. */
const PICTURE_PAUSE = 250;
const PAUSE_PER_THOUSAND = 1;

/** What the coarse picture is waited with for the rest: a hand that moves on asks for another map, in milliseconds. */
const REST = 180;

/** From the middle down by the one worker and up by the other, which the hand needs too. */
const BELOW: Lane = 'basinsBelow';
const ABOVE: Lane = 'basinsAbove';

interface Piece {
  readonly rows: readonly [number, number];
  readonly abort: AbortController;
  fraction: number;
}

/**
 * One map of basins under way: a coarse grid first, then all rows in pieces, on both workers. While something is
 * dragged the worker that answers the hand is left alone.
 */
export class BasinsSweep {
  readonly #plan: BasinsPlan;
  readonly #listener: SweepListener;
  readonly #signal: AbortSignal;
  readonly #isHandBusy: () => boolean;
  /** Rows from the first up to, not including, the second; ascending. */
  #pending: readonly (readonly [number, number])[];
  readonly #busy = new Map<Lane, Piece>();
  #whole: GridEnds | null = null;
  #coarseLines: Pick<GridEnds, 'xs' | 'ys'> | null = null;
  readonly #rowsDone = new Set<number>();
  #painting = false;
  #painted = Number.NEGATIVE_INFINITY;
  #finish: { readonly resolve: () => void; readonly reject: (error: unknown) => void } | null = null;

  /** @param isHandBusy  whether something is dragged at the moment; `handChanged` must be called when that changes */
  constructor(plan: BasinsPlan, listener: SweepListener, signal: AbortSignal, isHandBusy: () => boolean) {
    this.#plan = plan;
    this.#listener = listener;
    this.#signal = signal;
    this.#isHandBusy = isHandBusy;
    const { rows } = plan;
    const count = Math.min(rows, PIECES);
    const limit = (k: number) => Math.round((k * rows) / count);
    this.#pending = Array.from({ length: count }, (_, k) => [limit(k), limit(k + 1)] as const);
  }

  /**
   * Computes the map to its end.
   * @throws (rejects with) an `AbortError` where the signal or another map stopped it; what a worker failed with
   */
  async run(): Promise<void> {
    await this.#coarse();
    await new Promise((resolve) => setTimeout(resolve, REST));
    if (this.#signal.aborted) throw new DOMException('The map was cancelled.', 'AbortError');
    await new Promise<void>((resolve, reject) => {
      this.#finish = { resolve, reject };
      this.#signal.addEventListener('abort', () => {
        for (const { abort } of this.#busy.values()) abort.abort();
      });
      this.#pump();
    });
    await this.#paint(true);
  }

  /** Gives the hand its worker, or takes it back. */
  handChanged(): void {
    const piece = this.#busy.get(ABOVE);
    if (this.#isHandBusy()) piece?.abort.abort();
    else if (this.#finish) this.#pump();
  }

  async #coarse(): Promise<void> {
    const { columns, rows, box } = this.#plan;
    const side = (points: number) => Math.min(points, Math.max(LEAST_COARSE, Math.round(points / COARSE)));
    const plan = { ...this.#plan, columns: side(columns), rows: side(rows) };
    const ends = await compute.run('basinEnds', plan, { lane: BELOW, signal: this.#signal });
    const line = (axis: 0 | 1, count: number) => spread(box[axis] as readonly [number, number], count);
    this.#coarseLines = ends;
    this.#whole = refinedEnds(ends, line(0, columns), line(1, rows));
    await this.#paint(false);
  }

  /** Gives each worker that has nothing to do its next piece. */
  #pump(): void {
    for (const lane of [BELOW, ABOVE]) {
      if (this.#busy.has(lane) || (lane === ABOVE && this.#isHandBusy())) continue;
      const rows = this.#take(lane);
      if (rows) void this.#sweep(lane, { rows, abort: new AbortController(), fraction: 0 });
    }
  }

  /** The rows nearest to the middle, of the worker's own half where some are left. */
  #take(lane: Lane): readonly [number, number] | undefined {
    const middle = this.#plan.rows / 2;
    const own = this.#pending.filter(([from]) => from < middle === (lane === BELOW));
    const rows = lane === BELOW ? (own.at(-1) ?? this.#pending[0]) : (own[0] ?? this.#pending.at(-1));
    this.#pending = this.#pending.filter((waiting) => waiting !== rows);
    return rows;
  }

  async #sweep(lane: Lane, piece: Piece): Promise<void> {
    this.#busy.set(lane, piece);
    try {
      const ends = await compute.run(
        'basinEnds',
        { ...this.#plan, only: piece.rows },
        { lane, signal: piece.abort.signal, onProgress: (fraction) => this.#advance(piece, fraction) },
      );
      putRows(this.#whole as GridEnds, ends, piece.rows[0]);
      for (let row = piece.rows[0]; row < piece.rows[1]; row++) this.#rowsDone.add(row);
      this.#advance(piece, 0);
    } catch (error) {
      // A piece that had to make way for the hand waits for its next turn.
      if (piece.abort.signal.aborted && !this.#signal.aborted)
        this.#pending = [...this.#pending, piece.rows].sort(([a], [b]) => a - b);
      else return this.#finish?.reject(error);
    } finally {
      this.#busy.delete(lane);
    }
    if (this.#rowsDone.size === this.#plan.rows) return this.#finish?.resolve();
    this.#pump();
    this.#paintOnTheWay();
  }

  #advance(piece: Piece, fraction: number): void {
    piece.fraction = fraction;
    let rows = this.#rowsDone.size;
    for (const {
      rows: [from, to],
      fraction: share,
    } of this.#busy.values())
      rows += (to - from) * share;
    this.#listener.onProgress(rows / this.#plan.rows);
  }

  #paintOnTheWay(): void {
    const { settled } = this.#whole as GridEnds;
    const pause = PICTURE_PAUSE + (PAUSE_PER_THOUSAND * settled.length) / 1000;
    if (this.#painting || this.#isHandBusy() || performance.now() - this.#painted < pause) return;
    // What goes wrong with a picture on the way goes wrong with the last one too, and is said then.
    this.#paint(false).catch(() => {});
  }

  async #paint(isWhole: boolean): Promise<void> {
    const { landscape, box } = this.#plan;
    const ends = this.#whole as GridEnds;
    const payload = { landscape, box, ends };
    // Before the wait, during which further rows come that are not in this picture.
    const runs = distinctRuns(this.#coarseLines ?? ends, ends.xs, ends.ys, (row) => this.#rowsDone.has(row));
    this.#painting = true;
    try {
      const map = await compute.run('basinLabels', payload, { lane: 'basinLabels', signal: this.#signal });
      this.#painted = performance.now();
      this.#listener.onPicture({ ...map, ...startsRun(map, runs) }, isWhole);
    } finally {
      this.#painting = false;
    }
  }
}

function startsRun({ labels, attractors }: Basins, runs: Float64Array): StartsRun {
  let startsToSaddle = 0;
  for (const place of runs) if (attractors[labels[place] as number]?.type === 'saddle') startsToSaddle++;
  return { startsRun: runs.length, startsToSaddle };
}

/** As the rows of the worker's grid. */
function spread([low, high]: readonly [number, number], count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
}
