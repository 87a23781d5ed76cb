import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_STOP_RULE, descend } from '../../../src/core/descent/descend.ts';
import { methodById } from '../../../src/core/methods/registry.ts';
import type { Objective } from '../../../src/core/objective/Objective.ts';
import type { Params } from '../../../src/core/params.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { Rng } from '../../../src/core/rng.ts';
import { drain } from '../../../src/core/task.ts';
import { diagonalQuadratic, lee, monkey, product, slope, valley } from './objectives.ts';

function run(id: string, given: Params, f: Objective, start: number[], maxIterations = 1000) {
  const method = methodById(id)!;
  const params = resolveParams(method.params, given, { dimension: f.dimension });
  const stop = { ...DEFAULT_STOP_RULE, maxIterations };
  return drain(descend(f, method, params, Float64Array.from(start), Rng.seeded(3), { stop, record: 'all' }));
}

describe('gradient descent', () => {
  test('on θᵀHθ, H = diag(λ), the iterates are θ_i(1 − 2γλ_i)^k', () => {
    const signed = fc.double({ min: -2, max: 2, noNaN: true });
    const property = fc.property(
      fc.array(signed, { minLength: 1, maxLength: 4 }),
      fc.double({ min: 1e-3, max: 0.2, noNaN: true }),
      fc.double({ min: -3, max: 3, noNaN: true }),
      (lambda, gamma, start) => {
        const f = diagonalQuadratic(...lambda);
        const { trajectory } = run(
          'gradient-descent',
          { stepSize: gamma },
          f,
          lambda.map(() => start),
          40,
        );
        const n = lambda.length;
        for (const [at, k] of trajectory.iterations.entries()) {
          for (const [i, eigenvalue] of lambda.entries()) {
            let expected = start;
            for (let j = 0; j < k; j++) expected *= 1 - 2 * gamma * eigenvalue;
            const actual = trajectory.points[at * n + i]!;
            expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-13 * Math.abs(expected) + 1e-300);
          }
        }
      },
    );
    fc.assert(property, { seed: 1, numRuns: 200 });
  });

  test('Lee et al. (2016): the map is ((1 − α)x, (1 + α)y − αy³)', () => {
    const alpha = 0.1;
    const { trajectory } = run('gradient-descent', { stepSize: alpha }, lee(), [0.7, 0.2], 50);
    let [x, y] = [0.7, 0.2];
    for (let k = 0; k <= 50; k++) {
      expect(trajectory.points[2 * k]).toBeCloseTo(x, 13);
      expect(trajectory.points[2 * k + 1]).toBeCloseTo(y, 13);
      [x, y] = [(1 - alpha) * x, (1 + alpha) * y - alpha * y ** 3];
    }
  });

  test('from y = 0 it stays on the stable set and converges to the strict saddle', () => {
    const outcome = run('gradient-descent', { stepSize: 0.1 }, lee(), [1, 0]);
    expect(outcome.status).toBe('converged');
    expect(outcome.final.type).toBe('saddle');
    expect(outcome.final.minEigenvalue).toBe(-1);
    for (let k = 1; k < outcome.trajectory.points.length; k += 2) expect(outcome.trajectory.points[k]).toBe(0);
    const beside = run('gradient-descent', { stepSize: 0.1 }, lee(), [1, 1e-12]);
    expect(beside.final.type).toBe('minimum');
    expect(beside.final.x[1]).toBeCloseTo(1, 7);
  });
});

describe('Newton', () => {
  test('is attracted to the saddle from where gradient descent goes to a minimum', () => {
    const newton = run('newton', {}, lee(), [0.4, 0.35]);
    expect(newton.status).toBe('converged');
    expect(newton.final.type).toBe('saddle');
    expect(Math.hypot(...newton.final.x)).toBeLessThan(1e-8);
    expect(newton.iterations).toBeLessThan(10);
    expect(run('gradient-descent', { stepSize: 0.1 }, lee(), [0.4, 0.35]).final.type).toBe('minimum');
  });

  test('halves the distance to the degenerate point of the monkey saddle, whose Hessian vanishes', () => {
    const outcome = run('newton', {}, monkey(), [0.8, 0.3]);
    expect(outcome.status).toBe('converged');
    expect(outcome.trajectory.points[2]).toBeCloseTo(0.4, 12);
    expect(outcome.trajectory.points[3]).toBeCloseTo(0.15, 12);
  });

  test('exchanges rows: a zero pivot does not make a Hessian singular', () => {
    const outcome = run('newton', {}, product(), [3, -2]);
    expect([outcome.status, outcome.iterations]).toEqual(['converged', 1]);
    expect([...outcome.final.x]).toEqual([0, 0]);
    expect(outcome.trajectory.events).toEqual([]);
  });

  test('takes the shortest step where the Hessian is singular and the gradient lies in its range', () => {
    const outcome = run('newton', {}, valley(), [3, 1]);
    expect(outcome.status).toBe('converged');
    expect(outcome.final.x[0]).toBeCloseTo(1, 12);
    expect(outcome.final.x[1]).toBeCloseTo(-1, 12);
    expect(outcome.trajectory.events.map(({ kind, iteration }) => [kind, iteration])).toEqual([['step-reduced', 0]]);
    expect(outcome.evaluations).toEqual({ value: 0, gradient: 1, hvp: 0, hessian: 1 });
  });

  test('ends where there is no Newton step, without counting one', () => {
    const outcome = run('newton', {}, slope(), [3, 1]);
    expect(outcome.status).toBe('line-search-failed');
    expect(outcome.iterations).toBe(0);
    expect([...outcome.final.x]).toEqual([3, 1]);
    expect([...outcome.trajectory.iterations]).toEqual([0]);
    expect(outcome.message).toMatch(/singular/);
  });

  test('solves dense systems: one step to the minimum of a rotated, badly scaled quadratic', () => {
    // f = (x + y + z − 1)² + 100(x − y)² + 1e4(x − z + 2)², minimum where all three vanish.
    const rows = [
      [1, 1, 1, -1],
      [10, -10, 0, 0],
      [100, 0, -100, 200],
    ];
    const residuals = (x: Float64Array) => rows.map(([a, b, c, d]) => a! * x[0]! + b! * x[1]! + c! * x[2]! + d!);
    const f: Objective = {
      dimension: 3,
      exact: { gradient: true, hessian: true },
      value: (x) => residuals(x).reduce((sum, r) => sum + r * r, 0),
      gradient: (x, out) => {
        out.fill(0);
        for (const [k, r] of residuals(x).entries()) for (let i = 0; i < 3; i++) out[i]! += 2 * r * rows[k]![i]!;
        return out;
      },
      valueAndGradient: (x, out) => {
        f.gradient(x, out);
        return f.value(x);
      },
      hvp: (_x, _v, out) => out,
      hessian: (_x, out) => {
        out.fill(0);
        for (const row of rows) {
          for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) out[3 * i + j]! += 2 * row[i]! * row[j]!;
        }
        return out;
      },
    };
    const outcome = run('newton', {}, f, [5, -4, 7], 3);
    expect([...outcome.trajectory.points.slice(3, 6)].map((t) => Math.round(t * 1e9) / 1e9)).toEqual([
      -0.333333333, -0.333333333, 1.666666667,
    ]);
  });
});
