import { describe, expect, test } from 'vitest';
import { inspectPoint } from '../../../src/core/critical/inspect.ts';
import { invariantCurves, saddleNear } from '../../../src/core/critical/invariantCurves.ts';
import { localManifold } from '../../../src/core/critical/localManifold.ts';
import { landscapeById } from '../../../src/core/landscapes/registry.ts';
import type { Objective } from '../../../src/core/objective/Objective.ts';
import type { Box } from '../../../src/core/params.ts';
import { drain } from '../../../src/core/task.ts';
import { objectiveOf } from '../formula/objectiveOf.ts';

const HIMMELBLAU = objectiveOf('(x^2 + y - 11)^2 + (x + y^2 - 7)^2');
const LEE = objectiveOf('x^2/2 + y^4/4 - y^2/2');
const square = (r: number): Box => [
  [-r, r],
  [-r, r],
];

function curvesOf(f: Objective, start: readonly number[], box: Box, stepSize = 0) {
  const near = saddleNear(f, start);
  if (!('saddle' in near)) throw new Error(near.refusal);
  return drain(invariantCurves(f, near.saddle, box, stepSize));
}

const pairs = (points: Float64Array): [number, number][] =>
  Array.from({ length: points.length / 2 }, (_, k) => [points[2 * k]!, points[2 * k + 1]!]);

/** The least distance from `target` that descent with small steps comes to, from a point. */
function nearestApproach(f: Objective, start: readonly number[], target: Float64Array, stepSize: number): number {
  const x = Float64Array.from(start);
  const slope = new Float64Array(2);
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < 50_000; k++) {
    least = Math.min(least, Math.hypot(x[0]! - target[0]!, x[1]! - target[1]!));
    f.gradient(x, slope);
    for (let i = 0; i < 2; i++) x[i] = x[i]! - stepSize * slope[i]!;
  }
  return least;
}

const saddles = landscapeById('himmelblau')!.criticalPoints!({})
  .filter(({ type }) => type === 'saddle')
  .map(({ x }) => x);

describe('closed forms', () => {
  test.each([0, 0.1, 0.9])('lee-2016: the stable set is y = 0, exactly, from side to side (step %s)', (stepSize) => {
    const { stable, unstable, saddle } = curvesOf(LEE, [0.1, 0.05], square(2), stepSize);
    expect(Math.abs(saddle.x[1]!)).toBe(0);
    for (const [k, { points, end }] of stable.entries()) {
      expect(end).toBe('left-box');
      for (const [, y] of pairs(points)) expect(Math.abs(y)).toBe(0);
      expect(points.at(-2)).toBe(k === 0 ? 2 : -2);
      const steps = pairs(points).map(([x], i, all) => Math.abs(x - (all[i - 1] ?? all[0]!)[0]));
      expect(Math.max(...steps)).toBeLessThan(0.0026 * Math.hypot(4, 4));
    }
    for (const [k, { points, end }] of unstable.entries()) {
      expect(end).toBe('critical-point');
      for (const [x] of pairs(points)) expect(Math.abs(x)).toBeLessThan(1e-15);
      expect(points.at(-1)).toBeCloseTo(k === 0 ? 1 : -1, 12);
    }
  });

  test.each([0, 0.05])('a turned quadratic saddle: two straight lines through it (step %s)', (stepSize) => {
    // 2u² − v² with u = (3x + 4y)/5, v = (4x − 3y)/5, about (1, −1).
    const f = objectiveOf('2*((3*(x-1) + 4*(y+1))/5)^2 - ((4*(x-1) - 3*(y+1))/5)^2');
    const { stable, unstable } = curvesOf(f, [0.5, 0.5], square(3), stepSize);
    for (const { points } of stable)
      for (const [x, y] of pairs(points)) expect(4 * (x - 1) - 3 * (y + 1)).toBeCloseTo(0, 9);
    for (const { points } of unstable)
      for (const [x, y] of pairs(points)) expect(3 * (x - 1) + 4 * (y + 1)).toBeCloseTo(0, 9);
    for (const { end } of [...stable, ...unstable]) expect(end).toBe('left-box');
  });

  test.each([0, 0.3])(
    'near the saddle of x²/2 − y²/2 + x²y: y = c·x², c = f_xxy/(2(2λ − μ − ηλ²)) (step %s)',
    (stepSize) => {
      const f = objectiveOf('x^2/2 - y^2/2 + x^2*y');
      const saddle = inspectPoint(f, new Float64Array(2));
      const [x, y] = localManifold(f, saddle, 1, stepSize, 1).at(0.1, new Float64Array(2));
      expect(Math.abs(x!)).toBe(0.1);
      expect(y).toBeCloseTo(0.01 / (3 - stepSize), 10);
      const away = localManifold(f, saddle, 0, stepSize, 1).at(0.1, new Float64Array(2));
      expect(away[0]).toBeCloseTo(0, 12);
    },
  );

  test('a bent one: for f = −y²/2 + x²/2 + x²y the stable curve begins as y = x²/3', () => {
    // c = f_xxy / (2(2λ − μ)) = 2 / (2(2 + 1)).
    const f = objectiveOf('x^2/2 - y^2/2 + x^2*y');
    for (const { points } of curvesOf(f, [0, 0], square(0.05)).stable) {
      for (const [x, y] of pairs(points)) expect(Math.abs(y - (x * x) / 3)).toBeLessThan(2 * x ** 4 + 1e-12);
    }
  });

  test('a bent curve of the map: each point’s image lies on the curve again', () => {
    const f = objectiveOf('x^2/2 - y^2/2 + x^2*y');
    const stepSize = 0.2;
    for (const { points } of curvesOf(f, [0, 0], square(0.4), stepSize).stable) {
      const curve = pairs(points);
      for (const [x, y] of curve.slice(40)) {
        const image = [x - stepSize * (x + 2 * x * y), y - stepSize * (x * x - y)] as const;
        const at = curve.findIndex(([other]) => Math.abs(other) >= Math.abs(image[0]));
        const [a, b] = [curve[at - 1]!, curve[at]!];
        const onCurve = a[1] + ((image[0] - a[0]) / (b[0] - a[0])) * (b[1] - a[1]);
        expect(Math.abs(image[1] - onCurve)).toBeLessThan(2e-6);
      }
    }
  });
});

