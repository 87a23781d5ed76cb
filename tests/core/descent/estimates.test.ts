import { describe, expect, test } from 'vitest';
import { estimateSmoothness } from '../../../src/core/descent/estimates.ts';
import type { Objective } from '../../../src/core/objective/Objective.ts';
import type { Box } from '../../../src/core/params.ts';
import { drain } from '../../../src/core/task.ts';
import { diagonalQuadratic, himmelblau, lee, monkey, plunge, root } from '../methods/objectives.ts';

const estimate = (f: Objective, box: Box) => drain(estimateSmoothness(f, box));
const cube = (n: number, side: number): Box => Array.from({ length: n }, () => [-side, side] as const);

describe('estimates of ℓ and ρ', () => {
  test('a quadratic: ℓ = 2·max|λ| and ρ = 0', () => {
    for (const lambda of [[3], [1, -5], [1, 2, -4], [1, 1, 1, 1, 1, 1, 1, 7]]) {
      const found = estimate(diagonalQuadratic(...lambda), cube(lambda.length, 2));
      expect(found.smoothness).toBe(2 * Math.max(...lambda.map(Math.abs)));
      expect(found.hessianLipschitz).toBe(0);
      expect(found.skipped).toBe(0);
    }
  });

  test('x²/2 + y⁴/4 − y²/2 on |y| ≤ 2: ℓ = 11 and ρ = 12, the latter from below', () => {
    const found = estimate(lee(), cube(2, 2));
    expect(found.smoothness).toBe(11);
    expect(found.hessianLipschitz).toBeLessThanOrEqual(12 * (1 + 1e-9));
    expect(found.hessianLipschitz).toBeGreaterThan(12 * 0.99);
  });

  test('x³ − 3xy²: ‖∇²f‖ = 6‖x‖ and ρ = 6 in every direction', () => {
    const found = estimate(monkey(), cube(2, 1));
    expect(found.smoothness).toBeCloseTo(6 * Math.SQRT2, 12);
    expect(found.hessianLipschitz).toBeCloseTo(6, 8);
  });

  test('one variable: x⁴ on [−2, 2], ℓ = 48 and ρ = 48', () => {
    const found = estimate(plunge(), [[-2, 2]]);
    expect(found.smoothness).toBe(48);
    expect(found.hessianLipschitz).toBeLessThanOrEqual(48 * (1 + 1e-9));
    expect(found.hessianLipschitz).toBeGreaterThan(48 * 0.99);
  });

  test('turns towards the direction of fastest change: (u·x)³/6 with u oblique has ρ = ‖u‖³', () => {
    const u = [1, 2, -2];
    const along = (x: Float64Array) => u.reduce((sum, c, i) => sum + c * x[i]!, 0);
    const f: Objective = {
      ...diagonalQuadratic(1, 1, 1),
      value: (x) => along(x) ** 3 / 6,
      hessian: (x, out) => {
        for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) out[3 * i + j] = along(x) * u[i]! * u[j]!;
        return out;
      },
    };
    const found = estimate(f, cube(3, 1));
    expect(found.hessianLipschitz).toBeCloseTo(27, 6);
    // ‖∇²f‖ = |u·x|·‖u‖² ≤ 45, at corners.
    expect(found.smoothness).toBeLessThanOrEqual(45);
    expect(found.smoothness).toBeGreaterThan(45 * 0.9);
  });

  test('no pair of points in the box contradicts a lower bound by much', () => {
    const box = cube(2, 5);
    const found = estimate(himmelblau(), box);
    // On the box ∂²f/∂x² = 12x² + 4y − 42 is at most 278, and the corner has the largest eigenvalue.
    expect(found.smoothness).toBeCloseTo(286 + Math.hypot(8, 40), 10);
    expect(found.hessianLipschitz).toBeGreaterThan(120);
    expect(found.hessianLipschitz).toBeLessThan(140);
  });

  test('points without a Hessian are counted and passed over', () => {
    const found = estimate(root(), [[-1, 1]]);
    expect(found.skipped).toBeGreaterThan(found.points / 2);
    expect(found.skipped).toBeLessThan(found.points);
    expect(Number.isFinite(found.smoothness)).toBe(true);
    expect(estimate(root(), [[-2, -1]])).toMatchObject({ smoothness: 0, hessianLipschitz: 0, skipped: found.points });
  });

  test('the same bits each time; a box of the wrong dimension throws', () => {
    expect(estimate(himmelblau(), cube(2, 3))).toEqual(estimate(himmelblau(), cube(2, 3)));
    expect(() => estimate(himmelblau(), cube(3, 3))).toThrow(RangeError);
  });

  test('yields on the way', () => {
    const step = estimateSmoothness(himmelblau(), cube(2, 3)).next();
    expect(step.done).toBe(false);
  });
});
