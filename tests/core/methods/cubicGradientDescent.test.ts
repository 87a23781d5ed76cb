import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CubicSubproblem } from '../../../src/core/linalg/cubicSubproblem.ts';
import { symmetricEigen } from '../../../src/core/linalg/symmetricEigen.ts';
import { cubicGradientDescent } from '../../../src/core/methods/cubicGradientDescent.ts';
import { fillUnitSphere } from '../../../src/core/methods/noise.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { Rng } from '../../../src/core/rng.ts';
import { diagonalQuadratic, lee } from './objectives.ts';
import { iterates, runMethod } from './runMethod.ts';

const id = 'cubic-gradient-descent';

test('the defaults follow from ℓ, ρ and ε', () => {
  const theory = { smoothness: 8, hessianLipschitz: 25, accuracy: 0.04 };
  expect(resolveParams(cubicGradientDescent.params, theory, { dimension: 2 })).toEqual({
    ...theory,
    stepSize: 1 / 160,
    // 20·8/√(25·0.04)
    innerIterations: 160,
    perturbation: 1 / 8,
    decreaseThreshold: expect.closeTo(0.01 * Math.sqrt(0.04 ** 3 / 25), 15),
  });
});

describe('by hand', () => {
  test('the Cauchy point where ‖g‖ ≥ ℓ²/ρ: x² + 4y² from (1, 1), ℓ = ρ = 1', () => {
    // g = (2, 8), gᵀBg/‖g‖² = 520/68.
    const t = 520 / 68;
    const length = -t + Math.sqrt(t * t + 2 * Math.sqrt(68));
    const given = { smoothness: 1, hessianLipschitz: 1 };
    const [first] = iterates(id, given, diagonalQuadratic(1, 4), [1, 1], 1);
    expect(first![0]).toBeCloseTo(1 - (2 * length) / Math.sqrt(68), 13);
    expect(first![1]).toBeCloseTo(1 - (8 * length) / Math.sqrt(68), 13);
    const { evaluations } = runMethod(id, given, diagonalQuadratic(1, 4), [1, 1], { maxIterations: 1 });
    expect(evaluations).toEqual({ value: 0, gradient: 1, hvp: 1, hessian: 0 });
  });

  test('and where the curvature along g is negative: −θ² from 1, ℓ = ρ = 1: R = 2 + √(4 + 4)', () => {
    const [first] = iterates(id, { smoothness: 1, hessianLipschitz: 1 }, diagonalQuadratic(-1), [1], 1);
    expect(first![0]).toBeCloseTo(3 + Math.sqrt(8), 13);
  });

  const inner = {
    smoothness: 10,
    hessianLipschitz: 6,
    perturbation: 0,
    innerIterations: 2,
    stepSize: 0.1,
    decreaseThreshold: 0.5,
  };

  test('two inner steps on θ² from 1: Δ = −0.2, then −0.2 − 0.1·(2 − 0.4 − 0.12)', () => {
    const [first] = iterates(id, inner, diagonalQuadratic(1), [1], 1);
    expect(first![0]).toBeCloseTo(1 - 0.348, 14);
  });

  test('the model’s value decides: 2Δ + Δ² + |Δ|³ = −0.53275 there', () => {
    const near = { maxIterations: 1 };
    const on = runMethod(id, { ...inner, decreaseThreshold: 0.5327 }, diagonalQuadratic(1), [1], near);
    expect(on.status).toBe('max-iterations');
    const end = runMethod(id, { ...inner, decreaseThreshold: 0.5328 }, diagonalQuadratic(1), [1], near);
    expect(end.status).toBe('second-order-stationary');
  });

  test('the final solve begins at Δ = 0 and ends at ‖∇m‖ ≤ ε/2', () => {
    const outcome = runMethod(id, { ...inner, accuracy: 0.1, decreaseThreshold: 1 }, diagonalQuadratic(1), [1]);
    let [delta, rounds] = [0, 0];
    const slope = () => 2 + 2 * delta + 3 * Math.abs(delta) * delta;
    while (Math.abs(slope()) > 0.05) {
      delta -= 0.1 * slope();
      rounds++;
    }
    expect(rounds).toBeGreaterThan(3);
    expect(outcome.final.x[0]).toBeCloseTo(1 + delta, 13);
    expect(outcome.evaluations).toEqual({ value: 0, gradient: 1, hvp: 2 + rounds, hessian: 0 });
    expect(outcome.trajectory.events.map(({ kind }) => kind)).toEqual(['escape-test-failed']);
  });

  test('the noise is −ησζ after one inner step at a saddle', () => {
    const given = { ...inner, innerIterations: 1, perturbation: 0.5, decreaseThreshold: 0 };
    const [first] = iterates(id, given, diagonalQuadratic(1, -1), [0, 0], 1, 11);
    const zeta = fillUnitSphere(Rng.seeded(11), new Float64Array(2));
    // m(Δ) = 0.05²·(ζ₁² − ζ₂²) + 0.05³ < 0 is needed for the step to be taken; else the run ends where it is.
    const falls = 0.0025 * (zeta[0]! ** 2 - zeta[1]! ** 2) + 0.05 ** 3 < 0;
    expect(falls).toBe(true);
    expect(first![0]).toBeCloseTo(-0.05 * zeta[0]!, 15);
    expect(first![1]).toBeCloseTo(-0.05 * zeta[1]!, 15);
  });
});

