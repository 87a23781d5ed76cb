import { describe, expect, it } from 'vitest';
import { gapPath, withoutGaps } from '../../src/views/gaps.ts';
import { squareField } from './fields.ts';

const NAN = Number.NaN;

/** Signed area of all polygons of a path made of M, L, H, V and Z. */
function areaOf(d: string): number {
  return d
    .split('Z')
    .filter(Boolean)
    .reduce((sum, ring) => {
      const points: [number, number][] = [];
      for (const [, command, first, second] of ring.matchAll(/([MLHV])(-?[\d.]+)(?: (-?[\d.]+))?/g)) {
        const [x, y] = points.at(-1) ?? [0, 0];
        if (command === 'H') points.push([Number(first), y]);
        else if (command === 'V') points.push([x, Number(first)]);
        else points.push([Number(first), Number(second)]);
      }
      const area = points.reduce((total, [x, y], k) => {
        const [nextX, nextY] = points[(k + 1) % points.length]!;
        return total + (x * nextY - nextX * y) / 2;
      }, 0);
      return sum + Math.abs(area);
    }, 0);
}

describe('gapPath', () => {
  it('is empty where everything is finite', () => {
    const field = squareField((x) => x);
    expect(gapPath(field, 400, 400)).toBe('');
  });

  it('covers everything where nothing is finite', () => {
    expect(
      areaOf(
        gapPath(
          squareField(() => NAN),
          400,
          300,
        ),
      ),
    ).toBeCloseTo(120_000, 0);
  });

  it('ends halfway between finite and non-finite grid points, infinities included', () => {
    const field = squareField((x) => (x > 0.49 ? Number.POSITIVE_INFINITY : x), -1, 1, 5);
    // Columns at −1, −0.5, 0, 0.5, 1: the last two are missing, so the border is at 0.25 of [−1, 1].
    expect(areaOf(gapPath(field, 400, 400))).toBeCloseTo(400 * 150, 6);
    expect(gapPath(field, 400, 400)).toMatch(/^M/);
  });

  it('keeps a diagonal border diagonal', () => {
    const field = squareField((x, y) => (x + y > 1e-9 ? NAN : 0), -1, 1, 41);
    expect(areaOf(gapPath(field, 400, 400))).toBeCloseTo(80_000 - (Math.SQRT2 * 400 * (10 * Math.SQRT1_2)) / 2, -2);
  });

  it('draws one missing point as a diamond', () => {
    const field = squareField((x, y) => (x === 0 && y === 0 ? NAN : 1), -1, 1, 5);
    expect(areaOf(gapPath(field, 400, 400))).toBeCloseTo(0.5 * 100 * 100, 6);
  });

  it('has the first row at the bottom', () => {
    const field = squareField((_, y) => (y < -0.9 ? NAN : 1), -1, 1, 3);
    expect(gapPath(field, 100, 100)).toContain('100');
    expect(gapPath(field, 100, 100)).not.toMatch(/ 0[LVZ]/);
  });
});

describe('withoutGaps', () => {
  it('leaves finite values alone and continues them into the gap', () => {
    const filled = withoutGaps(Float64Array.of(1, NAN, NAN, NAN, 5, 5), 6);
    expect([...filled]).toEqual([1, 1, 3, 5, 5, 5].map((value) => expect.closeTo(value, 9)));
  });
  it('returns NaN where nothing is finite, and ends', () => {
    expect(withoutGaps(new Float64Array(9).fill(NAN), 3).every(Number.isNaN)).toBe(true);
  });
  it('keeps the order of a row from running into the next', () => {
    expect([...withoutGaps(Float64Array.of(1, 2, NAN, 7, 7, 7), 3)][2]).toBe((2 + 7) / 2);
    expect([...withoutGaps(Float64Array.of(1, 2, 9, NAN, 7, 7), 3)][3]).toBe((1 + 7) / 2);
  });
});
