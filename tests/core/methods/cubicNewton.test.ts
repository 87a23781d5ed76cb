import { describe, expect, test } from 'vitest';
import { cubicNewton } from '../../../src/core/methods/cubicNewton.ts';
import { Rng } from '../../../src/core/rng.ts';
import { diagonalQuadratic, himmelblau, lee, monkey, rastrigin, root } from './objectives.ts';
import { iterates, runMethod } from './runMethod.ts';

const id = 'cubic-newton';

describe('by hand', () => {
  test('θ² with M = 2: (2 + |s|)s = −2θ', () => {
    // From 3/2: (2 + 1)(−1) = −3. From 1/2: |s|² + 2|s| = 1, |s| = √2 − 1. f falls below the model, so M stays M₀ = 2.
    const [first, second] = iterates(id, { regularization: 2 }, diagonalQuadratic(1), [1.5], 2);
    expect(first![0]).toBeCloseTo(0.5, 14);
    expect(second![0]).toBeCloseTo(1.5 - Math.SQRT2, 14);
  });

  test('the exact saddle of Lee et al.: M = 1 overshoots, M = 2 gives the minimum itself', () => {
    // H = diag(1, −1), g = 0: ‖s‖ = 2/M along y. M = 1: f(0, 2) = 2 > −½·4 + 8/6. M = 2: f(0, 1) = −¼ ≤ −½ + 2/6.
    const outcome = runMethod(id, {}, lee(), [0, 0]);
    expect([...outcome.trajectory.points.slice(0, 4)]).toEqual([0, 0, 0, 1]);
    expect([outcome.status, outcome.iterations, outcome.final.type]).toEqual(['second-order-stationary', 2, 'minimum']);
    expect(outcome.trajectory.events.map(({ kind, iteration }) => [kind, iteration])).toEqual([
      ['negative-curvature', 0],
    ]);
    // The first step: f at x and at two points tried; the second: f at x, and the end.
    expect(outcome.evaluations).toEqual({ value: 4, gradient: 2, hvp: 0, hessian: 2 });
  });

  test('M is halved after the step, down to M₀, and the next step begins with it', () => {
    const f = lee();
    const rng = Rng.seeded(1);
    // M₀ = 1/4: ‖s‖ = 8, 4, 2 and 1 are tried with M = 1/4, 1/2, 1 and 2, which is halved to 1; M₀ = 3/2 stays.
    for (const [regularization, next] of [
      [0.25, 1],
      [1.5, 1.5],
    ] as const) {
      const params = { regularization, accuracy: 1e-8 };
      const state = cubicNewton.init(f, new Float64Array(2), params, rng);
      cubicNewton.step(f, state, params, rng);
      expect(state.regularization).toBe(next);
      // From (1, 1), along y = 1, where f is quadratic in x: (1 + Mr/2)r = 1.
      state.x.set([1, 1]);
      cubicNewton.step(f, state, params, rng);
      expect(1 - state.x[0]!).toBeCloseTo((Math.sqrt(1 + 2 * next) - 1) / next, 14);
    }
    expect(runMethod(id, { regularization: 0.25 }, f, [0, 0], { maxIterations: 1 }).evaluations.value).toBe(5);
  });
});

describe('runs', () => {
  test('f never rises, and every end is a minimum, from a grid of starts that holds the maximum’s basin', () => {
    const f = himmelblau();
    for (let x = -5; x <= 5; x += 1.25) {
      for (let y = -5; y <= 5; y += 1.25) {
        const { status, trajectory, final, iterations } = runMethod(id, {}, f, [x, y]);
        expect(status).toBe('second-order-stationary');
        expect(final.type).toBe('minimum');
        expect(final.value).toBeLessThan(1e-15);
        expect(iterations).toBeLessThan(25);
        for (let k = 1; k < trajectory.values.length; k++) {
          expect(trajectory.values[k]).toBeLessThanOrEqual(trajectory.values[k - 1]! * (1 + 1e-14));
        }
      }
    }
  });

  test('a degenerate point is second-order stationary; one accuracy coarser, the end comes sooner', () => {
    expect(runMethod(id, {}, monkey(), [0, 0])).toMatchObject({ status: 'second-order-stationary', iterations: 1 });
    const fine = runMethod(id, {}, himmelblau(), [0, 0]);
    const coarse = runMethod(id, { accuracy: 1 }, himmelblau(), [0, 0]);
    expect(coarse.iterations).toBeLessThan(fine.iterations);
    expect(coarse.final.gradientNorm).toBeLessThanOrEqual(1);
    expect(fine.final.gradientNorm).toBeLessThanOrEqual(1e-8);
  });

  test('a curvature counts as none only above −√(Mε)', () => {
    // λ_min = −0.02 at the saddle; M = 1: √ε = 0.1 takes it for stationary, √ε = 0.01 does not.
    const f = diagonalQuadratic(1, -0.01);
    expect(runMethod(id, { accuracy: 1e-2 }, f, [0, 0])).toMatchObject({ status: 'second-order-stationary' });
    const outcome = runMethod(id, { accuracy: 1e-4 }, f, [0, 0]);
    expect(outcome.status).toBe('max-iterations');
    expect(outcome.final.value).toBeLessThan(-1e4);
  });

  test('refuses points where f is not a number, and ends where its Hessian is not', () => {
    // x − √x from 9: Newton’s step is far below 0, where there is no f.
    const outcome = runMethod(id, { regularization: 1e-9 }, root(), [9]);
    expect(outcome.status).toBe('second-order-stationary');
    expect(outcome.final.x[0]).toBeCloseTo(0.25, 8);
    const f = { ...lee(), hessian: (_x: Float64Array, out: Float64Array) => out.fill(Number.NaN) };
    const lost = runMethod(id, {}, f, [1, 1]);
    expect([lost.status, lost.iterations]).toEqual(['line-search-failed', 0]);
    expect(lost.message).toMatch(/The Hessian is not finite at \(1, 1\)\.$/);
  });

  test('converges where the rounding of f hides its fall', () => {
    const f = rastrigin();
    for (let k = 0; k < 60; k++) {
      const start = [2.1 - 0.07 * k, -1.3 + 0.03 * k];
      const { status, final, iterations } = runMethod(id, { accuracy: 1e-9 }, f, start);
      expect([status, final.type]).toEqual(['second-order-stationary', 'minimum']);
      expect(iterations).toBeLessThan(12);
    }
  });

  test('says so where rounding leaves no step, and does not run on', () => {
    const outcome = runMethod(id, { accuracy: 0 }, himmelblau(), [0.1, 0.2]);
    expect(['line-search-failed', 'second-order-stationary', 'max-iterations']).toContain(outcome.status);
    expect(outcome.final.gradientNorm).toBeLessThan(1e-11);
  });
});
