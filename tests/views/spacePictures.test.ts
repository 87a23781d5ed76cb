import { describe, expect, test } from 'vitest';
import { drain } from '../../src/core/task.ts';
import { gridForest } from '../../src/core/topology/gridForest.ts';
import { isosurfaceMesh } from '../../src/views/isosurfaceMesh.ts';
import { levelScale } from '../../src/views/levels.ts';
import { outlineParts } from '../../src/views/outlineParts.ts';
import { paintSpace } from '../../src/views/paintSpace.ts';
import { emptyRaster } from '../../src/views/rasterise.ts';
import { graphRuns } from '../../src/views/SublevelGraph.tsx';
import { MeshBuilder, type SpaceMesh } from '../../src/views/spaceMesh.ts';
import { spaceProjection } from '../../src/views/spaceProjection.ts';
import { sublevelSurfaceMesh } from '../../src/views/sublevelSurfaceMesh.ts';

const front = spaceProjection(
  { eye: { x: 0, y: -3, z: 0 }, center: { x: 0, y: 0, z: 0 }, up: { x: 0, y: 0, z: 1 } },
  60,
  60,
);

/** An upright square that faces the eye. */
function square(at: { x: number; y: number }, half: number, colour: readonly [number, number, number], part: number) {
  const builder = new MeshBuilder();
  const corner = (x: number, z: number) => [at.x + x * half, at.y, z * half];
  const [a, b, c, d] = [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)] as [
    number[],
    number[],
    number[],
    number[],
  ];
  for (const triangle of [
    [a, b, c],
    [a, c, d],
  ]) {
    builder.push(triangle.flat(), new Float64Array(9).fill(Number.NaN), colour, part);
  }
  return builder.mesh();
}

const pixelOf = ({ pixels, width }: { pixels: Uint8ClampedArray; width: number }, x: number, y: number) => [
  ...pixels.slice(4 * (y * width + x), 4 * (y * width + x) + 4),
];

const area = (mesh: SpaceMesh, isWanted: (part: number) => boolean, axes: readonly [number, number]): number => {
  let sum = 0;
  for (const [t, part] of mesh.parts.entries()) {
    if (!isWanted(part)) continue;
    const at = (corner: number, axis: number) => mesh.corners[9 * t + 3 * corner + (axes[axis] as number)] as number;
    const [ux, uy, vx, vy] = [at(1, 0) - at(0, 0), at(1, 1) - at(0, 1), at(2, 0) - at(0, 0), at(2, 1) - at(0, 1)];
    sum += Math.abs(ux * vy - vx * uy) / 2;
  }
  return sum;
};

describe('the outline of a part', () => {
  test('runs along its border, on a casing, and leaves its middle and other parts alone', () => {
    const raster = emptyRaster(30, 30);
    for (let y = 10; y < 20; y++) {
      for (let x = 10; x < 20; x++) {
        const at = 30 * y + x;
        raster.parts[at] = x < 15 ? 1 : 2;
        raster.pixels.set([0, 0, 200, 255], 4 * at);
      }
    }
    outlineParts(raster, (part) => part === 1, [
      { colour: [255, 255, 255], width: 5 },
      { colour: [160, 24, 24], width: 2 },
    ]);
    const blue = [0, 0, 200, 255];
    expect(pixelOf(raster, 10, 12)).toEqual([160, 24, 24, 255]);
    expect(pixelOf(raster, 9, 12)).toEqual([160, 24, 24, 255]);
    expect(pixelOf(raster, 14, 12)).toEqual([160, 24, 24, 255]);
    expect(pixelOf(raster, 8, 14)).toEqual([255, 255, 255, 255]);
    expect(pixelOf(raster, 18, 14)).toEqual(blue);
    expect(pixelOf(raster, 19, 19)).toEqual(blue);
    expect(pixelOf(raster, 25, 14)).toEqual([0, 0, 0, 0]);
  });
});

test('what is lit stands before all others, and those are pale', () => {
  const mesh = square({ x: 0, y: -0.5 }, 0.7, [0, 200, 0], 0);
  const lit = square({ x: 0, y: 0.5 }, 0.3, [200, 0, 0], 1);
  const plain = paintSpace({ mesh, outlined: new Set(), lit: null }, front, 60, 60);
  const both = paintSpace({ mesh, outlined: new Set(), lit }, front, 60, 60);
  expect(pixelOf(plain, 30, 30)[1]).toBeGreaterThan(100);
  const [red, green, , alpha] = pixelOf(both, 30, 30) as [number, number, number, number];
  expect([red > 100, green < 5, alpha]).toEqual([true, true, 255]);
  const [aside, asideThen] = [pixelOf(both, 16, 16), pixelOf(plain, 16, 16)];
  expect(asideThen[3]).toBe(255);
  expect(aside[3]).toBeLessThan(130);
});

