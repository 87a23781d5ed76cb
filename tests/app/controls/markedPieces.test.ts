import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedPieces } from '../../../src/app/controls/markedPieces.ts';

const marks = (text: string, problems: Parameters<typeof markedPieces>[1]) =>
  markedPieces(text, problems)
    .map(({ piece, marked }) => (marked ? `<${piece}>` : piece))
    .join('');

test('marks the characters of each problem', () => {
  expect(marks('x + foo(y)', [{ start: 4, end: 7 }])).toBe('x + <foo>(y)');
  expect(
    marks('a b c', [
      { start: 4, end: 5 },
      { start: 0, end: 1 },
    ]),
  ).toBe('<a> b <c>');
});

test('joins ranges that overlap or touch', () => {
  expect(
    marks('abcdef', [
      { start: 1, end: 3 },
      { start: 2, end: 4 },
      { start: 4, end: 5 },
    ]),
  ).toBe('a<bcde>f');
});

test('an empty range at the end of an unfinished formula marks the last character', () => {
  expect(marks('x + ', [{ start: 4, end: 4 }])).toBe('x +< >');
  expect(marks('', [{ start: 0, end: 0 }])).toBe('');
});

test('a problem without a place marks nothing', () => {
  expect(marks('x', [{}])).toBe('x');
});

test('the pieces put together are the text, whatever the ranges', () => {
  const range = fc.record({ start: fc.integer({ min: 0, max: 40 }), end: fc.integer({ min: 0, max: 60 }) });
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.array(range), (text, problems) => {
      const pieces = markedPieces(text, problems);
      expect(pieces.map(({ piece }) => piece).join('')).toBe(text);
      pieces.reduce((at, { start, piece }) => {
        expect(start).toBe(at);
        return at + piece.length;
      }, 0);
    }),
  );
});
