import { describe, expect, test } from 'vitest';
import { countStatuses, statusCountText } from '../../../src/app/panels/runSummary.ts';

describe('the summary of many runs', () => {
  const runs = [
    { status: 'diverged', iterations: 12 },
    { status: 'converged', iterations: 380 },
    { status: 'converged', iterations: 214 },
  ] as const;

  test('counts the outcomes, the most frequent first', () => {
    expect(countStatuses(runs).map((count) => statusCountText(count, runs.length))).toEqual([
      '2 of 3 converged, 214–380 it',
      '1 of 3 diverged, 12 it',
    ]);
  });

  test('says "all" where there is one outcome', () => {
    expect(countStatuses(runs.slice(1)).map((count) => statusCountText(count, 2))).toEqual([
      'all 2 converged, 214–380 it',
    ]);
  });
});
