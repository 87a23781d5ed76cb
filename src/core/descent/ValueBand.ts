import { pow } from '../libm.ts';
import { quantile } from '../quantile.ts';
import type { Trajectory } from './Run.ts';

/** Median and quartiles of f over runs, at some iterations. */
export interface Band {
  readonly iterations: Float64Array;
  readonly q25: Float64Array;
  readonly median: Float64Array;
  readonly q75: Float64Array;
}

/** Iterations at which a band is known: all of a short experiment, of a long one ever fewer. */
const SAMPLES = 160;

/** Collects f at the same iterations of many runs; a run that has ended keeps its last value. */
export class ValueBand {
  readonly #iterations: Float64Array;
  readonly #values: Float64Array[] = [];

  /** @param longest  the most iterations that a run takes */
  constructor(longest: number) {
    this.#iterations = sampleIterations(longest);
  }

  /** @param trajectory  with every iterate recorded */
  add({ iterations, values }: Trajectory): void {
    const last = values.length - 1;
    const taken = new Float64Array(this.#iterations.length);
    let k = 0;
    for (const [i, iteration] of this.#iterations.entries()) {
      while (k < last && (iterations[k + 1] as number) <= iteration) k++;
      taken[i] = values[k] as number;
    }
    this.#values.push(taken);
  }

  /** The band over the runs so far, at least one; in arrays that are the caller's. */
  quartiles(): Band {
    const count = this.#iterations.length;
    const band = {
      iterations: this.#iterations.slice(),
      q25: new Float64Array(count),
      median: new Float64Array(count),
      q75: new Float64Array(count),
    };
    const column = new Float64Array(this.#values.length);
    for (let i = 0; i < count; i++) {
      for (const [run, values] of this.#values.entries()) column[run] = lostIsLargest(values[i] as number);
      column.sort();
      band.q25[i] = quantile(column, 0.25);
      band.median[i] = quantile(column, 0.5);
      band.q75[i] = quantile(column, 0.75);
    }
    return band;
  }
}

/** A run that left the numbers has found nothing: it counts as the worst. */
const lostIsLargest = (value: number): number => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : value);

/** From 0 to `longest`, ascending, each once: every iteration at first, then as far apart as a logarithmic axis shows. */
function sampleIterations(longest: number): Float64Array {
  const wanted = new Set<number>([0]);
  for (let i = 0; i <= SAMPLES; i++) wanted.add(Math.round(pow(longest + 1, i / SAMPLES)) - 1);
  return Float64Array.from(wanted).sort();
}
