import type { SpaceMesh } from './spaceMesh.ts';
import type { Projection } from './spaceProjection.ts';

/** A picture and the distance of what is seen in each pixel. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** Bytes red, green, blue, alpha of each pixel, as `ImageData` has them. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  /** Reciprocal of the distance; 0 where there is nothing. */
  readonly nearness: Float32Array;
  /** The part of the mesh that is seen in each pixel; −1 for none. */
  readonly parts: Int32Array;
}

/** Where the box cuts a part the cut is dotted: pixels from dot to dot, their width, and how dark they are. */
const DOT_STEP = 7;
const DOT_WIDTH = 2;
const DOT_SHADE = 0.35;

/** An empty picture. */
export function emptyRaster(width: number, height: number): Raster {
  return {
    width,
    height,
    pixels: new Uint8ClampedArray(4 * width * height),
    nearness: new Float32Array(width * height),
    parts: new Int32Array(width * height).fill(-1),
  };
}

/**
 * Draws triangles into a picture, the nearest in front, their light from corner to corner. Without WebGL: a few ten
 * thousand triangles take some milliseconds, on any machine, and there is no context to be lost.
 */
export function rasterise(raster: Raster, mesh: SpaceMesh, project: Projection): void {
  const count = mesh.colours.length / 3;
  const at = new Float64Array(3);
  const corner = new Float64Array(9);
  for (let t = 0; t < count; t++) {
    for (let k = 0; k < 3; k++) {
      const from = 9 * t + 3 * k;
      const { corners } = mesh;
      project(corners[from] as number, corners[from + 1] as number, corners[from + 2] as number, at);
      corner[3 * k] = at[0] as number;
      corner[3 * k + 1] = at[1] as number;
      corner[3 * k + 2] = 1 / (at[2] as number);
    }
    fillTriangle(raster, mesh, t, corner);
  }
}

/** Pixel x, pixel y and nearness of three corners. */
type Corners = Float64Array;

function fillTriangle(
  { width, height, pixels, nearness, parts }: Raster,
  mesh: SpaceMesh,
  t: number,
  c: Corners,
): void {
  // Read one by one: taking a list apart costs as much as filling a small triangle.
  const x0 = c[0] as number;
  const y0 = c[1] as number;
  const [ux, uy] = [(c[3] as number) - x0, (c[4] as number) - y0];
  const [vx, vy] = [(c[6] as number) - x0, (c[7] as number) - y0];
  const area = ux * vy - vx * uy;
  if (!(Math.abs(area) > 1e-9)) return;
  const inverse = 1 / area;
  const left = Math.max(0, Math.ceil(x0 + Math.min(0, ux, vx) - 0.5));
  const right = Math.min(width - 1, Math.floor(x0 + Math.max(0, ux, vx) - 0.5));
  const top = Math.max(0, Math.ceil(y0 + Math.min(0, uy, vy) - 0.5));
  const bottom = Math.min(height - 1, Math.floor(y0 + Math.max(0, uy, vy) - 0.5));
  const red = mesh.colours[3 * t] as number;
  const green = mesh.colours[3 * t + 1] as number;
  const blue = mesh.colours[3 * t + 2] as number;
  const n0 = c[2] as number;
  const [nu, nv] = [(c[5] as number) - n0, (c[8] as number) - n0];
  const l0 = mesh.light[3 * t] as number;
  const [lu, lv] = [(mesh.light[3 * t + 1] as number) - l0, (mesh.light[3 * t + 2] as number) - l0];
  const part = mesh.parts[t] as number;
  const isCut = mesh.cuts[t] === 1;
  for (let py = top; py <= bottom; py++) {
    const y = py + 0.5 - y0;
    for (let px = left; px <= right; px++) {
      const x = px + 0.5 - x0;
      const u = (x * vy - vx * y) * inverse;
      const v = (ux * y - x * uy) * inverse;
      if (u < -1e-6 || v < -1e-6 || u + v > 1 + 1e-6) continue;
      const near = n0 + u * nu + v * nv;
      const pixel = py * width + px;
      if (near <= (nearness[pixel] as number)) continue;
      nearness[pixel] = near;
      parts[pixel] = part;
      const isDot = isCut && px % DOT_STEP < DOT_WIDTH && py % DOT_STEP < DOT_WIDTH;
      const light = (l0 + u * lu + v * lv) * (isDot ? DOT_SHADE : 1);
      pixels[4 * pixel] = red * light;
      pixels[4 * pixel + 1] = green * light;
      pixels[4 * pixel + 2] = blue * light;
      pixels[4 * pixel + 3] = 255;
    }
  }
}
