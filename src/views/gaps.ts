import type { Field } from './types.ts';

/**
 * Outline of the part of the field that is not finite, as an SVG path in pixels of a picture of `width` by `height`
 * that shows the whole field, first row at the bottom. Grid points are the corners of the cells; the border runs
 * halfway between a finite and a non-finite neighbour, so that slanted borders stay slanted.
 * @returns the empty string if everything is finite
 */
export function gapPath(field: Field, width: number, height: number): string {
  const nx = field.xs.length;
  const ny = field.ys.length;
  const dx = width / (nx - 1);
  const dy = height / (ny - 1);
  const isGap = (i: number, j: number) => !Number.isFinite(field.z[j * nx + i] as number);
  const parts: string[] = [];
  for (let j = 0; j < ny - 1; j += 1) {
    let fullFrom = -1;
    for (let i = 0; i < nx - 1; i += 1) {
      const corners = corner(isGap(i, j), 1) | corner(isGap(i + 1, j), 2);
      const code = corners | corner(isGap(i + 1, j + 1), 4) | corner(isGap(i, j + 1), 8);
      if (code === 15 && fullFrom < 0) fullFrom = i;
      if (code !== 15 && fullFrom >= 0) {
        parts.push(rectangle(fullFrom, i, j, dx, dy, height));
        fullFrom = -1;
      }
      if (code !== 0 && code !== 15) parts.push(cellPolygon(code, i, j, dx, dy, height));
    }
    if (fullFrom >= 0) parts.push(rectangle(fullFrom, nx - 1, j, dx, dy, height));
  }
  return parts.join('');
}

const corner = (gap: boolean, bit: number): number => (gap ? bit : 0);

const px = (value: number): number => Math.round(value * 10) / 10;

function rectangle(from: number, to: number, j: number, dx: number, dy: number, height: number): string {
  const top = px(height - (j + 1) * dy);
  return `M${px(from * dx)} ${top}H${px(to * dx)}V${px(height - j * dy)}H${px(from * dx)}Z`;
}

/** Corners and edge midpoints of the unit cell, counter-clockwise from (0, 0); even entries are corners. */
const ring: readonly (readonly [number, number])[] = [
  [0, 0],
  [0.5, 0],
  [1, 0],
  [1, 0.5],
  [1, 1],
  [0.5, 1],
  [0, 1],
  [0, 0.5],
];

/** The part of a cell that belongs to its non-finite corners: them and the midpoints of the edges that they end. */
function cellPolygon(code: number, i: number, j: number, dx: number, dy: number, height: number): string {
  const isGap = (k: number) => (code & (1 << ((k + 4) % 4))) !== 0;
  const vertices = ring.filter((_, place) => {
    const k = place >> 1;
    return place % 2 === 0 ? isGap(k) : isGap(k) !== isGap((k + 1) % 4);
  });
  const text = vertices.map(([u, v]) => `${px((i + u) * dx)} ${px(height - (j + v) * dy)}`);
  return `M${text.join('L')}Z`;
}

/**
 * A copy of `values` (row-major, `nx` columns) in which each non-finite entry takes the mean of its finite neighbours,
 * ring by ring from the border of the gap inwards; unchanged if nothing is finite. The hatching covers these cells:
 * the copy only keeps contour lines from ending at odd places.
 */
export function withoutGaps(values: Float64Array, nx: number): Float64Array {
  const filled = values.slice();
  let ringCells: number[] = [];
  for (let k = 0; k < filled.length; k += 1) {
    if (!Number.isFinite(filled[k] as number) && neighbourMean(filled, nx, k) !== null) ringCells.push(k);
  }
  while (ringCells.length > 0) {
    const means = ringCells.map((k) => neighbourMean(filled, nx, k) ?? Number.NaN);
    ringCells.forEach((k, place) => {
      filled[k] = means[place] as number;
    });
    ringCells = nextRing(filled, nx, ringCells);
  }
  return filled;
}

/** Indices of the four neighbours on the grid. */
function neighbours(length: number, nx: number, k: number): number[] {
  const column = k % nx;
  const list: number[] = [];
  if (column > 0) list.push(k - 1);
  if (column < nx - 1) list.push(k + 1);
  if (k >= nx) list.push(k - nx);
  if (k + nx < length) list.push(k + nx);
  return list;
}

function neighbourMean(values: Float64Array, nx: number, k: number): number | null {
  let sum = 0;
  let count = 0;
  for (const neighbour of neighbours(values.length, nx, k)) {
    const value = values[neighbour] as number;
    if (Number.isFinite(value)) {
      sum += value;
      count += 1;
    }
  }
  return count > 0 ? sum / count : null;
}

function nextRing(values: Float64Array, nx: number, cells: readonly number[]): number[] {
  const next = new Set<number>();
  for (const k of cells) {
    for (const neighbour of neighbours(values.length, nx, k)) {
      if (!Number.isFinite(values[neighbour] as number)) next.add(neighbour);
    }
  }
  return [...next];
}
