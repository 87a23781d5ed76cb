import type { SublevelForest } from '../../../core/topology/SublevelForest.ts';
import type { SublevelGrid } from '../../../views/sublevelAreas.ts';
import type { ContourStyle, Field } from '../../../views/types.ts';

/** A picture is drawn from no more points along each side: two or three pixels lie between them. */
const MOST = 201;

type ScaleKind = ContourStyle['scale'];

const fields = new WeakMap<SublevelForest, Partial<Record<ScaleKind, Field>>>();

/**
 * The values of a grid as the views take them, every few of them where the grid is finer than a picture: of two
 * variables the plane; of one the graph, whose rows are all the same and whose vertical axis is f; of three all values
 * in one row, for their colour scale. The same object for the same grid.
 * @param kind  of the colour scale. A linear one has the limits of the graph, which leave room beyond the values, so
 *   that a level stands at one height in the graph, on the bar and in the tree; a logarithmic one begins at the least value
 */
export function sampledField(forest: SublevelForest, kind: ScaleKind): Field {
  const known = fields.get(forest) ?? {};
  fields.set(forest, known);
  known[kind] ??= make(forest, kind);
  return known[kind];
}

const grids = new WeakMap<SublevelForest, SublevelGrid>();

/** The points of a planar grid from which Ω_u is drawn, those of the contour; the same object for the same grid. */
export function drawnGrid(forest: SublevelForest): SublevelGrid {
  const known = grids.get(forest);
  if (known) return known;
  const [xs = new Float64Array(1), ys = xs] = forest.axes;
  const [columns, rows] = [places(xs.length), places(ys.length)];
  const vertices = rows.flatMap((j) => columns.map((i) => j * xs.length + i));
  const made = {
    columns: columns.length,
    values: Float64Array.from(vertices, (v) => forest.values[v] as number),
    labels: Int32Array.from(vertices, (v) => forest.labels[v] as number),
  };
  grids.set(forest, made);
  return made;
}

function make({ axes, values }: SublevelForest, kind: ScaleKind): Field {
  const [xs = new Float64Array(0), ys] = axes;
  const range = finiteRange(values);
  if (axes.length === 2 && ys) return { ...thinned(xs, ys, values), ...range };
  if (axes.length === 3) return { xs: Float64Array.of(0), ys: Float64Array.of(0), z: values, ...range };
  const room = 0.06 * (range.max - range.min) || Math.max(1, Math.abs(range.max)) * 0.5;
  const limits = { min: range.min - room, max: range.max + room };
  const rows = Float64Array.of(limits.min, limits.max);
  const isPadded = kind === 'linear' && range.min < range.max;
  return { ...thinned(xs, rows, Float64Array.from([...values, ...values])), ...(isPadded ? limits : range) };
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
