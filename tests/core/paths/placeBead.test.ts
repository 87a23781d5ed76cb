import { describe, expect, test } from 'vitest';
import { beadFloor } from '../../../src/core/paths/beadFloor.ts';
import { dropBead } from '../../../src/core/paths/dropBead.ts';
import { greedyBead, hyperplaneBead } from '../../../src/core/paths/placeBead.ts';
import { Rng } from '../../../src/core/rng.ts';
import { drain } from '../../../src/core/task.ts';
import { objectiveOf } from '../formula/objectiveOf.ts';
import { counted, search } from './pathCases.ts';

const rule = { level: 1, target: 0.5, iterations: 100, longest: 0.25, attempts: 0 };

describe('the first bead, by hand', () => {
  test('greedy: steps of a quarter against the gradient until the target', () => {
    // f = 2 − y from (0, 1): the slope is (0, −1), each step adds 1/4 to y, and f ≤ 1/2 at y = 3/2.
    const drop = drain(
      greedyBead(counted(objectiveOf('2 - y + 0*x')), Float64Array.of(0, 0.5), rule, 2, Rng.seeded(1)),
    );
    expect([...drop.x]).toEqual([0, 1.5]);
    expect([...drop.trail]).toEqual([0, 0.5, 0, 0.75, 0, 1, 0, 1.25, 0, 1.5]);
    expect(drop).toMatchObject({ value: 0.5, iterations: 4, reached: true });
  });

  test('greedy: a step that does not lower f enough is halved', () => {
    // f = y² from y = 0.1 with steps of 1/4: 0.1 − 1/4 is higher, 0.1 − 1/8 is at 0.000625.
    const low = { ...rule, target: 0.001 };
    const drop = drain(greedyBead(counted(objectiveOf('y^2 + 0*x')), Float64Array.of(0, 0.1), low, 2, Rng.seeded(1)));
    expect(drop.iterations).toBe(1);
    expect(drop.x[1]).toBeCloseTo(-0.025, 15);
  });

  test('hyperplane: stays as far from one end as from the other, and goes back to the target', () => {
    // H is the line x = 0 through the midpoint of (±1, 0); f falls towards −x as well, which H forbids.
    const f = counted(objectiveOf('2 - y + 5*x'));
    const bead = drain(hyperplaneBead(f, Float64Array.of(-1, 0), Float64Array.of(1, 0), rule, Rng.seeded(1)));
    expect(bead.x[0]).toBe(0);
    expect(bead.x[1]).toBeCloseTo(1.5, 5);
    expect(bead.value).toBeLessThanOrEqual(0.5);
    // Without the way back it would have stopped at a multiple of the step of 0.3.
    const coarse = { ...rule, longest: 0.7 };
    const back = drain(hyperplaneBead(f, Float64Array.of(-1, 0), Float64Array.of(1, 0), coarse, Rng.seeded(1)));
    expect(back.x[1]).toBeCloseTo(1.5, 5);
  });

  test('hyperplane: a midpoint that is low enough is taken as it is', () => {
    const f = counted(objectiveOf('x^2 + y'));
    const bead = drain(hyperplaneBead(f, Float64Array.of(-1, 0), Float64Array.of(1, 0), rule, Rng.seeded(1)));
    expect([...bead.x]).toEqual([0, 0]);
    expect(bead.iterations).toBe(0);
  });
});

test('a bead on a summit begins anew beside it, by the seed', () => {
  const f = counted(objectiveOf('2 - x^2 - y^2'));
  const summit = Float64Array.of(0, 0);
  const still = drain(greedyBead(f, summit, rule, 2, Rng.seeded(1)));
  expect([...still.x, still.value]).toEqual([0, 0, 2]);
  const tries = { ...rule, attempts: 1 };
  const [first, again, other] = [1, 1, 2].map((seed) => drain(greedyBead(f, summit, tries, 2, Rng.seeded(seed))));
  expect(first?.reached).toBe(true);
  expect(again).toEqual(first);
  expect(other?.x).not.toEqual(first?.x);
});

test('f never rises on the way down, and the budget is the bead’s own', () => {
  const f = counted(objectiveOf('100*(y - x^2)^2 + (1 - x)^2'));
  const start = Float64Array.of(-1.2, 1);
  const drop = drain(dropBead(f, start, { target: 1e-9, iterations: 30, longest: 0.1 }));
  expect(drop.iterations).toBe(30);
  expect(drop.reached).toBe(false);
  const values = Array.from({ length: drop.trail.length / 2 }, (_, k) => f.value(drop.trail.slice(2 * k, 2 * k + 2)));
  expect(values).toEqual(values.toSorted((a, b) => b - a));
  expect([...start]).toEqual([-1.2, 1]);
});

test('a step is no longer than allowed, however small the slope is', () => {
  const f = counted(objectiveOf('1e-310*x + 0*y'));
  const drop = drain(dropBead(f, Float64Array.of(0, 0.5), { target: -1, iterations: 2, longest: 0.25 }));
  expect([...drop.x]).toEqual([-0.5, 0.5]);
});

test('descent gives up where its pace of the last 50 steps that would not bring it down, and goes on where it would', () => {
  const f = counted(objectiveOf('100*(y - x^2)^2 + (1 - x)^2'));
  const start = Float64Array.of(-1.2, 1);
  const rule = { iterations: 400, longest: 0.1, endsWhereSlow: true };
  expect(drain(dropBead(f, start, { ...rule, target: 1e-9 })).iterations).toBe(100);
  const near = drain(dropBead(f, start, { ...rule, target: 2.5 }));
  expect(near.reached).toBe(true);
  expect(near.iterations).toBeGreaterThan(50);
  expect(drain(dropBead(f, start, { ...rule, target: 1e-9, endsWhereSlow: false })).iterations).toBe(400);
});

test('targets are counted from the least value known, from 0 for a loss, or from the lower end', () => {
  expect(beadFloor([3, 5], 1)).toBe(1);
  expect(beadFloor([3, 5], undefined)).toBe(0);
  expect(beadFloor([-3, 5], undefined)).toBe(-3);
  // A least value that is none is not believed.
  expect(beadFloor([-3, 5], 0)).toBe(-3);
});

test('the smallest result has one inserted bead', () => {
  // A ridge at x = 0 that ends at y = 1/2, and ends on either side: the bead comes down the ridge's flank.
  const f = objectiveOf('2*exp(-8*x^2)*(1 - y)');
  const prepared = {
    domain: [
      [-2, 2],
      [-2, 2],
    ] as const,
  };
  const ends = [
    [-1, 0],
    [1, 0],
  ] as const;
  for (const variant of ['greedy', 'hyperplane']) {
    const result = search({ f, prepared }, { params: { variant }, ends, level: 1 });
    expect(result).toMatchObject({ status: 'connected', depth: 1 });
    expect(result.beads).toHaveLength(6);
  }
});
