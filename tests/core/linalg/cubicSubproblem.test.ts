import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CubicSubproblem } from '../../../src/core/linalg/cubicSubproblem.ts';
import { symmetricEigen } from '../../../src/core/linalg/symmetricEigen.ts';
import { dot, maxAbs, norm2 } from '../../../src/core/linalg/vectors.ts';

interface Problem {
  readonly matrix: Float64Array;
  readonly gradient: Float64Array;
  readonly regularization: number;
}

/** Products of the least coefficients, 1e-209, with other numbers leave the range. */
const UNDERFLOW = 1e-300;

function times(matrix: Float64Array, v: Float64Array): Float64Array {
  return v.map((_, i) => dot(matrix.subarray(i * v.length, (i + 1) * v.length), v));
}

function model({ matrix, gradient, regularization }: Problem, s: Float64Array): number {
  return dot(gradient, s) + dot(s, times(matrix, s)) / 2 + (regularization / 6) * norm2(s) ** 3;
}

function solve({ matrix, gradient, regularization }: Problem) {
  const n = gradient.length;
  const eigen = symmetricEigen(matrix, n);
  const subproblem = new CubicSubproblem(n);
  subproblem.setModel(eigen, gradient);
  const s = subproblem.solve(regularization, new Float64Array(n));
  return { s, eigen, subproblem };
}

/** The conditions that hold at a global minimiser and nowhere else: Nesterov and Polyak (2006), §5.1. */
function expectOptimal(problem: Problem): void {
  const { matrix, gradient, regularization } = problem;
  const n = gradient.length;
  const { s, eigen, subproblem } = solve(problem);
  const { radius, shift } = subproblem;
  const size = Math.max(Math.abs(eigen.values[0]!), Math.abs(eigen.values[n - 1]!)) + shift;
  const residual = times(matrix, s).map((entry, i) => entry + shift * s[i]! + gradient[i]!);
  expect(norm2(residual)).toBeLessThanOrEqual(4e-14 * n * (size * radius + norm2(gradient)) + UNDERFLOW);
  expect(Math.abs(norm2(s) - radius)).toBeLessThanOrEqual(1e-14 * n * radius);
  expect(Math.abs(shift - (regularization * radius) / 2)).toBeLessThanOrEqual(1e-14 * n * shift);
  expect(eigen.values[0]! + shift).toBeGreaterThanOrEqual(0);
  const value = model(problem, s);
  const terms = norm2(gradient) * radius + size * radius * radius;
  expect(Math.abs(value - subproblem.modelValue)).toBeLessThanOrEqual(1e-13 * n * terms + UNDERFLOW);
  expect(subproblem.modelValue).toBeLessThanOrEqual(0);
}

/** Q diag(λ) Qᵀ with Q a product of reflections, and Qc. */
function rotated(values: readonly number[], c: readonly number[], axes: readonly (readonly number[])[]) {
  const n = values.length;
  const q = Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
  for (const axis of axes) {
    const u = Float64Array.from(axis.slice(0, n));
    const square = dot(u, u);
    if (square < 1e-6) continue;
    for (const column of q) {
      const part = (2 * dot(u, column)) / square;
      for (let i = 0; i < n; i++) column[i]! -= part * u[i]!;
    }
  }
  const matrix = new Float64Array(n * n);
  const gradient = new Float64Array(n);
  for (const [k, column] of q.entries()) {
    for (let i = 0; i < n; i++) {
      gradient[i]! += c[k]! * column[i]!;
      for (let j = i; j < n; j++) matrix[i * n + j]! += values[k]! * column[i]! * column[j]!;
    }
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) matrix[i * n + j] = matrix[j * n + i]!;
  return { matrix, gradient };
}

/** Subnormal products lose their digits, which is not what is tested here. */
const unit = fc.double({ min: -1, max: 1, noNaN: true }).map((t) => (Math.abs(t) < 1e-12 ? 0 : t));
const axes = fc.array(fc.array(unit, { minLength: 8, maxLength: 8 }), { minLength: 3, maxLength: 3 });
/** Eigenvalues with repetitions and zeros, coefficients with exact zeros: the hard case and its neighbours. */
const spectra = fc.array(
  fc.tuple(fc.oneof(unit, fc.constantFrom(-1, -1, 0, 1)), fc.oneof(unit, fc.constantFrom(0, 0, 1e-8, 1e-16, 1e-200))),
  { minLength: 1, maxLength: 8 },
);
const scales = fc.constantFrom(1e-9, 1e-4, 1, 1e4, 1e9);
const problems = fc
  .tuple(spectra, axes, scales, scales, scales, fc.boolean())
  .map(([spectrum, directions, ofH, ofG, ofM, turned]): Problem => {
    const values = spectrum.map(([value]) => value * ofH);
    const c = spectrum.map(([, coefficient]) => coefficient * ofG);
    return { ...rotated(values, c, turned ? directions : []), regularization: ofM };
  });

