import { describe, expect, it } from 'vitest';
import { compiled, gradientAt, hessianAt, objectiveOf } from './objectiveOf.ts';

describe('derivatives where the usual rules give NaN', () => {
  it.each<[expression: string, x: number, slope: number, curvature: number]>([
    ['x^2', 0, 0, 2],
    ['x^3', 0, 0, 0],
    ['x^40', 0, 0, 0],
    ['x^1.5', 0, 0, Infinity],
    ['x^2.5', 0, 0, 0],
    ['x^0', 0, 0, 0],
    ['x*x', 0, 0, 2],
    ['x^c2', 0, 0, 2],
    ['x^c1', 0, 1, 0],
    ['x^c0', 0, 0, 0],
    ['c0^x', 1, 0, 0],
    ['hypot(x, 0)', 0, 0, 0],
    ['abs(x)', 0, 0, 0],
    ['sign(x)', 0, 0, 0],
    ['tanh(x)', 800, 0, 0],
    ['tanh(x)', -800, 0, 0],
    ['1/(1 + exp(-x))', 800, 0, 0],
    ['1/(1 + exp(-x))', -800, 0, 0],
    ['3/(exp(x) + 1)', 800, 0, 0],
    ['x/(1 + e^-x)', 800, 1, 0],
    ['exp(-x^2)', 100, 0, 0],
    ['atan(x)', 1e200, 0, 0],
    ['erf(x)', 1e10, 0, 0],
  ])('%s at %d', (expression, x, slope, curvature) => {
    const f = objectiveOf(expression, ['x'], { c0: 0, c1: 1, c2: 2 });
    expect(gradientAt(f, x)[0] as number).toBeCloseTo(slope, 14);
    const second = hessianAt(f, x)[0] as number;
    if (Number.isFinite(curvature)) expect(second).toBeCloseTo(curvature, 14);
    else expect(second).toBe(curvature);
  });

  it('keeps the digits of the derivative of tanh far out', () => {
    // sech²(20) = 4e⁻⁴⁰ to 17 digits
    expect(gradientAt(objectiveOf('tanh(x)', ['x']), 20)[0]).toBeCloseTo(4 * Math.exp(-40), 30);
  });

  it('gives the least subgradient at a cone’s tip', () => {
    const f = objectiveOf('hypot(x, y)');
    expect(gradientAt(f, 0, 0)).toEqual([0, 0]);
    expect(gradientAt(f, 3, 4)).toEqual([0.6, 0.8]);
  });
});

