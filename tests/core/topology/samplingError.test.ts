import { describe, expect, test } from 'vitest';
import { describeSublevels } from '../../../src/core/topology/describeSublevels.ts';
import { sublevelTree } from '../../../src/core/topology/sublevelTree.ts';
import { forestOf, formulaOf } from './setting.ts';

const box = [
  [-3, 3],
  [-3, 3],
] as const;

// By hand every sublevel set is empty or one piece: a ring or what lies within one, and a strip along a line or a wave.
test.each([
  'sqrt(x^2 + y^2 - 1)',
  'sqrt(1 - y + x/3) + 0.1*x^2',
  'log(x^2 + y^2 - 1)',
  'sqrt(abs(x^2 + y^2 - 1))',
  'sqrt(abs(y - sin(3*x))) + 0.1*x^2',
])('the stairs of the grid along a place where f ends or has a cusp are no minima: %s', (expression) => {
  const tree = sublevelTree(forestOf(formulaOf(expression, ['x', 'y'], box), 201), null);
  expect([tree.leaves.length, tree.spurious, tree.isSimple]).toEqual([1, [], null]);
  expect(tree.hidden).toBeGreaterThan(20);
});

test('valleys that end where f ends are minima of their own all the same', () => {
  const forest = forestOf(formulaOf('sqrt(x^2 - 0.25) + 0.1*x + y^2', ['x', 'y'], box), 101);
  expect(sublevelTree(forest, null)).toMatchObject({ isSimple: false, spurious: [{ barrier: Infinity }] });
});

describe('what rounding makes of zeros at the corners of the box', () => {
  const corners = (expression: string, end: number) =>
    sublevelTree(
      forestOf(
        formulaOf(
          expression,
          ['x', 'y'],
          [
            [0, end],
            [0, end],
          ],
        ),
        201,
      ),
      null,
    );

  test('ties: sin² at four corners', () => {
    const { globals, spurious } = corners('sin(x)^2 + sin(y)^2', Math.PI);
    expect([globals.length, spurious]).toEqual([4, []]);
  });

  test('is hidden: sin·sin at the corners of two periods', () => {
    const { leaves, hidden, spurious } = corners('sin(x)*sin(y)', 4 * Math.PI);
    expect([leaves.length, hidden, spurious]).toEqual([8, 1, []]);
  });
});

test('a minimum of the grid that the critical points refute is a bound only', () => {
  // Along its valley f falls until it leaves the box at (−4.5, 1.186), where it is 0.762; it has three critical points.
  const forest = forestOf({ id: 'beale' }, 201);
  const tree = sublevelTree(forest, null);
  expect(tree.spurious).toMatchObject([{ isFloorBound: true }]);
  expect(tree.spurious[0]?.floor).toBeGreaterThan(0.762);
  expect(describeSublevels(forest, tree)).toContain('1 spurious valley, at least 13.39 deep: from at most 0.811 to');
  const finer = forestOf({ id: 'beale' }, 501);
  expect(sublevelTree(finer, null).spurious).toMatchObject([{ isFloorBound: false }]);
});

test('what ties within the sampling error may be equally low, and why simple is undecided is told as it is', () => {
  const coarse = forestOf({ id: 'beale' }, 101);
  expect(describeSublevels(coarse, sublevelTree(coarse, null))).toContain('2 minima may be equally low');
  const edges = forestOf(
    formulaOf(
      '100*(y - x^2)^2 + (1 - x)^2',
      ['x', 'y'],
      [
        [-3, 3],
        [-2, 9],
      ],
    ),
    201,
  );
  expect(edges.comparedWith).toContain('exactly 1 critical point');
  const words = describeSublevels(edges, sublevelTree(edges, null));
  expect(words).toContain('undecided, as on the sides of the box');
  expect(words).not.toContain('not all critical points are known');
});
