import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonSyntaxError } from '../../src/scenario/jsonSyntax.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test('finds an error exactly where JSON.parse refuses the text', () => {
  const mutated = fc
    .tuple(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', ',', '"', '{', ']', '-', '0', 'e', '.', '\\', ' ', '\n', 'nul', "'"),
    )
    .map(([text, at, piece]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + piece + text.slice(place + (at % 3));
    });
  fc.assert(
    fc.property(mutated, (text) => {
      expect(jsonSyntaxError(text) === undefined).toBe(isJson(text));
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['{"a": 1,\n  "b": }', 2, 8, 'expected a value'],
  ['{"a": 1,\n  b: 2}', 2, 3, 'expected a key in double quotes'],
  ['{"a": 1,\n}', 2, 1, 'there is a comma too many before "}"'],
  ['[1 2]', 1, 4, 'expected a comma or "]"'],
  ['{"a" 1}', 1, 6, 'expected a colon after the key'],
  ['{"a": NaN}', 1, 7, 'expected a value, found NaN'],
  ["{'a': 1}", 1, 2, 'expected a key in double quotes'],
  ['["a]', 1, 2, 'this word is not closed, or holds a line break or an unknown escape'],
  ['{"a": [1', 1, 9, 'the text ends too early'],
  ['{} {}', 1, 4, 'expected the end of the text'],
  ['[01]', 1, 3, 'expected a comma or "]"'],
])('%j fails in line %i, column %i: %s', (text, line, column, message) => {
  expect(jsonSyntaxError(text)).toEqual({ line, column, message });
});

test('depth and length cost memory only', () => {
  expect(jsonSyntaxError('['.repeat(500_000))?.message).toBe('the text ends too early');
  expect(jsonSyntaxError(`["${'a'.repeat(1_000_000)}`)?.line).toBe(1);
});
