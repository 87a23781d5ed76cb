import { all, create, type FactoryFunctionMap } from 'mathjs/number';
import { describe, expect, it } from 'vitest';
import { objectiveOf, valueAt } from './objectiveOf.ts';

const mathjs = create(all as FactoryFunctionMap) as unknown as {
  evaluate: (text: string, scope: Record<string, number>) => number | boolean;
};

/** Points with a nonzero, a negative and a zero coordinate. */
const POINTS = [
  [1.5, -0.75],
  [-2, 3],
  [0, 0.5],
];

describe('what a text means', () => {
  /** mathjs's own evaluation is the reference: the same text must mean the same. */
  it.each([
    '-x^2',
    '2^-x',
    '2^3^2 + x',
    '(2^3)^2 - y',
    'x - y - 1',
    'x / y / 2',
    'x / y * 2',
    '2 x y',
    '2x^2',
    '2(x + 1)(y - 1)',
    '1/2 x',
    '1/2x',
    'x / 2 y',
    '3/4(x + y)',
    'x^2 y^3',
    '-2^2 + x',
    '+x - -y - +1',
    '2pi x',
    '2 e + x',
    '2e3 x',
    '.5x',
    '1e-3x + 5.',
    'x < y',
    'x < y ? 1 : 2',
    '-1 < x < 1',
    '-1 < x <= y < 5',
    'x < 0 or y < 0 and x > -1',
    'not x < y',
    'not (x > 0) and y > 0',
    'x > 0 ? (y > 0 ? 1 : 2) : 3',
    'x > 0 ? 1 : y > 0 ? 2 : 3',
    '1 + (x > 0 ? 1 : 2)',
    'x == 0 or y != 0.5',
    'x > 0 == y > 0',
    'max(x, y, 1) - min(x, -y)',
    'abs(x)^2 abs(y)',
    'x\n+ y',
    'sin(x)cos(y)',
    'sin(x)^2',
    'atan2(y, x) + hypot(x, y, 2)',
  ])('%s', (expression) => {
    const f = objectiveOf(expression);
    for (const [x, y] of POINTS as [number, number][]) {
      const expected = Number(mathjs.evaluate(expression.replaceAll('\n', ' '), { x, y }));
      expect(valueAt(f, x, y)).toBeCloseTo(expected, 12);
    }
  });

  it('reads what mathjs does not: choices in first cases, and a point before an operator', () => {
    for (const [x, y] of POINTS as [number, number][]) {
      const nested = valueAt(objectiveOf('x > 0 ? y > 0 ? 1 : 2 : y > 0 ? 3 : 4'), x, y);
      expect(nested).toBe(x > 0 ? (y > 0 ? 1 : 2) : y > 0 ? 3 : 4);
      expect(valueAt(objectiveOf('2.*x + 3./y'), x, y)).toBe(2 * x + 3 / y);
    }
  });

  it('takes booleans as 1 and 0, and numbers as true unless they are zero or not numbers', () => {
    expect(valueAt(objectiveOf('(x > 0) + 2*(y > 0)'), 1, 1)).toBe(3);
    expect(valueAt(objectiveOf('x ? 1 : 2'), -0.5, 0)).toBe(1);
    expect(valueAt(objectiveOf('x ? 1 : 2'), 0, 0)).toBe(2);
    expect(valueAt(objectiveOf('log(x) ? 1 : 2'), -1, 0)).toBe(2);
    expect(valueAt(objectiveOf('not log(x)'), -1, 0)).toBe(1);
    expect(valueAt(objectiveOf('x and y'), 3, 0.1)).toBe(1);
    expect(valueAt(objectiveOf('sin(x > 0)'), 3, 0)).toBe(valueAt(objectiveOf('sin(1) + 0*x'), 0, 0));
  });

  it('compares exactly, and NaN with nothing', () => {
    expect(valueAt(objectiveOf('x == y'), 0.1 + 0.2, 0.3)).toBe(0);
    expect(valueAt(objectiveOf('log(x) == log(x)'), -1, 0)).toBe(0);
    expect(valueAt(objectiveOf('log(x) != log(x)'), -1, 0)).toBe(1);
    expect(valueAt(objectiveOf('log(x) <= 0 or log(x) > 0'), -1, 0)).toBe(0);
  });

  it.each([
    ['x^y', 0, 0, 1],
    ['0^0 + 0*x', 1, 0, 1],
    ['x^(1/3)', -8, 0, Number.NaN],
    ['x^0.5', -0, 0, 0],
    ['x^-1', 0, 0, Infinity],
    ['x^-1', -0, 0, -Infinity],
    ['1/x', -0, 0, -Infinity],
    ['x + 0', -0, 0, 0],
    ['0*x', -1, 0, -0],
    ['0*log(x)', 0, 0, Number.NaN],
    ['sqrt(x)', -1, 0, Number.NaN],
    ['log(x)', 0, 0, -Infinity],
    ['asin(x)', 1.5, 0, Number.NaN],
    ['min(x, log(y))', 1, -1, Number.NaN],
    ['x > 0 ? x : log(x)', 2, 0, 2],
    ['sign(x)', -0, 0, -0],
    ['sign(x - 3)', 1, 0, -1],
    ['floor(x)', -0.5, 0, -1],
    ['exp(x)', 1e4, 0, Infinity],
    ['e^x', 1, 0, Math.E],
  ])('%s at (%d, %d) is %d, by IEEE rules', (expression, x, y, expected) => {
    expect(valueAt(objectiveOf(expression), x, y)).toBe(expected);
  });
});
