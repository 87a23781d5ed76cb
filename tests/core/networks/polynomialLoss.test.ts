import { describe, expect, it } from 'vitest';
import { createPolynomialLoss } from '../../../src/core/networks/polynomialLoss.ts';
import { randomParameters, regressionNets } from '../../../src/core/networks/regressionNets.ts';
import { Rng } from '../../../src/core/rng.ts';

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const TARGETS = {
  quadratic: (x: number) => 0.5 * x * x + 0.25 * x + 0.1,
  cubic: (x: number) => 8 * x ** 3 - 10 * x * x + 3 * x,
};
const ERRORS = { absolute: Math.abs, squared: (error: number) => error * error };
type Target = keyof typeof TARGETS;
type Loss = keyof typeof ERRORS;
const KINDS: readonly (readonly [Target, Loss])[] = [
  ['quadratic', 'absolute'],
  ['quadratic', 'squared'],
  ['cubic', 'absolute'],
  ['cubic', 'squared'],
];

/** The same error by loops over units and points, written from the paper. */
function errorByHand(target: Target, loss: Loss, points: number, theta: Float64Array): number {
  let at = 0;
  const take = (count: number) => {
    at += count;
    return Array.from(theta.subarray(at - count, at));
  };
  const biases = (count: number) => (target === 'cubic' ? take(count) : new Array<number>(count).fill(0));
  const [w1, b1, w2, b2, w3, b3] = [take(4), biases(4), take(16), biases(4), take(4), biases(1)];
  let total = 0;
  for (let i = 0; i < points; i++) {
    const x = (i + 0.5) / points;
    const first = w1.map((w, j) => sigmoid(w * x + (b1[j] as number)));
    const second = b2.map((b, j) => sigmoid(first.reduce((sum, h, k) => sum + (w2[4 * j + k] as number) * h, b)));
    const sum = second.reduce((s, h, j) => s + (w3[j] as number) * h, b3[0] as number);
    total += ERRORS[loss]((target === 'cubic' ? sum : sigmoid(sum)) - TARGETS[target](x));
  }
  return total / points;
}

const objectiveOf = (target: Target, loss: Loss, points: number) => createPolynomialLoss({ target, loss, points });
const randomPoint = (target: Target, label: string, scale = 1) =>
  randomParameters(regressionNets[target], Rng.seeded(3).split(label)).map((x) => scale * x);

describe.each(KINDS)('%s, %s', (target, loss) => {
  const points = 200;
  const f = objectiveOf(target, loss, points);
  const n = f.dimension;

  it('is the error that a loop by hand finds', () => {
    expect(n).toBe(target === 'cubic' ? 33 : 24);
    for (const scale of [0, 1, 10, 100]) {
      for (let k = 0; k < 5; k++) {
        const x = randomPoint(target, `${k}`, scale);
        const expected = errorByHand(target, loss, points, x);
        expect(Math.abs(f.value(x) - expected)).toBeLessThanOrEqual(1e-13 * Math.max(1, expected));
      }
    }
  });

  it('has the same bits at a point again, from value and gradient alike', () => {
    const x = randomPoint(target, 'again');
    const gradient = new Float64Array(n);
    const value = f.valueAndGradient(x, gradient);
    expect(f.value(x)).toBe(value);
    expect(f.gradient(x, new Float64Array(n))).toEqual(gradient);
    expect(objectiveOf(target, loss, points).valueAndGradient(x, new Float64Array(n))).toBe(value);
  });
});
