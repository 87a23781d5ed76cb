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
}

/** An empty picture. */
export function emptyRaster(width: number, height: number): Raster {
  return {
    width,
    height,
    pixels: new Uint8ClampedArray(4 * width * height),
    nearness: new Float32Array(width * height),
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

function fillTriangle({ width, height, pixels, nearness }: Raster, mesh: SpaceMesh, t: number, c: Float64Array): void {
  const [x0, y0, n0, x1, y1, n1, x2, y2, n2] = c as unknown as [
    ...[number, number, number],
    ...[number, number, number],
    ...[number, number, number],
  ];
  const area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  if (!(Math.abs(area) > 1e-9)) return;
  const left = Math.max(0, Math.ceil(Math.min(x0, x1, x2) - 0.5));
  const right = Math.min(width - 1, Math.floor(Math.max(x0, x1, x2) - 0.5));
  const top = Math.max(0, Math.ceil(Math.min(y0, y1, y2) - 0.5));
  const bottom = Math.min(height - 1, Math.floor(Math.max(y0, y1, y2) - 0.5));
  const [red, green, blue] = [mesh.colours[3 * t], mesh.colours[3 * t + 1], mesh.colours[3 * t + 2]] as number[];
  const [l0, l1, l2] = [mesh.light[3 * t], mesh.light[3 * t + 1], mesh.light[3 * t + 2]] as [number, number, number];
  for (let py = top; py <= bottom; py++) {
    const y = py + 0.5;
    for (let px = left; px <= right; px++) {
      const x = px + 0.5;
      const b = ((x - x0) * (y2 - y0) - (x2 - x0) * (y - y0)) / area;
      const e = ((x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)) / area;
      const a = 1 - b - e;
      if (a < -1e-6 || b < -1e-6 || e < -1e-6) continue;
      const near = a * n0 + b * n1 + e * n2;
      const pixel = py * width + px;
      if (near <= (nearness[pixel] as number)) continue;
      nearness[pixel] = near;
      const light = a * l0 + b * l1 + e * l2;
      pixels[4 * pixel] = (red as number) * light;
      pixels[4 * pixel + 1] = (green as number) * light;
      pixels[4 * pixel + 2] = (blue as number) * light;
      pixels[4 * pixel + 3] = 255;
    }
  }
}
