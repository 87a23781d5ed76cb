import { describe, expect, test } from 'vitest';
import { claimById } from '../../../src/core/claims/registry.ts';
import { checkOn } from './checkOn.ts';

describe('level sets become more irregular', () => {
  const networks = { id: 'polynomial-regression', params: { target: 'cubic', points: 20 } };
  // Levels so near each other that what differs is chance.
  const near = { high: 0.16, low: 0.1599 };

  test.each([1, 2, 3])('one pair at two levels next to each other says nothing, seed %i', (seed) => {
    const report = checkOn('level-set-irregularity', networks, { params: { ...near, pairs: 1 }, seed });
    expect(report.verdict).toBe('inconclusive');
    const apart = report.hypotheses.find(({ name }) => name.startsWith('The pairs tell'));
    expect(apart?.holds).toBeNull();
    expect(apart?.measured).toMatch(/^the medians differ by .*, and one pair has no spread .*; take 3 or more$/);
    for (const { measured } of report.hypotheses) expect(measured).not.toMatch(/\b1 (pairs|of 1 were)/);
  });

  test('nor do two, however far apart the levels are', () => {
    const report = checkOn('level-set-irregularity', networks, { params: { high: 0.2, low: 0.1, pairs: 2 }, seed: 2 });
    const apart = report.hypotheses.find(({ name }) => name.startsWith('The pairs tell'));
    expect(apart?.measured).toContain('the quartiles of two pairs are no spread');
    expect([report.verdict, apart?.holds]).toEqual(['inconclusive', null]);
  });
});

describe('a path found is a connection', () => {
  test('pairs without a value at both ends are counted', () => {
    // f ends at x = 0: a quarter of the pairs lie in its half.
    const report = checkOn('string-sampling-certificate', 'sqrt(x) + y^2', { params: { pairs: 40 } });
    const [{ measured } = { measured: '' }] = report.hypotheses;
    const [, joined, tried, again] =
      /^(\d+) of (\d+) pairs tried; (\d+) of 40 pairs have a value at both ends$/.exec(measured)?.map(Number) ?? [];
    expect(again).toBe(tried);
    expect(tried).toBeLessThan(25);
    expect(joined).toBeLessThanOrEqual(tried as number);
    expect(joined).toBeGreaterThan(0);
  });

  test('all pairs need no second count, and one is one', () => {
    const said = (pairs: number, on: string) =>
      checkOn('string-sampling-certificate', on, { params: { pairs } }).hypotheses[0]?.measured;
    expect(said(3, 'x^2 + y^2')).toBe('3 of 3 pairs tried');
    expect(said(1, 'x^2 + y^2')).toBe('1 of 1 pair tried');
    expect(said(1, 'log(-1 - x^2 - y^2)')).toBe('0 of 1 pair has a value at both ends');
  });

  test('the statement holds for any number of samples', () => {
    expect(claimById('string-sampling-certificate')?.statement).not.toMatch(/twenty|times/);
  });
});
