import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EscapeRun } from '../../../src/core/escape/EscapeRun.ts';
import { OctopusWalk } from '../../../src/core/escape/OctopusWalk.ts';
import { octopus } from '../../../src/core/landscapes/octopus.ts';
import { norm2 } from '../../../src/core/linalg/vectors.ts';
import { gradientDescent } from '../../../src/core/methods/gradientDescent.ts';
import { perturbedGradientDescent } from '../../../src/core/methods/perturbedGradientDescent.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { Rng } from '../../../src/core/rng.ts';
import { caseOf } from '../landscapes/cases.ts';
import { pointsInTube } from '../landscapes/octopusPoints.ts';

const SHAPES = [
  { L: 1, gamma: 1, tau: Math.E },
  { L: 3, gamma: 1, tau: Math.E },
  { L: 2.5, gamma: 0.7, tau: 1.5 },
] as const;
const STOP = { maxIterations: 100_000, gradientTolerance: 0 };
const never = Rng.seeded(0);

const coordinates = (walk: OctopusWalk) => Array.from({ length: walk.dimension }, (_, j) => walk.coordinate(j));
const gd = (L: number) => ({ id: 'gradient-descent', stepSize: 1 / (4 * L), perturbation: null });
const startOf = (rng: Rng, n: number) => Float64Array.from({ length: n }, () => 2 * rng.uniform() - 1);

/** When the iterates of a method in plain doubles, on the formula, bring each coordinate beyond 2τ. */
function passagesInDoubles(take: () => void, x: Float64Array, tau: number, steps: number): number[] {
  const passages = Array.from(x, () => Number.POSITIVE_INFINITY);
  for (let t = 0; t <= steps; t++) {
    for (const [j, at] of passages.entries()) {
      if (at > t && Math.abs(x[j] as number) > 2 * tau) passages[j] = t;
    }
    take();
  }
  return passages;
}

describe.each(SHAPES)('against the formula, L = $L, γ = $gamma, τ = $tau', (shape) => {
  it('has its value and its gradient everywhere in the tube', () => {
    const each = caseOf(octopus, { ...shape, dimension: 4 });
    fc.assert(
      fc.property(pointsInTube(each.params), (x) => {
        const walk = new OctopusWalk(shape, x);
        const gradient = each.f.gradient(x, new Float64Array(4));
        const scale = 1 + norm2(x) * 10 * shape.L;
        expect(Math.abs(walk.value() - each.f.value(x))).toBeLessThanOrEqual(1e-13 * scale * scale);
        walk.look();
        expect(Math.abs(walk.gradientNorm() - norm2(gradient))).toBeLessThanOrEqual(1e-13 * scale);
        walk.move(0.125);
        for (const [j, at] of coordinates(walk).entries()) {
          expect(Math.abs(at - ((x[j] as number) - 0.125 * (gradient[j] as number)))).toBeLessThanOrEqual(
            1e-13 * scale,
          );
        }
        expect(walk.lost).toBe(false);
      }),
    );
  });

  it('passes the saddles when gradient descent in doubles does', () => {
    const { f } = caseOf(octopus, { ...shape, dimension: 4 });
    for (let seed = 0; seed < 10; seed++) {
      const start = startOf(Rng.seeded(seed), 4);
      const run = new EscapeRun(shape, start, gd(shape.L), STOP, never);
      // So few steps that no coordinate leaves the range of doubles.
      run.advance(1000);
      const params = { stepSize: 1 / (4 * shape.L) };
      const state = gradientDescent.init(f, start, params, never);
      const step = () => gradientDescent.step(f, state, params, never);
      expect(Array.from(run.walk.passages)).toEqual(passagesInDoubles(step, state.x, shape.tau, run.walk.iteration));
    }
  });

  it('passes the saddles when perturbed gradient descent in doubles does, and is perturbed alike', () => {
    const { f } = caseOf(octopus, { ...shape, dimension: 5 });
    for (const decreaseThreshold of [-1e12, 1e-3]) {
      const given = { radius: 0.02, gradientThreshold: 0.03, waitIterations: 12, decreaseThreshold };
      const stepSize = 1 / (4 * shape.L);
      const params = resolveParams(perturbedGradientDescent.params, { ...given, stepSize }, { dimension: 5 });
      for (let seed = 0; seed < 10; seed++) {
        const start = startOf(Rng.seeded(seed), 5);
        const method = { id: 'perturbed-gradient-descent', stepSize, perturbation: given };
        const run = new EscapeRun(shape, start, method, STOP, Rng.seeded(seed));
        run.advance(10_000);
        const rng = Rng.seeded(seed);
        const state = perturbedGradientDescent.init(f, start, params as never, rng);
        const step = () => {
          if (state.ended === null) perturbedGradientDescent.step(f, state, params as never, rng);
        };
        expect(Array.from(run.walk.passages)).toEqual(passagesInDoubles(step, state.x, shape.tau, run.walk.iteration));
        expect(run.walk.passed < 5).toBe(state.ended !== null);
        if (decreaseThreshold < 0) expect(run.walk.passed).toBe(5);
      }
    }
  });
});

