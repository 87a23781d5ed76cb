import { describe, expect, test } from 'vitest';
import { undeclaredName } from '../../../src/app/panels/undeclaredName.ts';

describe('undeclaredName', () => {
  const params = { expression: 'a*x + b2 + foo (y) + 3', variables: ['x', 'y'], constants: { a: 1 } };
  const at = (piece: string) => {
    const start = params.expression.indexOf(piece);
    return undeclaredName({ path: '', message: '', start, end: start + piece.length }, params);
  };

  test('is the name at the problem’s place', () => expect(at('b2')).toBe('b2'));
  test('is no function that is called', () => expect(at('foo')).toBeNull());
  test('is nothing declared already, and no number', () => {
    expect(at('a')).toBeNull();
    expect(at('x')).toBeNull();
    expect(at('3')).toBeNull();
  });
  test('is nothing that could not be declared', () => {
    const name = (text: string) =>
      undeclaredName({ path: '', message: '', start: 0, end: text.length }, { ...params, expression: text });
    expect(['α', 'sin', 'pi', 'true', 'π', 'x'.repeat(31)].map(name)).toEqual(['α', null, null, null, null, null]);
  });
  test('needs a place', () => expect(undeclaredName({ path: '', message: '' }, params)).toBeNull());
});
