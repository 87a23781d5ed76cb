import { expect, test } from 'vitest';
import { endsAbove } from '../../src/store/trainPathEnds.ts';

const ends = (...values: number[]) => values.map((value) => ({ value, lostAt: null }));

test('of ends that stayed above the level both values are named: the level must rise above both', () => {
  expect(endsAbove(ends(0.155979, 0.154692), 0.1)).toMatch(
    /^The ends came no lower than 0\.155979 and 0\.154692\. Raise the level above both,/,
  );
  expect(endsAbove(ends(0.05, 0.154692), 0.1)).toMatch(/^An end came no lower than 0\.154692\./);
  expect(endsAbove(ends(0.05, 0.1), 0.1)).toBeNull();
});

test('a method that loses itself is named with its step', () => {
  expect(endsAbove([{ value: 130, lostAt: 7 }], 20)).toContain(
    'left the finite numbers at step 7: take a smaller step',
  );
});

test('an end without a value is named, and raising the level is not advised for it', () => {
  const none = Number.POSITIVE_INFINITY;
  expect(endsAbove(ends(none, 1), 2)).toBe('f has no value at End 1: move it to where it has one.');
  expect(endsAbove(ends(none, Number.NaN), 2)).toBe(
    'f has no value at End 1 and End 2: move both to where it has one.',
  );
  expect(endsAbove(ends(1, none), 0.5)).toMatch(/^f has no value at End 2: .* An end came no lower than 1\. Raise/);
});
