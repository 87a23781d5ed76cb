import { describe, expect, test } from 'vitest';
import { adam } from '../../../src/core/methods/adam.ts';
import { adamDrop } from '../../../src/core/paths/adamDrop.ts';
import { dropBead } from '../../../src/core/paths/dropBead.ts';
import { greedyBead } from '../../../src/core/paths/placeBead.ts';
import { Rng } from '../../../src/core/rng.ts';
import { drain } from '../../../src/core/task.ts';
import { objectiveOf } from '../formula/objectiveOf.ts';
import { counted } from './pathCases.ts';

const START = [1.2, 0.7];

describe('Adam for a bead', () => {
  test('takes the steps of the method, a fiftieth of the longest', () => {
    const f = objectiveOf('x^2 + 3*y^2 + x*y');
    const rule = { target: -1, iterations: 7, longest: 0.5 };
    const drop = drain(adamDrop(counted(f), Float64Array.from(START), rule));
    const params = { stepSize: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
    const state = adam.init(f, Float64Array.from(START), params, Rng.seeded(1));
    for (let k = 0; k < 7; k++) adam.step(f, state, params, Rng.seeded(1));
    for (const i of [0, 1]) expect(drop.x[i]).toBeCloseTo(state.x[i] as number, 14);
    expect(drop).toMatchObject({ iterations: 7, reached: false });
  });

  test('stays in a hyperplane, and ends at the target', () => {
    const normal = Float64Array.of(0.6, 0.8);
    const f = counted(objectiveOf('x^2 + 3*y^2'));
    const drop = drain(adamDrop(f, Float64Array.from(START), { target: 2.87, iterations: 500, longest: 0.5, normal }));
    expect(drop.reached).toBe(true);
    expect(drop.value).toBeLessThanOrEqual(2.87);
    expect(0.6 * (drop.x[0] as number) + 0.8 * (drop.x[1] as number)).toBeCloseTo(0.6 * 1.2 + 0.8 * 0.7, 12);
  });

  test('gives the lowest point that it met', () => {
    const f = objectiveOf('abs(x) + abs(y)');
    const drop = drain(adamDrop(counted(f), Float64Array.from(START), { target: -1, iterations: 300, longest: 5 }));
    expect(drop.value).toBe(f.value(drop.x));
    expect(drop.value).toBeLessThan(0.1);
  });

  test('ends where the slope is no number', () => {
    const f = counted(objectiveOf('sqrt(x) + y'));
    const drop = drain(adamDrop(f, Float64Array.of(0, 0), { target: -1, iterations: 50, longest: 1 }));
    expect(drop).toMatchObject({ iterations: 0, reached: false });
  });
});

test('a bead that descent leaves on an edge comes down by Adam', () => {
  // Along x = y the slope on either side of the edge points across it, and backtracking creeps.
  const edge = '3*abs(x - y) - (x + y)/2 + 3';
  const rule = { target: 2.5, iterations: 400, longest: 1 };
  const start = Float64Array.of(0.1, 0);
  const alone = drain(dropBead(counted(objectiveOf(edge)), start, { ...rule, iterations: 100 }));
  expect(alone.reached).toBe(false);
  const bead = drain(
    greedyBead(counted(objectiveOf(edge)), start, { ...rule, level: 2.6, attempts: 0 }, 2, Rng.seeded(1)),
  );
  expect(bead.reached).toBe(true);
  expect(bead.value).toBeLessThanOrEqual(2.5);
  expect(bead.iterations).toBeLessThanOrEqual(400);
});
