import { describe, expect, it } from 'vitest';
import { findStandstill } from '../../../src/core/escape/findStandstill.ts';
import { exactGrowthFactor, growingPlateaus, plateauIncrement } from '../../../src/core/escape/growthFactor.ts';
import { OctopusWalk } from '../../../src/core/escape/OctopusWalk.ts';
import { RaceRecorder } from '../../../src/core/escape/RaceRecorder.ts';
import { type EscapePlan, runEscape } from '../../../src/core/escape/runEscape.ts';
import { runEscapes } from '../../../src/core/escape/runEscapes.ts';
import { type Racer, runRace } from '../../../src/core/escape/runRace.ts';
import { octopus } from '../../../src/core/landscapes/octopus.ts';
import { drain } from '../../../src/core/task.ts';
import { caseOf } from '../landscapes/cases.ts';

const gd = (L: number) => ({ id: 'gradient-descent', stepSize: 1 / (4 * L), perturbation: null });
const pgd = (L: number) => ({
  id: 'perturbed-gradient-descent',
  stepSize: 1 / (4 * L),
  perturbation: {
    radius: Math.E / 100,
    gradientThreshold: Math.E / 100,
    waitIterations: 1,
    decreaseThreshold: -1e12,
  },
});

const planOf = (L: number, more: Partial<EscapePlan> = {}): EscapePlan => ({
  shape: { L, gamma: 1, tau: Math.E },
  methods: [gd(L), pgd(L)],
  dimensions: [5],
  repeats: 1,
  seed: 7,
  stop: { maxIterations: 100_000, gradientTolerance: 0 },
  ...more,
});

/** f at the records of a racer, from the landscape's formula. */
function formulaValues({ points, iterations }: Racer, L: number): number[] {
  const { f } = caseOf(octopus, { L, gamma: 1, tau: Math.E, dimension: 5 });
  return Array.from(iterations, (_, k) => f.value(points.slice(5 * k, 5 * k + 5)));
}

describe('the race', () => {
  const race = drain(runRace(planOf(1)));

  it('is the first run of the experiment, bit for bit', () => {
    const rows = drain(runEscape(planOf(1)));
    for (const { methodIndex, passages } of race.racers) {
      const own = rows.filter((row) => row.methodIndex === methodIndex).map(({ median }) => median);
      expect(Array.from(passages)).toEqual(own);
    }
    expect(race.racers.map(({ method }) => method)).toEqual(['gradient-descent', 'perturbed-gradient-descent']);
  });

  it('starts both at one point, and ends when the last saddle is passed', () => {
    const [first, second] = race.racers as [Racer, Racer];
    expect(Array.from(second.points.slice(0, 5))).toEqual(Array.from(first.points.slice(0, 5)));
    for (const { iterations, last, passages } of race.racers) {
      expect(iterations[0]).toBe(0);
      expect(iterations.at(-1)).toBe(last);
      expect(last).toBe(passages.at(-1));
    }
  });

  it('records the values of the formula, and no step that a picture would show is left out', () => {
    for (const racer of race.racers) {
      for (const [k, value] of formulaValues(racer, 1).entries()) {
        expect(Math.abs(value - (racer.values[k] as number))).toBeLessThan(1e-9 * (1 + Math.abs(value)));
      }
      // Every step of one iteration may be long; between records that are farther apart nothing has moved.
      for (let k = 1; k < racer.iterations.length; k++) {
        if ((racer.iterations[k] as number) - (racer.iterations[k - 1] as number) === 1) continue;
        for (let j = 0; j < 5; j++) {
          const moved = (racer.points[5 * k + j] as number) - (racer.points[5 * k - 5 + j] as number);
          expect(Math.abs(moved)).toBeLessThan(1);
        }
      }
    }
  });

  it('keeps few records of many iterations, and the sizes of coordinates that no double holds', () => {
    const { racers } = drain(runRace(planOf(3)));
    const { iterations, last, least, points } = racers[0] as Racer;
    expect(last).toBeGreaterThan(5000);
    expect(iterations.length).toBeLessThan(1000);
    expect(least.coordinate).toBe(4);
    expect(least.magnitude).toBeLessThan(-400);
    const at = iterations.indexOf(least.iteration);
    expect(points[5 * at + 4]).toBe(0);
    // It halves in each step until the fourth saddle is passed.
    expect(least.magnitude / -Math.log10(2) / (racers[0] as Racer).passages[3]!).toBeCloseTo(1, 1);
  });

  it('ends with the last iteration also where nothing moves there', () => {
    const { racers } = drain(
      runRace(planOf(1, { methods: [gd(1)], stop: { maxIterations: 120, gradientTolerance: 0 } })),
    );
    const { iterations, last } = racers[0] as Racer;
    expect([last, iterations.at(-1)]).toEqual([120, 120]);
    expect(iterations.at(-2)).toBeLessThan(119);
  });
});

