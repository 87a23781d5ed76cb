import type { TubeWalk } from './TubeRun.ts';

/** A walk as a picture needs it: arrays by record. */
export interface WalkRecord {
  /** Iteration of each record, ascending, from 0 to the last one taken. */
  readonly iterations: Float64Array;
  /** f at each record. */
  readonly values: Float64Array;
  /** d coordinates by record. */
  readonly points: Float64Array;
  /** log₁₀ of the coordinates' sizes, d by record. */
  readonly magnitudes: Float64Array;
}

/** A coordinate that has moved this part of τ since the last record is recorded: less than a pixel of the picture. */
const FINEST = 1 / 400;
/** Records above which every other one is dropped and the distance doubled. */
const MOST_RECORDS = 6000;

/**
 * Records a walk by distance instead of by time: a plateau of a million iterations is two records, and the way from
 * one saddle to the next is complete. Between two records no coordinate leaves the segment by more than what is kept
 * apart, and the sizes of the waiting coordinates fall or rise evenly.
 */
export class RaceRecorder {
  readonly #walk: TubeWalk;
  #distance: number;
  #iterations: number[] = [];
  #values: number[] = [];
  #points: Float64Array[] = [];
  #magnitudes: Float64Array[] = [];

  /** Records the walk as it stands. @param tau  the length of the octopus */
  constructor(walk: TubeWalk, tau: number) {
    this.#walk = walk;
    this.#distance = FINEST * tau;
    this.#record();
  }

  /** To be called after each iteration. */
  follow(): void {
    const last = this.#points.at(-1) as Float64Array;
    for (let j = 0; j < last.length; j++) {
      const moved = this.#walk.coordinate(j) - (last[j] as number);
      if (moved > this.#distance || moved < -this.#distance) {
        this.#record();
        return;
      }
    }
  }

  /** Everything recorded, the last iteration included. */
  finish(): WalkRecord {
    if (this.#iterations.at(-1) !== this.#walk.iteration) this.#record();
    return {
      iterations: Float64Array.from(this.#iterations),
      values: Float64Array.from(this.#values),
      points: flat(this.#points),
      magnitudes: flat(this.#magnitudes),
    };
  }

  #record(): void {
    const coordinates = { length: this.#walk.dimension };
    this.#iterations.push(this.#walk.iteration);
    this.#values.push(this.#walk.value());
    this.#points.push(Float64Array.from(coordinates, (_, j) => this.#walk.coordinate(j)));
    this.#magnitudes.push(Float64Array.from(coordinates, (_, j) => this.#walk.decimalMagnitude(j)));
    if (this.#iterations.length > MOST_RECORDS) this.#thin();
  }

  #thin(): void {
    const isKept = (_: unknown, k: number) => k % 2 === 0;
    this.#iterations = this.#iterations.filter(isKept);
    this.#values = this.#values.filter(isKept);
    this.#points = this.#points.filter(isKept);
    this.#magnitudes = this.#magnitudes.filter(isKept);
    this.#distance *= 2;
  }
}

function flat(rows: readonly Float64Array[]): Float64Array {
  const width = rows[0]?.length ?? 0;
  const all = new Float64Array(rows.length * width);
  for (const [k, row] of rows.entries()) all.set(row, k * width);
  return all;
}
