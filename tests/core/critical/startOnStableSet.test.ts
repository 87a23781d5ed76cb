import { expect, test } from 'vitest';
import type { Inspection } from '../../../src/core/critical/inspect.ts';
import { saddleNear } from '../../../src/core/critical/invariantCurves.ts';
import { startOnStableSet } from '../../../src/core/critical/startOnStableSet.ts';
import type { Objective } from '../../../src/core/objective/Objective.ts';
import { drain } from '../../../src/core/task.ts';
import { objectiveOf } from '../formula/objectiveOf.ts';

const box = [
  [-5, 5],
  [-5, 5],
] as const;
const himmelblau = objectiveOf('(x^2 + y - 11)^2 + (x + y^2 - 7)^2', ['x', 'y']);

function saddleAt(f: Objective, near: readonly number[]): Inspection {
  const found = saddleNear(f, near);
  if ('refusal' in found) throw new Error(found.refusal);
  return found.saddle;
}

/** The least distance to the saddle of gradient descent from a start, and the steps to it. */
function approach(f: Objective, saddle: Inspection, stepSize: number, start: ArrayLike<number>) {
  const x = Float64Array.from(start);
  const gradient = new Float64Array(2);
  let [least, at] = [Number.POSITIVE_INFINITY, 0];
  for (let k = 0; k < 2000; k++) {
    const distance = Math.hypot(x[0]! - saddle.x[0]!, x[1]! - saddle.x[1]!);
    if (distance < least) [least, at] = [distance, k];
    f.gradient(x, gradient);
    for (let i = 0; i < 2; i++) x[i] = x[i]! - stepSize * gradient[i]!;
  }
  return { least, at, last: Math.hypot(x[0]! - saddle.x[0]!, x[1]! - saddle.x[1]!) };
}

test.each([
  [0.0866, 2.884],
  [-0.128, -1.954],
  [3.385, 0.0739],
  [-3.073, -0.0814],
])('Himmelblau’s saddle near (%s, %s): gradient descent comes to it as near as rounding lets it', (...near) => {
  const saddle = saddleAt(himmelblau, near);
  const stepSize = 0.004;
  const start = drain(startOnStableSet(himmelblau, saddle, box, stepSize))!;
  expect(Math.hypot(start[0]! - saddle.x[0]!, start[1]! - saddle.x[1]!)).toBeGreaterThan(0.3);
  const { least, last } = approach(himmelblau, saddle, stepSize, start);
  // What shrinks by a = 1 − ηλ₂ a step meets what grows from the last digit by b = 1 + η|λ₁|.
  const [shrinking, growing] = [1 - stepSize * saddle.eigenvalues[1]!, 1 - stepSize * saddle.eigenvalues[0]!];
  const power = Math.log(shrinking) / (Math.log(shrinking) - Math.log(growing));
  expect(least).toBeLessThan(30 * 2 ** (-52 * power));
  expect(least).toBeGreaterThan(2 ** (-52 * power) / 100);
  // And then it leaves: the start is a double, and the set has no width.
  expect(last).toBeGreaterThan(1);
  const beside = approach(himmelblau, saddle, stepSize, [start[0]! + 1e-6, start[1]! + 1e-6]);
  expect(beside.least).toBeGreaterThan(30 * least);
});

test('lee-2016: a point of the line y = 0, from which it never leaves', () => {
  const f = objectiveOf('x^2/2 + y^4/4 - y^2/2', ['x', 'y']);
  const square = [
    [-2, 2],
    [-2, 2],
  ] as const;
  const saddle = saddleAt(f, [0.1, 0.1]);
  const start = drain(startOnStableSet(f, saddle, square, 0.1))!;
  expect(Math.abs(start[0]!)).toBeCloseTo(1.2, 6);
  expect(start[1]!).toBeCloseTo(0, 14);
  expect(approach(f, saddle, 0.1, start).least).toBeLessThan(1e-7);
});

test('the flow’s own set is another one, and a step of 1/λ_max or more has none', () => {
  const saddle = saddleAt(himmelblau, [3.385, 0.0739]);
  const ofFlow = drain(startOnStableSet(himmelblau, saddle, box, 0))!;
  expect(approach(himmelblau, saddle, 0.004, ofFlow).least).toBeGreaterThan(1e-6);
  expect(drain(startOnStableSet(himmelblau, saddle, box, 1 / saddle.eigenvalues[1]!))).toBeNull();
});
