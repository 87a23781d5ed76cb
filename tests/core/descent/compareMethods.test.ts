import { describe, expect, it } from 'vitest';
import { cloudOfStarts, compareMethods } from '../../../src/core/descent/compareMethods.ts';
import { runDescents } from '../../../src/core/descent/runDescents.ts';
import { methodById } from '../../../src/core/methods/registry.ts';
import type { Params } from '../../../src/core/params.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { drain } from '../../../src/core/task.ts';
import { objectiveOf } from '../formula/objectiveOf.ts';

function chosen(id: string, params: Params) {
  const method = methodById(id);
  if (!method) throw new Error(`there is no method ${id}`);
  return { method, params: resolveParams(method.params, params, { dimension: 2 }) };
}

// Saddle (0, 0) with eigenvalues −1 and 1, minima (0, ±1) with 1 and 2; the stable set of the saddle is y = 0.
const pitchfork = objectiveOf('x^2/2 + y^4/4 - y^2/2', ['x', 'y']);
const domain = [
  [-2, 2],
  [-2, 2],
] as const;
const gradientDescent = chosen('gradient-descent', { stepSize: 0.1 });
const perturbed = chosen('perturbed-gradient-descent', {
  stepSize: 0.1,
  radius: 0.05,
  gradientThreshold: 0.01,
  waitIterations: 80,
  decreaseThreshold: 0.001,
});
const plan = {
  objective: pitchfork,
  methods: [gradientDescent, perturbed],
  starts: [
    [1, 0],
    [1, 0.5],
    [-1, -0.25],
  ],
  repeats: 4,
  seed: 3,
  stop: { maxIterations: 500 },
  domain,
  epsilon: 0.01,
  rho: 6,
};

describe('a comparison of methods', () => {
  const [plain, noisy] = drain(compareMethods(plan));

  it('finds the first second-order stationary iterate of each run', () => {
    // From outside: iterates of the same runs, with the Hessian diag(1, 3y² − 1) and the threshold −√(ρε).
    const runs = drain(runDescents({ ...plan, methods: [gradientDescent] }));
    const expected = runs.map(({ trajectory: { iterations, points, gradientNorms } }) => {
      const k = iterations.findIndex((_, i) => {
        const y = points[2 * i + 1] as number;
        return (gradientNorms[i] as number) <= 0.01 && Math.min(1, 3 * y * y - 1) >= -Math.sqrt(6 * 0.01);
      });
      return k < 0 ? Number.POSITIVE_INFINITY : (iterations[k] as number);
    });
    const once = [0, 4, 8].map((i) => expected[i] as number).sort((a, b) => a - b);
    expect([...(plain?.times ?? [])]).toEqual(once.filter(Number.isFinite));
    expect(plain).toMatchObject({ runs: 3, reached: 2, median: once[1], q75: Number.POSITIVE_INFINITY });
  });

  it('says who got stuck where', () => {
    expect(plain?.stuck).toMatchObject([{ type: 'saddle', status: 'converged', count: 1 }]);
    expect(Math.hypot(...(plain?.stuck[0]?.x ?? []))).toBeLessThan(1e-7);
    expect(noisy).toMatchObject({ runs: 12, reached: 12, stuck: [] });
  });

  it('gives f over all runs as a band that ends where the runs ended', () => {
    const { iterations, q25, median, q75 } = noisy?.band ?? { iterations: [], q25: [], median: [], q75: [] };
    expect(iterations[0]).toBe(0);
    expect(iterations.at(-1)).toBe(500);
    for (let i = 0; i < iterations.length; i++) {
      expect(q25[i]).toBeLessThanOrEqual(median[i] as number);
      expect(median[i]).toBeLessThanOrEqual(q75[i] as number);
    }
    // Four of the twelve runs start from (1, 0.5), the lowest of the three starts.
    expect(q25[0]).toBeCloseTo(0.5 + 0.5 ** 4 / 4 - 0.5 ** 2 / 2, 12);
    expect(median.at(-1)).toBeCloseTo(-0.25, 3);
  });

  it('shows partial results and counts runs', () => {
    const task = compareMethods(plan);
    const partials: number[] = [];
    let last = 0;
    for (let step = task.next(); !step.done; step = task.next()) {
      expect(step.value.done).toBeGreaterThanOrEqual(last);
      last = step.value.done;
      expect(step.value.total).toBe(15);
      if (step.value.partial) partials.push(step.value.partial.reduce((sum, { runs }) => sum + runs, 0));
    }
    expect(last).toBe(15);
    expect(partials.length).toBeGreaterThan(4);
    expect(partials.toSorted((a, b) => a - b)).toEqual(partials);
  });
});

describe('a cloud of starts', () => {
  it('lies in its box, the same for a seed, and grows at its end', () => {
    const box = [
      [-1, 0.5],
      [3, 4],
      [-2, -2],
    ] as const;
    const cloud = cloudOfStarts(box, 200, 9);
    for (const point of cloud) {
      for (const [i, [low, high]] of box.entries()) {
        expect(point[i]).toBeGreaterThanOrEqual(low);
        expect(point[i]).toBeLessThanOrEqual(high);
      }
    }
    expect(cloudOfStarts(box, 7, 9)).toEqual(cloud.slice(0, 7));
    expect(cloudOfStarts(box, 7, 10)).not.toEqual(cloud.slice(0, 7));
    const mean = cloud.reduce((sum, point) => sum + (point[0] as number), 0) / 200;
    expect(Math.abs(mean + 0.25)).toBeLessThan(0.1);
  });
});
