import { expect, test } from 'vitest';
import { findCriticalPoints } from '../../../src/core/critical/findCriticalPoints.ts';
import { drain } from '../../../src/core/task.ts';
import { describeSublevels } from '../../../src/core/topology/describeSublevels.ts';
import { componentCounts } from '../../../src/core/topology/mergeTree.ts';
import { sublevelTree } from '../../../src/core/topology/sublevelTree.ts';
import { forestOf, formulaOf, settingOf } from './setting.ts';

test('minima that the grid does not show are counted, and nothing is simple with them', () => {
  const forest = forestOf({ id: 'rastrigin' }, 11);
  const tree = sublevelTree(forest, null);
  expect([tree.leaves.length, forest.missed, tree.isSimple]).toEqual([1, 120, false]);
  expect(describeSublevels(forest, tree)).toContain(
    '120 more minima are among the critical points, and the grid does not show them: raise the resolution.',
  );
  const fine = forestOf({ id: 'rastrigin' }, 101);
  expect([fine.leaves.length, fine.missed]).toEqual([121, 0]);
});

test('one minimum is simple, and said so', () => {
  const forest = forestOf({ id: 'rosenbrock' }, 101);
  const tree = sublevelTree(forest, null);
  expect([forest.missed, tree.isSimple]).toEqual([0, true]);
  expect(describeSublevels(forest, tree)).toContain('A critical point confirms the minimum.');
});

test('a saddle farther from the join of the grid along its flat direction confirms it', () => {
  const expression = '1.03*sin(-0.84*x+0.85*y+2.29)-0.47*sin(0.02*x-2.9*y+2.96)+0.39*(x^2+y^2)';
  const box = [
    [-2, 2],
    [-2, 2],
  ] as const;
  const forest = forestOf(formulaOf(expression, ['x', 'y'], box), 201);
  const tree = sublevelTree(forest, null);
  const saddle = tree.merges
    .map(({ join }) => forest.joins[join])
    .find((join) => Math.abs(join!.value - 1.671363) < 1e-5);
  expect(saddle?.standing).toBe('confirmed');
  expect(saddle?.x[0]).toBeCloseTo(-0.1976, 3);
  expect(saddle?.x[1]).toBeCloseTo(-0.823, 3);
});

test('how high f is elsewhere does not make two minima equal', () => {
  const wall = forestOf(formulaOf('(x^2-1)^2+0.02*x+1e8*exp(-100*x^2)', ['x'], [[-2, 2]]), 401);
  const tree = sublevelTree(wall, null);
  expect([tree.globals.length, tree.spurious.length]).toEqual([1, 1]);
  // On a high plain the same difference is lost in rounding.
  const plain = forestOf(formulaOf('(x^2-1)^2+1e-9*x+1e8', ['x'], [[-2, 2]]), 401);
  expect(sublevelTree(plain, null).globals).toHaveLength(2);
});

test('minima that differ by rounding are born at one level', () => {
  for (const [id, steps] of [
    ['himmelblau', [4, 3, 2, 1]],
    ['six-hump-camel', [2, 4, 3, 1, 3, 1]],
  ] as const) {
    expect([...componentCounts(sublevelTree(forestOf({ id }, 201), null)).counts]).toEqual(steps);
  }
});

const square = (side: number) =>
  [
    [-side, side],
    [-side, side],
  ] as const;

test('a branch within the sampling error leaves it open whether f is simple, unless all critical points are known', () => {
  const narrow = formulaOf('10000*(y-x^3)^2+(x^2-0.5)^2+0.05*x', ['x', 'y'], square(1));
  const forest = forestOf(narrow, 201);
  const tree = sublevelTree(forest, null);
  expect([tree.leaves.length, forest.isComplete, tree.isSimple]).toEqual([1, false, null]);
  expect(describeSublevels(forest, tree)).toContain('whether Nᵤ = 1 for every u is undecided');
  // A kink has no critical point that could tell.
  const kink = forestOf(formulaOf('10*abs(y)+0.04*(x^2-1)^2', ['x', 'y'], square(2)), 201);
  expect(sublevelTree(kink, null).isSimple).toBeNull();
  // The one of Rosenbrock is proved to be the only one, whatever the grid makes of its valley.
  const rosenbrock = forestOf({ id: 'rosenbrock' }, 101);
  expect([rosenbrock.isComplete, sublevelTree(rosenbrock, 0).leaves.length > 1]).toEqual([true, true]);
  expect(describeSublevels(rosenbrock, sublevelTree(rosenbrock, 0))).toMatch(/all but one of them its sampling error/);
});

test('minima on a side off which f rises are known as well as along that side', () => {
  const tie = forestOf(formulaOf('10*y+(x^2-1)^2+0.03*x', ['x', 'y'], square(2)), 201);
  const tree = sublevelTree(tie, null);
  expect([tree.globals.length, tree.spurious.length, tree.isSimple]).toEqual([1, 1, false]);
  const shallow = forestOf(formulaOf('10*y+0.04*(x^2-1)^2', ['x', 'y'], square(2)), 201);
  expect(sublevelTree(shallow, null).leaves).toHaveLength(2);
  // A valley that runs askew to a side goes on from its corner between the vertices.
  const corner = forestOf(formulaOf('10000*(y-x^3)^2+(x^2-0.5)^2+0.05*x', ['x', 'y'], square(1)), 201);
  expect(sublevelTree(corner, null).leaves).toHaveLength(1);
});

test('what rounding leaves of a zero is no level', () => {
  const { joins, leaves } = forestOf(formulaOf('sin(x)*sin(y)', ['x', 'y'], square(4)), 101);
  for (const { value, standing } of joins) if (standing === 'confirmed') expect(value).toBe(0);
  expect(joins.some(({ standing }) => standing === 'confirmed')).toBe(true);
  expect(leaves.find(({ standing }) => standing === 'confirmed')?.value).toBeCloseTo(-1, 12);
  const [minimum] = forestOf(formulaOf('x^2+y^2+1e-20', ['x', 'y'], square(1)), 51).leaves;
  expect(minimum?.value).toBe(1e-20);
});

test('minima that differ by more than rounding differ, however high they lie', () => {
  const high = forestOf(formulaOf('1e9+(x^2-1)^2+y^2+0.1*x', ['x', 'y'], square(2)), 101);
  const tree = sublevelTree(high, null);
  expect([tree.globals.length, tree.spurious.length]).toEqual([1, 1]);
  expect(describeSublevels(high, tree)).toMatch(/from 1\.000000000099×10⁹ to the barrier at 1\.000000001001×10⁹/);
});

test('a point that is proved is not told again as that of an undecided box, nor confirms a second leaf', () => {
  // Along y = sin 3x f is 0.05x² + 0.02 cos 6x, which is least where 0.1x = 0.12 sin 6x: at ±0.4583 only.
  const choice = formulaOf(
    '(y - sin(3*x))^2*100 + 0.05*x^2 + 0.02*cos(6*x)',
    ['x', 'y'],
    [
      [-3, 3],
      [-2, 2],
    ],
  );
  const { f, enclosures, domain } = settingOf(choice);
  const { points, completeness } = drain(findCriticalPoints(f, enclosures, domain, 1));
  expect(completeness.detail).toContain('proves 3 critical points');
  expect(completeness.undecided.length).toBeGreaterThan(0);
  expect(points.map(({ type }) => type)).toEqual(['minimum', 'minimum', 'saddle']);
  const { leaves } = forestOf(choice, 201);
  expect(leaves.filter(({ standing }) => standing === 'confirmed')).toHaveLength(2);
});
