import { describe, expect, it } from 'vitest';
import { inspectPoint } from '../../../src/core/critical/inspect.ts';
import { compileFormula } from '../../../src/core/formula/compileFormula.ts';
import { instantiate } from '../../../src/core/formula/instantiate.ts';
import type { Objective } from '../../../src/core/objective/Objective.ts';

function objective(expression: string, variables: readonly string[] = ['x', 'y']): Objective {
  const domain = variables.map(() => [-2, 2] as const);
  const result = compileFormula({ expression, variables, constants: {}, domain });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return instantiate(result.compiled, {});
}

const lists = (numbers: Float64Array) => Array.from(numbers);

describe('inspectPoint', () => {
  it('gives every number at a regular point', () => {
    // f = x²y + 3y + 5.5y²: ∇f = (2xy, x² + 3 + 11y), ∇²f = [[2y, 2x], [2x, 11]]; at (6, 2) the eigenvalues are −5
    // with (4, −3)/5 and 20 with (3, 4)/5.
    const x = Float64Array.of(6, 2);
    const found = inspectPoint(objective('x^2*y + 3*y + 5.5*y^2'), x);
    expect(found.value).toBe(100);
    expect(lists(found.gradient)).toEqual([24, 61]);
    expect(found.gradientNorm).toBeCloseTo(Math.sqrt(4297), 13);
    expect(lists(found.hessian)).toEqual([4, 12, 12, 11]);
    for (const [i, value] of [-5, 20].entries()) expect(found.eigenvalues[i]).toBeCloseTo(value, 14);
    for (const [i, value] of [0.8, -0.6, 0.6, 0.8].entries()) expect(found.eigenvectors[i]).toBeCloseTo(value, 14);
    expect(found).toMatchObject({ type: 'regular', index: 1, strictSaddle: false });
    expect(found).toMatchObject({ firstOrderStationary: false, secondOrderStationary: false });
    x[0] = 9;
    expect(found.x[0]).toBe(6);
  });

  it('tells saddle, minimum, maximum and degenerate points apart', () => {
    const origin = new Float64Array(2);
    const verdicts = ['x^2 - y^2', 'x^2 + y^2', '-x^2 - y^2', 'x^2 + y^4', 'x^3 - 3*x*y^2'].map((expression) => {
      const { type, index, strictSaddle, secondOrderStationary } = inspectPoint(objective(expression), origin);
      return [type, index, strictSaddle, secondOrderStationary];
    });
    expect(verdicts).toEqual([
      ['saddle', 1, true, false],
      ['minimum', 0, false, true],
      ['maximum', 2, true, false],
      ['degenerate', 0, false, true],
      ['degenerate', 0, false, true],
    ]);
  });

  it('sees a saddle on a line of saddles: 2xy + 2xz − 2x − y − z at (½, y, 1 − y)', () => {
    const f = objective('2*x*y + 2*x*z - 2*x - y - z', ['x', 'y', 'z']);
    const found = inspectPoint(f, Float64Array.of(0.5, 0.25, 0.75));
    const root = 2 * Math.SQRT2;
    for (const [i, value] of [-root, 0, root].entries()) expect(found.eigenvalues[i]).toBeCloseTo(value, 14);
    expect(found).toMatchObject({ type: 'saddle', index: 1, strictSaddle: true });
  });

  it('follows ε and ρ: second-order where λ_min ≥ −√(ρε)', () => {
    // λ_min = −0.1 at the origin; √(ρε) is 0.1 for ε = 0.01 and ρ = 1.
    const f = objective('x^2 - 0.05*y^2 + 0.001*x');
    const at = (epsilon: number, rho: number) => {
      const { firstOrderStationary, secondOrderStationary } = inspectPoint(f, new Float64Array(2), { epsilon, rho });
      return [firstOrderStationary, secondOrderStationary];
    };
    expect(at(0.0009, 100)).toEqual([false, false]);
    expect(at(0.01, 1.01)).toEqual([true, true]);
    expect(at(0.01, 0.99)).toEqual([true, false]);
    expect(at(0.001, 10.1)).toEqual([true, true]);
  });

  it('has ε = 1e-6 and ρ = 1 where they are left out', () => {
    const at = (slope: number) => inspectPoint(objective(`x^2 + y^2 + ${slope}*x`), new Float64Array(2));
    expect(at(0.99e-6).type).toBe('minimum');
    expect(at(1.01e-6).type).toBe('regular');
    const bent = (curvature: number) => inspectPoint(objective(`x^2 - ${curvature}*y^2/2`), new Float64Array(2));
    expect(bent(0.00099).secondOrderStationary).toBe(true);
    expect(bent(0.00101).secondOrderStationary).toBe(false);
  });

  it('answers to points where f is not finite with NaN and no verdict', () => {
    const outside = inspectPoint(objective('log(x) + y^2'), Float64Array.of(-1, 0));
    expect(outside.value).toBeNaN();
    expect(outside).toMatchObject({ type: 'regular', strictSaddle: false });
    expect(outside).toMatchObject({ firstOrderStationary: false, secondOrderStationary: false });
    // The cusp of √(x² + y²) has no derivatives, and 1/x² has an infinite value with none either.
    for (const [expression, point] of [
      ['sqrt(x^2 + y^2)', [0, 0]],
      ['1/x^2 + y', [0, 0]],
      ['x^2 + y^2', [Number.NaN, 0]],
      ['x^2 + y^2', [Infinity, 0]],
    ] as const) {
      const found = inspectPoint(objective(expression), Float64Array.from(point));
      expect(found.type, expression).toBe('regular');
      expect(found.firstOrderStationary).toBe(false);
    }
    expect(inspectPoint(objective('sqrt(x^2 + y^2)'), new Float64Array(2)).index).toBeNaN();
  });

  it('knows no derivatives where f is not finite, though their formulas have values there', () => {
    for (const [expression, point] of [
      ['log(x) + y^2', [-1, 0.5]],
      ['1/x^2 + y', [0, 1]],
      ['x^2 + y + 0*sqrt(y)', [1, -1]],
    ] as const) {
      const found = inspectPoint(objective(expression), Float64Array.from(point));
      for (const list of [found.gradient, found.hessian, found.eigenvalues, found.eigenvectors]) {
        expect(lists(list), expression).toEqual(Array.from(list, () => Number.NaN));
      }
      expect([found.gradientNorm, found.index], expression).toEqual([Number.NaN, Number.NaN]);
    }
  });

  it('keeps an infinite gradient and knows no Hessian there', () => {
    const found = inspectPoint(objective('sqrt(x) + y^2'), Float64Array.of(0, 1));
    expect(found.value).toBe(1);
    expect(lists(found.gradient)).toEqual([Infinity, 2]);
    expect(lists(found.hessian)).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  });

  it('throws for a point of another dimension', () => {
    expect(() => inspectPoint(objective('x*y'), new Float64Array(3))).toThrow(
      'a point with 3 coordinates for a function of 2 variables',
    );
  });
});
