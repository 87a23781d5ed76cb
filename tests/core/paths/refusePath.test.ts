import { describe, expect, test } from 'vitest';
import type { LengthsPlan } from '../../../src/core/paths/lengthsAgainstLevel.ts';
import type { PathMethod } from '../../../src/core/paths/PathMethod.ts';
import { refuseLengths } from '../../../src/core/paths/refuseLengths.ts';
import { refusePath } from '../../../src/core/paths/refusePath.ts';
import { pathMethodById } from '../../../src/core/paths/registry.ts';
import { objectiveOf } from '../formula/objectiveOf.ts';

const method = (id: string) => pathMethodById(id) as PathMethod;
const STRINGS = method('dynamic-string-sampling');
const f = objectiveOf('x^2 + y^2');
const refused = (a: number[], b: number[], level: number, by = STRINGS, of = f, least?: number) =>
  refusePath(of, [a, b], level, by, least);

test('what can be looked for is not refused', () => {
  expect(refused([1, 0], [-1, 0], 1)).toBeNull();
});

test('each refusal is a sentence that says what to change', () => {
  expect(refused([1, 0], [1, 0], 2)).toEqual({
    place: 'ends',
    message: 'Both ends are the same point, (1, 0); move one of them.',
  });
  expect(refused([1, 0], [0, 2], 2)).toEqual({
    place: 'level',
    message:
      'f is 4 at the second end, (0, 2), above the level 2; raise the level to at least 4 or move the end lower.',
  });
  expect(refused([1, 0], [0, 2], -1, STRINGS, f, 0)).toEqual({
    place: 'level',
    message: 'The level −1 lies below the least value of f, 0, so that no end can be there; raise the level.',
  });
  expect(refused([0, 0], [1, 1], 9, STRINGS, objectiveOf('1/x + y'))).toMatchObject({
    place: 'ends',
    message: expect.stringContaining('f is not finite at the first end'),
  });
});

test('the level that is asked for is enough', () => {
  const value = 1.23456789;
  const level = /at least ([\d.]+)/.exec(refused([Math.sqrt(value), 0], [0, 0], 1)?.message ?? '')?.[1];
  expect(Number(level)).toBeGreaterThanOrEqual(value);
  expect(refused([Math.sqrt(value), 0], [0, 0], Number(level))).toBeNull();
});

test('a segment on which f is not finite is refused where the method begins on it', () => {
  const broken = objectiveOf('-1/x^2 + y');
  expect(refused([-1, 0], [1, 0], 5, STRINGS, broken)).toMatchObject({
    place: 'ends',
    message: expect.stringContaining('on the segment between the ends; move an end'),
  });
  expect(refused([-1, 0], [1, 0], 5, method('minimax-grid'), broken)).toBeNull();
});

test('a method of two variables is refused on three', () => {
  const three = objectiveOf('x + y + z', ['x', 'y', 'z']);
  expect(refused([0, 0, 0], [0, 0, 1], 5, method('minimax-grid'), three)).toMatchObject({ place: 'method' });
});

describe('lengths against level', () => {
  const domain = [
    [-2, 2],
    [-2, 2],
  ];
  const of = (pairs: unknown, levels: number[], least?: number, objective = f) =>
    refuseLengths({ objective, method: STRINGS, domain, pairs, levels, minimumValue: least } as unknown as LengthsPlan);

  test('levels below every value are refused, each at its place', () => {
    const messages = of({ count: 3 }, [1, -1, -2], 0);
    expect(messages.map(({ place }) => place)).toEqual([
      ['levels', 1],
      ['levels', 2],
    ]);
    expect(messages[1]?.message).toBe(
      'The level −2 lies below the least value of f, 0, so that no end can be there; raise the level.',
    );
    expect(of({ count: 3 }, [-1])).toEqual([]);
  });

  test('pairs are refused that are one point, or have an end above all levels', () => {
    const one = [
      [3, 2],
      [3, 2],
    ];
    const high = [
      [1, 0],
      [0, 3],
    ];
    expect(of([one, high], [2, 5], 0)).toEqual([
      { place: ['pairs', 0], message: 'Both ends are the same point, (3, 2); move one of them.' },
      {
        place: ['pairs', 1],
        message:
          'f is 9 at the second end, (0, 3), above the highest level 5; raise the highest level to at least 9 or move the end lower.',
      },
    ]);
    expect(of([high], [2, 9], 0)).toEqual([]);
  });

  test('a level twice, a segment without values, a landscape without any', () => {
    expect(of({ count: 3 }, [5, 2, 5])).toEqual([
      { place: ['levels', 2], message: 'The level 5 is given twice; name each level once.' },
    ]);
    const ring = objectiveOf('log(x^2 + y^2 - 0.25)');
    const across = [
      [-1, 0],
      [1, 0],
    ];
    expect(of([across], [1], undefined, ring)).toMatchObject([
      { place: ['pairs', 0], message: expect.stringContaining('on the segment between the ends') },
    ]);
    expect(of({ count: 3 }, [1], undefined, objectiveOf('log(-1 - x^2) + y'))).toEqual([
      {
        place: ['pairs'],
        message: 'f has no finite value at any of 500 random points of the domain; choose another domain.',
      },
    ]);
  });
});
