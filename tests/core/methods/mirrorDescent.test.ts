import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mirrorDescent } from '../../../src/core/methods/mirrorDescent.ts';
import { diagonalQuadratic, himmelblau, lee, product } from './objectives.ts';
import { iterates, runMethod } from './runMethod.ts';

const id = 'mirror-descent';

describe('p-norm', () => {
  test('by hand, p = 3/2, x² + 4y² from (1, 1)', () => {
    // ∇Φ = 2^{1/3}·(1, 1); minus 0.1·(2, 8); with q = 3 back by sign(y)·y²/‖y‖₃.
    const [a, b] = [Math.cbrt(2) - 0.2, Math.cbrt(2) - 0.8];
    const norm = Math.cbrt(a ** 3 + b ** 3);
    const [first] = iterates(id, { stepSize: 0.1, p: 1.5 }, diagonalQuadratic(1, 4), [1, 1], 1);
    expect(first![0]).toBeCloseTo(a ** 2 / norm, 14);
    expect(first![1]).toBeCloseTo(b ** 2 / norm, 14);
  });

  test('keeps signs: with −0.5 in the second coordinate of the dual', () => {
    // From (1, 0): ‖x‖ = 1, ∇Φ = (1, 0); f = xy has the gradient (0, 1): y = (1, −0.5).
    const norm = Math.cbrt(1 + 0.125);
    const [first] = iterates(id, { stepSize: 0.5, p: 1.5 }, product(), [1, 0], 1);
    expect(first![0]).toBeCloseTo(1 / norm, 14);
    expect(first![1]).toBeCloseTo(-0.25 / norm, 14);
  });

  test('p = 2 is gradient descent, and so is every p in one variable', () => {
    const plain = iterates('gradient-descent', { stepSize: 0.01 }, himmelblau(), [0, 0], 20);
    expect(iterates(id, { stepSize: 0.01, p: 2 }, himmelblau(), [0, 0], 20)).toEqual(plain);
    const line = iterates(id, { stepSize: 0.1, p: 1.3 }, diagonalQuadratic(1), [-3], 10);
    for (const [k, [x]] of line.entries()) expect(x).toBeCloseTo(-3 * 0.8 ** (k + 1), 12);
  });

  test('the map and its conjugate undo each other at every scale: a step of a constant function stays', () => {
    const flat = diagonalQuadratic(0, 0, 0);
    const entry = fc.oneof(fc.double({ min: 1e-12, max: 1, noNaN: true }), fc.constantFrom(0, -1));
    const property = fc.property(
      fc.array(entry, { minLength: 3, maxLength: 3 }),
      fc.constantFrom(1e-200, 1e-9, 1, 1e9, 1e200),
      fc.double({ min: 1.1, max: 2, noNaN: true }),
      (entries, scale, p) => {
        const start = entries.map((t) => t * scale);
        const [point] = iterates(id, { p }, flat, start, 1);
        for (let i = 0; i < 3; i++) {
          expect(Math.abs(point![i]! - start[i]!)).toBeLessThanOrEqual(1e-13 * Math.max(...start.map(Math.abs)));
        }
      },
    );
    fc.assert(property, { seed: 10, numRuns: 300 });
  });

  test('leaves the neighbourhood of the saddle for a minimum, a gradient a step', () => {
    const settings = { gradientTolerance: 1e-4, maxIterations: 5000 };
    const outcome = runMethod(id, { stepSize: 0.1 }, lee(), [0.5, 1e-3], settings);
    expect([outcome.status, outcome.final.type]).toEqual(['converged', 'minimum']);
    expect(outcome.final.x[1]).toBeCloseTo(1, 6);
    // √x falls by about ηx a step for p = 3/2 beside (0, 1), so that 1/√x grows by η.
    const { points } = outcome.trajectory;
    const inverse = (k: number) => 1 / Math.sqrt(points[2 * k]!);
    const last = outcome.iterations;
    expect((inverse(last) - inverse(last - 200)) / 200).toBeCloseTo(0.1, 2);
    expect(outcome.evaluations).toEqual({ value: 0, gradient: outcome.iterations, hvp: 0, hessian: 0 });
  });
});

describe('entropy', () => {
  const entropy = { map: 'entropy', stepSize: 0.1 };

  test('by hand: x_i·e^{−η∂_i f}', () => {
    const [first, second] = iterates(id, entropy, diagonalQuadratic(1, -1), [1, 2], 2);
    const [x, y] = [Math.exp(-0.2), 2 * Math.exp(0.4)];
    expect(first).toEqual([expect.closeTo(x, 14), expect.closeTo(y, 14)]);
    expect(second).toEqual([expect.closeTo(x * Math.exp(-0.2 * x), 14), expect.closeTo(y * Math.exp(0.2 * y), 13)]);
  });

  test('finds the minimum of the orthant and stays positive, where gradient descent leaves it', () => {
    const start = [0.1, 0.1];
    const outcome = runMethod(id, { map: 'entropy', stepSize: 0.005 }, himmelblau(), start);
    expect([outcome.status, outcome.final.type]).toEqual(['converged', 'minimum']);
    expect([...outcome.final.x]).toEqual([expect.closeTo(3, 7), expect.closeTo(2, 7)]);
    expect(outcome.trajectory.points.every((t) => t > 0)).toBe(true);
  });

  test('leaves the neighbourhood of a saddle inside the orthant', () => {
    // The saddle (3.385, 0.0739) of Himmelblau; y unstable.
    for (const [y, to] of [
      [0.09, 2],
      [0.05, null],
    ] as const) {
      const { final } = runMethod(id, { map: 'entropy', stepSize: 0.005 }, himmelblau(), [3.385, y]);
      if (to !== null) expect(final.x[1]).toBeCloseTo(to, 6);
      // Below the saddle f falls towards y = 0 and beyond, which the map does not allow.
      else expect(final.x[1]).toBeLessThan(0.01);
    }
  });

  test.each([
    [[1, -0.5], 'coordinate 2 is −0.5'],
    [[0, 1], 'coordinate 1 is 0'],
  ])('outside its domain it ends and says so: %j', (start, found) => {
    const outcome = runMethod(id, entropy, himmelblau(), start);
    expect([outcome.status, outcome.iterations]).toEqual(['line-search-failed', 0]);
    expect([...outcome.final.x]).toEqual(start);
    expect(outcome.message).toContain(
      `The entropy map is defined only where every coordinate is positive, and ${found}`,
    );
    expect(outcome.evaluations.gradient).toBe(0);
  });
});

test('says where in a box its map is not defined', () => {
  const entropy = { stepSize: 0.1, map: 'entropy', p: 1.5 } as const;
  const box = (low: number, high: number) => [[0.5, 2] as const, [low, high] as const];
  expect(mirrorDescent.undefinedIn?.(entropy, box(0.1, 2))).toBeNull();
  expect(mirrorDescent.undefinedIn?.(entropy, box(-1, 2))).toContain('only where every coordinate is positive');
  expect(mirrorDescent.undefinedIn?.(entropy, box(-1, 0))).toContain('nowhere in the domain');
  expect(mirrorDescent.undefinedIn?.({ ...entropy, map: 'p-norm' }, box(-1, 0))).toBeNull();
});
