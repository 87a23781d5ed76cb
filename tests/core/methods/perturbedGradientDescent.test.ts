import { describe, expect, test } from 'vitest';
import { DEFAULT_STOP_RULE, descend } from '../../../src/core/descent/descend.ts';
import { perturbationChi, perturbationConstants } from '../../../src/core/methods/perturbationTheory.ts';
import { perturbedGradientDescent as method } from '../../../src/core/methods/perturbedGradientDescent.ts';
import type { Objective } from '../../../src/core/objective/Objective.ts';
import type { Params } from '../../../src/core/params.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { Rng } from '../../../src/core/rng.ts';
import { drain } from '../../../src/core/task.ts';
import { diagonalQuadratic, lee } from './objectives.ts';

const theory = {
  smoothness: 11,
  hessianLipschitz: 12,
  accuracy: 0.01,
  c: 1,
  failureProbability: 0.1,
  suboptimality: 1,
};

/** Constants with which a run takes hundreds of steps and not thousands. */
const quick = {
  stepSize: 0.1,
  radius: 0.01,
  gradientThreshold: 0.01,
  waitIterations: 100,
  decreaseThreshold: 1e-3,
};

function run(given: Params, f: Objective, start: number[], { maxIterations = 20_000, seed = 3 } = {}) {
  const params = resolveParams(method.params, given, { dimension: f.dimension });
  const stop = { ...DEFAULT_STOP_RULE, maxIterations };
  return drain(descend(f, method, params, Float64Array.from(start), Rng.seeded(seed), { stop, record: 'all' }));
}

describe('constants of the theory', () => {
  test('d = 2, ℓ = 11, ρ = 12, ε = 0.01, c = Δ_f = 1, δ = 0.1', () => {
    const chi = 3 * Math.log(2.2e6);
    expect(perturbationChi(theory, 2)).toBeCloseTo(chi, 12);
    const constants = perturbationConstants(theory, 2);
    expect(constants.stepSize).toBe(1 / 11);
    expect(constants.radius.toPrecision(2)).toBe('4.7e-7');
    expect(constants.gradientThreshold).toBeCloseTo(0.01 / chi ** 2, 18);
    expect(constants.waitIterations).toBe(1392);
    expect(constants.decreaseThreshold).toBeCloseTo(Math.sqrt(1e-6 / 12) / chi ** 3, 18);
  });

  test('the logarithm counts only above 4, and c enters as in the source', () => {
    expect(perturbationChi({ ...theory, accuracy: 1, suboptimality: 1e-3 }, 1)).toBe(12);
    const chi = 3 * Math.log((5 * 11 * 7) / (0.25 * 1e-4 * 0.1));
    const constants = perturbationConstants({ ...theory, c: 0.25, suboptimality: 7 }, 5);
    expect(constants.stepSize).toBeCloseTo(0.25 / 11, 15);
    expect(constants.radius).toBeCloseTo(((0.5 / chi ** 2) * 0.01) / 11, 18);
    expect(constants.waitIterations).toBe(Math.ceil(((chi / 0.0625) * 11) / Math.sqrt(0.12)));
    expect(constants.decreaseThreshold).toBeCloseTo((0.25 / chi ** 3) * Math.sqrt(1e-6 / 12), 18);
  });

  test('are the defaults of the method, each overridable, and follow the dimension', () => {
    const two = resolveParams(method.params, theory, { dimension: 2 });
    expect(two).toEqual({ ...perturbationConstants(theory, 2), ...theory });
    const nine = resolveParams(method.params, { ...theory, radius: 0.5 }, { dimension: 9 });
    expect(nine).toEqual({ ...perturbationConstants(theory, 9), ...theory, radius: 0.5 });
    expect(nine.waitIterations).toBeGreaterThan(two.waitIterations as number);
  });
});