describe('the minimiser', () => {
  test('fulfils (H + σI)s = −g, σ = M‖s‖/2, H + σI ⪰ 0, at every scale and near the hard case', () => {
    fc.assert(fc.property(problems, expectOptimal), { seed: 2, numRuns: 3000 });
  });

  test('lies below the model at other points', () => {
    const others = fc.array(fc.array(unit, { minLength: 8, maxLength: 8 }), { minLength: 20, maxLength: 20 });
    const property = fc.property(problems, others, (problem, points) => {
      const n = problem.gradient.length;
      const { s, subproblem } = solve(problem);
      for (const point of points) {
        const reach = 2 * subproblem.radius || 1;
        const other = Float64Array.from({ length: n }, (_, i) => point[i]! * reach);
        const size = maxAbs(problem.matrix) * n * reach * reach + norm2(problem.gradient) * reach;
        expect(model(problem, s)).toBeLessThanOrEqual(model(problem, other) + 1e-12 * size + UNDERFLOW);
      }
    });
    fc.assert(property, { seed: 3, numRuns: 300 });
  });
});

describe('by hand', () => {
  test('one variable: λ = 1, g = −2, M = 2: s + s² = 2 has the root s = 1', () => {
    const { s, subproblem } = solve({ matrix: Float64Array.of(1), gradient: Float64Array.of(-2), regularization: 2 });
    expect(s[0]).toBeCloseTo(1, 15);
    expect(subproblem.shift).toBeCloseTo(1, 15);
    // −2 + 1/2 + 2/6
    expect(subproblem.modelValue).toBeCloseTo(-7 / 6, 15);
    expect(subproblem.hardCase).toBe(false);
  });

  test('one variable uphill: λ = −1, g = 2, M = 2: −s − s² with s < 0 gives s = −2', () => {
    // (λ + |s|)s = −g: (−1 + 2)(−2) = −2.
    const { s } = solve({ matrix: Float64Array.of(-1), gradient: Float64Array.of(2), regularization: 2 });
    expect(s[0]).toBeCloseTo(-2, 15);
  });

  test('the hard case: H = diag(−1, 1), g = (0, 1), M = 1', () => {
    // σ = 1, r = 2; s₂ = −1/(1 + 1) = −1/2; s₁ = ±√(4 − 1/4).
    const problem = { matrix: Float64Array.of(-1, 0, 0, 1), gradient: Float64Array.of(0, 1), regularization: 1 };
    const { s, subproblem } = solve(problem);
    expect(subproblem.hardCase).toBe(true);
    expect([subproblem.radius, subproblem.shift]).toEqual([2, 1]);
    expect(s[0]).toBeCloseTo(Math.sqrt(3.75), 15);
    expect(s[1]).toBe(-0.5);
    // ½·(−½) − 8/12
    expect(subproblem.modelValue).toBeCloseTo(-0.25 - 2 / 3, 15);
    expectOptimal(problem);
  });

  test('not hard although c₁ = 0, where ‖s(−λ₁)‖ exceeds the limit', () => {
    // g = (0, 8), M = 1: (1 + σ)·2σ = 8 has σ = (√17 − 1)/2 > 1, and s₁ = 0.
    const problem = { matrix: Float64Array.of(-1, 0, 0, 1), gradient: Float64Array.of(0, 8), regularization: 1 };
    const { s, subproblem } = solve(problem);
    expect(subproblem.hardCase).toBe(false);
    expect(subproblem.shift).toBeCloseTo((Math.sqrt(17) - 1) / 2, 14);
    expect(s[0]).toBe(0);
    expectOptimal(problem);
  });

  test('a saddle itself: g = 0 gives 2|λ₁|/M along v₁, a minimum gives no step', () => {
    const saddle = solve({ matrix: Float64Array.of(1, 0, 0, -3), gradient: new Float64Array(2), regularization: 2 });
    expect([...saddle.s]).toEqual([0, 3]);
    expect(saddle.subproblem.hardCase).toBe(true);
    const bowl = solve({ matrix: Float64Array.of(1, 0, 0, 3), gradient: new Float64Array(2), regularization: 2 });
    expect([...bowl.s]).toEqual([0, 0]);
    expect([bowl.subproblem.hardCase, bowl.subproblem.modelValue]).toEqual([false, 0]);
  });

  test('the step is continuous into the hard case: c₁ = 1e-200 is as good as 0, on its own side', () => {
    const matrix = Float64Array.of(-1, 0, 0, 1);
    for (const sign of [1, -1]) {
      const problem = { matrix, gradient: Float64Array.of(sign * 1e-200, 1), regularization: 1 };
      const { s, subproblem } = solve(problem);
      expect(subproblem.hardCase).toBe(false);
      expect(s[0]).toBeCloseTo(-sign * Math.sqrt(3.75), 14);
      expect(s[1]).toBeCloseTo(-0.5, 14);
      expectOptimal(problem);
    }
  });

  test('one object serves many models', () => {
    const subproblem = new CubicSubproblem(2);
    const out = new Float64Array(2);
    subproblem.setModel(symmetricEigen(Float64Array.of(-1, 0, 0, 1), 2), Float64Array.of(0, 1));
    expect(subproblem.solve(1, out)).toBe(out);
    const first = [...out];
    subproblem.solve(4, out);
    subproblem.setModel(symmetricEigen(Float64Array.of(1, 0, 0, 1), 2), Float64Array.of(3, 4));
    subproblem.solve(1, out);
    expect(subproblem.hardCase).toBe(false);
    subproblem.setModel(symmetricEigen(Float64Array.of(-1, 0, 0, 1), 2), Float64Array.of(0, 1));
    subproblem.solve(1, out);
    expect([...out]).toEqual(first);
  });
});
