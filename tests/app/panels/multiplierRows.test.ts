import { expect, test } from 'vitest';
import { multiplierRows } from '../../../src/app/panels/multiplierRows.ts';

test('multipliers of gradient descent are 1 − ηλ, stable where they shrink distances, neutral where they keep them', () => {
  expect(multiplierRows(Float64Array.of(-2, 0, 1, 4), 0.5)).toEqual([
    { place: 1, eigenvalue: -2, multiplier: 2, behaviour: 'unstable' },
    { place: 2, eigenvalue: 0, multiplier: 1, behaviour: 'neutral' },
    { place: 3, eigenvalue: 1, multiplier: 0.5, behaviour: 'stable' },
    { place: 4, eigenvalue: 4, multiplier: -1, behaviour: 'neutral' },
  ]);
  expect(multiplierRows(Float64Array.of(Number.NaN), 0.5)[0]?.behaviour).toBe('unknown');
});
