import { describe, expect, test } from 'vitest';
import { fillBall, fillGaussian, fillUnitSphere } from '../../../src/core/methods/noise.ts';
import { methodById } from '../../../src/core/methods/registry.ts';
import type { Params } from '../../../src/core/params.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { Rng } from '../../../src/core/rng.ts';
import { diagonalQuadratic } from './objectives.ts';

const draws = 40_000;

/** Four standard deviations of the mean of `draws` variables of that variance. */
const within = (variance: number) => 4 * Math.sqrt(variance / draws);

test.each([1, 2, 5])('the ball: P(‖ξ‖ ≤ s·r) = s^n and every orthant alike, n = %i', (n) => {
  const rng = Rng.seeded(11).split(`ball ${n}`);
  const out = new Float64Array(n);
  const inside = [0.25, 0.5, 0.75, 0.9].map((share) => ({ share, count: 0 }));
  const orthants = new Float64Array(2 ** n);
  let longest = 0;
  for (let k = 0; k < draws; k++) {
    fillBall(rng, 3, out);
    const size = Math.hypot(...out);
    longest = Math.max(longest, size);
    for (const entry of inside) if (size <= 3 * entry.share) entry.count++;
    orthants[out.reduce((code, t) => 2 * code + (t > 0 ? 1 : 0), 0)]!++;
  }
  expect(longest).toBeLessThanOrEqual(3 * (1 + 1e-15));
  expect(longest).toBeGreaterThan(3 * (1 - 10 / draws));
  for (const { share, count } of inside) {
    const p = share ** n;
    expect(Math.abs(count / draws - p)).toBeLessThan(within(p * (1 - p)));
  }
  const p = 1 / orthants.length;
  for (const count of orthants) expect(Math.abs(count / draws - p)).toBeLessThan(within(p * (1 - p)));
});

test('the sphere: length one and second moments 1/n', () => {
  const rng = Rng.seeded(12);
  const out = new Float64Array(3);
  const moments = new Float64Array(9);
  let furthest = 0;
  for (let k = 0; k < draws; k++) {
    fillUnitSphere(rng, out);
    furthest = Math.max(furthest, Math.abs(Math.hypot(...out) - 1));
    for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) moments[3 * i + j]! += (out[i]! * out[j]!) / draws;
  }
  expect(furthest).toBeLessThan(1e-14);
  // E x⁴ = 3/15, E x²y² = 1/15 on the sphere of R³.
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      const [mean, square] = i === j ? [1 / 3, 1 / 5] : [0, 1 / 15];
      expect(Math.abs(moments[3 * i + j]! - mean)).toBeLessThan(within(square - mean * mean));
    }
  }
});

describe('moments of the noise that a method adds', () => {
  /** Mean, variances and covariance of a step from 0 on a function that is flat there. */
  function stepMoments(id: string, given: Params) {
    const method = methodById(id)!;
    const f = diagonalQuadratic(0, 0);
    const params = resolveParams(method.params, given, { dimension: 2 });
    const rng = Rng.seeded(21).split(id);
    const state = method.init(f, new Float64Array(2), params, rng);
    const sums = { x: 0, y: 0, xx: 0, yy: 0, xy: 0, fourth: 0 };
    for (let k = 0; k < draws; k++) {
      state.x.fill(0);
      method.step(f, state, params, rng);
      const [x, y] = [state.x[0]!, state.x[1]!];
      sums.x += x / draws;
      sums.y += y / draws;
      sums.xx += (x * x) / draws;
      sums.yy += (y * y) / draws;
      sums.xy += (x * y) / draws;
      sums.fourth += x ** 4 / draws;
    }
    return sums;
  }

  function expectNormal(sums: ReturnType<typeof stepMoments>, variance: number) {
    expect(Math.abs(sums.x)).toBeLessThan(within(variance));
    expect(Math.abs(sums.y)).toBeLessThan(within(variance));
    expect(Math.abs(sums.xx - variance)).toBeLessThan(within(2 * variance ** 2));
    expect(Math.abs(sums.yy - variance)).toBeLessThan(within(2 * variance ** 2));
    expect(Math.abs(sums.xy)).toBeLessThan(within(variance ** 2));
    expect(Math.abs(sums.fourth - 3 * variance ** 2)).toBeLessThan(within(96 * variance ** 4));
  }

  test('SGLD: normal with variance 2η/β, β the inverse temperature', () => {
    expectNormal(stepMoments('sgld', { stepSize: 0.02, inverseTemperature: 8 }), 0.005);
  });

  test('stochastic gradient descent: normal with variance (ησ)²', () => {
    expectNormal(stepMoments('stochastic-gradient-descent', { stepSize: 0.1, noiseScale: 3 }), 0.09);
  });

  test('noisy gradient descent: normal with variance (ησ)², or on the circle of radius ησ', () => {
    const params = { stepSize: 0.1, noiseScale: 3 };
    expectNormal(stepMoments('noisy-gradient-descent', { ...params, noise: 'gaussian' }), 0.09);
    const circle = stepMoments('noisy-gradient-descent', { ...params, noise: 'sphere' });
    expect(circle.xx + circle.yy).toBeCloseTo(0.09, 12);
    expect(Math.abs(circle.xx - 0.045)).toBeLessThan(within(0.09 ** 2 / 8));
  });
});

test('SGLD samples the Gibbs density: x² at β = 2 has stationary variance 1/4, with the step’s own correction', () => {
  const method = methodById('sgld')!;
  const f = diagonalQuadratic(1);
  const eta = 0.1;
  const params = resolveParams(method.params, { stepSize: eta, inverseTemperature: 2 }, { dimension: 1 });
  const rng = Rng.seeded(31);
  const state = method.init(f, Float64Array.of(0), params, rng);
  const steps = 400_000;
  let square = 0;
  for (let k = 0; k < steps; k++) {
    method.step(f, state, params, rng);
    square += state.x[0]! ** 2 / steps;
  }
  // x⁺ = (1 − 2η)x + √η·ξ is an AR(1) chain with variance η/(1 − (1 − 2η)²) = 1/(4(1 − η)).
  expect(square).toBeCloseTo(1 / (4 * (1 - eta)), 2);
});

test('a Gaussian vector takes the stream’s numbers in order', () => {
  const [a, b] = [Rng.seeded(4), Rng.seeded(4)];
  expect([...fillGaussian(a, new Float64Array(3))]).toEqual([b.gaussian(), b.gaussian(), b.gaussian()]);
});
