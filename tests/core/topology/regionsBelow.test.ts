import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drain } from '../../../src/core/task.ts';
import { describedForest } from '../../../src/core/topology/findSublevelSets.ts';
import { gridForest } from '../../../src/core/topology/gridForest.ts';
import { componentsAt, countAt } from '../../../src/core/topology/mergeTree.ts';
import { HIDDEN_COMPONENT, regionsBelow } from '../../../src/core/topology/regionsBelow.ts';
import { sublevelTree } from '../../../src/core/topology/sublevelTree.ts';
import { forestOf } from './setting.ts';

const himmelblau = forestOf({ id: 'himmelblau' }, 101);

test('Himmelblau at 50: three components, of which a threshold of 70 hides one', () => {
  const whole = sublevelTree(himmelblau, null);
  const shown = sublevelTree(himmelblau, 70);
  const { regions, hidden } = regionsBelow(shown, whole, 50);
  expect([countAt(whole, 50), countAt(shown, 50), hidden]).toEqual([3, 2, 1]);
  // The minimum at (−2.805, 3.131), which joins at 67.7.
  const leaf = himmelblau.leaves.findIndex(
    ({ x }) => Math.hypot((x[0] as number) + 2.805, (x[1] as number) - 3.131) < 0.01,
  );
  expect(Array.from(regions, (region) => region === HIDDEN_COMPONENT)).toEqual(
    Array.from(regions, (_, k) => k === leaf),
  );
  // Above its join it is a part of its neighbour.
  expect(regionsBelow(shown, whole, 80)).toMatchObject({ hidden: 0 });
  expect([...regionsBelow(shown, whole, 80).regions]).not.toContain(HIDDEN_COMPONENT);
  expect(regionsBelow(shown, whole, -1)).toEqual({ regions: new Int32Array(regions.length).fill(-1), hidden: 0 });
});

test('on any line of values: shown and hidden are all, and one colour means one component', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 40 }),
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 0, max: 20 }),
      (list, threshold, level) => {
        const values = Float64Array.from(list);
        const axes = [Float64Array.from(list.keys())];
        const forest = describedForest({ axes, values }, drain(gridForest(values, [list.length])));
        const [shown, whole] = [sublevelTree(forest, threshold), sublevelTree(forest, 0)];
        const { regions, hidden } = regionsBelow(shown, whole, level);
        expect(countAt(shown, level) + hidden).toBe(countAt(whole, level));
        const all = componentsAt(whole, level);
        const wholeOf = (leaf: number) => all[whole.owners[leaf] as number] as number;
        // The others have no vertex below the level.
        const born = Array.from(regions.keys()).filter((leaf) => wholeOf(leaf) >= 0);
        for (const a of born) {
          for (const b of born) {
            if (wholeOf(a) === wholeOf(b)) expect(regions[a]).toBe(regions[b]);
            else if (regions[a] === regions[b]) expect(regions[a]).toBe(HIDDEN_COMPONENT);
          }
        }
      },
    ),
  );
});
