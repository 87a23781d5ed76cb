import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCriticalPoints } from '../../../src/core/critical/findCriticalPoints.ts';
import { drain } from '../../../src/core/task.ts';
import { describedForest, findSublevelSets } from '../../../src/core/topology/findSublevelSets.ts';
import { gridForest } from '../../../src/core/topology/gridForest.ts';
import { componentCounts, countAt } from '../../../src/core/topology/mergeTree.ts';
import type { SublevelForest } from '../../../src/core/topology/SublevelForest.ts';
import { sampleGrid } from '../../../src/core/topology/sampleGrid.ts';
import { barrierBetween, levelCount, sublevelTree } from '../../../src/core/topology/sublevelTree.ts';
import { floodFill } from './floodFill.ts';
import { forestOf, formulaOf, settingOf } from './setting.ts';

const standings = (forest: SublevelForest) => [
  forest.leaves.map(({ standing }) => standing),
  forest.joins.map(({ standing }) => standing),
];
const countsAt = (forest: SublevelForest, levels: readonly number[], threshold: number | null = null) => {
  const tree = sublevelTree(forest, threshold);
  return levels.map((u) => countAt(tree, u));
};

describe('Himmelblau', () => {
  for (const side of [101, 250]) {
    test(`N_u goes 4, 3, 2, 1 at three of the four saddles, on ${side}²`, () => {
      const forest = forestOf({ id: 'himmelblau' }, side);
      expect(standings(forest)).toEqual([Array(4).fill('confirmed'), Array(3).fill('confirmed')]);
      const tree = sublevelTree(forest, null);
      const switches = [13.31192627040559, 67.71915008752613, 104.0151629175581];
      const { levels, counts } = componentCounts(tree);
      // The four minima are zero but for rounding, which makes no steps of its own.
      expect([...counts]).toEqual([4, 3, 2, 1]);
      expect(levels[0]).toBeCloseTo(0, 12);
      for (const [k, u] of switches.entries()) expect(levels[1 + k]).toBeCloseTo(u, 9);
      expect(countsAt(forest, [178.3, 178.4])).toEqual([1, 1]);
      expect(tree.globals).toEqual([0, 1, 2, 3]);
      expect(tree.spurious).toEqual([]);
    });
  }

  test('a threshold hides short bars and counts them', () => {
    const forest = forestOf({ id: 'himmelblau' }, 101);
    const tree = sublevelTree(forest, 50);
    expect([tree.leaves.length, tree.hidden]).toEqual([3, 1]);
    // The length that decides is the one that is told, between the exact values: the grid's join is at 13.3237.
    expect(tree.greatestHidden).toBeCloseTo(13.31192627040559, 9);
    expect(sublevelTree(forest, 13.32).hidden).toBe(1);
    expect(sublevelTree(forest, 13.31).hidden).toBe(0);
    expect([tree.isSimple, sublevelTree(forest, 1e9).isSimple]).toEqual([false, false]);
    expect(sublevelTree(forest, 1e9).leaves).toHaveLength(1);
  });

  test('components at an edge are counted', () => {
    const box = [
      [-5, 2.5],
      [-5, 5],
    ] as const;
    const tree = (u: number) => {
      const forest = forestOf({ id: 'himmelblau' }, 101, box);
      const all = sublevelTree(forest, null);
      return levelCount(forest, all, u);
    };
    // The two minima on the right lie outside; their valleys reach into the box over its right side.
    expect(tree(20)).toMatchObject({ touchingEdge: expect.any(Number) });
    expect(tree(20).touchingEdge).toBeGreaterThan(0);
    expect(tree(20).touchingEdge).toBeLessThan(tree(20).count);
    const forest = forestOf({ id: 'himmelblau' }, 101, box);
    expect(forest.leaves.filter(({ standing }) => standing === 'edge').length).toBeGreaterThan(0);
    expect(forest.leaves.filter(({ standing }) => standing === 'confirmed')).toHaveLength(2);
  });
});

test('Müller–Brown: three wells, two passes, the lowest between the outer ones at −40.6648', () => {
  const forest = forestOf({ id: 'muller-brown' }, 201);
  const tree = sublevelTree(forest, null);
  const expected = [-146.69951720995402, -108.16672411685236, -80.76781812965903];
  for (const [k, birth] of tree.births.entries()) expect(birth).toBeCloseTo(expected[k] as number, 8);
  expect(tree.merges.map(({ survivor, absorbed }) => [survivor, absorbed])).toEqual([
    [1, 2],
    [0, 1],
  ]);
  expect(tree.merges[0]?.value).toBeCloseTo(-72.2489401123, 6);
  expect(tree.merges[1]?.value).toBeCloseTo(-40.6648435086, 6);
  // Until the lowest pass neither of the upper wells is joined to the global minimum.
  expect(tree.spurious.map(({ leaf }) => leaf)).toEqual([1, 2]);
  for (const { barrier } of tree.spurious) expect(barrier).toBeCloseTo(-40.6648435086, 6);
  const { f } = settingOf({ id: 'muller-brown' });
  const ends = [Float64Array.of(-0.558, 1.4421), Float64Array.of(0.623, 0.028)] as const;
  const between = barrierBetween(forest, tree, ends, [f.value(ends[0]), f.value(ends[1])]);
  expect(between.level).toBeCloseTo(-40.6648435086, 6);
  expect(between.pass?.x[0]).toBeCloseTo(-0.822, 3);
});

