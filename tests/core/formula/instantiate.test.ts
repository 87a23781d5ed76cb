import { describe, expect, it } from 'vitest';
import { instantiate } from '../../../src/core/formula/instantiate.ts';
import { compiled, gradientAt, hessianAt, objectiveOf, valueAt } from './objectiveOf.ts';

const ROSENBROCK = '(1 - x)^2 + kappa*(y - x^2)^2';

function line(count: number, from: number, to: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => from + ((to - from) * i) / Math.max(1, count - 1));
}

describe('instantiate', () => {
  it('gives value, gradient, Hessian and products by hand', () => {
    const f = objectiveOf(ROSENBROCK, ['x', 'y'], { kappa: 100 });
    const x = Float64Array.of(-1, 2);
    const gradient = new Float64Array(2);
    const hessian = new Float64Array(4);
    const product = new Float64Array(2);
    expect(f.dimension).toBe(2);
    expect(f.exact).toEqual({ gradient: true, hessian: true });
    expect(f.value(x)).toBe(104);
    expect(f.valueAndGradient(x, gradient)).toBe(104);
    expect([...gradient]).toEqual([396, 200]);
    expect(f.gradient(x, gradient.fill(0))).toBe(gradient);
    expect([...gradient]).toEqual([396, 200]);
    expect(f.hessian(x, hessian)).toBe(hessian);
    expect([...hessian]).toEqual([402, 400, 400, 200]);
    expect(f.hvp(x, Float64Array.of(1, -3), product)).toBe(product);
    expect([...product]).toEqual([-798, -200]);
    expect([...x]).toEqual([-1, 2]);
  });

  it('lets a gradient overwrite the point it was taken at', () => {
    const f = objectiveOf('x^2 + 3*y', ['x', 'y']);
    const x = Float64Array.of(2, 5);
    expect([...f.gradient(x, x)]).toEqual([4, 3]);
  });

  it('takes constants without compiling again, and keeps instances apart', () => {
    const formula = compiled(ROSENBROCK, ['x', 'y'], { kappa: 100 });
    const [soft, hard] = [instantiate(formula, { kappa: 1 }), instantiate(formula, { kappa: 100 })];
    expect(valueAt(soft, 0, 1)).toBe(2);
    expect(valueAt(hard, 0, 1)).toBe(101);
    expect(valueAt(soft, 0, 1)).toBe(2);
    expect(hessianAt(hard, -1, 2)).toEqual([402, 400, 400, 200]);
    expect(hessianAt(soft, -1, 2)).toEqual([6, 4, 4, 2]);
    expect(gradientAt(soft, 0, 1)).toEqual([-2, 2]);
  });

  it('computes what depends on constants alone, with the value that it has at the point', () => {
    const f = objectiveOf('exp(-k)*sqrt(k + 1)*x + (k > 2 ? y : -y) + sin(k)', ['x', 'y'], { k: 3 });
    const g = objectiveOf('exp(-y)*sqrt(y + 1)*x + 5 + sin(y)', ['x', 'y']);
    expect(valueAt(f, 2, 5)).toBe(valueAt(g, 2, 3));
  });

  it('says which constant has no value', () => {
    const formula = compiled(ROSENBROCK, ['x', 'y'], { kappa: 100 });
    expect(() => instantiate(formula, {})).toThrow('kappa');
    expect(() => instantiate(compiled('x*toString', ['x'], { toString: 1 }), {})).toThrow('toString');
  });

  it('works from a copy of the compiled formula, as a worker posts it', () => {
    const formula = structuredClone(compiled(ROSENBROCK, ['x', 'y'], { kappa: 100 }));
    const f = instantiate(formula, { kappa: 100 });
    expect(valueAt(f, -1, 2)).toBe(104);
    expect(hessianAt(f, -1, 2)).toEqual([402, 400, 400, 200]);
  });

  it('takes any number of variables up to 50', () => {
    for (const n of [1, 3, 50]) {
      const variables = Array.from({ length: n }, (_, i) => `x${i}`);
      const f = objectiveOf(variables.map((name, i) => `${i + 1}*${name}^2`).join(' + '), variables);
      const x = variables.map((_, i) => i - 1);
      expect(valueAt(f, ...x)).toBe(x.reduce((sum, v, i) => sum + (i + 1) * v * v, 0));
      expect(gradientAt(f, ...x)).toEqual(x.map((v, i) => 2 * (i + 1) * v));
      const hessian = hessianAt(f, ...x);
      hessian.forEach((entry, k) => {
        expect(entry).toBe(k % (n + 1) === 0 ? 2 * (k / (n + 1) + 1) : 0);
      });
    }
  });

  it('does not throw at points that are not numbers', () => {
    const f = objectiveOf('x^2 + log(y)', ['x', 'y']);
    expect(valueAt(f, Number.NaN, 1)).toBeNaN();
    expect(valueAt(f, Infinity, 1)).toBe(Infinity);
    expect(gradientAt(f, 0, 0)).toEqual([0, Infinity]);
    expect(hessianAt(f, Number.NaN, -1)).toEqual([2, 0, 0, -1]);
  });
});

