import { describe, expect, test } from 'vitest';
import { saddleNear } from '../../../src/core/critical/invariantCurves.ts';
import { startOnStableSet } from '../../../src/core/critical/startOnStableSet.ts';
import { runDescents } from '../../../src/core/descent/runDescents.ts';
import { describeStay, saddleStay } from '../../../src/core/descent/saddleStays.ts';
import { gradientDescent } from '../../../src/core/methods/gradientDescent.ts';
import type { Method } from '../../../src/core/methods/Method.ts';
import type { Objective } from '../../../src/core/objective/Objective.ts';
import { drain } from '../../../src/core/task.ts';
import { objectiveOf } from '../formula/objectiveOf.ts';

const lee = objectiveOf('x^2/2 + y^4/4 - y^2/2', ['x', 'y']);
const himmelblau = objectiveOf('(x^2 + y - 11)^2 + (x + y^2 - 7)^2', ['x', 'y']);

function stayFrom(
  f: Objective,
  start: ArrayLike<number>,
  stepSize: number,
  maxIterations = 1000,
  gradientTolerance = 1e-8,
) {
  const method = gradientDescent as unknown as Method;
  const stop = { maxIterations, gradientTolerance };
  const [run] = drain(
    runDescents({ objective: f, methods: [{ method, params: { stepSize } }], starts: [start], seed: 1, stop }),
  );
  return saddleStay(f, run!, stepSize);
}

describe('a start on the stable set', () => {
  test('that stays says so, and when rounding would end it', () => {
    // x shrinks by 0.9 a step, and y = 0 stays 0: 1.5·0.9^k ≤ 1e-8 from k = 179 on.
    const stay = stayFrom(lee, [1.5, 0], 0.1)!;
    expect([...stay.saddle]).toEqual([expect.closeTo(0, 12), expect.closeTo(0, 12)]);
    expect(stay.growth).toBeCloseTo(1.1, 12);
    expect(stay.left).toBeNull();
    // 1e-16·1.1^387 > 1 > 1e-16·1.1^386.
    expect(describeStay(stay, 'Gradient descent')).toBe(
      'Gradient descent converged to the saddle (0, 0) after 179 iterations: its start lies on the saddle’s stable set, ' +
        'or too near to it to have left so soon. A perturbation of 10⁻¹⁶ would grow by 1 + η|λ| = 1.1 a step and carry ' +
        'it away after about 387 iterations.',
    );
  });

  test('that runs out of iterations is where it is', () => {
    const stay = stayFrom(lee, [1.5, 0], 0.1, 100)!;
    expect(describeStay(stay, 'GD')).toMatch(/^GD is within 4×10⁻⁵ of the saddle \(0, 0\) after 100 iterations/);
  });

  test('of a curved set, right to the last digit, stays until rounding has carried it away', () => {
    const near = saddleNear(himmelblau, [0.0866, 2.884]);
    if ('refusal' in near) throw new Error(near.refusal);
    const box = [
      [-5, 5],
      [-5, 5],
    ] as const;
    const start = drain(startOnStableSet(himmelblau, near.saddle, box, 0.004))!;
    const stay = stayFrom(himmelblau, start, 0.004, 1000, 0)!;
    expect(stay.distance).toBeLessThan(1e-9);
    expect(stay.left! - stay.arrived).toBeGreaterThan(10);
    expect(stay.offset).toBeLessThan(2e-15);
    expect(describeStay(stay, 'Gradient descent from start 1')).toMatch(
      /^Gradient descent from start 1 came along its stable set to the saddle \(0\.0866\d*, 2\.884\), within .* at iteration \d+, and stayed until rounding, which grows by 1 \+ η\|λ\| = 1\.\d+ a step, had carried it away at iteration \d+\.$/,
    );
  });

  test('and one beside it by 1e-9 leaves sooner, for that reason', () => {
    const stay = stayFrom(lee, [1.5, 1e-9], 0.1)!;
    expect(stay.left).not.toBeNull();
    expect(stay.offset! / 1e-9).toBeGreaterThan(0.9);
    expect(stay.offset! / 1e-9).toBeLessThan(1.1);
    expect(describeStay(stay, 'GD')).toMatch(
      /, and had left by iteration \d+: its start lies about 1×10⁻⁹ beside the set, which grows by 1 \+ η\|λ\| = 1\.1 a step\.$/,
    );
  });
});

describe('no stay', () => {
  test.each([
    ['a run to a minimum', [0.5, 0.8]],
    ['a start at the saddle itself', [0, 0]],
    ['a start near the saddle that leaves', [1e-3, 1e-3]],
    ['a run that is slow at the saddle, but never near', [1.5, 1e-5]],
  ])('%s', (_, start) => {
    expect(stayFrom(lee, start, 0.1)).toBeNull();
  });

  test('at a point that is degenerate, though the function curves downward there', () => {
    const f = objectiveOf('y^4/4 - x^2/2 + x^4/4', ['x', 'y']);
    expect(stayFrom(f, [0, 0.9], 0.9, 800_000, 0)).toBeNull();
  });

  test('at a minimum, however near it comes', () => {
    expect(stayFrom(himmelblau, [3.4, 2.2], 0.004)).toBeNull();
  });
});