test('a barrier is the higher end where the way between goes only down, and nothing where there is none', () => {
  const forest = forestOf({ id: 'himmelblau' }, 101);
  const tree = sublevelTree(forest, null);
  const { f } = settingOf({ id: 'himmelblau' });
  const [a, b] = [Float64Array.of(3, 2), Float64Array.of(3.2, 1.6)];
  expect(barrierBetween(forest, tree, [a, b], [f.value(a), f.value(b)])).toEqual({ level: f.value(b), pass: null });
  const split = forestOf(formulaOf('log(x^2 - 1) + x^2', ['x'], [[-3, 3]]), 301);
  const ends = [Float64Array.of(-2), Float64Array.of(2)] as const;
  expect(barrierBetween(split, sublevelTree(split, null), ends, [5, 5]).level).toBe(Number.POSITIVE_INFINITY);
});

test('six-hump camel: six minima of which two are global, four spurious valleys', () => {
  const forest = forestOf({ id: 'six-hump-camel' }, 201);
  const tree = sublevelTree(forest, null);
  expect(tree.globals).toEqual([0, 1]);
  expect(tree.births[0]).toBeCloseTo(-1.031628453489877, 12);
  expect(tree.spurious.map(({ floor }) => floor.toFixed(6))).toEqual([
    '-0.215464',
    '-0.215464',
    '2.104250',
    '2.104250',
  ]);
  for (const { floor, barrier, depth } of tree.spurious) expect(depth).toBe(barrier - floor);
  expect(tree.spurious[0]?.barrier).toBeCloseTo(0.5437186009781855, 9);
});

test('Goldstein–Price: a pass narrower than a cell is confirmed too', () => {
  const tree = sublevelTree(forestOf({ id: 'goldstein-price' }, 201), null);
  for (const [k, value] of [3, 30, 84, 840].entries()) expect(tree.births[k]).toBeCloseTo(value, 8);
  for (const [k, value] of [35, 99, 980].entries()) expect(tree.merges[k]?.value).toBeCloseTo(value, 8);
});

test('a bent valley makes false minima on a grid, which are hidden unless they are asked for', () => {
  const forest = forestOf({ id: 'rosenbrock' }, 101);
  const tree = sublevelTree(forest, null);
  expect(forest.leaves.length).toBeGreaterThan(10);
  expect([tree.leaves.length, tree.hidden]).toEqual([1, forest.leaves.length - 1]);
  expect(sublevelTree(forest, 0).leaves).toHaveLength(forest.leaves.length);
});

test('a curve of minima is not taken for one of its points', () => {
  const forest = forestOf(
    formulaOf(
      '(x^2 + y^2 - 1)^2',
      ['x', 'y'],
      [
        [-1.5, 1.5],
        [-1.5, 1.5],
      ],
    ),
    91,
  );
  expect(new Set(forest.leaves.map(({ standing }) => standing))).toEqual(new Set(['unresolved']));
  expect(countsAt(forest, [0.1, 0.9, 1.1])).toEqual([1, 1, 1]);
});

test('two equal kinks tie though the grid samples them differently; one that is higher by more does not', () => {
  const box = [[-2, 2]] as const;
  const kinks = (higher: number) =>
    sublevelTree(forestOf(formulaOf(`min(abs(x - 0.335) + ${higher}, abs(x + 0.77))`, ['x'], box), 101), null);
  const equal = kinks(0);
  expect(equal.births[1]).toBeGreaterThan((equal.births[0] as number) + 0.004);
  expect([equal.globals, equal.spurious]).toEqual([[0, 1], []]);
  const unequal = kinks(0.1);
  expect(unequal.globals).toEqual([0]);
  expect(unequal.spurious).toHaveLength(1);
});

test('one ReLU neuron: 1, 2 and 1 components on its three intervals, in three variables', () => {
  const expression = '0.5*((u*max(w1,0)-2)^2+(u*max(w2,0)+3)^2)';
  const box = [
    [-3, 3],
    [-1, 4],
    [-1, 4],
  ] as const;
  const forest = forestOf(formulaOf(expression, ['u', 'w1', 'w2'], box), 61);
  const levels = [1.9, 2, 2.02, 2.5, 3.5, 4.49, 4.5, 5, 6, 6.49, 6.5, 7, 20];
  expect(countsAt(forest, levels)).toEqual([0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 1, 1, 1]);
  const { spurious } = sublevelTree(forest, null);
  expect(spurious).toHaveLength(1);
  expect(spurious[0]).toMatchObject({ floor: 4.5, barrier: 6.5, depth: 2 });
});

