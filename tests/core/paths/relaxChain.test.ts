import { expect, test } from 'vitest';
import { resampled } from '../../../src/core/paths/beads.ts';
import { relaxChain } from '../../../src/core/paths/relaxChain.ts';
import { drain } from '../../../src/core/task.ts';
import { objectiveOf } from '../formula/objectiveOf.ts';
import { counted, lengthOf } from './pathCases.ts';

test('resampling keeps the ends and sets the others at equal distances along the line', () => {
  const corner = Float64Array.of(0, 0, 3, 0, 3, 1);
  const beads = resampled(corner, 2, 5);
  expect([...beads]).toEqual([0, 0, 1, 0, 2, 0, 3, 0, 3, 1]);
});

test('a chain across a bent valley slides to its bottom, and its ends stay', () => {
  // The valley y = x² (1 − x²)… of (y − x²)²: from (−1, 1) to (1, 1) its bottom is the parabola itself.
  const f = counted(objectiveOf('(y - x^2)^2'));
  const start = resampled(Float64Array.of(-1, 1, 1, 1), 2, 21);
  const rule = { iterations: 400, momentum: 0.5, stepShare: 0.3 };
  const seen: number[] = [];
  const chain = drain(relaxChain(f, start, rule, (_beads, _values, k) => void seen.push(k)));
  expect([...chain.slice(0, 2), ...chain.slice(-2)]).toEqual([-1, 1, 1, 1]);
  for (let k = 0; k < 21; k++) {
    const [x, y] = [chain[2 * k] as number, chain[2 * k + 1] as number];
    expect(Math.abs(y - x * x)).toBeLessThan(1e-3);
  }
  expect(seen).toEqual(Array.from({ length: 400 }, (_, k) => k + 1));
  const step = lengthOf(chain, 2) / 20;
  for (let k = 1; k < 21; k++) expect(lengthOf(chain.slice(2 * k - 2, 2 * k + 2), 2)).toBeCloseTo(step, 2);
});

test('what is not finite moves nothing', () => {
  const f = counted(objectiveOf('log(x)*0 + y^2'));
  const start = resampled(Float64Array.of(-1, 1, 1, 1), 2, 5);
  const chain = drain(relaxChain(f, start, { iterations: 3, momentum: 0.9, stepShare: 0.3 }, () => undefined));
  expect(chain.every(Number.isFinite)).toBe(true);
});
