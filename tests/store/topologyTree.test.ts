import { expect, test } from 'vitest';
import type { SublevelTree } from '../../src/core/topology/sublevelTree.ts';
import { openingLevel, sublevelAt, treeOf } from '../../src/store/topologyTree.ts';
import { forestOf } from '../core/topology/setting.ts';

/** A tree of births and deaths, and the level that shows it on a scale from 0 to `high`. */
function opening(births: readonly number[], deaths: readonly number[], high: number): number {
  const tree = { births: Float64Array.from(births), deaths: Float64Array.from(deaths) } as SublevelTree;
  return openingLevel(
    tree,
    (value) => value / high,
    (unit) => unit * high,
  );
}

const never = Number.POSITIVE_INFINITY;

test('the first level lies in a step of several components', () => {
  const level = opening([0, 0, 0, 0], [never, 13.3, 67.7, 104], 890);
  expect(level).toBeGreaterThan(13.3);
  expect(level).toBeLessThan(67.7);
});

test('of many components rather than of two, where their step is not much narrower', () => {
  const births = Array.from({ length: 30 }, () => 0);
  const level = opening(births, [never, 50, ...births.slice(2).map(() => 20)], 100);
  expect(level).toBeLessThan(20);
});

test('a third up the scale where there is one component only', () => {
  const level = opening([0], [never], 90);
  expect(level).toBeGreaterThan(20);
  expect(level).toBeLessThan(60);
});

test('below a level the components that a threshold hides are counted, and are none of the others', () => {
  const forest = forestOf({ id: 'himmelblau' }, 101);
  const at = (threshold: number | null) => sublevelAt(forest, treeOf(forest, threshold), 50);
  expect(at(null)).toMatchObject({ hidden: 0, count: { count: 3 }, whole: { count: 3 } });
  expect(at(null).whole).toBe(at(null).count);
  expect(at(70)).toMatchObject({ hidden: 1, count: { count: 2 }, whole: { count: 3 } });
  expect(new Set(at(70).regions).size).toBe(3);
  // Many thresholds later too.
  for (let threshold = 1; threshold < 8; threshold++) treeOf(forest, threshold);
  expect(at(70).hidden).toBe(1);
});