describe('the recorder', () => {
  it('keeps a bounded number of records of a point that noise never lets rest', () => {
    const walk = new OctopusWalk({ L: 1, gamma: 1, tau: Math.E }, Float64Array.of(0.5, 0.5));
    const recorder = new RaceRecorder(walk, Math.E);
    let most = 0;
    for (let t = 0; t < 20_000; t++) {
      walk.perturb(Float64Array.of(t % 2 === 0 ? 0.3 : -0.3, 0));
      recorder.follow();
      if (t % 500 === 0) most = Math.max(most, recorder.finish().iterations.length);
    }
    expect(most).toBeGreaterThan(3000);
    expect(most).toBeLessThanOrEqual(6001);
  });
});

describe('gradient descent in doubles', () => {
  const standstill = (L: number) => {
    const { f } = caseOf(octopus, { L, gamma: 1, tau: Math.E, dimension: 5 });
    const { racers } = drain(runRace(planOf(L)));
    const { points, last } = racers[0] as Racer;
    return drain(findStandstill(f, points.slice(0, 5), 1 / (4 * L), Math.E, last));
  };

  it('freezes at a saddle for L = 3, where the waiting coordinate is below their range', () => {
    const found = standstill(3);
    expect(found?.passed).toBe(4);
    expect(found?.iteration).toBeGreaterThan(1074);
  });

  it('gets through for L = 1', () => expect(standstill(1)).toBeNull());
});

describe('several octopuses', () => {
  it('have rows with their L, in order, and each the growth of its own step', () => {
    const plans = [1, 2].map((L) => planOf(L, { dimensions: [2, 4], repeats: 3 }));
    const found = drain(runEscapes(plans));
    expect(found.rows.map(({ L, dimension, k }) => [L, dimension, k]).slice(0, 8)).toEqual([
      [1, 2, 1],
      [1, 2, 2],
      [1, 4, 1],
      [1, 4, 2],
      [1, 4, 3],
      [1, 4, 4],
      [1, 2, 1],
      [1, 2, 2],
    ]);
    for (const plan of plans) {
      const own = found.rows.filter(({ L }) => L === plan.shape.L).map(({ L: _same, ...row }) => row);
      expect(own).toEqual(drain(runEscape(plan)));
      const [growth] = found.growth.filter(({ L }) => L === plan.shape.L);
      expect(growth?.exact).toBe(exactGrowthFactor(plan.shape, 1 / (4 * plan.shape.L)));
      expect(growth?.limit).toBe(plan.shape.L + 1);
    }
  });

  it('count all their runs in the progress, and a partial result holds what came before', () => {
    const plans = [1, 2].map((L) => planOf(L, { dimensions: [2], repeats: 3 }));
    const task = runEscapes(plans);
    const seen: { done: number; rows: number }[] = [];
    for (let step = task.next(); !step.done; step = task.next()) {
      const { done, total, partial } = step.value;
      expect(total).toBe(12);
      seen.push({ done, rows: partial?.rows.length ?? -1 });
    }
    expect(seen.at(-1)).toEqual({ done: 12, rows: 8 });
    const dones = seen.map(({ done }) => done);
    expect(dones).toEqual(dones.toSorted((a, b) => a - b));
  });
});

describe('plateaus', () => {
  it('that grow by a factor', () => {
    expect(growingPlateaus(6, 22, 2, 5)).toEqual([6, 22, 54, 118, 246]);
    expect(growingPlateaus(6, 22, 2, 1)).toEqual([6]);
  });

  it('that stay as they are', () => {
    expect(plateauIncrement([7, 24, 49, 74, 99])).toBeCloseTo(25, 12);
    expect(plateauIncrement([7, 24, 49, Number.POSITIVE_INFINITY])).toBe(25);
    expect(plateauIncrement([7, 24])).toBeNaN();
  });
});
