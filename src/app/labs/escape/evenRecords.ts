import type { Racer } from '../../../core/escape/runRace.ts';

/** A racer's records with more of them on the plateaus. */
export interface EvenRecords {
  /** Ascending. */
  readonly iterations: Float64Array;
  readonly values: Float64Array;
  /** Of each coordinate log₁₀ of its size; NaN where it is 0. */
  readonly sizes: readonly Float64Array[];
}

/** Places on a plateau: more than a chart of usual width tells apart. */
const PLACES = 600;

const known = new WeakMap<Racer, EvenRecords>();

/**
 * The records of a racer and, between those that are far apart, others on the straight line from one to the next: so
 * that a mark that follows the iteration does not wait at the beginning of a plateau. The same object for the same
 * racer.
 */
export function evenRecords(racer: Racer, dimension: number): EvenRecords {
  const before = known.get(racer);
  if (before) return before;
  const places = placesOf(racer);
  const iterations = Float64Array.from(places, ({ iteration }) => iteration);
  const along = (read: (record: number) => number) =>
    Float64Array.from(places, ({ record, part }) => {
      const here = read(record);
      const value = part === 0 ? here : here + part * (read(record + 1) - here);
      return Number.isFinite(value) ? value : Number.NaN;
    });
  const values = along((record) => racer.values[record] as number);
  const sizes = Array.from({ length: dimension }, (_, j) =>
    along((record) => racer.magnitudes[record * dimension + j] as number),
  );
  const made = { iterations, values, sizes };
  known.set(racer, made);
  return made;
}

/** An iteration as a record and the part of the way to the next one. */
interface Place {
  readonly iteration: number;
  readonly record: number;
  readonly part: number;
}

function placesOf({ iterations, last }: Racer): Place[] {
  const widest = Math.max(1, Math.ceil(last / PLACES));
  return Array.from(iterations).flatMap((iteration, record) => {
    const gap = (iterations[record + 1] ?? iteration) - iteration;
    const count = Math.max(1, Math.ceil(gap / widest));
    return Array.from({ length: count }, (_, i) => {
      const ahead = Math.round((gap * i) / count);
      return { iteration: iteration + ahead, record, part: gap === 0 ? 0 : ahead / gap };
    });
  });
}
