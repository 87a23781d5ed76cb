import { describe, expect, test } from 'vitest';
import { acceleratedChi, acceleratedConstants } from '../../../src/core/methods/acceleratedTheory.ts';
import { perturbedAcceleratedGradientDescent as method } from '../../../src/core/methods/perturbedAcceleratedGradientDescent.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { Rng } from '../../../src/core/rng.ts';
import { diagonalQuadratic, handWritten, lee } from './objectives.ts';
import { iterates, runMethod } from './runMethod.ts';

const id = 'perturbed-accelerated-gradient-descent';

const theory = {
  smoothness: 11,
  hessianLipschitz: 12,
  accuracy: 0.01,
  c: 1,
  failureProbability: 0.1,
  suboptimality: 1,
};

describe('constants of the theory', () => {
  test('d = 2, ℓ = 16, ρ = 4, ε = 1/4: κ = 16, so that all are simple', () => {
    const given = { ...theory, smoothness: 16, hessianLipschitz: 4, accuracy: 0.25, c: 2 };
    const chi = Math.log((2 * 16) / (4 * 0.25 * 0.1));
    expect(acceleratedChi(given, 2)).toBeCloseTo(chi, 14);
    const constants = acceleratedConstants(given, 2);
    // θ = 1/16, γ = θ²·64 = 1/4, s = γ/16.
    expect(constants).toEqual({
      stepSize: 1 / 64,
      momentum: 15 / 16,
      curvatureThreshold: 1 / 4,
      exploitationRadius: 1 / 64,
      radius: expect.closeTo(1 / 256 / (chi ** 5 * 256), 18),
      gradientThreshold: 0.25,
      waitIterations: Math.ceil(4 * chi * 2),
    });
    expect(acceleratedChi({ ...given, suboptimality: 1e-9 }, 2)).toBe(1);
  });

  test('are the defaults of the method, each overridable', () => {
    const plain = resolveParams(method.params, theory, { dimension: 3 });
    expect(plain).toEqual({ ...acceleratedConstants(theory, 3), ...theory });
    expect(resolveParams(method.params, { ...theory, radius: 0.5 }, { dimension: 3 })).toEqual({
      ...plain,
      radius: 0.5,
    });
  });
});

describe('by hand', () => {
  const still = { radius: 0, gradientThreshold: 0 };

  test('on a convex function it is Nesterov’s method', () => {
    const given = { stepSize: 0.1, momentum: 0.5 };
    const plain = iterates('nesterov', given, diagonalQuadratic(1, 4), [1, 1], 8);
    const actual = iterates(id, { ...given, ...still }, diagonalQuadratic(1, 4), [1, 1], 8);
    for (const [k, point] of plain.entries()) {
      for (const [i, coordinate] of point.entries()) expect(actual[k]![i]).toBeCloseTo(coordinate, 14);
    }
  });

  // −θ² from 1: x = 1.2, v = 0.2; y = 1.3, f(x) = −1.44 < f(y) + f'(y)(x − y) − ½·0.01 = −1.69 + 0.26 − 0.005.
  const hill = { ...still, stepSize: 0.1, momentum: 0.5, curvatureThreshold: 1 };

  test('exploits negative curvature: the lower of x ± s where the momentum is slow, and starts from rest', () => {
    const points = iterates(id, { ...hill, exploitationRadius: 10 }, diagonalQuadratic(-1), [1], 3);
    expect(points[0]![0]).toBeCloseTo(1.2, 14);
    expect(points[1]![0]).toBeCloseTo(11.2, 14);
    expect(points[2]![0]).toBeCloseTo(11.2 * 1.2, 13);
  });

  test('the other side where that is lower: −θ² with a pit at θ < −5', () => {
    const pit = handWritten({
      name: 'pit',
      dimension: 1,
      value: ([x]) => (x! < -5 ? -1000 : -(x! ** 2)),
      gradient: ([x]) => [-2 * x!],
      hessian: () => [[-2]],
    });
    const points = iterates(id, { ...hill, exploitationRadius: 10 }, pit, [1], 2);
    expect(points[1]![0]).toBeCloseTo(-8.8, 13);
  });

  test('where the momentum is fast it is dropped and x stays', () => {
    const points = iterates(id, { ...hill, exploitationRadius: 0.1 }, diagonalQuadratic(-1), [1], 3);
    expect(points[1]![0]).toBeCloseTo(1.2, 14);
    expect(points[2]![0]).toBeCloseTo(1.44, 14);
  });

  test('curvature above −γ is not exploited: y − η∇f(y) with y = 1.3', () => {
    const points = iterates(id, { ...hill, curvatureThreshold: 2.01 }, diagonalQuadratic(-1), [1], 2);
    expect(points[1]![0]).toBeCloseTo(1.3 * 1.2, 14);
  });
});

