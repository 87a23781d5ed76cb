import type { Rgb } from './colourScales.ts';
import { colourAt } from './colourScales.ts';
import type { LevelScale } from './levels.ts';
import { MeshBuilder, type SpaceMesh } from './spaceMesh.ts';
import type { SublevelGrid } from './sublevelAreas.ts';
import type { ContourStyle } from './types.ts';

/** How much of the colour scale is left above u, and what the rest is mixed with. */
const FADED = 0.5;
const PALE: Rgb = [225, 228, 231];

/** Each triangle is lit as a plane. */
const NO_NORMALS = new Float64Array(9).fill(Number.NaN);

/** How a surface is coloured. */
export interface SurfaceColours {
  readonly level: number;
  /** For each region of the grid its component; −1 for none. */
  readonly components: ArrayLike<number>;
  readonly colourOf: (component: number) => Rgb;
  readonly colours: ContourStyle['colours'];
}

/**
 * The graph of a function of two variables on the height of its colour scale: each component of Ω_u in its colour, the
 * rest pale. Cells that are not finite, or beyond the ends of the scale, are holes.
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
  const places = (count: number) => {
    const kept = Math.min(count, most);
    return Array.from({ length: kept }, (_, k) => Math.round((k * (count - 1)) / Math.max(1, kept - 1)));
  };
  const [is, js] = [places(columns), places(rows)];
  const corner = (i: number, j: number): [number, number, number] => {
    const unit = scale.toUnit(values[j * columns + i] as number);
    const height = unit >= -0.001 && unit <= 1.001 ? unit - 0.5 : Number.NaN;
    return [(i / (columns - 1) - 0.5) * extent[0], (j / (rows - 1) - 0.5) * extent[1], height * extent[2]];
  };
  const builder = new MeshBuilder();
  for (let b = 0; b + 1 < js.length; b++) {
    for (let a = 0; a + 1 < is.length; a++) {
      const [i, k] = [is[a], is[a + 1]] as [number, number];
      const [j, l] = [js[b], js[b + 1]] as [number, number];
      const [p, q, r, s] = [corner(i, j), corner(k, j), corner(k, l), corner(i, l)];
      const vertices = [j * columns + i, j * columns + k, l * columns + k, l * columns + i] as const;
      pushFace([p, q, r], [vertices[0], vertices[1], vertices[2]]);
      pushFace([p, r, s], [vertices[0], vertices[2], vertices[3]]);
    }
  }
  return builder.mesh();

  function pushFace(triangle: readonly [number, number, number][], vertices: readonly number[]): void {
    if (triangle.some(([, , z]) => Number.isNaN(z))) return;
    const mean = vertices.reduce((sum, v) => sum + (values[v] as number), 0) / 3;
    const inside = vertices.find((v) => (values[v] as number) <= level);
    const component = mean <= level && inside !== undefined ? (components[labels[inside] as number] as number) : -1;
    const pale = colourAt(colours, Math.min(1, Math.max(0, scale.toUnit(mean)))).map((value, k) =>
      Math.round(FADED * value + (1 - FADED) * (PALE[k] as number)),
    ) as unknown as Rgb;
    builder.push(triangle.flat(), NO_NORMALS, component >= 0 ? colourOf(component) : pale);
  }
}
