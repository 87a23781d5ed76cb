import { expect, test } from 'vitest';
import { describeLengths } from '../../../src/core/paths/describeLengths.ts';
import type { LengthsRow } from '../../../src/core/paths/lengthsAgainstLevel.ts';

function row(level: number, connected: number, attempted: number, pairs: number, median = Number.NaN): LengthsRow {
  const three = { median, q25: median, q75: median };
  const counts = { connected, attempted, pairs, withoutValue: 0 };
  return { level, ...counts, normalizedLength: three, shortenedLength: null, beads: three };
}

test('nothing attempted is said, with what to change', () => {
  expect(describeLengths([])).toBe('');
  expect(describeLengths([row(2, 0, 0, 3), row(1, 0, 0, 3)])).toBe(
    'Nothing was searched: at no level do both ends of a pair lie below it. Raise the levels, or let the ends come down further.',
  );
});

test('what was attempted at some levels only is counted', () => {
  expect(describeLengths([row(2, 3, 3, 3, 1.2), row(1, 1, 2, 3, 1.1)])).toBe(
    'The median length is 1.2 at level 2 and 1.1 at level 1, in distances of the ends. 4 of 5 searches found a path. 1 of 6 were not begun, as an end lies above the level. At low levels fewer pairs were connected (1 of 3 at level 1): far ones and those hard to train fail first, which makes the median too small there.',
  );
  expect(describeLengths([row(1, 0, 2, 3)])).toBe(
    'None of 2 searches found a path. 1 of 3 were not begun, as an end lies above the level.',
  );
  expect(describeLengths([row(1, 2, 2, 2, 1)])).not.toContain('not begun');
});

test('easy pairs that are left at a low level are not all pairs', () => {
  const counts = [
    [10, 10],
    [10, 10],
    [10, 10],
    [5, 10],
    [5, 10],
    [4, 6],
    [4, 6],
    [2, 2],
  ] as const;
  const rows = counts.map(([connected, attempted], k) => row(8 - k, connected, attempted, 10, 1.1));
  expect(describeLengths(rows)).toContain(' At low levels fewer pairs were connected (2 of 10 at level 1): far ones');
  // A row between two whole ones, too; and none where every row lacks the same pairs.
  const dip = [row(3, 3, 3, 3, 1), row(2, 1, 3, 3, 1), row(1, 3, 3, 3, 1)];
  expect(describeLengths(dip)).toContain('(1 of 3 at level 2)');
  expect(describeLengths([row(2, 2, 3, 3, 1), row(1, 2, 2, 3, 1)])).not.toContain('fewer');
  expect(describeLengths([row(2, 2, 3, 3, 1), row(1, 3, 3, 3, 1)])).not.toContain('fewer');
});

test('a length near 1 has the digits that tell it from 1', () => {
  expect(describeLengths([row(2, 1, 1, 1, 1.00045)])).toContain('is 1.00045 at level 2');
});

test('pairs with an end at which f has no value are not counted as above the level', () => {
  const four = { ...row(2, 1, 1, 4, 1), withoutValue: 2 };
  expect(describeLengths([four])).toContain(
    ' 1 of 4 were not begun, as an end lies above the level. 2 of 4 were not begun, as at an end f has no value; choose a box in which f has values.',
  );
  expect(describeLengths([{ ...four, withoutValue: 3 }])).not.toContain('above the level');
  expect(describeLengths([{ ...row(2, 0, 0, 4), withoutValue: 4 }])).toBe(
    'Nothing was searched: at an end f has no value; choose a box in which f has values.',
  );
  expect(describeLengths([{ ...row(2, 0, 0, 4), withoutValue: 3 }])).toMatch(
    /^Nothing was searched: at no level.* 3 of 4/,
  );
});
