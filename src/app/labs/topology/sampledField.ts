import type { SublevelForest } from '../../../core/topology/SublevelForest.ts';
import type { Field } from '../../../views/types.ts';

/** A contour is drawn from no more points along each side; more of them would show the same. */
const MOST = 201;

const fields = new WeakMap<SublevelForest, Field>();

/**
 * The values of a grid as the views take them, every few of them where the grid is finer than a picture: of two
 * variables the plane; of one the graph, whose rows are all the same and whose vertical axis is f; of three all values
 * in one row, for their colour scale. The same object for the same grid.
 */
export function sampledField(forest: SublevelForest): Field {
  const known = fields.get(forest);
  if (known) return known;
  const made = make(forest);
  fields.set(forest, made);
  return made;
}

function make({ axes, values }: SublevelForest): Field {
  const [xs = new Float64Array(0), ys] = axes;
  const range = finiteRange(values);
  if (axes.length === 2 && ys) return { ...thinned(xs, ys, values), ...range };
  if (axes.length === 3) return { xs: Float64Array.of(0), ys: Float64Array.of(0), z: values, ...range };
  const room = 0.06 * (range.max - range.min) || Math.max(1, Math.abs(range.max)) * 0.5;
  const rows = Float64Array.of(range.min - room, range.max + room);
  return { ...thinned(xs, rows, Float64Array.from([...values, ...values])), ...range };
}

function thinned(xs: Float64Array, ys: Float64Array, values: Float64Array): Pick<Field, 'xs' | 'ys' | 'z'> {
  const columns = places(xs.length);
  const rows = places(ys.length);
  const z = new Float64Array(columns.length * rows.length);
  let at = 0;
  for (const j of rows) for (const i of columns) z[at++] = values[j * xs.length + i] as number;
  return {
    xs: Float64Array.from(columns, (i) => xs[i] as number),
    ys: Float64Array.from(rows, (j) => ys[j] as number),
    z,
  };
}

/** Positions from the first to the last, as evenly as whole numbers are. */
function places(count: number): number[] {
  const kept = Math.min(count, MOST);
  return Array.from({ length: kept }, (_, k) => Math.round((k * (count - 1)) / Math.max(1, kept - 1)));
}

function finiteRange(values: Float64Array): Pick<Field, 'min' | 'max'> {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return min <= max ? { min, max } : { min: Number.NaN, max: Number.NaN };
}
