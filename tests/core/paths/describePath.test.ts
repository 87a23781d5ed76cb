import { describe, expect, test } from 'vitest';
import { describeOutside } from '../../../src/core/paths/describeOutside.ts';
import { describePath } from '../../../src/core/paths/describePath.ts';
import { objectiveOf } from '../formula/objectiveOf.ts';
import { ACROSS, landscape, search } from './pathCases.ts';

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
    /rises to 13\.31\d* at \(3\.\d+, −?0\.\d+\), above the level 13\.2\. Its grid of 401 × 401 points joins them at 13\.31\d*\. That does not/,
  );
  expect(strings + grid).not.toMatch(/disconnected/i);
});

test('where f has no value, the path does not rise to infinity', () => {
  const f = objectiveOf('log(x) + (y^2-1)^2');
  const domain = [
    [-1, 3],
    [-2, 2],
  ] as const;
  const ends = [
    [1, -1],
    [1, 1],
  ] as const;
  const said = (method: string, of = f) => {
    const result = search({ f: of, prepared: { domain } }, { method, ends, level: 0.5 });
    return [describePath(result), result.maxValue, result.stuck?.maximum] as const;
  };
  const [band, maximum] = said('nudged-elastic-band');
  expect(band).toMatch(
    / f has no value at \(−?[\d.]+(×10\S+)?, −?[\d.]+\) on the path; choose another method, or move the ends so that/,
  );
  expect(band).not.toContain('∞');
  expect(maximum).toBeNaN();
  // +∞ is a value that f has.
  const [risen, infinite] = said('straight', objectiveOf('1/abs(y)'));
  expect(risen).toContain('The path rises to ∞ at (1, 0)');
  expect(infinite).toBe(Number.POSITIVE_INFINITY);
});

test('string sampling that stuck where f has no value says that, and not that the segment rises to infinity', () => {
  const result = search(himmelblau, { ends: ENDS, level: 13.2 });
  const stuck = (more: object) => ({
    ...result,
    stuck: { ...(result.stuck as NonNullable<typeof result.stuck>), maximum: Number.NaN, ...more },
  });
  expect(describePath(stuck({ bead: null, value: null }))).toMatch(
    / It stuck where f has no value on part of the segment from \S+ \d+ to \S+ \d+\. That/,
  );
  expect(describePath(stuck({ bead: result.highest, value: Number.NaN }))).toContain(
    ': a bead put on it met no value of f.',
  );
  const f = objectiveOf('log(x - 0.999*exp(-40*y^2))');
  const holes = search(
    { f, prepared: { domain: ACROSS.domain } },
    {
      ends: [
        [0.9, -1],
        [0.9, 1],
      ],
      level: 0.5,
      params: { depth: 1, attempts: 0, iterations: 1 },
    },
  );
  expect(holes.stuck?.maximum).toBeNaN();
});

describe('of one variable', () => {
  const f = objectiveOf('(x^2-1)^2', ['x']);
  const well = { f, prepared: { domain: [[-2, 2]] as const } };
  const ends = [[-1], [1]] as const;

  test('a point above the level between the ends shows that they lie in different components', () => {
    for (const method of ['dynamic-string-sampling', 'straight', 'nudged-elastic-band', 'bezier-curve']) {
      const result = search(well, { method, ends, level: 0.9 });
      expect(result.divider).toEqual({ x: expect.closeTo(0, 6), value: expect.closeTo(1, 12) });
      expect(describePath(result)).toMatch(
        /In one variable there is no other way than past 0, where f is 1, above the level 0\.9: the ends lie in different components\.$/,
      );
      expect(describePath(result)).not.toContain('does not show');
    }
    expect(search(well, { ends, level: 1.1 }).divider).toBeNull();
  });

  test('a point without a value does, too; a path that goes astray outside of the ends does not', () => {
    const holes = { f: objectiveOf('log(abs(x)-0.1)', ['x']), prepared: well.prepared };
    const result = search(holes, { method: 'bezier-curve', ends, level: 0.9 });
    expect(describePath(result)).toMatch(/than past −?[\d.]+, where f has no value: the ends lie in/);
    const flat = { f: objectiveOf('0*x', ['x']), prepared: well.prepared };
    expect(describePath({ ...search(flat, { ends, level: 0.9 }), status: 'not-found' })).toContain(
      'That does not show',
    );
  });

  test('of two variables nothing is shown', () => {
    expect(search(himmelblau, { ends: ENDS, level: 13.2 }).divider).toBeNull();
  });
});

