import { expect, test } from 'vitest';
import { describeLevel, describeSublevels } from '../../../src/core/topology/describeSublevels.ts';
import type { ForestJoin, ForestLeaf, Standing, SublevelForest } from '../../../src/core/topology/SublevelForest.ts';
import type { SublevelTree } from '../../../src/core/topology/sublevelTree.ts';

/** Two minima and the join between them, of these standings. */
function words(first: Standing, second: Standing, join: Standing): string {
  const point = (standing: Standing): Pick<ForestLeaf, 'standing'> => ({ standing });
  const forest = {
    axes: [new Float64Array(11)],
    leaves: [point(first), point(second)] as ForestLeaf[],
    joins: [point(join)] as ForestJoin[],
    comparedWith: 3,
    infinite: { lowest: 0, outside: 0 },
  } as unknown as SublevelForest;
  const tree = {
    leaves: Int32Array.of(0, 1),
    births: Float64Array.of(0, 0),
    deaths: Float64Array.of(Number.POSITIVE_INFINITY, 1),
    merges: [{ join: 0, value: 1, survivor: 0, absorbed: 1 }],
    globals: [0, 1],
    spurious: [],
    hidden: 0,
    greatestHidden: 0,
  } as unknown as SublevelTree;
  return describeSublevels(forest, tree);
}

test('what confirms minima and joins, and what of them is the box’s doing', () => {
  expect(words('confirmed', 'confirmed', 'confirmed')).toMatch(
    /A critical point confirms each minimum and each join\.$/,
  );
  expect(words('edge', 'edge', 'edge')).toMatch(
    /All 3 minima and joins lie on the edge of the box, where no critical point need be\.$/,
  );
  expect(words('confirmed', 'edge', 'confirmed')).toMatch(/1 of 3 minima and joins lies on the edge of the box, where/);
  expect(words('edge', 'edge', 'unresolved')).toMatch(
    /1 of 3 minima and joins is unresolved: no critical point confirms it, and 2 lie on the edge of the box\.$/,
  );
  expect(words('unresolved', 'unresolved', 'confirmed')).toMatch(
    /2 of 3 .* are unresolved: no critical point confirms them\.$/,
  );
});

test('what is below a level: nothing, one component, several', () => {
  const level = (count: number, touchingEdge: number, spurious = 0) =>
    describeLevel({ level: 2, count, touchingEdge, spurious }, 1);
  expect(level(0, 0)).toBe('At u = 2 the sublevel set is empty: f is higher at each grid point. Raise the level.');
  expect(level(1, 0)).toBe('At u = 2 the sublevel set has 1 component.');
  expect(level(1, 1)).toBe('At u = 2 the sublevel set has 1 component, which meets the edge of the box.');
  expect(level(3, 2, 1)).toBe(
    'At u = 2 the sublevel set has 3 components, 1 of them a spurious valley, 2 at the edge of the box, possibly joined outside.',
  );
  expect(level(3, 3)).toMatch(/3 components, all at the edge of the box, possibly joined outside\.$/);
});
