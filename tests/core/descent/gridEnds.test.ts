import { expect, test } from 'vitest';
import { distinctRuns, putRows, refinedEnds } from '../../../src/core/descent/gridEnds.ts';
import { type GridEnds, sweepGrid } from '../../../src/core/descent/sweepGrid.ts';
import { gradientDescent } from '../../../src/core/methods/gradientDescent.ts';
import type { Method } from '../../../src/core/methods/Method.ts';
import { drain } from '../../../src/core/task.ts';
import { objectiveOf } from '../formula/objectiveOf.ts';

/** A 2 × 2 grid with two repeats: the runs are numbered 0 to 7. */
const coarse: GridEnds = {
  xs: Float64Array.of(0, 3),
  ys: Float64Array.of(0, 1),
  isNoisy: true,
  repeats: 2,
  ends: Float64Array.from({ length: 16 }, (_, k) => Math.floor(k / 2) + (k % 2) / 10),
  settled: Float64Array.of(0, 1, 0, 1, 1, 0, 1, 0),
  iterations: Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7),
};

test('each point of a finer grid has the runs of the nearest point, the repeats together', () => {
  const fine = refinedEnds(coarse, Float64Array.of(0, 1, 2, 3), Float64Array.of(0, 0.4, 1));
  const lower = [0, 1, 0, 1, 2, 3, 2, 3];
  const upper = [4, 5, 4, 5, 6, 7, 6, 7];
  expect([...fine.iterations]).toEqual([...lower, ...lower, ...upper]);
  expect([...fine.settled.subarray(0, 8)]).toEqual([0, 1, 0, 1, 0, 1, 0, 1]);
  expect([...fine.ends.subarray(32, 40)]).toEqual([4, 4.1, 5, 5.1, 4, 4.1, 5, 5.1]);
  expect([fine.repeats, fine.isNoisy]).toEqual([2, true]);
});

test('the runs behind a picture are counted once each, whatever part of it they fill', () => {
  const xs = Float64Array.of(0, 1, 2, 3);
  const ys = Float64Array.of(0, 0.4, 0.6, 1);
  expect([...distinctRuns(coarse, xs, ys, () => false)]).toEqual([0, 2, 8, 10]);
  // The first row's coarse runs are still seen in the second.
  expect([...distinctRuns(coarse, xs, ys, (row) => row === 0)]).toEqual([0, 1, 2, 3, 4, 6, 8, 10]);
  expect([...distinctRuns(coarse, xs, ys, (row) => row < 2)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 10]);
  expect(distinctRuns(coarse, xs, ys, () => true)).toHaveLength(16);
  expect([...distinctRuns(coarse, coarse.xs, coarse.ys, () => false)]).toEqual([0, 1, 2, 3]);
});

test('rows put in their places one after the other make the grid that is swept in one go', () => {
  const plan = {
    objective: objectiveOf('x^2 + (y^2 - 1)^2', ['x', 'y']),
    method: gradientDescent as unknown as Method,
    params: { stepSize: 0.05 },
    box: [
      [-1, 1],
      [-2, 2],
    ] as const,
    columns: 9,
    rows: 10,
    seed: 1,
    stop: { maxIterations: 50 },
  };
  const whole = drain(sweepGrid(plan));
  const small = drain(sweepGrid({ ...plan, columns: 3, rows: 3 }));
  const grown = refinedEnds(small, whole.xs, whole.ys);
  expect(grown).not.toEqual(whole);
  for (const only of [
    [7, 10],
    [0, 4],
    [4, 7],
  ] as const) {
    putRows(grown, drain(sweepGrid({ ...plan, only })), only[0]);
  }
  expect(grown).toEqual(whole);
});

test('rows of another grid, or beyond the last one, are refused', () => {
  const fine = refinedEnds(coarse, Float64Array.of(0, 3), Float64Array.of(0, 0.5, 1));
  expect(() => putRows(fine, coarse, 2)).toThrow(RangeError);
  expect(() => putRows(fine, { ...coarse, repeats: 1 }, 0)).toThrow(RangeError);
  expect(() => putRows(fine, { ...coarse, xs: Float64Array.of(0, 1, 3) }, 0)).toThrow(RangeError);
});