describe('a box too small', () => {
  const ring = objectiveOf('(x^2+y^2-1)^2');
  const box = (half: number) => ({ f: ring, prepared: { domain: [[-half, half] as const, [-half, half] as const] } });
  const ends = [
    [-1, 0],
    [1, 0.1],
  ] as const;

  test('which ends and how many beads lie outside, and how wide the box must be', () => {
    const result = search(box(0.5), { ends, level: 0.1 });
    expect(result.status).toBe('connected');
    const count = result.beads.length / 2 - 2;
    const match =
      /^ End 1, End 2 and all (\d+) beads between them lie outside of the box \[−0\.5, 0\.5\] × \[−0\.5, 0\.5\]; to see all of it, and to let grids look there, widen the box to \[(\S+), (\S+)\] × \[(\S+), (\S+)\]\.$/.exec(
        describeOutside(result),
      );
    const [all, ...sides] = (match?.slice(1) ?? []).map((text) => Number(text.replace('−', '-')));
    expect(all).toBe(count);
    const [left, right, low, high] = sides as [number, number, number, number];
    for (let k = 0; k < result.beads.length; k += 2) {
      const [x, y] = [...result.beads.subarray(k, k + 2)] as [number, number];
      expect([x > left, x < right, y > low, y < high]).toEqual([true, true, true, true]);
    }
    expect(right - left).toBeLessThan(3);
    expect(describePath(result).endsWith(describeOutside(result))).toBe(true);
  });

  test('a search that finds nothing says so too; a box that is wide enough is not mentioned', () => {
    const tight = search(box(0.5), { method: 'straight', ends, level: 0.1 });
    expect(describePath(tight)).toMatch(/lie in different components\. End 1 and End 2 lie outside of the box/);
    expect(describeOutside(search(box(2), { ends, level: 0.1 }))).toBe('');
  });

  test('one of each, and a path pulled tight', () => {
    const domain = [
      [0, 1],
      [0, 1],
    ] as const;
    const of = (beads: number[], tight: number[] | null = null) =>
      describeOutside({
        domain,
        beads: Float64Array.from(beads),
        shortened: tight && { beads: Float64Array.from(tight) },
      });
    expect(of([0, 0, 0.5, 2, 1, 1])).toMatch(
      /^ The bead between the ends lies outside .* widen the box to \[0, 1\] × \[0, 2\.1\]\.$/,
    );
    expect(of([0, 0, 0.5, 2, 0.5, 3, 1, 1])).toMatch(/^ All 2 beads between the ends lie outside/);
    expect(of([0, 0, 0.5, 2, 0.5, 1, 1, 1])).toMatch(/^ 1 of the 2 beads between the ends lies outside/);
    expect(of([0, 0, 0.5, 1, 1, 1.5])).toMatch(/^ End 2 lies outside/);
    expect(of([0, 0, 1, 1], [0, 0, 0.5, -1, 1, 1])).toMatch(
      /^ Part of the path pulled tight lies .* × \[−1\.1, 1\]\.$/,
    );
    expect(of([0, 0, 1, 1])).toBe('');
  });

  test('of many variables a box says nothing', () => {
    const four = { domain: [[0, 1] as const, [0, 1] as const, [0, 1] as const, [0, 1] as const], shortened: null };
    expect(describeOutside({ ...four, beads: Float64Array.of(0, 0, 0, 9, 1, 1, 1, 1) })).toBe('');
  });
});
