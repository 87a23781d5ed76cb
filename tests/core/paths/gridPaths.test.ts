import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gridBarrier, shortestGridPath } from '../../../src/core/paths/gridPaths.ts';
import { Heap } from '../../../src/core/paths/Heap.ts';
import { neighbours, type PathGrid } from '../../../src/core/paths/PathGrid.ts';
import { drain } from '../../../src/core/task.ts';

/** A grid of unit steps over these values, row by row. */
const gridOf = (rows: readonly (readonly number[])[]): PathGrid => ({
  side: rows.length,
  origin: [0, 0],
  step: [1, 1],
  values: Float64Array.from(rows.flat()),
});

test('a heap gives its items back by key, and of equal keys the least number first', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 3000 }), (keys) => {
      const heap = new Heap();
      for (const [item, key] of keys.entries()) heap.push(item, key);
      const out: number[] = [];
      while (heap.size > 0) out.push(heap.pop());
      const order = [...keys.keys()].sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b);
      expect(out).toEqual(order);
    }),
  );
});

/** By union of all vertices up to each level in turn, without a heap. */
function barrierByFlood(grid: PathGrid, from: readonly number[], to: readonly number[]): number {
  const around = new Int32Array(8);
  for (const level of [...grid.values].sort((a, b) => a - b)) {
    const seen = new Set(from.filter((vertex) => (grid.values[vertex] as number) <= level));
    for (const vertex of seen) {
      const count = neighbours(grid, vertex, around);
      for (let i = 0; i < count; i++) {
        const next = around[i] as number;
        if ((grid.values[next] as number) <= level) seen.add(next);
      }
    }
    if (to.some((vertex) => seen.has(vertex))) return level;
  }
  return Number.POSITIVE_INFINITY;
}

test('the barrier is the lowest level at which a flood joins the ends', () => {
  const values = fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 7, maxLength: 7 }), {
    minLength: 7,
    maxLength: 7,
  });
  fc.assert(
    fc.property(values, (rows) => {
      const grid = gridOf(rows);
      const ends = [Float64Array.of(0.5, 0.5), Float64Array.of(5.5, 5.5)] as const;
      const expected = barrierByFlood(grid, [0, 1, 7, 8], [40, 41, 47, 48]);
      expect(drain(gridBarrier(grid, ends))).toBe(expected);
      const path = drain(shortestGridPath(grid, ends, expected)) as Float64Array;
      for (let k = 2; k < path.length - 2; k += 2) {
        expect(grid.values[(path[k + 1] as number) * 7 + (path[k] as number)]).toBeLessThanOrEqual(expected);
      }
      expect(drain(shortestGridPath(grid, ends, expected - 1))).toBeNull();
    }),
  );
});

test('the shortest path of a level surface goes straight', () => {
  const flat = gridOf(Array.from({ length: 6 }, () => [0, 0, 0, 0, 0, 0]));
  const ends = [Float64Array.of(0, 0), Float64Array.of(4, 4)] as const;
  const path = drain(shortestGridPath(flat, ends, 0)) as Float64Array;
  const distinct = new Set(Array.from({ length: path.length / 2 }, (_, k) => `${path[2 * k]} ${path[2 * k + 1]}`));
  expect([...distinct]).toEqual(['0 0', '1 1', '2 2', '3 3', '4 4']);
});

test('a wall without a value has no barrier', () => {
  const inf = Number.POSITIVE_INFINITY;
  const wall = gridOf([0, 1, 2, 3, 4].map(() => [0, 0, inf, 0, 0]));
  expect(drain(gridBarrier(wall, [Float64Array.of(0.5, 2), Float64Array.of(3.5, 2)]))).toBe(inf);
});