describe('runs', () => {
  /** Every iterate with its velocity; and whether its step was a perturbed one. */
  function energies(start: number[], steps: number) {
    const f = lee();
    const params = resolveParams(method.params, theory, { dimension: 2 }) as Parameters<typeof method.init>[2];
    const rng = Rng.seeded(5);
    const state = method.init(f, Float64Array.from(start), params, rng);
    const energy = () => f.value(state.x) + state.velocity.reduce((sum, t) => sum + t * t, 0) / (2 * params.stepSize);
    return Array.from({ length: steps }, () => {
      const before = energy();
      method.step(f, state, params, rng);
      const perturbed = state.event?.kind === 'perturbation';
      const exploited = state.event?.kind === 'negative-curvature';
      state.event = null;
      return { rise: energy() - before, perturbed, exploited };
    });
  }

  test('f(x) + ‖v‖²/(2η) falls in every step but perturbed ones, from the exact saddle', () => {
    const steps = energies([0, 0], 4000);
    expect(steps.filter(({ perturbed }) => perturbed).length).toBeGreaterThan(2);
    expect(steps.some(({ exploited }) => exploited)).toBe(true);
    for (const { rise, perturbed } of steps) if (!perturbed) expect(rise).toBeLessThanOrEqual(1e-15);
  });

  test('leave the exact saddle for a minimum, with the theory’s constants', () => {
    for (const seed of [1, 2, 3]) {
      const outcome = runMethod(id, theory, lee(), [0, 0], { seed, maxIterations: 3000 });
      expect(outcome.status).toBe('max-iterations');
      expect(Math.abs(outcome.final.x[1]!)).toBeCloseTo(1, 5);
      expect(outcome.trajectory.events[0]).toMatchObject({ kind: 'perturbation', iteration: 0 });
    }
  });

  test('perturb only after more than 𝒯 steps', () => {
    const { trajectory } = runMethod(id, { ...theory, waitIterations: 30 }, lee(), [0, 0], { maxIterations: 500 });
    const times = trajectory.events.filter(({ kind }) => kind === 'perturbation').map(({ iteration }) => iteration);
    expect(times.length).toBeGreaterThan(2);
    for (let k = 1; k < times.length; k++) expect(times[k]! - times[k - 1]!).toBeGreaterThan(30);
  });

  test('counts: f and ∇f at y; ∇f at x where it may perturb; f at x once it moves; two where it exploits', () => {
    const given = { stepSize: 0.1, momentum: 0.5, radius: 0.1, waitIterations: 4, gradientThreshold: 1e-3 };
    // Perturbed at 0; steps 0 to 4 wait, step 5 may perturb but is past the threshold; from step 1 on it moves.
    const smooth = runMethod(id, given, diagonalQuadratic(1), [0.01], { maxIterations: 3 });
    expect(smooth.evaluations).toEqual({ value: 3 + 2, gradient: 3 + 3, hvp: 0, hessian: 0 });
    const saddle = runMethod(id, given, diagonalQuadratic(1), [0], { maxIterations: 6 });
    expect(saddle.evaluations).toEqual({ value: 6 + 5, gradient: 6 + 2, hvp: 0, hessian: 0 });
    const hill = { ...given, curvatureThreshold: 1, exploitationRadius: 10 };
    const down = runMethod(id, hill, diagonalQuadratic(-1), [1], { maxIterations: 2 });
    expect(down.evaluations).toEqual({ value: 2 + 1 + 2, gradient: 2 + 2, hvp: 0, hessian: 0 });
  });
});
