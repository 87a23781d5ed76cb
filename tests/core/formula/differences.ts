/** A derivative by differences, and what its own tableau says of its error. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

/** Steps that `ridders` takes are `first`, shrunk by this each time. */
const SHRINK = 1.6;
const LEVELS = 9;

/** Every step that `ridders` takes from `first`, largest first. */
export function stepsFrom(first: number): number[] {
  return Array.from({ length: LEVELS }, (_, k) => first / SHRINK ** k);
}

/**
 * g'(0) by central differences, extrapolated to a step of zero; the error is that of the best neighbours in the
 * tableau.
 * Source: Ridders (1982), Accurate computation of F'(x) and F'(x)F''(x).
 */
export function ridders(g: (t: number) => number, first: number): Estimate {
  let best: Estimate = { value: Number.NaN, error: Infinity };
  let previous: number[] = [];
  for (const h of stepsFrom(first)) {
    const row = [(g(h) - g(-h)) / (2 * h)];
    let factor = SHRINK * SHRINK;
    for (const [j, coarser] of previous.entries()) {
      const finer = row[j] as number;
      const value = (finer * factor - coarser) / (factor - 1);
      const error = Math.max(Math.abs(value - finer), Math.abs(value - coarser));
      if (error < best.error) best = { value, error };
      row.push(value);
      factor *= SHRINK * SHRINK;
    }
    previous = row;
  }
  return best;
}
