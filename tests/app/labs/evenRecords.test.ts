import { expect, test } from 'vitest';
import { evenRecords } from '../../../src/app/labs/escape/evenRecords.ts';
import type { Racer } from '../../../src/core/escape/runRace.ts';

const racer: Racer = {
  methodIndex: 0,
  method: 'gradient-descent',
  iterations: Float64Array.of(0, 1, 2, 6002),
  values: Float64Array.of(0, -1, -3, -9),
  points: new Float64Array(8),
  magnitudes: Float64Array.of(0, -1, 0, -2, 0, -3, 1, Number.NEGATIVE_INFINITY),
  passages: Float64Array.of(2, 6002),
  last: 6002,
  lost: false,
  underflowed: false,
  least: { magnitude: -3, coordinate: 1, iteration: 2 },
};

test('a plateau is filled evenly, on the line between its ends, and nothing recorded is lost', () => {
  const { iterations, values, sizes } = evenRecords(racer, 2);
  expect(Array.from(iterations.slice(0, 3))).toEqual([0, 1, 2]);
  expect(iterations.at(-1)).toBe(6002);
  expect(iterations.length).toBeGreaterThan(500);
  for (let k = 3; k < iterations.length; k++) {
    const gap = (iterations[k] as number) - (iterations[k - 1] as number);
    expect(gap).toBeGreaterThan(0);
    expect(gap).toBeLessThanOrEqual(11);
    expect(values[k]).toBeCloseTo(-3 - (6 * ((iterations[k] as number) - 2)) / 6000, 12);
    expect(sizes[0]?.[k]).toBeCloseTo(((iterations[k] as number) - 2) / 6000, 12);
  }
  expect(values.at(-1)).toBe(-9);
  // Towards a coordinate that is 0 there is no line.
  expect(sizes[1]?.slice(0, 3)).toEqual(Float64Array.of(-1, -2, -3));
  expect(sizes[1]?.at(-1)).toBeNaN();
});

test('the same racer gives the same records', () => {
  expect(evenRecords(racer, 2)).toBe(evenRecords(racer, 2));
});