describe('Algorithm 2', () => {
  test('leaves the exact saddle and returns a minimum as second-order stationary', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const outcome = run(quick, lee(), [0, 0], { seed });
      expect(outcome.status).toBe('second-order-stationary');
      expect(Math.abs(outcome.final.x[0]!)).toBeLessThan(0.01);
      expect(Math.abs(outcome.final.x[1]!)).toBeCloseTo(1, 2);
      expect(outcome.final.minEigenvalue).toBeGreaterThan(0.9);
      expect(outcome.final.type).toBe('minimum');
      expect(outcome.final.gradientNorm).toBeLessThanOrEqual(quick.gradientThreshold);
      const kinds = outcome.trajectory.events.map(({ kind }) => kind);
      expect(kinds).toEqual(['perturbation', 'escape-test-passed', 'perturbation', 'escape-test-failed']);
      const times = outcome.trajectory.events.map(({ iteration }) => iteration);
      expect(times).toEqual([0, 100, 101, 201]);
      expect(outcome.iterations).toBe(202);
    }
  });

  test('does so with the theory’s own constants', () => {
    const outcome = run(theory, lee(), [0, 0], { maxIterations: 5000 });
    expect(outcome.status).toBe('second-order-stationary');
    expect(Math.abs(outcome.final.x[1]!)).toBeCloseTo(1, 4);
    expect(outcome.trajectory.events[0]!.iteration).toBe(0);
    expect(outcome.trajectory.events[1]!.iteration).toBe(1392);
  });

  test('returns x̃ itself: the iterate that was perturbed, to the last bit', () => {
    const { trajectory, final } = run(quick, lee(), [0.3, 0.9]);
    const last = trajectory.events.findLast(({ kind }) => kind === 'perturbation')!;
    const anchor = [...trajectory.points.subarray(2 * last.iteration, 2 * last.iteration + 2)];
    expect([...final.x]).toEqual(anchor);
    expect([...trajectory.points.slice(-2)]).toEqual(anchor);
  });

  test('a perturbed step is the gradient step from x̃ + ξ with ‖ξ‖ ≤ r, not from x̃', () => {
    const { trajectory } = run(quick, lee(), [0, 0]);
    const [x, y] = [trajectory.points[2]!, trajectory.points[3]!];
    // The map is ((1 − η)x, (1 + η)y − ηy³); its inverse gives ξ to first order.
    const size = Math.hypot(x / 0.9, y / 1.1);
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThanOrEqual(quick.radius * (1 + 1e-4));
  });

  test('returns a saddle from which it could not fall enough, after t_thres iterations and no sooner', () => {
    const outcome = run({ ...quick, radius: 1e-12, waitIterations: 7 }, lee(), [0, 0]);
    expect(outcome.status).toBe('second-order-stationary');
    expect(outcome.iterations).toBe(8);
    expect([...outcome.final.x]).toEqual([0, 0]);
    expect(outcome.final.type).toBe('saddle');
  });

  test('never stops on a small gradient, without noise either', () => {
    const still = run({ ...quick, radius: 0, waitIterations: 50 }, lee(), [0, 0], { maxIterations: 40 });
    expect(still.status).toBe('max-iterations');
    expect(still.iterations).toBe(40);
  });

  test('does not perturb again before more than t_thres iterations have passed', () => {
    const { trajectory } = run({ ...quick, waitIterations: 30, decreaseThreshold: 0 }, lee(), [0, 0], { seed: 8 });
    const times = trajectory.events.filter(({ kind }) => kind === 'perturbation').map(({ iteration }) => iteration);
    expect(times.length).toBeGreaterThan(1);
    for (let k = 1; k < times.length; k++) expect(times[k]! - times[k - 1]!).toBeGreaterThan(30);
  });

  test('counts: a gradient a step, one more and a value at a perturbation, a value at a test', () => {
    const { iterations, evaluations, trajectory } = run(quick, lee(), [0, 0]);
    const perturbations = trajectory.events.filter(({ kind }) => kind === 'perturbation').length;
    const tests = trajectory.events.length - perturbations;
    expect(perturbations).toBe(2);
    expect(evaluations).toEqual({
      value: perturbations + tests,
      gradient: iterations + perturbations,
      hvp: 0,
      hessian: 0,
    });
  });

  test('an event says its numbers', () => {
    const [event] = run({ ...quick, radius: 0.5 }, diagonalQuadratic(1, -1), [0, 0], { maxIterations: 3 }).trajectory
      .events;
    expect(event!.detail).toMatch(/^‖∇f‖ = 0 ≤ 0\.01 at \(0, 0\): moved by 0\.\d+ within the ball of radius 0\.5\.$/);
  });
});
