import type { Rgb } from './colourScales.ts';
import { colourAt } from './colourScales.ts';
import type { LevelScale } from './levels.ts';
import { MeshBuilder, type SpaceMesh } from './spaceMesh.ts';
import type { SublevelGrid } from './sublevelAreas.ts';
import type { ContourStyle } from './types.ts';

/** How much of the colour scale is left above u, and what the rest is mixed with. */
const FADED = 0.5;
const PALE: Rgb = [225, 228, 231];
/** Along a side of the box Ω_u is dashed: so many dashes and gaps on a whole side, and their colour. */
const DASHES = 80;
const DASH: Rgb = [0x1b, 0x20, 0x26];

/** Each triangle is lit as a plane. */
const NO_NORMALS = new Float64Array(9).fill(Number.NaN);

/** How a surface is coloured. */
export interface SurfaceColours {
  readonly level: number;
  /** For each region of the grid its component; −1 for none. */
  readonly components: ArrayLike<number>;
  readonly colourOf: (component: number) => Rgb;
  /** Of what is in no component; null leaves that out. */
  readonly colours: ContourStyle['colours'] | null;
}

/** A corner of a triangle: its place in the box, f there, and its region of the grid. */
interface Corner {
  readonly at: readonly [number, number, number];
  readonly value: number;
  readonly region: number;
}

/**
 * The graph of a function of two variables on the height of its colour scale: each component of Ω_u a part in its
 * colour, dashed along the sides of the box, the rest pale. Triangles are divided where f = u. Cells that are not
 * finite, or beyond the ends of the scale, are holes.
 * @param extent  lengths of the box that it fills, centred at the origin
 * @param most  corners along each side at most
 */
export function sublevelSurfaceMesh(
  { columns, values, labels }: SublevelGrid,
  scale: LevelScale,
  { level, components, colourOf, colours }: SurfaceColours,
  extent: readonly [number, number, number],
  most: number,
): SpaceMesh {
  const rows = values.length / columns;
  const [is, js] = [places(columns, most), places(rows, most)];
  const corners = js.map((j) =>
    is.map((i): Corner => {
      const vertex = j * columns + i;
      const value = values[vertex] as number;
      const unit = scale.toUnit(value);
      const height = unit >= -0.001 && unit <= 1.001 ? unit - 0.5 : Number.NaN;
      const [x, y] = [i / (columns - 1) - 0.5, j / (rows - 1) - 0.5];
      return { at: [x * extent[0], y * extent[1], height * extent[2]], value, region: labels[vertex] as number };
    }),
  );
  const builder = new MeshBuilder();
  const triangle = new Float64Array(9);
  for (let b = 0; b + 1 < js.length; b++) {
    for (let a = 0; a + 1 < is.length; a++) {
      const corner = (row: number, column: number) => (corners[row] as Corner[])[column] as Corner;
      const [p, q, r, s] = [corner(b, a), corner(b, a + 1), corner(b + 1, a + 1), corner(b + 1, a)];
      const isDash =
        ((a === 0 || a + 2 === is.length) && isDashAt((js[b] as number) / (rows - 1))) ||
        ((b === 0 || b + 2 === js.length) && isDashAt((is[a] as number) / (columns - 1)));
      pushFace([p, q, r], isDash);
      pushFace([p, r, s], isDash);
    }
  }
  return builder.mesh();

  function pushFace(face: readonly Corner[], isDash: boolean): void {
    if (face.some(({ at }) => Number.isNaN(at[2]))) return;
    const inside = face.find(({ value }) => value <= level);
    const component = inside === undefined ? -1 : (components[inside.region] as number);
    if (component < 0) {
      pushPale(face);
      return;
    }
    pushFan(clipped(face, level, 1), isDash ? DASH : colourOf(component), component);
    if (colours) pushPale(clipped(face, level, -1));
  }

  function pushPale(polygon: readonly Corner[]): void {
    if (!colours || polygon.length < 3) return;
    const mean = polygon.reduce((sum, { value }) => sum + value, 0) / polygon.length;
    const pale = colourAt(colours, Math.min(1, Math.max(0, scale.toUnit(mean)))).map((value, k) =>
      Math.round(FADED * value + (1 - FADED) * (PALE[k] as number)),
    ) as unknown as Rgb;
    pushFan(polygon, pale, -1);
  }

  function pushFan(polygon: readonly Corner[], colour: Rgb, part: number): void {
    for (let k = 2; k < polygon.length; k++) {
      for (const [n, { at }] of ([polygon[0], polygon[k - 1], polygon[k]] as Corner[]).entries()) {
        for (let axis = 0; axis < 3; axis++) triangle[3 * n + axis] = at[axis] as number;
      }
      builder.push(triangle, NO_NORMALS, colour, part);
    }
  }
}

const isDashAt = (share: number): boolean => Math.floor(share * DASHES) % 2 === 0;

/** Positions from the first to the last, as evenly as whole numbers are. */
function places(count: number, most: number): number[] {
  const kept = Math.min(count, most);
  return Array.from({ length: kept }, (_, k) => Math.round((k * (count - 1)) / Math.max(1, kept - 1)));
}

/** What of a triangle lies below a level, for side 1, or above it, for −1; f is linear along its edges. */
function clipped(face: readonly Corner[], level: number, side: 1 | -1): readonly Corner[] {
  const isIn = ({ value }: Corner) => (side === 1 ? value <= level : value > level);
  if (face.every(isIn)) return face;
  return face.flatMap((corner, k): Corner[] => {
    const next = face[(k + 1) % face.length] as Corner;
    const kept = isIn(corner) ? [corner] : [];
    return isIn(corner) === isIn(next) ? kept : [...kept, crossing(corner, next, level)];
  });
}

function crossing(a: Corner, b: Corner, level: number): Corner {
  // The same from either side, so that triangles fit.
  const [low, high] = a.value <= b.value ? [a, b] : [b, a];
  const share = (level - low.value) / (high.value - low.value);
  const t = share >= 0 && share <= 1 ? share : 0;
  const [x, y, z] = low.at.map((from, k) => from + t * ((high.at[k] as number) - from)) as [number, number, number];
  return { at: [x, y, z], value: level, region: low.region };
}