describe('the first saddle', () => {
  it('is passed after the steps of the closed form and those down the quartic', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-200, max: 1, noNaN: true }), fc.constantFrom(1, 1.5, 2, 3), (x, L) => {
        const tau = Math.E;
        const growth = 1 + 1 / (2 * L);
        const steps = Math.log(tau / x) / Math.log(growth);
        fc.pre(Math.abs(steps - Math.round(steps)) > 1e-9);
        let t = Math.ceil(steps);
        let a = x * growth ** t;
        for (; a <= 2 * tau; t++) {
          const u = a - tau;
          const slope = -2 * a + ((-14 * L + 10) / tau) * u ** 2 + ((10 * L - 6) / tau ** 2) * u ** 3;
          a -= slope / (4 * L);
        }
        const run = new EscapeRun({ L, gamma: 1, tau }, Float64Array.of(-x, 0), gd(L), STOP, never);
        run.advance(t + 10);
        expect(Array.from(run.walk.passages)).toEqual([t, Number.POSITIVE_INFINITY]);
      }),
    );
  });
});

describe('coordinates below the range of doubles', () => {
  /** x1 takes 3,970 steps to get out; meanwhile x2 and x3 halve 3,970 times. */
  const start = Float64Array.of(1e-300, 0.5, 0.75, -0.25);
  const shape = { L: 3, gamma: 1, tau: Math.E };

  it('keep every bit on their way down and up', () => {
    const walk = new OctopusWalk(shape, start);
    let steps = 0;
    // L = 3, η = 1/12: 1 + 2ηγ = 7/6 for x1, and the others halve exactly.
    for (; Math.abs(walk.coordinate(0)) < 1; steps++) {
      walk.look();
      walk.move(1 / 12);
    }
    expect(steps).toBe(Math.ceil((300 * Math.LN10) / Math.log(7 / 6)));
    for (const j of [1, 2, 3]) {
      const expected = Math.log10(Math.abs(start[j] as number)) - steps * Math.log10(2);
      expect(expected).toBeLessThan(-1000);
      expect(walk.decimalMagnitude(j)).toBeCloseTo(expected, 8);
      expect(Math.abs(walk.coordinate(j))).toBe(0);
    }
    expect(walk.gradientNorm()).toBeGreaterThan(0);
  });

  it('get out in the time that their size asks for, where doubles stand still for ever', () => {
    const run = new EscapeRun(shape, start, gd(3), STOP, never);
    expect(run.advance(50_000)).toBe(false);
    const [first, second] = run.walk.passages as unknown as [number, number];
    // From 0.5·2^−T1 (about) at a growth of 7/6 a step.
    expect(second - first).toBeCloseTo(first * (Math.LN2 / Math.log(7 / 6)), -2);

    const { f } = caseOf(octopus, { ...shape, dimension: 4 });
    const state = gradientDescent.init(f, start, { stepSize: 1 / 12 }, never);
    const step = () => gradientDescent.step(f, state, { stepSize: 1 / 12 }, never);
    expect(passagesInDoubles(step, state.x, shape.tau, 2 * second)).toEqual([
      first,
      ...Array(3).fill(Number.POSITIVE_INFINITY),
    ]);
    expect(Array.from(state.x.slice(1), Math.abs)).toEqual(Array(3).fill(Number.MIN_VALUE));
  });

  it('are lost in a perturbation, and rightly so', () => {
    const walk = new OctopusWalk(shape, start);
    for (let t = 0; t < 600; t++) {
      walk.look();
      walk.move(1 / 12);
    }
    expect(walk.decimalMagnitude(1)).toBeLessThan(-154);
    walk.perturb(Float64Array.of(0, 1e-3, 0, 1e-170));
    expect(walk.coordinate(1)).toBe(1e-3);
    expect(walk.decimalMagnitude(2)).toBeLessThan(-154);
    // Near enough to x4 = −2^−602 for neither to swallow the other.
    expect(walk.coordinate(3)).toBe(1e-170 - 2 ** -602);
  });

  it('are zero where they start at zero, and stay so', () => {
    const walk = new OctopusWalk(shape, Float64Array.of(0.5, 0, 0));
    for (let t = 0; t < 2000; t++) {
      walk.look();
      walk.move(1 / 12);
    }
    expect([walk.passed, walk.coordinate(1), walk.decimalMagnitude(1)]).toEqual([1, 0, Number.NEGATIVE_INFINITY]);
  });
});

describe('the ends of a run', () => {
  const shape = SHAPES[0];

  it('are the last saddle, the iterations, a flat place and the wall of the tube', () => {
    const ends = (stop: object, start: readonly number[], stepSize = 0.25) => {
      const method = { ...gd(1), stepSize };
      const run = new EscapeRun(shape, Float64Array.from(start), method, { ...STOP, ...stop }, never);
      return [run.advance(1e6), run.walk.iteration, run.walk.passed, run.walk.lost];
    };
    expect(ends({}, [1, 0.5])).toEqual([true, expect.any(Number), 2, false]);
    expect(ends({ maxIterations: 4 }, [1, 0.5])).toEqual([true, 4, 0, false]);
    // ‖∇f‖ halves each step from 2 while x1 is 0.
    expect(ends({ gradientTolerance: 0.3 }, [0, 1])).toEqual([true, 3, 0, false]);
    // A step of 1.1/L turns the waiting coordinate round and stretches it by 1.2 each time.
    expect(ends({}, [1e-9, 1], 1.1)).toEqual([true, expect.any(Number), 0, true]);
    expect(() => ends({}, [0, 0])).not.toThrow();
  });

  it('refuses a tube that does not hold the starting cube', () => {
    expect(() => new OctopusWalk({ ...shape, tau: 0.9 }, new Float64Array(2))).toThrow('τ = 0.9');
  });
});
