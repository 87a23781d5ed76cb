import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readVector, vectorText } from '../../../src/app/controls/vectorText.ts';

test('reads lists with commas, spaces or brackets', () => {
  expect(readVector('[1, -2.5, 3e-1]', 3)).toEqual({ value: [1, -2.5, 0.3] });
  expect(readVector(' 1 2\t3 ', 3)).toEqual({ value: [1, 2, 3] });
  expect(readVector('(1; 2)', 2)).toEqual({ value: [1, 2] });
});

test('says how many numbers are missing, and which word is none', () => {
  expect(readVector('1, 2', 3)).toEqual({ message: 'Takes 3 numbers separated by commas, not 2.' });
  expect(readVector('1, x, 3', 3)).toEqual({ message: '“x” is not a number.' });
});

test('takes back what it shows, to the last bit', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 50 }), (x) => {
      const numbers = x.map((value) => value + 0);
      expect(readVector(vectorText(numbers), numbers.length)).toEqual({ value: numbers });
    }),
  );
});