/** The least distance from `target` that the flow from a point comes to, by the classical Runge–Kutta method. */
function nearestFlow(f: Objective, start: readonly number[], target: Float64Array, step = 2e-4): number {
  const at = (x: Float64Array, k: Float64Array, h: number) =>
    f.gradient(
      x.map((value, i) => value - h * k[i]!),
      new Float64Array(2),
    );
  let x = Float64Array.from(start);
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < 5000; k++) {
    least = Math.min(least, Math.hypot(x[0]! - target[0]!, x[1]! - target[1]!));
    const k1 = at(x, x, 0);
    const k2 = at(x, k1, step / 2);
    const k3 = at(x, k2, step / 2);
    const k4 = at(x, k3, step);
    x = x.map((value, i) => value - (step / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!));
  }
  return least;
}

describe('Himmelblau', () => {
  test.each(saddles)('from the stable curve of (%s, %s) the flow comes to the saddle, from beside it not', (...at) => {
    const { saddle, stable } = curvesOf(HIMMELBLAU, at, square(5));
    for (const { points } of stable) {
      const curve = pairs(points);
      const [lastX, lastY] = curve.at(-1)!;
      // Where the curve ends in the maximum, all flow lines come together, and rounding leads to any saddle.
      const some = curve.filter(([x, y], k) => k > 0 && k % 8 === 0 && Math.hypot(x - lastX, y - lastY) > 0.2);
      expect(some.length).toBeGreaterThan(2);
      for (const [x, y] of some) {
        expect(nearestFlow(HIMMELBLAU, [x, y], saddle.x)).toBeLessThan(0.01);
        const aside = [0.05, -0.05].map((d) => nearestFlow(HIMMELBLAU, [x + d, y + d], saddle.x));
        expect(Math.max(...aside)).toBeGreaterThan(0.015);
      }
    }
  });

  test('the map’s curve with a short step comes close to the flow’s, and its points reach the saddle by that step', () => {
    const at = saddles[0]!;
    const stepSize = 1e-3;
    const map = curvesOf(HIMMELBLAU, at, square(5), stepSize);
    for (const { points, end } of map.stable) {
      expect(['left-box', 'fold', 'critical-point']).toContain(end);
      const curve = pairs(points);
      for (const [x, y] of curve.filter((_, k) => k % 60 === 59)) {
        expect(nearestApproach(HIMMELBLAU, [x, y], map.saddle.x, stepSize)).toBeLessThan(1e-4);
      }
    }
  });

  test('unstable curves end in the minima on the two sides', () => {
    for (const at of saddles) {
      for (const { points, end } of curvesOf(HIMMELBLAU, at, square(5)).unstable) {
        expect(end).toBe('critical-point');
        expect(HIMMELBLAU.value(points.slice(-2))).toBeCloseTo(0, 9);
      }
    }
  });

  test('stable curves end in the maximum or leave the box, and a step beyond 1/λ folds the map at the saddle', () => {
    for (const at of saddles) {
      const ends = curvesOf(HIMMELBLAU, at, square(5)).stable.map(({ end }) => end);
      expect(ends.toSorted()).toEqual(['critical-point', 'left-box']);
    }
    const folded = curvesOf(HIMMELBLAU, saddles[0]!, square(5), 0.011);
    for (const { points, end } of folded.stable) expect([points.length, end]).toEqual([2, 'fold']);
  });
});

describe('refusals', () => {
  test('say where Newton’s method led', () => {
    expect(saddleNear(HIMMELBLAU, [3, 2.1])).toEqual({
      refusal: expect.stringMatching(/to the minimum \(3, 2\), which is no saddle/),
    });
    expect(saddleNear(objectiveOf('x^3 - 3*x*y^2'), [0, 0])).toEqual({
      refusal: expect.stringContaining('degenerate'),
    });
    expect(saddleNear(objectiveOf('x + y'), [0, 0])).toEqual({ refusal: expect.stringContaining('no critical point') });
    expect(() => saddleNear(objectiveOf('x^2', ['x']), [0])).toThrow('1 variables');
  });
});
