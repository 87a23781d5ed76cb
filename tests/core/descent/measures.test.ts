import { describe, expect, test } from 'vitest';
import {
  firstOrderBound,
  leastCurvatures,
  referenceMinimum,
  runningMinimum,
  secondOrderThreshold,
} from '../../../src/core/descent/measures.ts';
import type { Run } from '../../../src/core/descent/Run.ts';
import { runDescents } from '../../../src/core/descent/runDescents.ts';
import { gradientDescentMultipliers, largestStableStep } from '../../../src/core/descent/stability.ts';
import { methodById, methods } from '../../../src/core/methods/registry.ts';
import type { Objective } from '../../../src/core/objective/Objective.ts';
import type { Params } from '../../../src/core/params.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { drain } from '../../../src/core/task.ts';
import { diagonalQuadratic, himmelblau, lee, plunge, root } from '../methods/objectives.ts';

function run(id: string, given: Params, objective: Objective, start: number[], maxIterations: number): Run {
  const method = methodById(id)!;
  const params = resolveParams(method.params, given, { dimension: objective.dimension });
  const stop = { maxIterations, gradientTolerance: 0, divergenceRadius: 1e6 };
  return drain(runDescents({ objective, methods: [{ method, params }], starts: [start], seed: 1, stop }))[0]!;
}

describe('the reference minimum', () => {
  const down = run('gradient-descent', { stepSize: 0.1 }, lee(), [1, 0.5], 10);
  const least = Math.min(...down.trajectory.values);

  test('is the known one, or the least seen, and says which', () => {
    expect(referenceMinimum([down], -0.25)).toEqual({ value: -0.25, source: 'known' });
    expect(referenceMinimum([down], undefined)).toEqual({ value: least, source: 'seen' });
    expect(referenceMinimum([], -0.25)).toEqual({ value: -0.25, source: 'known' });
    expect(referenceMinimum([], undefined)).toBeNull();
  });

  test('follows a run below a declared minimum: by rounding it is still the known one, by more it is not', () => {
    expect(referenceMinimum([down], least + 1e-12)).toEqual({ value: least, source: 'known' });
    expect(referenceMinimum([down], least + 1e-3)).toEqual({ value: least, source: 'seen' });
  });

  test('passes over values that are not finite', () => {
    const lost = run('gradient-descent', { stepSize: 20 }, root(), [4], 10);
    expect(lost.trajectory.values.some(Number.isNaN)).toBe(true);
    expect(referenceMinimum([lost], undefined)).toEqual({ value: 2, source: 'seen' });
  });
});

describe('the first-order bound', () => {
  test('is √(2L(f0 − f*)/(N + 1))', () => {
    expect([...firstOrderBound(8, 9, Float64Array.of(0, 3, 143))]).toEqual([12, 6, 1]);
  });

  test('holds for gradient descent with step 1/L', () => {
    // ‖∇²f‖ ≤ 3·1.5² − 1 on |y| ≤ 1.5 and 1 in x.
    const smoothness = 3 * 1.5 ** 2 - 1;
    for (const start of [
      [1, 1.5],
      [-3, 0.01],
      [0.2, -1.4],
      [0, 1e-6],
    ]) {
      const { trajectory } = run('gradient-descent', { stepSize: 1 / smoothness }, lee(), start, 400);
      const gap = trajectory.values[0]! + 0.25;
      const bound = firstOrderBound(smoothness, gap, trajectory.iterations);
      const best = runningMinimum(trajectory.gradientNorms);
      for (let k = 0; k < best.length; k++) expect(best[k]!).toBeLessThanOrEqual(bound[k]!);
    }
  });

  test('fails for a step above 2/L, so that it says something', () => {
    const { trajectory } = run('gradient-descent', { stepSize: 1.01 }, diagonalQuadratic(1), [1], 50);
    const bound = firstOrderBound(2, 1, trajectory.iterations);
    expect(runningMinimum(trajectory.gradientNorms).some((norm, k) => norm > bound[k]!)).toBe(true);
  });
});

test('the running minimum passes over NaN', () => {
  expect([...runningMinimum(Float64Array.of(NaN, 3, 4, NaN, 1, 2))]).toEqual([NaN, 3, 3, 3, 1, 1]);
});

test('the second-order threshold is −√(ρε)', () => {
  expect(secondOrderThreshold(12, 0.03)).toBe(-0.6);
});

