import { expect, test } from 'vitest';
import { newtonDescent } from '../../../src/core/descent/newtonDescent.ts';
import { objectiveOf, valueAt } from '../formula/objectiveOf.ts';

const rosenbrock = objectiveOf('(1 - x)^2 + 100*(y - x^2)^2');

test('ends at the minimum of a bent valley, from its floor and from far away', () => {
  for (const start of [
    [0.95, 0.9],
    [-1.2, 1],
    [1.8, -0.8],
  ]) {
    const [x, y] = newtonDescent(rosenbrock, start, 100);
    expect(x).toBeCloseTo(1, 6);
    expect(y).toBeCloseTo(1, 6);
  }
});

test('no step rises, also where the Hessian is indefinite', () => {
  const f = objectiveOf('x^2 - y^2 + y^4/4');
  let before = Number.POSITIVE_INFINITY;
  for (let steps = 0; steps < 12; steps++) {
    const [x = 0, y = 0] = newtonDescent(f, [0.7, 0.1], steps);
    const value = valueAt(f, x, y);
    expect(value).toBeLessThanOrEqual(before);
    before = value;
  }
  expect(before).toBeCloseTo(-1, 9);
});

test('a start without a slope, or without numbers, is where it ends', () => {
  expect([...newtonDescent(objectiveOf('x^2 - y^2'), [0, 0], 10)]).toEqual([0, 0]);
  expect([...newtonDescent(objectiveOf('log(x) + y'), [-1, 0], 10)]).toEqual([-1, 0]);
});
