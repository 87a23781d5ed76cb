import { expect, it } from 'vitest';
import { headerLines } from '../../src/views/chartHeader.ts';

const legend = ['f* = 0 (known minimum)', 'f* known'];

it('takes the fullest wording that fits, and the notes that still do', () => {
  expect(headerLines([80], legend, ['Values are cut.'])).toEqual(['f* = 0 (known minimum). Values are cut.']);
  expect(headerLines([24], legend, ['Values are cut.'])).toEqual(['f* = 0 (known minimum)']);
  expect(headerLines([12], legend)).toEqual(['f* known']);
});

it('wraps whole words from line to line', () => {
  expect(headerLines([14, 20], legend)).toEqual(['f* = 0 (known', 'minimum)']);
  expect(headerLines([3, 30], legend)).toEqual(['f*', '= 0 (known minimum)']);
  expect(headerLines([40, 40], [], ['One.', 'Two.'])).toEqual(['One. Two.', '']);
});

it('never leaves the legend out', () => {
  expect(headerLines([2, 2], legend).join('')).toBe('f* known');
});
