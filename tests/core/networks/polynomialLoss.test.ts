import { describe, expect, it, vi } from 'vitest';
import { runDescents } from '../../../src/core/descent/runDescents.ts';
import { adam } from '../../../src/core/methods/adam.ts';
import { createPolynomialLoss } from '../../../src/core/networks/polynomialLoss.ts';
import { inputPoints, randomParameters, regressionNets, targetAt } from '../../../src/core/networks/regressionNets.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { Rng } from '../../../src/core/rng.ts';
import { drain } from '../../../src/core/task.ts';

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const TARGETS = {
  quadratic: (x: number) => 0.5 * x * x + 0.25 * x + 0.1,
  cubic: (x: number) => 8 * x ** 3 - 10 * x * x + 3 * x,
};
const ERRORS = { absolute: Math.abs, squared: (error: number) => error * error };
type Target = keyof typeof TARGETS;
type Loss = keyof typeof ERRORS;
const KINDS: readonly (readonly [Target, Loss])[] = [
  ['quadratic', 'absolute'],
  ['quadratic', 'squared'],
  ['cubic', 'absolute'],
  ['cubic', 'squared'],
];

/** The same error by loops over units and points, written from the paper. */
function errorByHand(target: Target, loss: Loss, points: number, theta: Float64Array): number {
  let at = 0;
  const take = (count: number) => {
    at += count;
    return Array.from(theta.subarray(at - count, at));
  };
  const biases = (count: number) => (target === 'cubic' ? take(count) : new Array<number>(count).fill(0));
  const [w1, b1, w2, b2, w3, b3] = [take(4), biases(4), take(16), biases(4), take(4), biases(1)];
  let total = 0;
  for (let i = 0; i < points; i++) {
    const x = (i + 0.5) / points;
    const first = w1.map((w, j) => sigmoid(w * x + (b1[j] as number)));
    const second = b2.map((b, j) => sigmoid(first.reduce((sum, h, k) => sum + (w2[4 * j + k] as number) * h, b)));
    const sum = second.reduce((s, h, j) => s + (w3[j] as number) * h, b3[0] as number);
    total += ERRORS[loss]((target === 'cubic' ? sum : sigmoid(sum)) - TARGETS[target](x));
  }
  return total / points;
}

const objectiveOf = (target: Target, loss: Loss, points: number) => createPolynomialLoss({ target, loss, points });
const randomPoint = (target: Target, label: string, scale = 1) =>
  randomParameters(regressionNets[target], Rng.seeded(3).split(label)).map((x) => scale * x);

describe.each(KINDS)('%s, %s', (target, loss) => {
  const points = 200;
  const f = objectiveOf(target, loss, points);
  const n = f.dimension;

  it('is the error that a loop by hand finds', () => {
    expect(n).toBe(target === 'cubic' ? 33 : 24);
    for (const scale of [0, 1, 10, 100]) {
      for (let k = 0; k < 5; k++) {
        const x = randomPoint(target, `${k}`, scale);
        const expected = errorByHand(target, loss, points, x);
        expect(Math.abs(f.value(x) - expected)).toBeLessThanOrEqual(1e-13 * Math.max(1, expected));
      }
    }
  });

  it('has the same bits at a point again, from value and gradient alike', () => {
    const x = randomPoint(target, 'again');
    const gradient = new Float64Array(n);
    const value = f.valueAndGradient(x, gradient);
    expect(f.value(x)).toBe(value);
    expect(f.gradient(x, new Float64Array(n))).toEqual(gradient);
    expect(objectiveOf(target, loss, points).valueAndGradient(x, new Float64Array(n))).toBe(value);
  });
});

describe.each(['quadratic', 'cubic'] as const)('derivatives on the %s target', (target) => {
  const f = objectiveOf(target, 'squared', 60);
  const n = f.dimension;

  it('has the gradient that central differences of the error by hand have', () => {
    const x = randomPoint(target, 'gradient');
    const gradient = f.gradient(x, new Float64Array(n));
    const step = 1e-5;
    for (let i = 0; i < n; i++) {
      const at = (t: number) => errorByHand(target, 'squared', 60, x.with(i, (x[i] as number) + t));
      expect(Math.abs((gradient[i] as number) - (at(step) - at(-step)) / (2 * step))).toBeLessThan(1e-9);
    }
  });

  it('has products with the Hessian that differences of the gradient have, symmetric in both directions', () => {
    const [x, v, w] = ['point', 'v', 'w'].map((label) => randomPoint(target, label)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const hv = f.hvp(x, v, new Float64Array(n));
    const hw = f.hvp(x, w, new Float64Array(n));
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, entry, i) => sum + entry * (b[i] as number), 0);
    expect(Math.abs(dot(w, hv) - dot(v, hw))).toBeLessThan(1e-12 * (1 + Math.abs(dot(w, hv))));
    const step = 1e-5;
    const moved = (t: number) =>
      f.gradient(
        x.map((coordinate, i) => coordinate + t * (v[i] as number)),
        new Float64Array(n),
      );
    const [ahead, behind] = [moved(step), moved(-step)];
    for (let i = 0; i < n; i++) {
      const slope = ((ahead[i] as number) - (behind[i] as number)) / (2 * step);
      expect(Math.abs((hv[i] as number) - slope)).toBeLessThan(1e-8);
    }
  });
});

