import { expect, test } from 'vitest';
import { fullDigits } from '../../../src/app/panels/fullDigits.ts';

test('what is copied holds every digit and can be read back', () => {
  expect(fullDigits([[1 / 3]])).toBe('0.3333333333333333');
  expect(JSON.parse(fullDigits([[0.1, -2e-300]]))).toEqual([0.1, -2e-300]);
  expect(
    JSON.parse(
      fullDigits([
        [1, 2],
        [2, 0.1],
      ]),
    ),
  ).toEqual([
    [1, 2],
    [2, 0.1],
  ]);
});
