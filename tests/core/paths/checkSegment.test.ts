import { describe, expect, test } from 'vitest';
import { checkPath } from '../../../src/core/paths/checkPath.ts';
import { checkSegment } from '../../../src/core/paths/checkSegment.ts';
import { drain } from '../../../src/core/task.ts';
import { objectiveOf } from '../formula/objectiveOf.ts';
import { counted } from './pathCases.ts';

const [A, B] = [Float64Array.of(-1, 0), Float64Array.of(1, 0)];
const check = (expression: string, level: number, spacing = 1) =>
  drain(checkSegment(counted(objectiveOf(expression)), A, B, level, { spacing }));

describe('a segment', () => {
  test('is inside up to its maximum and not below', () => {
    expect(check('1 - x^2', 1)).toMatchObject({ inside: true, maximum: 1, at: 0.5 });
    expect(check('1 - x^2', 0.999)).toMatchObject({ inside: false, maximum: 1, at: 0.5 });
  });

  test('whose maximum lies between the samples is sampled finer where the slopes leave room', () => {
    // The eight intervals put samples at multiples of a quarter; the maximum is at an eighth.
    const between = '1 - (x - 0.125)^2';
    expect(check(between, 0.995)).toMatchObject({ inside: false });
    const settled = check(between, 1.001);
    expect(settled).toMatchObject({ inside: true, open: 0 });
    expect(settled.maximum).toBeLessThanOrEqual(1);
    // At its own maximum the estimated bound cannot settle everything, and says so.
    expect(check(between, 1).samples).toBeGreaterThan(settled.samples);
  });

  test('needs no finer sampling far below the level', () => {
    expect(check('x^2', 5)).toEqual({ inside: true, maximum: 1, at: 0, samples: 9, open: 0 });
  });

  test('on which f is not finite is not inside', () => {
    expect(check('1/x^2', 1e9)).toMatchObject({ inside: false, maximum: Number.POSITIVE_INFINITY, at: 0.5 });
    expect(check('log(x + 0.5)', 1e9).inside).toBe(false);
  });

  test('is sampled at the stated distance', () => {
    const f = counted(objectiveOf('x^2'));
    drain(checkSegment(f, A, B, 5, { spacing: 0.01 }));
    expect(f.counts).toEqual({ value: 201, gradient: 201, hvp: 0, hessian: 0 });
  });
});

test('a path’s maximum is refined between the samples', () => {
  const f = counted(objectiveOf('1 - 3*(x - 0.1)^2 + y'));
  const beads = Float64Array.of(-1, 0, 1, 0, 1, -5);
  const { maximum, highest, segment, inside } = drain(checkPath(f, beads, 2, 0.25));
  expect(maximum).toBeCloseTo(1, 12);
  expect(highest[0]).toBeCloseTo(0.1, 6);
  expect([segment, inside]).toEqual([0, true]);
  const low = drain(checkPath(f, beads, 0.9, 0.25));
  expect([low.inside, ...low.segments]).toEqual([false, 2, 1]);
});

test('a path’s maximum may lie in another segment than its highest sample, far above the level too', () => {
  const f = objectiveOf('max(1 - 4*(x + 0.5)^2, 1.005 - 4*(x - 0.5625)^2)');
  const beads = Float64Array.of(-1, 0, 0, 0, 1, 0);
  for (const level of [-5, 1, 2]) {
    const { maximum, segment } = drain(checkPath(counted(f), beads, level, 1));
    expect(maximum).toBeCloseTo(1.005, 9);
    expect(segment).toBe(1);
  }
});