describe('the mean of |error|', () => {
  it('has, away from kinks, the slope that differences have, and no curvature but that of the network', () => {
    const f = objectiveOf('cubic', 'absolute', 11);
    const x = randomPoint('cubic', 'slope');
    const gradient = f.gradient(x, new Float64Array(33));
    // So short that none of the eleven errors changes its sign.
    const step = 1e-6;
    for (let i = 0; i < 33; i++) {
      const at = (t: number) => f.value(x.with(i, (x[i] as number) + t));
      expect(Math.abs((gradient[i] as number) - (at(step) - at(-step)) / (2 * step))).toBeLessThan(1e-8);
    }
  });

  it.each(['quadratic', 'cubic'] as const)('is, for the best constant, the known error of it: %s', (target) => {
    const { constantError, ...net } = regressionNets[target];
    const values = inputPoints(10_000).map((x) => targetAt(net, x));
    const median = (values.toSorted()[4999] as number) / 2 + (values.toSorted()[5000] as number) / 2;
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const absolute = values.reduce((sum, value) => sum + Math.abs(value - median), 0) / values.length;
    const squared = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(Math.abs(absolute - constantError.absolute)).toBeLessThan(1e-7);
    expect(Math.abs(squared - constantError.squared)).toBeLessThan(1e-7);
    expect(target === 'cubic' ? 0.158203 : 0.1875).toBeCloseTo(constantError.absolute, 6);
  });

  it('takes as its constant that of a network whose weights are zero', () => {
    const f = objectiveOf('cubic', 'absolute', 10_000);
    const x = new Float64Array(33);
    x[32] = 9 / 64;
    expect(Math.abs(f.value(x) - regressionNets.cubic.constantError.absolute)).toBeLessThan(1e-7);
  });
});

describe('training', () => {
  it('brings Adam with the paper’s step below every constant prediction within 2,000 steps, reproducibly', () => {
    const f = objectiveOf('cubic', 'absolute', 100);
    const params = resolveParams(adam.params, { stepSize: 1e-3 }, { dimension: 33 });
    const starts = [randomParameters(regressionNets.cubic, Rng.seeded(0).split('start 0'))];
    const train = () =>
      drain(
        runDescents({
          objective: f,
          methods: [{ method: adam, params }],
          starts,
          seed: 0,
          stop: { maxIterations: 2000 },
          record: 500,
        }),
      )[0]?.trajectory;
    const first = train();
    expect(first?.values[0]).toBeGreaterThan(1);
    expect(first?.values.at(-1)).toBeLessThan(regressionNets.cubic.constantError.absolute);
    expect(train()).toEqual(first);
  });
});

it('asks for no more memory in 2,000 evaluations than in the first ones', async () => {
  const memories: WebAssembly.Memory[] = [];
  const Original = WebAssembly.Memory;
  vi.stubGlobal('WebAssembly', {
    ...Object.fromEntries(
      Object.getOwnPropertyNames(WebAssembly).map((name) => [name, Reflect.get(WebAssembly, name)]),
    ),
    Memory: class extends Original {
      constructor(descriptor: WebAssembly.MemoryDescriptor) {
        super(descriptor);
        memories.push(this);
      }
    },
  });
  vi.resetModules();
  const { createPolynomialLoss: create } = await import('../../../src/core/networks/polynomialLoss.ts');
  vi.unstubAllGlobals();
  const f = create({ target: 'cubic', loss: 'squared', points: 500 });
  const x = randomPoint('cubic', 'memory');
  const out = new Float64Array(33);
  const evaluate = () => {
    f.value(x);
    f.valueAndGradient(x, out);
    f.hvp(x, x, out);
  };
  for (let k = 0; k < 20; k++) evaluate();
  const before = memories.map(({ buffer }) => buffer.byteLength);
  expect(before.some((bytes) => bytes > 0)).toBe(true);
  for (let k = 0; k < 667; k++) evaluate();
  expect(memories.map(({ buffer }) => buffer.byteLength)).toEqual(before);
});
