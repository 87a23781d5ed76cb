import { describe, expect, test } from 'vitest';
import { methods } from '../../../src/core/methods/registry.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { Rng } from '../../../src/core/rng.ts';
import { diagonalQuadratic, himmelblau, lee } from './objectives.ts';
import { iterates } from './runMethod.ts';

function expectIterates(actual: number[][], expected: number[][]): void {
  expect(actual.length).toBe(expected.length);
  for (const [k, point] of expected.entries()) {
    for (const [i, coordinate] of point.entries()) expect(actual[k]![i]).toBeCloseTo(coordinate, 12);
  }
}

/** x² + 4y²: gradient (2x, 8y). */
const bowl = () => diagonalQuadratic(1, 4);

describe('the first two iterates, by hand', () => {
  test('gradient descent', () => {
    expectIterates(iterates('gradient-descent', { stepSize: 0.1 }, bowl(), [1, 1], 2), [
      [0.8, 0.2],
      [0.64, 0.04],
    ]);
    // Himmelblau at 0: gradient (−14, −22).
    expectIterates(iterates('gradient-descent', { stepSize: 0.01 }, himmelblau(), [0, 0], 1), [[0.14, 0.22]]);
  });

  test('heavy ball: x⁺ = x − η∇f(x) + β(x − x_prev)', () => {
    expectIterates(iterates('heavy-ball', { stepSize: 0.1, momentum: 0.5 }, bowl(), [1, 1], 3), [
      [0.8, 0.2],
      [0.64 - 0.1, 0.04 - 0.4],
      [0.54 * 0.8 + 0.5 * (0.54 - 0.8), -0.36 * 0.2 + 0.5 * (-0.36 - 0.2)],
    ]);
  });

  test('Nesterov: the gradient is taken at y = x + β(x − x_prev)', () => {
    expectIterates(iterates('nesterov', { stepSize: 0.1, momentum: 0.5 }, bowl(), [1, 1], 3), [
      [0.8, 0.2],
      [0.8 * 0.7, 0.2 * (0.2 - 0.4)],
      [0.8 * (0.56 + 0.5 * (0.56 - 0.8)), 0.2 * (-0.04 + 0.5 * (-0.04 - 0.2))],
    ]);
  });

  test('AdaGrad', () => {
    const actual = iterates('adagrad', { stepSize: 0.1, epsilon: 0 }, bowl(), [1, 1], 2);
    expectIterates(actual, [
      [0.9, 0.9],
      [0.9 - (0.1 * 1.8) / Math.sqrt(4 + 1.8 ** 2), 0.9 - (0.1 * 7.2) / Math.sqrt(64 + 7.2 ** 2)],
    ]);
  });

  test('RMSProp', () => {
    const actual = iterates('rmsprop', { stepSize: 0.1, decay: 0.9, epsilon: 0 }, diagonalQuadratic(1), [1], 2);
    const first = 1 - 0.2 / Math.sqrt(0.4);
    const second = first - (0.1 * 2 * first) / Math.sqrt(0.9 * 0.4 + 0.1 * 4 * first ** 2);
    expectIterates(actual, [[first], [second]]);
  });

  test('Adam', () => {
    const f = diagonalQuadratic(1);
    const actual = iterates('adam', { stepSize: 0.1, beta1: 0.9, beta2: 0.99, epsilon: 0 }, f, [1], 2);
    // g₁ = 2, x₁ = 0.9; g₂ = 1.8, m̂ = (0.18 + 0.18)/0.19, v̂ = (0.99·0.04 + 0.01·3.24)/(1 − 0.9801).
    const meanHat = (0.9 * 0.2 + 0.1 * 1.8) / (1 - 0.81);
    const squareHat = (0.99 * 0.04 + 0.01 * 3.24) / (1 - 0.9801);
    expectIterates(actual, [[0.9], [0.9 - (0.1 * meanHat) / Math.sqrt(squareHat)]]);
  });

  test('Adam’s first step is η in every coordinate, whatever the scale of the gradient', () => {
    const f = diagonalQuadratic(1e6, 1e-2, -3);
    expectIterates(iterates('adam', { stepSize: 0.25, epsilon: 0 }, f, [1, 1, -2], 1), [[0.75, 0.75, -2.25]]);
  });

  test('Newton: one step to the critical point of a quadratic, a damped one in proportion', () => {
    expectIterates(iterates('newton', {}, bowl(), [1, 1], 1), [[0, 0]]);
    expectIterates(iterates('newton', { damping: 0.25 }, bowl(), [1, -2], 2), [
      [0.75, -1.5],
      [0.5625, -1.125],
    ]);
    // y − (y³ − y)/(3y² − 1) = 2y³/(3y² − 1)
    expectIterates(iterates('newton', {}, lee(), [1, 0.3], 2), [
      [0, 0.054 / (0.27 - 1)],
      [0, (2 * (0.054 / -0.73) ** 3) / (3 * (0.054 / -0.73) ** 2 - 1)],
    ]);
  });

  test('stochastic gradient descent and SGLD add the stream’s normal numbers, one per coordinate in order', () => {
    const rng = Rng.seeded(5);
    const [a, b, c, d] = [rng.gaussian(), rng.gaussian(), rng.gaussian(), rng.gaussian()];
    const sgd = iterates('stochastic-gradient-descent', { stepSize: 0.1, noiseScale: 3 }, bowl(), [1, 1], 2, 5);
    const [x, y] = [0.8 - 0.3 * a!, 0.2 - 0.3 * b!];
    expectIterates(sgd, [
      [x, y],
      [0.8 * x - 0.3 * c!, 0.2 * y - 0.3 * d!],
    ]);
    const langevin = iterates('sgld', { stepSize: 0.1, inverseTemperature: 5 }, bowl(), [1, 1], 2, 5);
    const spread = Math.sqrt(0.04);
    const [u, v] = [0.8 + spread * a!, 0.2 + spread * b!];
    expectIterates(langevin, [
      [u, v],
      [0.8 * u + spread * c!, 0.2 * v + spread * d!],
    ]);
  });

  test('noisy gradient descent: sphere noise has length σ, Gaussian noise is the stream’s', () => {
    const params = { stepSize: 0.1, noiseScale: 2 };
    const [sphere] = iterates('noisy-gradient-descent', params, bowl(), [1, 1], 1, 9);
    expect(Math.hypot(sphere![0]! - 0.8, sphere![1]! - 0.2)).toBeCloseTo(0.2, 12);
    const rng = Rng.seeded(9);
    const [gaussian] = iterates('noisy-gradient-descent', { ...params, noise: 'gaussian' }, bowl(), [1, 1], 1, 9);
    expectIterates([gaussian!], [[0.8 - 0.2 * rng.gaussian(), 0.2 - 0.2 * rng.gaussian()]]);
  });

  test('perturbed gradient descent is gradient descent where the gradient is large', () => {
    const params = { stepSize: 0.1, gradientThreshold: 1e-3, radius: 1e-3, waitIterations: 10 };
    expectIterates(iterates('perturbed-gradient-descent', params, bowl(), [1, 1], 2), [
      [0.8, 0.2],
      [0.64, 0.04],
    ]);
  });
});

test('every method copies its start and keeps the caller’s array as it is', () => {
  for (const method of methods) {
    const f = himmelblau();
    const params = resolveParams(method.params, {}, { dimension: 2 });
    const start = Float64Array.of(1, 2);
    const rng = Rng.seeded(1);
    const state = method.init(f, start, params, rng);
    method.step(f, state, params, rng);
    expect([...start]).toEqual([1, 2]);
    expect([...state.x]).not.toEqual([1, 2]);
  }
});
