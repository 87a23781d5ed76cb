import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { solvePositiveInPlace } from '../../../src/core/methods/newtonStep.ts';
import { diagonalQuadratic, handWritten, himmelblau, lee, plunge, rastrigin, root } from './objectives.ts';
import { iterates, runMethod } from './runMethod.ts';

const id = 'proximal-point';

describe('by hand', () => {
  test('on Σλθ² the step is θ/(1 + 2ηλ)', () => {
    expect(iterates(id, { stepSize: 0.5 }, diagonalQuadratic(1, 4), [1, 1], 2)).toEqual([
      [expect.closeTo(1 / 2, 14), expect.closeTo(1 / 5, 14)],
      [expect.closeTo(1 / 4, 14), expect.closeTo(1 / 25, 14)],
    ]);
    // A saddle: 1 + 2ηλ = 1/2 doubles.
    const [first] = iterates(id, { stepSize: 0.25 }, diagonalQuadratic(1, -1), [1, 1], 1);
    expect(first).toEqual([expect.closeTo(2 / 3, 14), expect.closeTo(2, 14)]);
  });

  test('one Newton step solves a quadratic: f at x, at the point tried and at z, two gradients, one Hessian', () => {
    const { evaluations } = runMethod(id, { stepSize: 0.5 }, diagonalQuadratic(1, 4), [1, 1], { maxIterations: 1 });
    expect(evaluations).toEqual({ value: 3, gradient: 2, hvp: 0, hessian: 1 });
  });
});

describe('each iterate solves its inner problem', () => {
  test.each([1e-3, 0.1, 1, 30])('∇f(x⁺) + (x⁺ − x)/η vanishes to the tolerance, and q fell: η = %d', (stepSize) => {
    const f = himmelblau();
    const tolerance = 1e-9;
    const given = { stepSize, innerTolerance: tolerance };
    const { trajectory } = runMethod(id, given, f, [-1, -0.5], { maxIterations: 30 });
    const gradient = new Float64Array(2);
    for (let k = 1; k < trajectory.iterations.length; k++) {
      const before = trajectory.points.slice(2 * k - 2, 2 * k);
      const x = trajectory.points.slice(2 * k, 2 * k + 2);
      f.gradient(x, gradient);
      const slope = gradient.map((entry, i) => entry + (x[i]! - before[i]!) / stepSize);
      // (x⁺ − x)/η is known to the rounding of x over η.
      expect(Math.hypot(...slope)).toBeLessThanOrEqual(tolerance + (1e-14 * Math.hypot(...x)) / stepSize);
      const distance = (x[0]! - before[0]!) ** 2 + (x[1]! - before[1]!) ** 2;
      const rounding = 1e-14 * trajectory.values[k - 1]!;
      expect(f.value(x) + distance / (2 * stepSize)).toBeLessThanOrEqual(trajectory.values[k - 1]! + rounding);
    }
  });
});

describe('runs', () => {
  test('from beside the saddle they leave it, at it they stay', () => {
    const beside = runMethod(id, { stepSize: 0.5 }, lee(), [0.5, 1e-9]);
    expect([beside.status, beside.final.type]).toEqual(['converged', 'minimum']);
    const on = runMethod(id, { stepSize: 0.5 }, lee(), [0.5, 0]);
    expect([on.status, on.final.type]).toEqual(['converged', 'saddle']);
  });

  test('a stiff inner problem that is not convex: 50x² + y⁴/4 − y²/2, where gradient steps would creep', () => {
    const f = handWritten({
      name: 'stiff',
      dimension: 2,
      value: ([x, y]) => 50 * x! ** 2 + y! ** 4 / 4 - y! ** 2 / 2,
      gradient: ([x, y]) => [100 * x!, y! ** 3 - y!],
      hessian: ([, y]) => [
        [100, 0],
        [0, 3 * y! ** 2 - 1],
      ],
    });
    const outcome = runMethod(id, { stepSize: 30 }, f, [0.5, 1e-3]);
    expect([outcome.status, outcome.final.type]).toEqual(['converged', 'minimum']);
    expect(outcome.evaluations.hessian).toBeLessThan(60);
  });

  test('η beyond 1/ℓ finds the local minimiser that descent finds', () => {
    const outcome = runMethod(id, { stepSize: 1e4 }, lee(), [0.5, 0.1]);
    expect([outcome.status, outcome.final.type]).toEqual(['converged', 'minimum']);
    expect(outcome.iterations).toBeLessThan(4);
  });

  test.each([1e-3, 0.1, 10])('converge where the rounding of f hides its fall, η = %d', (stepSize) => {
    const f = rastrigin();
    for (let k = 0; k < 60; k++) {
      const start = [2.1 - 0.07 * k, -1.3 + 0.03 * k];
      const { status, final } = runMethod(id, { stepSize }, f, start);
      expect([status, final.type]).toEqual(['converged', 'minimum']);
    }
  });

  test('points where f is not a number are not taken', () => {
    const outcome = runMethod(id, { stepSize: 100 }, root(), [0.01]);
    expect(outcome.status).toBe('converged');
    expect(outcome.final.x[0]).toBeCloseTo(0.25, 7);
  });

  test('an inner problem without a minimiser ends the run, with its numbers, and x stays', () => {
    const outcome = runMethod(id, { stepSize: 1 }, plunge(), [1]);
    expect([outcome.status, outcome.iterations, outcome.final.x[0]]).toEqual(['line-search-failed', 0, 1]);
    expect(outcome.message).toMatch(/The inner problem at \(1\) with η = 1 was not solved: ‖∇q‖ = /);
  });
});

describe('Cholesky', () => {
  test('solves positive definite systems and refuses others', () => {
    const entry = fc.double({ min: -1, max: 1, noNaN: true });
    const property = fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.array(entry, { minLength: 42, maxLength: 42 }),
      fc.constantFrom(1e-9, 1, 1e9),
      (n, entries, scale) => {
        // RᵀR + I, times the scale.
        const matrix = new Float64Array(n * n);
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) {
            let sum = i === j ? 1 : 0;
            for (let k = 0; k < n; k++) sum += entries[k * n + i]! * entries[k * n + j]!;
            matrix[i * n + j] = sum * scale;
          }
        }
        const b = Float64Array.from({ length: n }, (_, i) => entries[36 + i]!);
        const s = b.slice();
        expect(solvePositiveInPlace(matrix.slice(), s)).toBe(true);
        for (let i = 0; i < n; i++) {
          const product = s.reduce((sum, t, j) => sum + matrix[i * n + j]! * t, 0);
          expect(Math.abs(product - b[i]!)).toBeLessThan(1e-12);
        }
        matrix[n * n - 1] = -scale;
        expect(solvePositiveInPlace(matrix, b)).toBe(false);
      },
    );
    fc.assert(property, { seed: 9, numRuns: 300 });
    expect(solvePositiveInPlace(Float64Array.of(1, 2, 2, 4), Float64Array.of(1, 1))).toBe(false);
    expect(solvePositiveInPlace(Float64Array.of(Number.NaN), Float64Array.of(1))).toBe(false);
  });
});