test('the inner loop reaches the global minimiser of the model (Carmon and Duchi)', () => {
  const entry = fc.double({ min: 0.2, max: 1, noNaN: true });
  const signed = fc.tuple(entry, fc.boolean()).map(([t, negative]) => (negative ? -t : t));
  const property = fc.property(fc.array(fc.tuple(signed, signed), { minLength: 1, maxLength: 6 }), (pairs) => {
    const lambda = pairs.map(([value]) => value);
    const start = pairs.map(([, x]) => x);
    const n = lambda.length;
    const f = diagonalQuadratic(...lambda);
    const rho = 3;
    const given = { smoothness: 1e3, hessianLipschitz: rho, perturbation: 0, innerIterations: 20_000, stepSize: 0.05 };
    const [reached] = iterates(id, given, f, start, 1);
    const x = Float64Array.from(start);
    const subproblem = new CubicSubproblem(n);
    subproblem.setModel(symmetricEigen(f.hessian(x, new Float64Array(n * n)), n), f.gradient(x, new Float64Array(n)));
    const expected = subproblem.solve(rho, new Float64Array(n));
    for (let i = 0; i < n; i++) expect(reached![i]! - start[i]!).toBeCloseTo(expected[i]!, 8);
  });
  fc.assert(property, { seed: 7, numRuns: 25 });
});

describe('runs', () => {
  test('leave the exact saddle and end at a minimum, with every seed', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const outcome = runMethod(id, { accuracy: 0.01 }, lee(), [0, 0], { seed });
      expect([outcome.status, outcome.final.type]).toEqual(['second-order-stationary', 'minimum']);
      expect(Math.abs(outcome.final.x[1]!)).toBeCloseTo(1, 2);
      expect(outcome.final.gradientNorm).toBeLessThanOrEqual(0.01);
      expect(outcome.evaluations).toMatchObject({ value: 0, gradient: outcome.iterations, hessian: 0 });
    }
  });

  test('without noise an exact saddle is declared stationary', () => {
    const outcome = runMethod(id, { perturbation: 0 }, lee(), [0, 0]);
    expect([outcome.status, outcome.iterations, outcome.final.type]).toEqual(['second-order-stationary', 1, 'saddle']);
    // T inner products, none in the final solve: ∇m = 0.
    expect(outcome.evaluations).toEqual({ value: 0, gradient: 1, hvp: 200, hessian: 0 });
  });

  test('a step size too large for f is reported', () => {
    const given = { stepSize: 2, decreaseThreshold: 1e12, innerIterations: 1, perturbation: 0 };
    const outcome = runMethod(id, given, diagonalQuadratic(3), [0.1]);
    expect([outcome.status, outcome.iterations]).toEqual(['line-search-failed', 0]);
    expect(outcome.message).toMatch(/The model at \(0\.1\) was not solved: ‖∇m‖ = .* after \d+ steps of size 2\.$/);
  });
});
