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

/** Twice the signed area of the polygons, summed without sign, and that of the runs. */
function sizeOf({ runs, polygons }: SublevelArea): number {
  let size = 0;
  for (let k = 0; k < runs.length; k += 3) size += (runs[k + 2] as number) - (runs[k] as number);
  let corners: [number, number][] = [];
  for (let k = 0; k < polygons.length; k += 2) {
    if (!Number.isNaN(polygons[k])) {
      corners.push([polygons[k] as number, polygons[k + 1] as number]);
      continue;
    }
    let twice = 0;
    for (const [i, [x, y]] of corners.entries()) {
      const [nextX, nextY] = corners[(i + 1) % corners.length] as [number, number];
      twice += x * nextY - nextX * y;
    }
    size += Math.abs(twice) / 2;
    corners = [];
  }
  return size;
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
  expect(area?.outline).toHaveLength(16);
  expect(sizeOf(area as SublevelArea)).toBeCloseTo(0.5, 12);
  expect(area?.sides).toEqual([]);
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
  expect(area?.sides).toHaveLength(16);
});

test('whole cells are runs, of one component each; what is no number is outside', () => {
  const flat = [0, 0, 0, 9, 0, 0];
  const areas = sublevelAreas(grid([flat, flat]), 1, [0, 1]);
  expect(areas.map(({ component, runs }) => [component, runs])).toEqual([
    [0, [0, 0, 2]],
    [1, [4, 0, 5]],
  ]);
  const gap = [0, 0, Number.NaN];
  expect(sizeOf(sublevelAreas(grid([gap, gap]), 1, [0])[0] as SublevelArea)).toBeCloseTo(1.5, 12);
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
