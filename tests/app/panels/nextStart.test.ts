import { describe, expect, test } from 'vitest';
import { nextStart } from '../../../src/app/panels/nextStart.ts';

describe('nextStart', () => {
  const box = [
    [-2, 2],
    [0, 1000],
  ] as const;

  test('lies in the box, elsewhere every time, with few digits', () => {
    const starts = Array.from({ length: 100 }, (_, k) => nextStart(box, k));
    for (const [x = Number.NaN, y = Number.NaN] of starts) {
      expect(Math.abs(x)).toBeLessThanOrEqual(2);
      expect(y >= 0 && y <= 1000).toBe(true);
      expect(String(x).length).toBeLessThanOrEqual(5);
    }
    expect(new Set(starts.map(String)).size).toBe(100);
  });
});
