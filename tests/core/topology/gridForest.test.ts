import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drain } from '../../../src/core/task.ts';
import { gridForest } from '../../../src/core/topology/gridForest.ts';
import { componentsAt, countAt, mergeTree } from '../../../src/core/topology/mergeTree.ts';
import { floodFill, sortedBars } from './floodFill.ts';

const keepAll = () => true;

/** The merge tree of a grid without any confirmation. */
function treeOf(values: Float64Array, sides: readonly number[]) {
  const { labels, leaves, joins } = drain(gridForest(values, sides));
  const value = (v: number) => values[v] as number;
  const list = Array.from(joins.vertices, (v, k) => ({
    from: joins.from[k] as number,
    to: joins.to[k] as number,
    value: value(v),
  }));
  return { labels, leaves, joins, tree: mergeTree(Array.from(leaves, value), list, keepAll) };
}

/** A drawing, rows from top to bottom; a point is +∞. */
const drawn = (rows: readonly string[]): Float64Array =>
  Float64Array.from(rows.join(''), (sign) => (sign === '.' ? Number.POSITIVE_INFINITY : Number(sign)));

describe('drawings', () => {
  test('two wells in the plane meet at the lowest way between them', () => {
    const rows = ['99999', '91935', '99399', '92999', '99999'];
    const { labels, leaves, tree } = treeOf(drawn(rows), [5, 5]);
    expect([...leaves]).toEqual([6, 16, 8]);
    expect(tree.merges).toMatchObject([{ value: 3, survivor: 0, absorbed: 1 }]);
    expect([...tree.owners]).toEqual([0, 1, 0]);
    expect(labels[6]).toBe(0);
    expect(labels[16]).toBe(1);
    expect([0, 1, 2, 3, 9].map((u) => countAt(tree, u))).toEqual([0, 1, 2, 1, 1]);
  });

  test('on a line only neighbours touch, in the plane corners do, in space all 26', () => {
    expect(treeOf(drawn(['1.1']), [3]).tree.leaves).toHaveLength(2);
    expect(treeOf(drawn(['1.', '.1']), [2, 2]).tree.leaves).toHaveLength(1);
    expect(treeOf(drawn(['1.', '..', '..', '.1']), [2, 2, 2]).tree.leaves).toHaveLength(1);
    expect(treeOf(drawn(['1..', '...', '..1']), [3, 3]).tree.leaves).toHaveLength(2);
  });

  test('a plateau is one leaf, however many vertices of it are lowest', () => {
    const { labels, tree } = treeOf(drawn(['11911', '19991', '11111']), [5, 3]);
    expect(tree.leaves).toHaveLength(1);
    expect([...componentsAt(tree, 1)]).toEqual([0]);
    expect([...componentsAt(tree, Number.POSITIVE_INFINITY)]).toEqual([0]);
    expect(countAt(tree, Number.POSITIVE_INFINITY)).toBe(1);
    expect(tree.hidden).toBe(0);
    expect(Math.max(...[...labels].map((label) => tree.owners[label] as number))).toBe(0);
  });

  test('what is no number is in no sublevel set, −∞ is in each', () => {
    const values = Float64Array.of(Number.NEGATIVE_INFINITY, 5, Number.NaN, 5, Number.NEGATIVE_INFINITY, 7, 3);
    const { labels, tree } = treeOf(values, [7]);
    expect([...labels]).toEqual([0, 0, -1, 1, 1, 1, 2]);
    expect([...tree.births]).toEqual([Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, 3]);
    expect([...tree.deaths]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 7]);
    expect(countAt(tree, -1e300)).toBe(2);
    expect(treeOf(new Float64Array(9).fill(Number.NaN), [3, 3]).leaves).toHaveLength(0);
    expect(treeOf(new Float64Array(9).fill(Number.NEGATIVE_INFINITY), [3, 3]).tree.leaves).toHaveLength(1);
  });
});

const special = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
const cell = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 6 }), weight: 8 },
  { arbitrary: fc.double({ min: 0, max: 6, noNaN: true }), weight: 4 },
  { arbitrary: special, weight: 1 },
);
const grids = fc
  .oneof(
    fc.tuple(fc.integer({ min: 1, max: 30 })),
    fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
    fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 })),
  )
  .chain((sides) => {
    const length = sides.reduce((product, side) => product * side, 1);
    return fc.tuple(fc.constant(sides), fc.array(cell, { minLength: length, maxLength: length }));
  });

test('the bars are those of sorting all vertices', () => {
  fc.assert(
    fc.property(grids, ([sides, cells]) => {
      const values = Float64Array.from(cells);
      const { tree } = treeOf(values, sides);
      const bars = Array.from(tree.births, (birth, k): [number, number] => [birth, tree.deaths[k] as number]);
      expect(bars.sort(([a, c], [b, d]) => a - b || c - d || 0)).toEqual(sortedBars(values, sides));
    }),
    { numRuns: 400 },
  );
});

test('at every level the regions of the leaves are the components that a flood fill finds', () => {
  fc.assert(
    fc.property(grids, ([sides, cells]) => {
      const values = Float64Array.from(cells);
      const { labels, tree } = treeOf(values, sides);
      for (const u of new Set(values)) {
        if (Number.isNaN(u) || u === Number.POSITIVE_INFINITY) continue;
        const flooded = floodFill(values, sides, u);
        const components = componentsAt(tree, u);
        const names = new Map<number, number>();
        for (let v = 0; v < values.length; v++) {
          const own = (values[v] as number) <= u ? components[tree.owners[labels[v] as number] as number] : -1;
          if (!names.has(own as number)) names.set(own as number, flooded[v] as number);
          expect(names.get(own as number)).toBe(flooded[v]);
        }
        names.delete(-1);
        expect(new Set(names.values()).size).toBe(names.size);
        expect(countAt(tree, u)).toBe(names.size);
      }
    }),
    { numRuns: 200 },
  );
});

test('a larger grid is sorted in parts, and gives way often', () => {
  const side = 160;
  let state = 7;
  const values = Float64Array.from({ length: side * side }, () => {
    state = (state * 16807) % 2147483647;
    return state % 1000;
  });
  const task = gridForest(values, [side, side]);
  let yields = 0;
  while (!task.next().done) yields++;
  expect(yields).toBeGreaterThan(8);
  const { tree } = treeOf(values, [side, side]);
  const bars = Array.from(tree.births, (birth, k): [number, number] => [birth, tree.deaths[k] as number]);
  expect(bars.sort(([a, c], [b, d]) => a - b || c - d || 0)).toEqual(sortedBars(values, [side, side]));
});
