import { describe, expect, test } from 'vitest';
import { lineCount } from '../../../src/app/shell/SentenceRoom.ts';

/** Every character is one wide. */
const lines = (text: string, width: number) => lineCount(text, width, ({ length }) => length);

describe('the lines that a text takes', () => {
  test('breaks before a word that no longer fits', () => {
    expect(lines('one two three', 13)).toBe(1);
    expect(lines('one two three', 12)).toBe(2);
    expect(lines('one two three', 6)).toBe(3);
    expect(lines('', 6)).toBe(1);
  });

  test('counts characters, not words: a line that is not quite full leaves its rest', () => {
    expect(lines('aaaa bbbb cccc dddd', 9)).toBe(2);
    expect(lines('aaaa bbbb cccc dddd', 8)).toBe(4);
  });

  test('breaks a word that is wider than a line', () => {
    expect(lines('abcdefghijkl', 5)).toBe(3);
    expect(lines('ab cdefghijkl', 5)).toBe(3);
    expect(lines('abcdefghijkl ab', 5)).toBe(3);
    expect(lines('abcdefghijkl abc', 5)).toBe(4);
  });
});
