import { expect, test } from 'vitest';
import { describeLengths } from '../../../src/core/paths/describeLengths.ts';
import type { LengthsRow } from '../../../src/core/paths/lengthsAgainstLevel.ts';

function row(level: number, connected: number, attempted: number, pairs: number, median = Number.NaN): LengthsRow {
  const three = { median, q25: median, q75: median };
  return { level, connected, attempted, pairs, normalizedLength: three, shortenedLength: null, beads: three };
}

test('nothing attempted is said, with what to change', () => {
  expect(describeLengths([])).toBe('');
  expect(describeLengths([row(2, 0, 0, 3), row(1, 0, 0, 3)])).toBe(
    'Nothing was searched: at no level do both ends of a pair lie below it. Raise the levels, or let the ends come down further.',
  );
});

test('what was attempted at some levels only is counted', () => {
  expect(describeLengths([row(2, 3, 3, 3, 1.2), row(1, 1, 2, 3, 1.1)])).toBe(
    'The median length is 1.2 at level 2 and 1.1 at level 1, in distances of the ends. 4 of 5 searches found a path. 1 of 6 were not begun, as an end lies above the level. At low levels fewer pairs were connected, and the far ones fail first, which makes the median too small there.',
  );
  expect(describeLengths([row(1, 0, 2, 3)])).toBe(
    'None of 2 searches found a path. 1 of 3 were not begun, as an end lies above the level.',
  );
  expect(describeLengths([row(1, 2, 2, 2, 1)])).not.toContain('not begun');
});
