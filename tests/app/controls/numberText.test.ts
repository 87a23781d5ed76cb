import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsText, checkNumber, digitsApart, fullText, parseNumber } from '../../../src/app/controls/numberText.ts';
import { formatNumber } from '../../../src/core/formatNumber.ts';

describe('parseNumber', () => {
  test.each([
    ['1e-3', 0.001],
    [' .5 ', 0.5],
    ['5.', 5],
    ['+2', 2],
    ['−2.5', -2.5],
    ['1e−3', 0.001],
    ['0,25', 0.25],
    ['1 000', 1000],
    ['12 345,5', 12345.5],
    ['1/3', 1 / 3],
    ['-1 / 4', -0.25],
    ['1.5×10⁻³', 0.0015],
    ['−2 × 10¹²', -2e12],
    ['3*10^-4', 3e-4],
    ['10^-3', 0.001],
    ['−10⁵', -1e5],
  ])('reads %j', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  test.each(['', 'x', '1e', '1,000,5', '1.2.3', '--1', '1/0', '1/2/3', 'Infinity', 'NaN', '0x10', '1e999', '3px'])(
    'refuses %j',
    (text) => {
      expect(parseNumber(text)).toBeNull();
    },
  );

  test('takes back every digit that the field shows while it is edited', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parseNumber(fullText(value))).toBe(value === 0 ? Number(fullText(value)) : value);
      }),
    );
  });

  test('takes back the short form too, to its digits', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-290, max: 1e290, noNaN: true }), (value) => {
        expect(parseNumber(formatNumber(value))).toBe(Number(value.toPrecision(4)));
      }),
    );
  });
});

describe('checkNumber', () => {
  test('an open end is refused, a closed one taken', () => {
    expect(checkNumber('0', { min: 0, minExcluded: true, max: 1 })).toEqual({
      message: 'Takes a number above 0 and at most 1.',
    });
    expect(checkNumber('1', { min: 0, minExcluded: true, max: 1 })).toEqual({ value: 1 });
    expect(checkNumber('2', { min: Number.NEGATIVE_INFINITY, max: 2, maxExcluded: true })).toEqual({
      message: 'Takes a number below 2.',
    });
  });

  test('whole numbers are whole', () => {
    const bounds = { min: 1, max: 50, whole: true };
    expect(checkNumber('2.5', bounds)).toEqual({ message: 'Takes a whole number from 1 to 50.' });
    expect(checkNumber('1e1', bounds)).toEqual({ value: 10 });
    expect(checkNumber('1e300', { min: 0, max: 1e301, whole: true })).toHaveProperty('message');
  });

  test('what is no number says so', () => {
    expect(checkNumber('abc', { min: 0, max: 1 })).toEqual({ message: 'This is not a number.' });
    expect(checkNumber(' ', { min: 0, max: 1 })).toEqual({ message: 'Type a number.' });
  });
});

test.each([
  [{ min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY }, 'a number'],
  [{ min: 0, max: Number.POSITIVE_INFINITY }, 'a number of at least 0'],
  [{ min: 0, max: Number.POSITIVE_INFINITY, minExcluded: true }, 'a number above 0'],
  [{ min: Number.NEGATIVE_INFINITY, max: 3 }, 'a number of at most 3'],
  [{ min: -1, max: 3, maxExcluded: true }, 'a number of at least −1 and below 3'],
])('the bounds %j in words', (bounds, words) => {
  expect(boundsText(bounds)).toBe(words);
});

test('the ends of an interval are written with digits enough to tell them apart', () => {
  const written = (low: number, high: number) =>
    [low, high].map((end) => formatNumber(end, digitsApart(low, high))).join(' ');
  expect(written(-2, 2)).toBe('−2 2');
  expect(written(1 / 3, 2 / 3)).toBe('0.3333 0.6667');
  expect(written(1, 1.000000001)).toBe('1 1.000000001');
  expect(written(999.99996, 999.99997)).toBe('999.99996 999.99997');
  expect(digitsApart(0, 1e-300)).toBe(4);
});
