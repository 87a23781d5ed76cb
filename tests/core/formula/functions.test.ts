import { describe, expect, it } from 'vitest';
import { functions } from '../../../src/core/formula/functions.ts';
import { ridders } from './differences.ts';
import { gradientAt, hessianAt, objectiveOf, valueAt } from './objectiveOf.ts';

/** Where to check a function of one argument: all over its domain, near its edges, and no closer than 0.02 to a kink. */
const UNARY: Readonly<Record<string, readonly number[]>> = {
  sin: [-7, -1.5, 0, 0.3, 3, 20],
  cos: [-7, -1.5, 0, 0.3, 3, 20],
  tan: [-1.4, -0.3, 0, 1, 3, 7],
  asin: [-0.9, -0.3, 0, 0.5, 0.95],
  acos: [-0.9, -0.3, 0, 0.5, 0.95],
  atan: [-30, -1, 0, 0.7, 100],
  sinh: [-5, -0.1, 0, 2, 10],
  cosh: [-5, -0.1, 0, 2, 10],
  tanh: [-5, -0.1, 0, 2, 12],
  exp: [-30, -1, 0, 1, 10],
  expm1: [-30, -1, 0, 1, 10],
  log: [0.1, 0.7, 1, 30],
  log2: [0.1, 0.7, 1, 30],
  log10: [0.1, 0.7, 1, 30],
  log1p: [-0.9, -0.1, 0, 30],
  sqrt: [0.1, 1, 50],
  cbrt: [-50, -0.2, 0.2, 1, 9],
  abs: [-3, -0.1, 0.1, 2],
  sign: [-3, -0.1, 0.1, 2],
  floor: [-2.5, -0.1, 0.1, 7.5],
  min: [-1, 0, 2],
  max: [-1, 0, 2],
  erf: [-3, -0.5, 0, 0.1, 1, 2.5],
};

const BINARY: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  atan2: [
    [1, 2],
    [1, -2],
    [-1, -2],
    [0.1, 5],
    [3, 0],
  ],
  hypot: [
    [1, 2],
    [-3, 0],
    [0, 0.2],
    [1e-1, -4],
  ],
  min: [
    [1, 2],
    [2, 1],
  ],
  max: [
    [1, 2],
    [2, 1],
  ],
};

/** Close, relative to the larger of 1 and the reference. */
function expectClose(ours: number, reference: number): void {
  expect(Math.abs(ours - reference)).toBeLessThanOrEqual(1e-8 * Math.max(1, Math.abs(reference)));
}

describe('every function', () => {
  it('has points to be checked at', () => {
    expect([...functions.keys()].sort()).toEqual([...new Set([...Object.keys(UNARY), ...Object.keys(BINARY)])].sort());
  });

  it.each(Object.entries(UNARY))('%s has the first and second derivative that differences have', (name, points) => {
    const f = objectiveOf(`${name}(x)`, ['x']);
    for (const x of points) {
      expectClose(gradientAt(f, x)[0] as number, ridders((t) => valueAt(f, x + t), 0.015).value);
      expectClose(hessianAt(f, x)[0] as number, ridders((t) => gradientAt(f, x + t)[0] as number, 0.015).value);
    }
  });

  it.each(Object.entries(BINARY))('%s has the partial derivatives that differences have', (name, points) => {
    const f = objectiveOf(`${name}(x, y)`);
    for (const [x, y] of points) {
      const [byX, byY] = gradientAt(f, x, y) as [number, number];
      expectClose(byX, ridders((t) => valueAt(f, x + t, y), 0.015).value);
      expectClose(byY, ridders((t) => valueAt(f, x, y + t), 0.015).value);
      const [xx, xy, yx, yy] = hessianAt(f, x, y) as [number, number, number, number];
      expectClose(xx, ridders((t) => gradientAt(f, x + t, y)[0] as number, 0.015).value);
      expectClose(xy, ridders((t) => gradientAt(f, x + t, y)[1] as number, 0.015).value);
      expectClose(yy, ridders((t) => gradientAt(f, x, y + t)[1] as number, 0.015).value);
      expect(yx).toBe(xy);
    }
  });

  /** Closed forms at one point each, so that a derivative and its differences cannot be wrong together. */
  it.each([
    ['sin(x)', 1, Math.cos(1)],
    ['tan(x)', 1, 1 / Math.cos(1) ** 2],
    ['asin(x)', 0.5, 1 / Math.sqrt(0.75)],
    ['acos(x)', 0.5, -1 / Math.sqrt(0.75)],
    ['atan(x)', 2, 0.2],
    ['tanh(x)', 1, 1 / Math.cosh(1) ** 2],
    ['expm1(x)', 1, Math.E],
    ['log2(x)', 3, 1 / (3 * Math.LN2)],
    ['log10(x)', 3, 1 / (3 * Math.LN10)],
    ['log1p(x)', 3, 0.25],
    ['cbrt(x)', 8, 1 / 12],
    ['erf(x)', 1, 2 / (Math.E * Math.sqrt(Math.PI))],
    ['x^1.5', 4, 3],
    ['2^x', 3, 8 * Math.LN2],
    ['x^x', 2, 4 * (Math.LN2 + 1)],
    ['x^-2', 2, -0.25],
    ['x^7', 2, 448],
    ['x^40', 1, 40],
    ['1/(1 + exp(-x))', 0, 0.25],
  ])('%s at %d has slope %d', (expression, x, slope) => {
    expect(gradientAt(objectiveOf(expression, ['x']), x)[0]).toBeCloseTo(slope, 13);
  });

  it('folds literals to the bits that code computes', () => {
    for (const [name, points] of Object.entries(UNARY)) {
      for (const x of points) {
        expect(valueAt(objectiveOf(`${name}(${x}) + 0*y`), 0, 0)).toBe(valueAt(objectiveOf(`${name}(x)`), x, 0) + 0);
      }
    }
    for (const [name, points] of Object.entries(BINARY)) {
      for (const [x, y] of points) {
        expect(valueAt(objectiveOf(`${name}(${x}, ${y}) + 0*y`), 0, 0)).toBe(
          valueAt(objectiveOf(`${name}(x, y)`), x, y) + 0,
        );
      }
    }
  });

  it('takes min, max and hypot of many', () => {
    expect(valueAt(objectiveOf('min(x, 3, y, -2)'), 1, 5)).toBe(-2);
    expect(valueAt(objectiveOf('max(x, 3, y, -2)'), 1, 5)).toBe(5);
    expect(valueAt(objectiveOf('hypot(x, 4, y)'), 2, 5)).toBeCloseTo(Math.sqrt(45), 14);
    expect(gradientAt(objectiveOf('max(x, 3, y, -2)'), 1, 5)).toEqual([0, 1]);
  });
});
