import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drain } from '../../src/core/task.ts';
import { gridForest } from '../../src/core/topology/gridForest.ts';
import { type SublevelArea, type SublevelGrid, sublevelAreas } from '../../src/views/sublevelAreas.ts';

function grid(rows: readonly (readonly number[])[]): SublevelGrid {
  const values = Float64Array.from(rows.flat());
  const columns = rows[0]?.length ?? 0;
  return { columns, values, labels: drain(gridForest(values, [columns, rows.length])).labels };
}

/** The area inside the contours: holes run the other way round and count against it. */
function sizeOf({ contours }: SublevelArea): number {
  const twice = contours.flatMap(({ points, onSide }) =>
    onSide.map((_, k) => {
      const next = (k + 1) % onSide.length;
      const [x, y, nextX, nextY] = [points[2 * k], points[2 * k + 1], points[2 * next], points[2 * next + 1]];
      return (x as number) * (nextY as number) - (nextX as number) * (y as number);
    }),
  );
  return twice.reduce((sum, part) => sum + part, 0) / 2;
}

/** The length of the pieces along the sides of the grid. */
function sideLength({ contours }: SublevelArea): number {
  let length = 0;
  for (const { points, onSide } of contours) {
    for (const [k, isSide] of onSide.entries()) {
      const next = (k + 1) % onSide.length;
      const across = (points[2 * next] as number) - (points[2 * k] as number);
      const up = (points[2 * next + 1] as number) - (points[2 * k + 1] as number);
      if (isSide) length += Math.hypot(across, up);
    }
  }
  return length;
}

test('a well: a diamond where f is linear along the sides', () => {
  const [area] = sublevelAreas(
    grid([
      [2, 2, 2],
      [2, 0, 2],
      [2, 2, 2],
    ]),
    1,
    [0],
  );
  expect(area?.contours).toHaveLength(1);
  expect(area?.contours[0]?.onSide).toEqual([false, false, false, false]);
  expect(sizeOf(area as SublevelArea)).toBeCloseTo(0.5, 12);
});

test('corners that lie opposite each other are joined across the cell', () => {
  const [area, ...others] = sublevelAreas(
    grid([
      [0, 2],
      [2, 0],
    ]),
    1,
    [0, 0],
  );
  expect(others).toEqual([]);
  expect(sizeOf(area as SublevelArea)).toBeCloseTo(0.75, 12);
  expect(area?.contours).toHaveLength(1);
  expect(sideLength(area as SublevelArea)).toBeCloseTo(2, 12);
});

test('components have contours of their own; what is no number is outside', () => {
  const flat = [0, 0, 0, 9, 0, 0];
  const areas = sublevelAreas(grid([flat, flat]), 1, [0, 1]);
  expect(areas.map((area) => [area.component, area.contours.length])).toEqual([
    [0, 1],
    [1, 1],
  ]);
  expect(sizeOf(areas[0] as SublevelArea)).toBeCloseTo(2 + 1 / 9, 12);
  expect(sizeOf(areas[1] as SublevelArea)).toBeCloseTo(1 + 1 / 9, 12);
  const gap = [0, 0, Number.NaN];
  expect(sizeOf(sublevelAreas(grid([gap, gap]), 1, [0])[0] as SublevelArea)).toBeCloseTo(1.5, 12);
});

test('a hole has a contour that runs the other way round', () => {
  const [area] = sublevelAreas(
    grid([
      [0, 0, 0],
      [0, 2, 0],
      [0, 0, 0],
    ]),
    1,
    [0],
  );
  expect(area?.contours).toHaveLength(2);
  expect(sizeOf(area as SublevelArea)).toBeCloseTo(4 - 0.5, 12);
  expect(sideLength(area as SublevelArea)).toBeCloseTo(8, 12);
});

test('the areas below and above a level fill the grid', () => {
  const cell = fc.integer({ min: -16, max: 16 }).map((value) => value / 16);
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { minLength: 5, maxLength: 5 }),
      // Never a value of the grid: such a point would be below and above.
      fc.integer({ min: -14, max: 13 }).map((k) => (2 * k + 1) / 32),
      (rows, level) => {
        const all = Array(40).fill(0);
        const below = sublevelAreas(grid(rows), level, all);
        const flipped = rows.map((row) => row.map((value) => -value));
        const above = sublevelAreas(grid(flipped), -level, all);
        const total = [...below, ...above].reduce((sum, area) => sum + sizeOf(area), 0);
        // A cell with two opposite corners inside is joined across by both.
        const saddles = rows.slice(1).flatMap((row, j) =>
          row.slice(1).filter((value, i) => {
            const inside = [rows[j]?.[i], rows[j]?.[i + 1], value, row[i]].map((corner) => (corner as number) <= level);
            return inside[0] === inside[2] && inside[1] === inside[3] && inside[0] !== inside[1];
          }),
        ).length;
        if (saddles === 0) expect(total).toBeCloseTo(20, 9);
        else expect(total).toBeGreaterThan(20);
      },
    ),
  );
});
