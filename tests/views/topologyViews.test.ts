import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drain } from '../../src/core/task.ts';
import { gridForest } from '../../src/core/topology/gridForest.ts';
import { mergeTree } from '../../src/core/topology/mergeTree.ts';
import { barPlace, beyondScale, unitOfY, unitWithin, valueAtUnit, yOfUnit } from '../../src/views/barPlace.ts';
import { isosurfaceMesh } from '../../src/views/isosurfaceMesh.ts';
import { levelAfterKey } from '../../src/views/levelAfterKey.ts';
import { levelScale } from '../../src/views/levels.ts';
import { emptyRaster, rasterise } from '../../src/views/rasterise.ts';
import { MeshBuilder } from '../../src/views/spaceMesh.ts';
import { spaceProjection } from '../../src/views/spaceProjection.ts';
import { branchPlaces, lineBesideMarks, treeLayout } from '../../src/views/treeLayout.ts';

const field = (z: readonly number[]) => ({
  xs: Float64Array.from(z.keys()),
  ys: Float64Array.of(0),
  z: Float64Array.from(z),
  min: Math.min(...z),
  max: Math.max(...z),
});
const style = { colours: 'viridis', levels: 10 } as const;
const linear = levelScale(field(Array.from({ length: 101 }, (_, k) => k)), { ...style, scale: 'linear' });
const log = levelScale(field(Array.from({ length: 101 }, (_, k) => k * k)), { ...style, scale: 'log' });

describe('places on the colour bar', () => {
  test('pixels and positions are each other’s inverse', () => {
    const place = barPlace({ cutAbove: true, cutBelow: false }, 300, 1);
    expect([yOfUnit(place, 0), place.top > 0]).toEqual([300, true]);
    for (const unit of [0, 0.25, 1]) expect(unitOfY(place, yOfUnit(place, unit))).toBeCloseTo(unit, 12);
    expect([unitOfY(place, -50), unitOfY(place, 999)]).toEqual([1, 0]);
  });

  test('values beyond the scale stand at its ends', () => {
    expect(
      [-1e9, Number.NEGATIVE_INFINITY, 50, 1e9, Number.POSITIVE_INFINITY].map((f) => unitWithin(linear, f)),
    ).toEqual([0, 0, 0.5, 1, 1]);
  });

  test('it is told of a value that it is below or above the scale, but not within a pixel of its end', () => {
    const told = (scale: typeof log, value: number) => beyondScale(scale, value, 1 / 200);
    expect([-10, -1, 0, 50, 100, 101].map((value) => told(linear, value))).toEqual([-1, -1, 0, 0, 0, 1]);
    expect([-10, -1e-9, 0, 50, 1e9].map((value) => told(log, value))).toEqual([-1, 0, 0, 0, 1]);
  });

  test('a dragged value has no more digits than tell it from its neighbours', () => {
    for (const scale of [linear, log]) {
      for (let k = 1; k < 200; k++) {
        const value = valueAtUnit(scale, k / 200, 1 / 200);
        expect(Math.abs(scale.toUnit(value) - k / 200)).toBeLessThan(0.6 / 200);
        expect(String(value).length).toBeLessThan(9);
      }
    }
  });

  test('keys move the level, further with Shift, less with Alt, and to the ends', () => {
    const key = (name: string, more = {}) =>
      levelAfterKey({ key: name, shiftKey: false, altKey: false, ...more }, linear, 50);
    expect(key('ArrowUp')).toBeCloseTo(52, 6);
    expect(key('ArrowDown', { shiftKey: true })).toBeCloseTo(40, 6);
    expect(key('ArrowRight', { altKey: true })).toBeCloseTo(50.5, 6);
    expect([key('Home'), key('End'), key('x')]).toEqual([0, 100, null]);
  });
});

test('the branches of a merge tree do not cross, and each has a place of its own', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 60 }), (values) => {
      const data = Float64Array.from(values);
      const { leaves, joins } = drain(gridForest(data, [values.length]));
      const list = Array.from(joins.vertices, (v, k) => ({
        from: joins.from[k] as number,
        to: joins.to[k] as number,
        value: data[v] as number,
      }));
      const tree = mergeTree(
        Array.from(leaves, (v) => data[v] as number),
        list,
        () => true,
      );
      const places = treeLayout(tree);
      expect([...places].sort((a, b) => a - b)).toEqual(Array.from(tree.births, (_, k) => k));
      for (const { survivor, absorbed, value } of tree.merges) {
        for (let k = 0; k < places.length; k++) {
          const isBetween =
            (places[k] as number) > (places[survivor] as number) &&
            (places[k] as number) < (places[absorbed] as number);
          // What stands between has ended below the line that crosses over it.
          if (isBetween) expect(tree.deaths[k]).toBeLessThanOrEqual(value);
        }
      }
    }),
  );
});

