import { describe, expect, test } from 'vitest';
import { negativeCurvatureDescent } from '../../../src/core/methods/negativeCurvatureDescent.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { diagonalQuadratic, lee } from './objectives.ts';
import { iterates, runMethod } from './runMethod.ts';

const id = 'negative-curvature-descent';

test('the defaults follow from ℓ, ρ, ε, δ and n', () => {
  const of = (dimension: number, given = {}) => resolveParams(negativeCurvatureDescent.params, given, { dimension });
  // ℓ = ρ = 10, ε = 0.1, δ = 0.1: α = 1; ½ + ln(1.648·10/0.1)·√10 = 16.6 for n = 100.
  expect(of(100)).toMatchObject({ stepSize: 0.1, curvatureThreshold: 1, lanczosSteps: 17 });
  expect(of(5).lanczosSteps).toBe(5);
  expect(of(100, { curvatureThreshold: 4 }).lanczosSteps).toBe(9);
});

describe('by hand', () => {
  test('gradient steps where ‖∇f‖ > ε', () => {
    const [first, second] = iterates(id, {}, diagonalQuadratic(1, 4), [1, 1], 2);
    expect([first![0], first![1]]).toEqual([expect.closeTo(0.8, 14), expect.closeTo(0.2, 14)]);
    expect([second![0], second![1]]).toEqual([expect.closeTo(0.64, 14), expect.closeTo(0.04, 14)]);
  });

  test('the exact saddle of Lee et al.: λ = −1 and ρ = 10 give a step of 2/10 along ±y', () => {
    const sides = new Set<number>();
    for (let seed = 1; seed <= 12; seed++) {
      const [first] = iterates(id, {}, lee(), [0, 0], 1, seed);
      expect(first![0]).toBeCloseTo(0, 14);
      expect(Math.abs(first![1]!)).toBeCloseTo(0.2, 14);
      sides.add(Math.sign(first![1]!));
    }
    // The sign is that of a random start where the gradient gives none.
    expect(sides).toEqual(new Set([1, -1]));
  });

  test('beside the saddle the gradient chooses the side: λ = 3y² − 1', () => {
    for (const y of [0.01, -0.01]) {
      for (const seed of [1, 2, 3, 4]) {
        const [first] = iterates(id, {}, lee(), [0, y], 1, seed);
        expect(first![1]).toBeCloseTo(y + Math.sign(y) * 0.2 * (1 - 3 * y * y), 14);
      }
    }
  });

  test('curvature above −α/2 ends the run: −0.4 with α = 1, not with α = 0.7', () => {
    const f = diagonalQuadratic(1, -0.2);
    const outcome = runMethod(id, {}, f, [0, 0]);
    expect([outcome.status, outcome.iterations, outcome.final.type]).toEqual(['second-order-stationary', 1, 'saddle']);
    expect(outcome.message).toMatch(/least curvature found −0\.4, with 2 Hessian-vector products\.$/);
    expect(runMethod(id, { curvatureThreshold: 0.7 }, f, [0, 0]).status).toBe('diverged');
  });
});

describe('runs', () => {
  test('leave the exact saddle and end at a minimum; f falls by (2/3)|λ|³/ρ² or more', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const outcome = runMethod(id, { accuracy: 0.01 }, lee(), [0, 0], { seed });
      expect([outcome.status, outcome.final.type]).toEqual(['second-order-stationary', 'minimum']);
      expect(Math.abs(outcome.final.x[1]!)).toBeCloseTo(1, 2);
      const { values, events } = outcome.trajectory;
      expect(events.map(({ kind, iteration }) => [kind, iteration])).toEqual([['negative-curvature', 0]]);
      expect(values[0]! - values[1]!).toBeGreaterThanOrEqual(2 / 3 / 100);
      // A gradient a step; two products at the saddle and two at the end.
      expect(outcome.evaluations).toEqual({ value: 0, gradient: outcome.iterations, hvp: 4, hessian: 0 });
    }
  });

  test('in 200 dimensions some thirty products find the one direction', () => {
    const lambda = Array.from({ length: 200 }, (_, i) => (i === 77 ? -1 : 0.01 * i));
    const start = lambda.map(() => 0);
    const given = { smoothness: 4 };
    const { trajectory, evaluations } = runMethod(id, given, diagonalQuadratic(...lambda), start, { maxIterations: 1 });
    expect(evaluations.hvp).toBeLessThan(30);
    expect(Math.abs(trajectory.points[200 + 77]!)).toBeGreaterThan(0.38);
    expect(trajectory.values[1]).toBeLessThan(-0.1);
  });

  test('a Hessian that is not finite is reported', () => {
    const f = { ...lee(), hvp: (_x: Float64Array, _v: Float64Array, out: Float64Array) => out.fill(Number.NaN) };
    expect(runMethod(id, {}, f, [0, 0])).toMatchObject({ status: 'line-search-failed', iterations: 0 });
  });
});
