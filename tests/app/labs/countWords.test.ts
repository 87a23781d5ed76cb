import { expect, test } from 'vitest';
import { countWords, levelWords } from '../../../src/app/labs/topology/countWords.ts';

const count = { level: 50, count: 2, touchingEdge: 0, spurious: 1 };

test('what a threshold hides is said wherever components are counted', () => {
  expect(countWords({ count, hidden: 0 })).toBe('2 components, 1 spurious');
  expect(countWords({ count, hidden: 1 })).toBe(
    '2 components shown, 1 spurious, 1 hidden by the persistence threshold',
  );
  const whole = { ...count, count: 3, spurious: 2 };
  expect(levelWords({ count, hidden: 0, whole: count }, 100, true)).toBe(
    'At u = 50 the sublevel set has 2 components, 1 of them a spurious valley.',
  );
  expect(levelWords({ count, hidden: 1, whole }, 100, true)).toBe(
    'At u = 50 the sublevel set has 3 components, 2 of them spurious valleys. ' +
      '2 components are shown, 1 is hidden by the persistence threshold and painted grey.',
  );
  expect(levelWords({ count: { ...count, count: 1 }, hidden: 2, whole }, 100, false)).toBe(
    'At u = 50 the sublevel set has 3 components. ' +
      '1 component is shown, 2 are hidden by the persistence threshold and painted grey.',
  );
});
