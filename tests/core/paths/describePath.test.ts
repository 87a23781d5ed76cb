import { expect, test } from 'vitest';
import { describePath } from '../../../src/core/paths/describePath.ts';
import { landscape, search } from './pathCases.ts';

const himmelblau = landscape('himmelblau');
const ENDS = [
  [3, 2],
  [3.584428, -1.848127],
] as const;

test('a connection in numbers: beads, maximum, lengths, evaluations, samples', () => {
  const { evaluations, verification, ...result } = search(himmelblau, { ends: ENDS, level: 20, shorten: true });
  const { value, gradient } = evaluations;
  expect(describePath({ evaluations, verification, ...result })).toBe(
    `Dynamic string sampling joined the ends below 20 over 2 beads: the path rises to 13.7122 and is as long as the straight segment, and as long as the segment when pulled tight. ${value} values and ${gradient} gradients; confirmed at ${verification.samples} samples at most 0.004865 apart.`,
  );
});

test('lengths near that of the segment are told apart, and what is not tight is not called so', () => {
  const result = search(himmelblau, { ends: ENDS, level: 13.4, shorten: true });
  expect(describePath(result)).toMatch(
    /is 1\.\d{2,3} times as long as the straight segment, and 1\.000\d+ times as long as the segment when pulled tight\./,
  );
  const shortened = { ...(result.shortened as NonNullable<typeof result.shortened>), isCutShort: true };
  expect(describePath({ ...result, shortened })).toContain('when pulled as far as it went, perhaps not yet tight.');
});

test('what sampling leaves open is said', () => {
  const result = search(himmelblau, { ends: ENDS, level: 20 });
  const open = { ...result, verification: { ...result.verification, open: 3 } };
  expect(describePath(open)).toContain('In 3 intervals between samples the estimated bound still exceeds the level.');
});

test('one of a thing is one', () => {
  const result = search(himmelblau, { ends: ENDS, level: 20 });
  const one = {
    ...result,
    evaluations: { ...result.evaluations, value: 1, gradient: 1, hvp: 1 },
    verification: { ...result.verification, open: 1 },
  };
  expect(describePath(one)).toContain(' 1 value, 1 gradient and 1 Hessian product; confirmed');
  expect(describePath(one)).toContain('In 1 interval between samples');
  const none = { ...one, status: 'not-found' as const, evaluations: { ...one.evaluations, gradient: 0, hvp: 0 } };
  expect(describePath(none)).toContain('not found within 1 evaluation.');
});

test('a failure says within what limits, where it stuck, and what it does not show', () => {
  const strings = describePath(search(himmelblau, { ends: ENDS, level: 13.2 }));
  expect(strings).toMatch(
    /^Dynamic string sampling: not found within depth \d+ and \d+ evaluations\. It stuck where the segment from (End 1|Bead \d+) to (End 2|Bead \d+) rises to 13\.3\d*, above the level 13\.2\. That does not show/,
  );
  const grid = describePath(search(himmelblau, { method: 'minimax-grid', ends: ENDS, level: 13.2 }));
  expect(grid).toMatch(
    /rises to 13\.31\d* at \(3\.\d+, −?0\.\d+\), above the level 13\.2\. Its grid joins them at 13\.31\d*\. That does not/,
  );
  expect(strings + grid).not.toMatch(/disconnected/i);
});
