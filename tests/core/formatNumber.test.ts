import { expect, test } from 'vitest';
import { digitsWithin, formatNumber, formatPoint } from '../../src/core/formatNumber.ts';

test.each([
  [0, '0'],
  [-0, '0'],
  [3, '3'],
  [-2.805118086953, '−2.805'],
  [1234.5678, '1235'],
  [999_999.9, '1000000'],
  [12_345_678, '1.235×10⁷'],
  [1e-4, '0.0001'],
  [9.87654e-5, '9.877×10⁻⁵'],
  [-1.5e-300, '−1.5×10⁻³⁰⁰'],
  [Number.NaN, 'not a number'],
  [Number.POSITIVE_INFINITY, '∞'],
  [Number.NEGATIVE_INFINITY, '−∞'],
])('%d is written %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test('points: all of a few coordinates, the ends of many', () => {
  expect(formatPoint([3, -2])).toBe('(3, −2)');
  expect(formatPoint([1, 2, 3, 4, 5, 6])).toBe('(1, 2, 3, 4, 5, 6)');
  expect(formatPoint([1, 2, 3, 4, 5, 6, 7, 8])).toBe('(1, 2, 3, 4, 5, …, 8)');
  expect(formatPoint([1e-9, -2e-5], 1e-6)).toBe('(0, −2×10⁻⁵)');
});

test.each([
  [0.5437, 0.7592, 4],
  [13.3119, 178, 4],
  [100, 10, 4],
  [1e9 + 1, 1, 13],
  [1e20, 1, 15],
  [5, 0, 4],
  [5, Number.NaN, 4],
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 4],
])('%d within a range of %d takes %d digits', (value, span, digits) => {
  expect(digitsWithin(value, span)).toBe(digits);
});