describe('least curvature along a trajectory', () => {
  test('min(1, 3y² − 1) on the example of Lee et al.', () => {
    const { trajectory } = run('gradient-descent', { stepSize: 0.1 }, lee(), [1, 0.01], 120);
    const curve = drain(leastCurvatures(lee(), trajectory));
    expect([...curve.iterations]).toEqual([...trajectory.iterations]);
    for (const k of curve.iterations) {
      const y = trajectory.points[2 * k + 1]!;
      expect(curve.leastEigenvalues[k]).toBeCloseTo(Math.min(1, 3 * y * y - 1), 12);
    }
    expect(curve.leastEigenvalues[0]).toBeLessThan(-0.99);
    expect(curve.leastEigenvalues.at(-1)).toBe(1);
  });

  test('missing where f is not defined, whatever the formula of its Hessian gives there', () => {
    const logarithm: Objective = {
      ...plunge(),
      value: ([x]) => Math.log(x!),
      hessian: ([x], out) => out.fill(-1 / (x! * x!)),
    };
    const trajectory = { iterations: Float64Array.of(0, 1, 2), points: Float64Array.of(1, -1, 2) };
    const { leastEigenvalues } = drain(leastCurvatures(logarithm, trajectory));
    expect([...leastEigenvalues]).toEqual([-1, Number.NaN, -0.25]);
  });

  test('thinned: evenly, with both ends, each at its own iteration', () => {
    const { trajectory } = run('gradient-descent', { stepSize: 0.01 }, himmelblau(), [0, 0], 100);
    const all = drain(leastCurvatures(himmelblau(), trajectory));
    const few = drain(leastCurvatures(himmelblau(), trajectory, 5));
    expect([...few.iterations]).toEqual([0, 25, 50, 75, 100]);
    for (const [at, k] of few.iterations.entries()) expect(few.leastEigenvalues[at]).toBe(all.leastEigenvalues[k]);
    const single = run('gradient-descent', {}, lee(), [1, 1], 0).trajectory;
    expect([...drain(leastCurvatures(lee(), single)).iterations]).toEqual([0]);
  });
});

describe('the largest stable step', () => {
  const params = (id: string, given: Params = {}) => resolveParams(methodById(id)!.params, given, { dimension: 2 });

  test('is 2/λ_max for gradient descent, and none where nothing curves upward', () => {
    const gd = methodById('gradient-descent')!;
    const at = (f: Objective, ...x: number[]) => largestStableStep(f, Float64Array.from(x), gd, params(gd.id));
    expect(at(himmelblau(), 3, 2)).toBeCloseTo(2 / 82.2842712475, 12);
    expect(at(lee(), 0, 0)).toBe(2);
    expect(at(plunge(), 1)).toBeNull();
    expect(at(plunge(), 0)).toBeNull();
    expect(at(root(), -1)).toBeNull();
    const adam = methodById('adam')!;
    expect(largestStableStep(lee(), new Float64Array(2), adam, params('adam'))).toBeNull();
  });

  const bounded = methods.filter((method) => method.largestStableStep !== undefined).map(({ id }) => id);

  test.each(bounded)('%s: just below it the iterates stay bounded, just above they grow', (id) => {
    const method = methodById(id)!;
    const quiet = {
      'stochastic-gradient-descent': { noiseScale: 0 },
      'noisy-gradient-descent': { noiseScale: 0 },
      'perturbed-gradient-descent': { radius: 0, gradientThreshold: 0 },
      sgld: { inverseTemperature: 1e12 },
    }[id];
    for (const momentum of method.params.momentum ? [0, 0.5, 0.9, 0.99] : [0]) {
      const given = { ...quiet, ...(method.params.momentum ? { momentum } : {}) };
      const f = diagonalQuadratic(3, 1);
      const step = largestStableStep(f, new Float64Array(2), method, params(id, given))!;
      const below = run(id, { ...given, stepSize: step * 0.999 }, f, [1, 1], 20_000);
      expect(Math.hypot(...below.final.x)).toBeLessThan(0.1);
      const above = run(id, { ...given, stepSize: step * 1.01 }, f, [1, 1], 20_000);
      expect(above.status).toBe('diverged');
    }
  });
});

test('the multipliers of gradient descent are 1 − ηλ_i', () => {
  expect([...gradientDescentMultipliers(Float64Array.of(-2, 0, 4), 0.5)]).toEqual([2, 1, -1]);
});
