import { expect, test } from 'vitest';
import type { SublevelTree } from '../../src/core/topology/sublevelTree.ts';
import { openingLevel } from '../../src/store/topologyTree.ts';

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