describe('piecewise formulas', () => {
  it('take the chosen branch, whatever the other does', () => {
    const f = objectiveOf('x > 0 ? log(x)*y : sqrt(-x) + y^2');
    expect(gradientAt(f, 2, 3)).toEqual([1.5, Math.log(2)]);
    expect(gradientAt(f, -4, 3)).toEqual([-0.25, 6]);
    expect(hessianAt(f, 2, 3)).toEqual([-0.75, 0.5, 0.5, 0]);
    expect(hessianAt(f, -4, 3)).toEqual([-1 / 32, 0, 0, 2]);
  });

  it('keep an infinite slope of the other branch out of what both share', () => {
    // u = x² is used in both branches; 1/sqrt'(u) is infinite at 0.
    const f = objectiveOf('(x > -1 ? x^2 : sqrt(x^2)) + (x < 1 ? y : log(x^2)/sqrt(x^2))');
    expect(gradientAt(f, 0, 2)).toEqual([0, 1]);
    expect(hessianAt(f, 0, 2)).toEqual([2, 0, 0, 0]);
  });

  it('nest', () => {
    const f = objectiveOf('x > 0 ? (y > 0 ? x*y : log(x)*y) : (y > 0 ? sqrt(-x)*y : exp(y)*log(-x))');
    expect(gradientAt(f, 2, 3)).toEqual([3, 2]);
    expect(gradientAt(f, 2, -3)).toEqual([-1.5, Math.log(2)]);
    expect(gradientAt(f, -4, 3)).toEqual([-0.75, 2]);
    expect(gradientAt(f, -1, -3)[1]).toBe(0);
  });

  it('share the branch’s derivative through min and max, ties to the first', () => {
    expect(gradientAt(objectiveOf('max(0, x)*y'), -1, 3)).toEqual([0, 0]);
    expect(gradientAt(objectiveOf('max(0, x)*y'), 2, 3)).toEqual([3, 2]);
    expect(gradientAt(objectiveOf('min(2*x, y)'), 1, 2)).toEqual([2, 0]);
    expect(gradientAt(objectiveOf('max(2*x, y)'), 1, 2)).toEqual([2, 0]);
    expect(gradientAt(objectiveOf('max(x, log(y))'), 1, 0)).toEqual([1, 0]);
  });

  it('have no slope in their conditions, floor and sign', () => {
    expect(gradientAt(objectiveOf('(x > y) + floor(x) + sign(y)'), 1.5, 0.5)).toEqual([0, 0]);
    expect(gradientAt(objectiveOf('x*floor(x) + y*sign(y)'), 1.5, -0.5)).toEqual([1, -1]);
  });

  it.each([
    ['x^2 + sin(y)', false, []],
    ['abs(x) + max(y, floor(x))', false, ['abs', 'max', 'floor']],
    ['x > 0 ? x : y', true, []],
    ['(x > 0)*cbrt(y)', true, ['cbrt']],
    ['k > 0 ? x : abs(k)*y', false, []],
    ['abs(-2)*x', false, []],
    ['atan2(y, x) + hypot(x, y) + sign(x) + min(x, 1)', false, ['atan2', 'sign', 'min', 'hypot']],
    ['sqrt(x^2 + y^2)', false, ['sqrt']],
    ['sqrt(1 + x^2*y^2 + exp(y)/3) + cbrt(2 + abs(x*y))', false, ['abs']],
    ['sqrt(k + x^2)', false, ['sqrt']],
    ['abs(cosh(x)^3*5) + sqrt(x*x*(1 + y^4))', false, ['sqrt']],
    ['sqrt(x - 1) + sqrt(-2*exp(x))', false, ['sqrt']],
  ])('are labelled: %s', (expression, piecewise, nonSmooth) => {
    expect(compiled(expression, ['x', 'y'], { k: 1 }).smoothness).toEqual({ piecewise, nonSmooth });
  });
});

describe('Hessians too large to write out', () => {
  // Every second derivative is a different sum over all the terms.
  const n = 50;
  const variables = Array.from({ length: n }, (_, i) => `x${i}`);
  const terms = 35;
  const weight = (i: number, k: number): number => (((i + 1) * (k + 3)) % 101) + 1;
  const sum = (k: number): string => variables.map((name, i) => `${weight(i, k)}*${name}`).join('+');
  const expression = Array.from({ length: terms }, (_, k) => `sin(${sum(k)})`).join('+');

  it('come from Hessian-vector products, and are the same', () => {
    const formula = compiled(expression, variables);
    expect(formula.explicitHessian).toBe(false);
    const f = objectiveOf(expression, variables);
    const x = variables.map((_, i) => Math.sin(i) / 10);
    const hessian = hessianAt(f, ...x);
    // −Σ_k sin(s_k) w_ik w_jk
    for (const [i, j] of [
      [0, 0],
      [3, 17],
      [17, 3],
      [49, 48],
    ] as [number, number][]) {
      let expected = 0;
      for (let k = 0; k < terms; k++) {
        const angle = x.reduce((total, coordinate, m) => total + weight(m, k) * coordinate, 0);
        expected -= Math.sin(angle) * weight(i, k) * weight(j, k);
      }
      expect(hessian[i * n + j]).toBeCloseTo(expected, 7);
      expect(hessian[j * n + i]).toBe(hessian[i * n + j]);
    }
  });
});
