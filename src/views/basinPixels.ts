import { areaColours, noLimitColours, PLAIN, shade } from './basinColours.ts';
import type { PlaneBasins, PlaneBox } from './types.ts';

/** Shades of each colour. */
const SHADES = 64;
/** Grid points from one line of the hatching to the next, and the width of a line. */
const HATCH = 8;
const LINE = 2;
/** Runs longer than this share of all have the darkest shade. */
const LONGEST = 0.995;

/**
 * The picture of a map, a pixel for each grid point, the top row (the greatest y) first: the colour of the limit,
 * darker the longer the run took; hatched where there is no limit.
 * @returns RGBA bytes, 4·nx·ny
 */
export function basinPixels(basins: PlaneBasins): Uint8ClampedArray<ArrayBuffer> {
  const { xs, ys, labels, iterations, limits } = basins;
  const [nx, ny] = [xs.length, ys.length];
  const slowness = slownessOf(labels, iterations);
  const table = shadeTable();
  const bytes = new Uint8ClampedArray(4 * nx * ny);
  const pixels = new Uint32Array(bytes.buffer);
  const [light, dark] = noLimitColours.map(packed) as [number, number];
  const rows = limits.map(({ slot }) => (slot % areaColours.length) * SHADES);
  for (let j = 0; j < ny; j++) {
    const to = (ny - 1 - j) * nx;
    for (let i = 0; i < nx; i++) {
      const at = j * nx + i;
      const label = labels[at] as number;
      if (label < 0) pixels[to + i] = (i + j) % HATCH < LINE ? dark : light;
      else pixels[to + i] = table[(rows[label] as number) + slowness(iterations[at] as number)] as number;
    }
  }
  return bytes;
}

/** The box that the pixels fill: half a grid step more than the grid on each side. */
export function pixelBox({ xs, ys }: Pick<PlaneBasins, 'xs' | 'ys'>): PlaneBox {
  return [xs, ys].map((line) => {
    const [low, high] = [line[0] as number, line[line.length - 1] as number];
    const half = (high - low) / (line.length - 1) / 2;
    return [low - half, high + half] as const;
  });
}

/** The label and the iterations at the grid point nearest to a point of the plane; null outside of the map. */
export function basinAt(
  { xs, ys, labels, iterations }: PlaneBasins,
  [s, t]: readonly [number, number],
): { readonly label: number; readonly iterations: number } | null {
  const column = placeOf(xs, s);
  const row = placeOf(ys, t);
  if (column === null || row === null) return null;
  const at = row * xs.length + column;
  return { label: labels[at] as number, iterations: iterations[at] as number };
}

function placeOf(line: Float64Array, value: number): number | null {
  const last = line.length - 1;
  const [low, high] = [line[0] as number, line[last] as number];
  const place = Math.round(((value - low) / (high - low)) * last);
  return place >= 0 && place <= last ? place : null;
}

/** From iterations to the place of a shade: the median has the colour itself, and both ways the scale is logarithmic. */
function slownessOf(labels: Float64Array, iterations: Float64Array): (count: number) => number {
  const kept = iterations.filter((_, k) => (labels[k] as number) >= 0).sort();
  const at = (share: number) => Math.log1p(kept[Math.ceil(share * (kept.length - 1))] ?? 0);
  const [low, middle, high] = [at(0), at(0.5), at(LONGEST)];
  const slowness = (size: number) => {
    if (size > middle) return PLAIN + ((1 - PLAIN) * (size - middle)) / (high - middle);
    return middle > low ? (PLAIN * (size - low)) / (middle - low) : PLAIN;
  };
  return (count) => Math.round(Math.min(1, slowness(Math.log1p(count))) * (SHADES - 1));
}

function shadeTable(): Uint32Array {
  return Uint32Array.from({ length: areaColours.length * SHADES }, (_, k) =>
    packed(shade(Math.floor(k / SHADES), (k % SHADES) / (SHADES - 1))),
  );
}

/** RGBA as one number in the byte order of every machine that browsers run on. */
function packed([r, g, b]: readonly [number, number, number]): number {
  return ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
}
