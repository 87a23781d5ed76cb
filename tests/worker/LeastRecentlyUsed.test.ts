import { expect, test } from 'vitest';
import { LeastRecentlyUsed } from '../../src/worker/LeastRecentlyUsed.ts';

/** A cache that keeps upper-case letters, and the keys it had to make a value for. */
function watched(size: number) {
  const cache = new LeastRecentlyUsed<string>(size);
  const made: string[] = [];
  const get = (key: string, isWorthKeeping = true) =>
    cache.get(
      key,
      () => {
        made.push(key);
        return key.toUpperCase();
      },
      () => isWorthKeeping,
    );
  return { get, made };
}

test('makes a value once, and forgets the one that was not asked for longest', () => {
  const { get, made } = watched(2);
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(get(key)).toBe(key.toUpperCase());
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

test('makes afresh what is not worth keeping, and loses nothing else for it', () => {
  const { get, made } = watched(1);
  get('a');
  for (let i = 0; i < 2; i++) get('bad', false);
  get('a');
  expect(made).toEqual(['a', 'bad', 'bad']);
});

test('a value that could not be made is tried again', () => {
  const cache = new LeastRecentlyUsed<number>(2);
  const fail = () => {
    throw new Error('not now');
  };
  expect(() => cache.get('a', fail)).toThrow('not now');
  expect(cache.get('a', () => 1)).toBe(1);
});
