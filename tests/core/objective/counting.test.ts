import { expect, test } from 'vitest';
import { CountingObjective } from '../../../src/core/objective/counting.ts';
import { himmelblau } from '../methods/objectives.ts';

const observed = Float64Array.of(1, 2);
/** Points that differ from the observed one in the first, the second or no coordinate. */
const points = [
  [9, 2],
  [1, 9],
  [1, 2],
].map((x) => Float64Array.from(x));

test('gives the function’s own values and gradients, at the observed point and away from it', () => {
  const f = himmelblau();
  const counted = new CountingObjective(f);
  for (const x of points) {
    expect(counted.observe(observed)).toBe(f.value(observed));
    const gradient = f.gradient(x, new Float64Array(2));
    expect(counted.value(x)).toBe(f.value(x));
    expect(counted.gradient(x, new Float64Array(2))).toEqual(gradient);
    const out = new Float64Array(2);
    expect(counted.valueAndGradient(x, out)).toBe(f.value(x));
    expect(out).toEqual(gradient);
  }
});

test('counts every request, and asks the function at the observed point only once', () => {
  const f = himmelblau();
  const counted = new CountingObjective(f);
  const out = new Float64Array(2);
  counted.observe(observed);
  expect(counted.counts).toEqual({ value: 0, gradient: 0, hvp: 0, hessian: 0 });
  counted.value(observed);
  counted.gradient(observed, out);
  counted.valueAndGradient(observed, out);
  expect(f.calls).toEqual({ value: 1, gradient: 1, hessian: 0 });
  counted.gradient(Float64Array.of(3, 3), out);
  counted.hessian(observed, new Float64Array(4));
  counted.hvp(observed, observed, out);
  expect(f.calls).toEqual({ value: 1, gradient: 2, hessian: 1 });
  expect(counted.counts).toEqual({ value: 2, gradient: 3, hvp: 1, hessian: 1 });
});

test('before the first observation nothing is remembered', () => {
  const counted = new CountingObjective(himmelblau());
  expect(counted.gradient(Float64Array.of(0, 0), new Float64Array(2))).toEqual(Float64Array.of(-14, -22));
  expect(counted.value(Float64Array.of(0, 0))).toBe(170);
});

test('later changes of the observed array do not reach the memory', () => {
  const f = himmelblau();
  const counted = new CountingObjective(f);
  const x = observed.slice();
  counted.observe(x);
  x[0] = 5;
  expect(counted.gradient(x, new Float64Array(2))).toEqual(f.gradient(x, new Float64Array(2)));
});
