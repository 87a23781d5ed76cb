import type { GridEnds } from './sweepGrid.ts';

/**
 * The ends on a finer grid, each taken from the nearest point of a coarse one: a first picture, into which the rows
 * can be put as they come.
 * @param xs  ascending, of the finer grid; kept
 * @param ys  the same
 */
export function refinedEnds(coarse: GridEnds, xs: Float64Array, ys: Float64Array): GridEnds {
  const { repeats, isNoisy } = coarse;
  const runs = xs.length * ys.length * repeats;
  const ends = new Float64Array(2 * runs);
  const settled = new Float64Array(runs);
  const iterations = new Float64Array(runs);
  const columns = Array.from(xs, (x) => nearestPlace(coarse.xs, x));
  let to = 0;
  for (const y of ys) {
    const row = nearestPlace(coarse.ys, y) * coarse.xs.length;
    for (const column of columns) {
      const from = (row + column) * repeats;
      ends.set(coarse.ends.subarray(2 * from, 2 * (from + repeats)), 2 * to);
      settled.set(coarse.settled.subarray(from, from + repeats), to);
      iterations.set(coarse.iterations.subarray(from, from + repeats), to);
      to += repeats;
    }
  }
  return { xs, ys, isNoisy, repeats, ends, settled, iterations };
}

/**
 * The places, row by row, of the points that stand for all runs behind a picture, each run once: every point of the rows
 * that were swept, and of the coarse runs that the other rows show the first point of each.
 * @param coarse  the lines of the coarse grid, as in `refinedEnds`
 * @param xs  of the finer grid
 * @param ys  the same
 * @param isSwept  whether `putRows` has put the row of this place
 */
export function distinctRuns(
  coarse: Pick<GridEnds, 'xs' | 'ys'>,
  xs: Float64Array,
  ys: Float64Array,
  isSwept: (row: number) => boolean,
): Float64Array {
  const firsts = [...xs.keys()].filter((i) => {
    return i === 0 || nearestPlace(coarse.xs, xs[i] as number) !== nearestPlace(coarse.xs, xs[i - 1] as number);
  });
  const places: number[] = [];
  let shown = -1;
  for (const [row, y] of ys.entries()) {
    const at = row * xs.length;
    if (isSwept(row)) {
      for (let i = 0; i < xs.length; i++) places.push(at + i);
      continue;
    }
    const coarseRow = nearestPlace(coarse.ys, y);
    if (coarseRow === shown) continue;
    shown = coarseRow;
    for (const i of firsts) places.push(at + i);
  }
  return Float64Array.from(places);
}

/** The place of the nearest of evenly spaced numbers, two at least. */
function nearestPlace(line: Float64Array, value: number): number {
  const last = line.length - 1;
  const [low, high] = [line[0] as number, line[last] as number];
  return Math.round(Math.min(1, Math.max(0, (value - low) / (high - low))) * last);
}

/**
 * Puts the ends of some consecutive rows in their place among those of the whole grid, which are overwritten.
 * @param first  the row of `whole` that is the first of `rows`
 * @throws RangeError where the two grids have other columns or repeats, or the rows do not fit
 */
export function putRows(whole: GridEnds, rows: GridEnds, first: number): void {
  const fits = first >= 0 && first + rows.ys.length <= whole.ys.length;
  if (rows.xs.length !== whole.xs.length || rows.repeats !== whole.repeats || !fits) {
    throw new RangeError(`${rows.ys.length} rows of ${rows.xs.length} points at row ${first} of ${whole.ys.length}`);
  }
  const at = first * whole.xs.length * whole.repeats;
  whole.ends.set(rows.ends, 2 * at);
  whole.settled.set(rows.settled, at);
  whole.iterations.set(rows.iterations, at);
}
