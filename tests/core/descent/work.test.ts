import { expect, test } from 'vitest';
import { descend } from '../../../src/core/descent/descend.ts';
import { gradientEquivalents } from '../../../src/core/descent/gradientEquivalents.ts';
import { methodById, methods } from '../../../src/core/methods/registry.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { Rng } from '../../../src/core/rng.ts';
import { drain } from '../../../src/core/task.ts';
import { objectiveOf } from '../formula/objectiveOf.ts';

const f = objectiveOf('(x^2 + y - 11)^2 + (x + y^2 - 7)^2', ['x', 'y']);

function run(id: string, record: 'all' | number = 'all') {
  const method = methodById(id)!;
  const params = resolveParams(method.params, {}, { dimension: 2 });
  const stop = { maxIterations: 60, gradientTolerance: 1e-6, divergenceRadius: 1e10, withinDomain: false };
  return drain(descend(f, method, params, Float64Array.of(2.5, 2.5), Rng.seeded(4), { stop, record }));
}

test('a value, a gradient and a product count one, a Hessian as many as there are variables', () => {
  expect(gradientEquivalents({ value: 2, gradient: 30, hvp: 400, hessian: 1000 }, 7)).toBe(7432);
});

test('gradient descent has taken one gradient for each iteration', () => {
  const { trajectory } = run('gradient-descent');
  expect([...trajectory.work]).toEqual([...trajectory.iterations]);
});

test('Newton’s method a gradient and a Hessian of two variables for each', () => {
  const { trajectory, evaluations } = run('newton');
  expect(evaluations.value).toBe(0);
  expect([...trajectory.work]).toEqual(Array.from(trajectory.iterations, (k) => 3 * k));
});

test.each(methods.map(({ id }) => id))('%s: the work grows with the iterations up to what the run counted', (id) => {
  const { trajectory, evaluations } = run(id);
  const { work, iterations } = trajectory;
  expect(work.length).toBe(iterations.length);
  for (let k = 1; k < work.length; k++) expect(work[k]).toBeGreaterThanOrEqual(work[k - 1]!);
  expect(work.at(-1)).toBe(gradientEquivalents(evaluations, 2));
  expect(work.at(-1)).toBeGreaterThan(0);
});

test('with a stride each recorded iterate has the work of its own', () => {
  const all = run('proximal-point').trajectory;
  const some = run('proximal-point', 7).trajectory;
  for (const [k, iteration] of some.iterations.entries()) {
    expect(some.work[k]).toBe(all.work[all.iterations.indexOf(iteration)]);
  }
});