const term = fc.record({
  depth: fc.integer({ min: 2, max: 9 }),
  x: fc.integer({ min: -14, max: 14 }),
  y: fc.integer({ min: -14, max: 14 }),
  width: fc.integer({ min: 4, max: 9 }),
});
const smooth = fc.oneof(
  fc
    .array(term, { minLength: 2, maxLength: 4 })
    .map(
      (terms) =>
        `0.2*(x^2 + y^2)${terms.map(({ depth, x, y, width }) => ` - ${depth / 4}*exp(-((x - ${x / 10})^2 + (y - ${y / 10})^2)/${(width / 10) ** 2})`).join('')}`,
    ),
  fc
    .tuple(fc.integer({ min: 5, max: 20 }), fc.integer({ min: 5, max: 20 }), fc.integer({ min: -9, max: 9 }))
    .map(([a, b, c]) => `sin(${a / 5}*x) + cos(${b / 5}*y) + ${c / 10}*sin(x*y) + 0.3*x^2 + 0.25*y^2`),
);

test('on random smooth formulas the tree, a flood fill and the finder agree', () => {
  const side = 121;
  const box = [
    [-2.5, 2.5],
    [-2.5, 2.5],
  ] as const;
  fc.assert(
    fc.property(smooth, (expression) => {
      const choice = formulaOf(expression, ['x', 'y'], box);
      const { f, enclosures } = settingOf(choice);
      const forest = drain(findSublevelSets(f, enclosures, box, [side, side]));
      const { points, completeness } = drain(findCriticalPoints(f, enclosures, box, 1));
      expect(completeness.claim).toBe('certified');
      // Each minimum of the grid is one of f, and the other way round unless its valley is narrower than the grid.
      const minima = points.filter(({ type }) => type === 'minimum');
      const confirmed = forest.leaves.filter(({ standing }) => standing === 'confirmed');
      for (const { x, value } of confirmed) {
        expect(minima.some((known) => known.value === value && known.x.every((at, i) => at === x[i]))).toBe(true);
      }
      // Where a valley all but has a minimum the grid may have one, within its sampling error.
      const tree = sublevelTree(forest, null);
      expect([...tree.leaves].filter((leaf) => forest.leaves[leaf]?.standing === 'unresolved')).toEqual([]);
      const saddles = points.filter(({ type, index }) => type === 'saddle' && index === 1).map(({ value }) => value);
      for (const { value, join } of tree.merges) {
        if (forest.joins[join]?.standing === 'confirmed') expect(saddles).toContain(value);
      }
      // Away from the levels at which something happens the count is that of a flood fill.
      const events = [...minima.map(({ value }) => value), ...saddles, ...tree.births, ...tree.deaths];
      const shown = new Set(tree.leaves);
      const hidden = forest.leaves.flatMap(({ value }, leaf) => (shown.has(leaf) ? [] : [value]));
      const isInHiddenBar = (u: number) =>
        hidden.some((birth) => u > birth - 0.02 && u < birth + tree.greatestHidden + 0.02);
      const top = Math.max(...forest.values);
      for (let k = 1; k <= 12; k++) {
        const u = (tree.births[0] as number) + ((top - (tree.births[0] as number)) * k * k) / 160;
        if (events.some((value) => Math.abs(value - u) < 0.02) || isInHiddenBar(u)) continue;
        expect(countAt(tree, u)).toBe(new Set(floodFill(forest.values, [side, side], u)).size - 1);
      }
      expect(minima.length).toBeGreaterThanOrEqual(confirmed.length);
    }),
    {
      numRuns: 25,
      examples: [
        // Hides the short bar of a corner of the box, just below the last level.
        ['sin(3.2*x) + cos(3*y) + -0.7*sin(x*y) + 0.3*x^2 + 0.25*y^2'],
        // Has a vertex all but on a saddle, which is a minimum of the grid and higher than the saddle.
        ['sin(1.2*x) + cos(1.4*y) + 0.6*sin(x*y) + 0.3*x^2 + 0.25*y^2'],
        // Has a terrace, on which the grid has a minimum.
        ['0.2*(x^2 + y^2) - 2.25*exp(-((x - 1.1)^2 + (y - 0.6)^2)/0.64) - 0.5*exp(-((x + 0.1)^2 + (y + 0.8)^2)/0.64)'],
      ],
    },
  );
}, 60_000);

test('before any confirmation the values are those of the grid, and edges are told apart', () => {
  const { f } = settingOf({ id: 'quadratic-saddle' });
  const box = [
    [-1, 1],
    [-1, 1],
  ] as const;
  const samples = drain(sampleGrid(f, box, [5, 5]));
  const forest = describedForest(samples, drain(gridForest(samples.values, [5, 5])));
  expect(forest.leaves.every(({ standing }) => standing === 'edge')).toBe(true);
  expect(forest.joins.map(({ standing }) => standing)).toEqual(['unresolved']);
  expect(forest.comparedWith).toBeNull();
});