describe('the code', () => {
  it('computes what is shared once, and what depends on constants alone before the first call', () => {
    const { firstOrder } = compiled('exp(x)*exp(x)/(1 + exp(x)^2) + exp(y + exp(k))*cbrt(k) + exp(x)', ['x', 'y'], {
      k: 2,
    });
    let calls = 0;
    const counted = (f: (x: number) => number) => (x: number) => {
      calls++;
      return f(x);
    };
    const module = new WebAssembly.Module(firstOrder as Uint8Array<ArrayBuffer>);
    const libm = { exp: counted(Math.exp), cbrt: counted(Math.cbrt) };
    const { exports } = new WebAssembly.Instance(module, { libm, constants: { 0: 2 } });
    const callsOf = (name: string): number => {
      calls = 0;
      (exports[name] as () => void)();
      return calls;
    };
    expect(calls).toBe(2);
    expect(callsOf('value')).toBe(2);
    expect(callsOf('gradient')).toBe(2);
    expect(callsOf('valueAndGradient')).toBe(2);
  });
});

describe('grid', () => {
  const expressions = [
    ROSENBROCK,
    'sin(x)*cos(y) + exp(-x^2)/(1 + y^2)',
    'x',
    'y',
    'kappa',
    'sqrt(kappa)',
    '3',
    'x > y ? log(x) : abs(y) + floor(x*3)',
    'x > 0 and sin(x) < 0.5 ? 1 : min(x, y)^3',
    'x^2 + y',
    'hypot(x, y)^kappa - atan2(y, x)',
    // Ties, on a grid that both coordinates share.
    '(x > y) + 2*(x >= y) + 4*(x < y) + 8*(x <= y) + 16*(x == y) + 32*(x != y)',
    'x > y and x >= y or not (x < y or x <= y) ? x == y : x != y',
    'max(x, y) + 10*min(x, -y)',
    // More than the loop keeps per column.
    Array.from({ length: 60 }, (_, k) => `sin(${k + 1}*x)*y^${(k % 5) + 1}`).join(' + '),
  ];

  it.each(expressions)('%s: the bits of value, row by row', (expression) => {
    const f = objectiveOf(expression, ['x', 'y'], { kappa: 1.5 });
    for (const [width, height] of [
      [1, 1],
      [2, 3],
      [7, 5],
      [6, 6],
    ] as [number, number][]) {
      const [xs, ys] = [line(width, -2, 3), line(height, -2, 3)];
      const out = new Float64Array(width * height + 2).fill(77);
      expect(f.grid(xs, ys, out)).toBe(out);
      for (let j = 0; j < height; j++) {
        for (let i = 0; i < width; i++) {
          expect(out[j * width + i]).toBe(valueAt(f, xs[i] as number, ys[j] as number));
        }
      }
      expect([...out.subarray(width * height)]).toEqual([77, 77]);
    }
  });

  it('joins blocks without a seam', () => {
    const f = objectiveOf('x*1000 + y', ['x', 'y']);
    for (const [width, height] of [
      [2049, 3],
      [1023, 40],
      [1025, 17],
      [3, 2000],
      [1, 700],
      [1024, 16],
    ] as [number, number][]) {
      const [xs, ys] = [line(width, 0, width - 1), line(height, 0, height - 1)];
      const out = f.grid(xs, ys, new Float64Array(width * height));
      let wrong = 0;
      out.forEach((value, k) => {
        if (value !== (k % width) * 1000 + Math.floor(k / width)) wrong++;
      });
      expect(wrong).toBe(0);
    }
  });

  it('keeps what it hoists apart across whole blocks', () => {
    const f = objectiveOf('sin(x)*y + cos(x)*y^2 + exp(x/1000)*exp(y)', ['x', 'y']);
    const [xs, ys] = [line(1500, -3, 3), line(9, -1, 1)];
    const out = f.grid(xs, ys, new Float64Array(xs.length * ys.length));
    let wrong = 0;
    out.forEach((value, k) => {
      if (value !== valueAt(f, xs[k % 1500] as number, ys[Math.floor(k / 1500)] as number)) wrong++;
    });
    expect(wrong).toBe(0);
  });

  it('does nothing for no columns or no rows, and refuses what does not fit', () => {
    const f = objectiveOf('x + y', ['x', 'y']);
    const none = new Float64Array(0);
    expect([...f.grid(none, line(3, 0, 1), Float64Array.of(5))]).toEqual([5]);
    expect([...f.grid(line(3, 0, 1), none, Float64Array.of(5))]).toEqual([5]);
    expect(() => f.grid(line(3, 0, 1), line(2, 0, 1), new Float64Array(5))).toThrow('3 × 2');
    const g = objectiveOf('x', ['x']);
    expect(() => g.grid(line(3, 0, 1), line(2, 0, 1), new Float64Array(6))).toThrow('two variables');
  });
});

describe('section', () => {
  it.each([1, 2, 3, 50])('has the bits of value on a plane through %d dimensions', (n) => {
    const variables = Array.from({ length: n }, (_, i) => `x${i}`);
    const terms = variables.map((name, i) => `sin(${name}*${i + 1})*k + ${name}^3/7`);
    const f = objectiveOf(`${terms.join(' + ')} + sqrt(k)`, variables, { k: 0.3 });
    const [origin, u, v] = [1, 2, 3].map((k) => Float64Array.from(variables, (_, i) => Math.sin(k * (i + 1)))) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    for (const [width, height] of [
      [5, 3],
      [1030, 2],
    ] as [number, number][]) {
      const [ss, ts] = [line(width, -1, 2), line(height, -0.5, 0.7)];
      const out = f.section(origin, u, v, ss, ts, new Float64Array(width * height));
      let wrong = 0;
      out.forEach((value, k) => {
        const [s, t] = [ss[k % width] as number, ts[Math.floor(k / width)] as number];
        const x = origin.map((o, i) => o + s * (u[i] as number) + t * (v[i] as number));
        if (!Object.is(value, f.value(x))) wrong++;
      });
      expect(wrong).toBe(0);
    }
  });
});
