import { expect, test } from 'vitest';
import { Rng } from '../../../src/core/rng.ts';
import { diagonalQuadratic, lee, product } from './objectives.ts';
import { iterates, runMethod } from './runMethod.ts';

const id = 'coordinate-descent';

test('by hand: one coordinate a step, in turn, each with the derivative where the last step led', () => {
  const bowl = iterates(id, { stepSize: 0.1 }, diagonalQuadratic(1, 4), [1, 1], 4);
  const expected = [
    [0.8, 1],
    [0.8, 0.2],
    [0.64, 0.2],
    [0.64, 0.04],
  ];
  for (const [k, point] of expected.entries()) {
    for (const [i, coordinate] of point.entries()) expect(bowl[k]![i]).toBeCloseTo(coordinate, 14);
  }
  // xy from (3, 1): x = 3 − 0.5·1, y = 1 − 0.5·2.5, x = 2.5 + 0.5·0.25.
  expect(iterates(id, { stepSize: 0.5 }, product(), [3, 1], 3)).toEqual([
    [2.5, 1],
    [2.5, -0.25],
    [2.625, -0.25],
  ]);
});

test('random order takes the stream’s uniform numbers, one a step, and changes every coordinate alike', () => {
  const f = diagonalQuadratic(1, 2, 3);
  const points = iterates(id, { stepSize: 0.01, order: 'random' }, f, [1, 1, 1], 3000, 8);
  const rng = Rng.seeded(8);
  const counts = [0, 0, 0];
  let before = [1, 1, 1];
  for (const point of points) {
    const chosen = Math.floor(3 * rng.uniform());
    expect(point.flatMap((t, i) => (t === before[i] ? [] : [i]))).toEqual([chosen]);
    counts[chosen]!++;
    before = point;
  }
  // Four standard deviations of a binomial count.
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(4 * Math.sqrt(3000 * (1 / 3) * (2 / 3)));
});

test('from beside the stable set it leaves the saddle, from y = 0 it converges to it; a gradient a step', () => {
  const beside = runMethod(id, { stepSize: 0.1 }, lee(), [1, 1e-9]);
  expect([beside.status, beside.final.type]).toEqual(['converged', 'minimum']);
  const on = runMethod(id, { stepSize: 0.1 }, lee(), [1, 0]);
  expect([on.status, on.final.type]).toEqual(['converged', 'saddle']);
  expect(on.evaluations).toEqual({ value: 0, gradient: on.iterations, hvp: 0, hessian: 0 });
});

test('a random order is repeated and never stops on a small gradient', () => {
  const outcome = runMethod(id, { order: 'random', stepSize: 0.1 }, lee(), [0.5, 0.5], { maxIterations: 400 });
  expect(outcome.status).toBe('max-iterations');
  expect(outcome.final.gradientNorm).toBeLessThan(1e-6);
});