test('of two variables Ω_u ends exactly where f = u, between the grid’s points too, and is dashed along the box', () => {
  const side = 11;
  const values = Float64Array.from({ length: side * side }, (_, v) => (v % side) / (side - 1));
  const { labels } = drain(gridForest(values, [side, side]));
  const field = { xs: new Float64Array(side), ys: new Float64Array(side), z: values, min: 0, max: 1 };
  const scale = levelScale(field, { colours: 'viridis', levels: 10, scale: 'linear' });
  const mesh = (colours: 'viridis' | null) =>
    sublevelSurfaceMesh(
      { columns: side, values, labels },
      scale,
      { level: 0.337, components: [0], colourOf: () => [1, 2, 3], colours },
      [1, 1, 1],
      side,
    );
  const whole = mesh('viridis');
  expect(area(whole, (part) => part === 0, [0, 1])).toBeCloseTo(0.337, 6);
  expect(area(whole, (part) => part === -1, [0, 1])).toBeCloseTo(0.663, 6);
  expect(area(mesh(null), () => true, [0, 1])).toBeCloseTo(0.337, 6);
  const colours = new Map<string, boolean>();
  for (const [t, part] of whole.parts.entries()) {
    if (part !== 0) continue;
    const colour = [...whole.colours.slice(3 * t, 3 * t + 3)].join();
    const ys = [1, 4, 7].map((k) => Math.abs(whole.corners[9 * t + k] as number));
    const xs = [0, 3, 6].map((k) => whole.corners[9 * t + k] as number);
    const isAtBox = Math.max(...ys) > 0.4 || Math.min(...xs) < -0.4;
    colours.set(colour, (colours.get(colour) ?? true) && isAtBox);
  }
  expect(Object.fromEntries(colours)).toEqual({ '1,2,3': false, '27,32,38': true });
});

test('of three variables the triangles on a side of the box are cuts of their component, and no others', () => {
  const values = Float64Array.from({ length: 27 }, (_, v) => v % 3);
  const { labels } = drain(gridForest(values, [3, 3, 3]));
  const mesh = isosurfaceMesh({ sides: [3, 3, 3], values, labels }, 0.5, [7, 7], () => [9, 9, 9], [1, 1, 1], 1);
  expect(new Set(mesh.parts)).toEqual(new Set([7]));
  const isOnSide = (t: number) =>
    [0, 1, 2].some((axis) => {
      const at = [0, 1, 2].map((corner) => mesh.corners[9 * t + 3 * corner + axis] as number);
      return at.every((x) => x === -0.5) || at.every((x) => x === 0.5);
    });
  const hasArea = (t: number) => {
    const at = [0, 1, 2].map((corner) => [...mesh.corners.slice(9 * t + 3 * corner, 9 * t + 3 * corner + 3)].join());
    return new Set(at).size === 3;
  };
  const seen = [...mesh.cuts.keys()].filter(hasArea);
  expect(seen.filter((t) => mesh.cuts[t] === 1).length).toBeGreaterThan(10);
  expect(seen.filter((t) => mesh.cuts[t] === 0).length).toBeGreaterThan(4);
  for (const t of seen) expect(mesh.cuts[t] === 1).toBe(isOnSide(t));
});

test('components of one variable that no grid point parts are parted between two of them', () => {
  const xs = Float64Array.of(0, 1, 2, 3, 4, 5);
  // The saddle between the third and the fourth point is higher than both.
  const values = Float64Array.of(9, 1, 4, 4, 0, 9);
  const labels = Int32Array.of(0, 0, 0, 1, 1, 1);
  const runs = graphRuns({ xs, values, labels }, { level: 5, components: [1, 0] });
  expect(runs.map(({ component }) => component)).toEqual([1, 0]);
  expect(runs[0]?.points).toEqual([0.5, 5, 1, 1, 2, 4, 2.5, 5]);
  expect(runs[1]?.points.slice(0, 2)).toEqual([2.5, 5]);
});