test('equal barriers stand at one height, the shorter line on the longer, each with its saddle at its own branch', () => {
  const y = (value: number) => (value === Number.POSITIVE_INFINITY ? 0 : 100 - 10 * value);
  // 1 and 2 join 0 at the same level, 4 joins 3 there, and 3 at the same level the first.
  const merges = [
    { survivor: 0, absorbed: 1 },
    { survivor: 0, absorbed: 2 },
    { survivor: 3, absorbed: 4 },
    { survivor: 0, absorbed: 3 },
  ];
  const tree = {
    births: [0, 1, 2, 3, 4],
    deaths: [Number.POSITIVE_INFINITY, 5, 5, 5, 5],
    merges,
    ends: [-1, 0, 1, 3, 2],
  };
  const places = treeLayout(tree);
  expect([...places]).toEqual([0, 1, 2, 3, 4]);
  const placed = branchPlaces(tree, places, y, 100);
  expect(placed.map(({ branch, top, saddle }) => [branch, top, saddle])).toEqual([
    [4, 50, 80],
    [3, 50, 60],
    [2, 50, 40],
    [1, 50, 20],
    [0, 0, null],
  ]);
  expect(placed[1]).toMatchObject({ x: 70, bottom: 70, path: 'M70 70V50H10' });
});

test('a level line leaves out the marks that it would strike out', () => {
  const marks = [
    { x: 60, y: 20, radius: 5 },
    { x: 30, y: 24, radius: 5 },
    { x: 80, y: 26, radius: 5 },
    { x: 98, y: 20, radius: 5 },
  ];
  expect(lineBesideMarks(0, 100, 20, marks)).toBe('M0 20H27M33 20H55M65 20H93');
  expect(lineBesideMarks(0, 100, 20, [])).toBe('M0 20H100');
  expect(lineBesideMarks(0, 100, 20, [...marks, { x: 58, y: 20, radius: 5 }])).toBe('M0 20H27M33 20H53M65 20H93');
});

test('the isosurface of a ball is closed and lies on it, each component in its colour', () => {
  const side = 21;
  const at = (v: number) =>
    [v % side, Math.floor(v / side) % side, Math.floor(v / side ** 2)].map((i) => (i / (side - 1)) * 2 - 1);
  const values = Float64Array.from({ length: side ** 3 }, (_, v) => Math.hypot(...at(v)));
  const { labels } = drain(gridForest(values, [side, side, side]));
  const mesh = isosurfaceMesh({ sides: [side, side, side], values, labels }, 0.6, [0], () => [1, 2, 3], [2, 2, 2], 1);
  const count = mesh.colours.length / 3;
  expect(count).toBeGreaterThan(1000);
  expect([...mesh.colours.slice(0, 3)]).toEqual([1, 2, 3]);
  const edges = new Map<string, number>();
  for (let t = 0; t < count; t++) {
    const corners = [0, 1, 2].map((k) => [...mesh.corners.slice(9 * t + 3 * k, 9 * t + 3 * k + 3)]);
    for (const corner of corners) expect(Math.abs(Math.hypot(...corner) - 0.6)).toBeLessThan(0.02);
    const names = corners.map((corner) => corner.map((value) => value.toFixed(4)).join());
    if (new Set(names).size < 3) continue;
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const) {
      const edge = [names[a], names[b]].sort().join(' ');
      edges.set(edge, (edges.get(edge) ?? 0) + 1);
    }
  }
  expect([...edges.values()].filter((uses) => uses % 2 === 1)).toEqual([]);
});

test('where a component meets the box the isosurface closes on the box’s side', () => {
  const values = Float64Array.from({ length: 27 }, (_, v) => v % 3);
  const { labels } = drain(gridForest(values, [3, 3, 3]));
  const { corners } = isosurfaceMesh({ sides: [3, 3, 3], values, labels }, 0.5, [0, 0], () => [9, 9, 9], [1, 1, 1], 1);
  const xs = new Set(Array.from({ length: corners.length / 3 }, (_, k) => (corners[3 * k] as number).toFixed(3)));
  expect([...xs].sort()).toEqual(['-0.250', '-0.500']);
});

test('of two triangles the nearer one is seen', () => {
  const project = spaceProjection(
    { eye: { x: 0, y: -3, z: 0 }, center: { x: 0, y: 0, z: 0 }, up: { x: 0, y: 0, z: 1 } },
    40,
    40,
  );
  const triangle = (y: number) =>
    [
      [-1, y, -1],
      [1, y, -1],
      [0, y, 1],
    ] as const;
  const picture = (ys: readonly number[]) => {
    const builder = new MeshBuilder();
    for (const y of ys)
      builder.push(triangle(y).flat(), [0, 1, 0, 0, 1, 0, 0, 1, 0], y < 0 ? [200, 0, 0] : [0, 200, 0]);
    const raster = emptyRaster(40, 40);
    rasterise(raster, builder.mesh(), project);
    return [...raster.pixels.slice(4 * (20 * 40 + 20), 4 * (20 * 40 + 20) + 4)];
  };
  for (const order of [
    [-0.5, 0.5],
    [0.5, -0.5],
  ]) {
    const [red, green, , alpha] = picture(order) as [number, number, number, number];
    expect([red > 100, green, alpha]).toEqual([true, 0, 255]);
  }
  expect(picture([])).toEqual([0, 0, 0, 0]);
});
