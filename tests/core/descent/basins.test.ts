import { describe, expect, test } from 'vitest';
import { type Basins, findBasins, labelEnds } from '../../../src/core/descent/basins.ts';
import { descend } from '../../../src/core/descent/descend.ts';
import { RunToEnd } from '../../../src/core/descent/RunToEnd.ts';
import { type SweepPlan, sweepGrid } from '../../../src/core/descent/sweepGrid.ts';
import { landscapeById } from '../../../src/core/landscapes/registry.ts';
import { norm2 } from '../../../src/core/linalg/vectors.ts';
import { methodById, methods } from '../../../src/core/methods/registry.ts';
import type { Objective } from '../../../src/core/objective/Objective.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { Rng } from '../../../src/core/rng.ts';
import { drain } from '../../../src/core/task.ts';
import { objectiveOf } from '../formula/objectiveOf.ts';

const sourceOf = (id: string, params = {}) => {
  const landscape = landscapeById(id)!;
  return landscape.source!(resolveParams(landscape.params, params, { dimension: 2 }));
};
const objective = (id: string, params = {}): Objective => {
  const { expression, variables, constants } = sourceOf(id, params);
  return objectiveOf(expression, variables, constants);
};

function planOf(id: string, methodId: string, given: object, more: Partial<SweepPlan> = {}): SweepPlan {
  const method = methodById(methodId)!;
  const params = resolveParams(method.params, given as Record<string, never>, { dimension: 2 });
  const box = sourceOf(id).domain;
  return { objective: objective(id), method, params, box, columns: 41, rows: 41, seed: 1, ...more };
}

/** The attractor of the grid point next to (x, y), or null. */
function limitAt({ xs, ys, labels, attractors }: Basins, x: number, y: number) {
  const near = (line: Float64Array, at: number) =>
    line.reduce((best, value, i) => (Math.abs(value - at) < Math.abs((line[best] as number) - at) ? i : best), 0);
  return attractors[labels[near(ys, y) * xs.length + near(xs, x)] as number] ?? null;
}

describe('where gradient descent goes', () => {
  test('Himmelblau: the four minima, each from around itself, and no saddle', () => {
    const found = drain(findBasins(planOf('himmelblau', 'gradient-descent', { stepSize: 0.01 })));
    expect(found.attractors.map(({ type }) => type)).toEqual(Array(4).fill('minimum'));
    const minima = landscapeById('himmelblau')!.criticalPoints!({}).filter(({ type }) => type === 'minimum');
    for (const { x } of minima) {
      const limit = limitAt(found, x[0] as number, x[1] as number);
      expect(Math.hypot(limit!.x[0]! - x[0]!, limit!.x[1]! - x[1]!)).toBeLessThan(1e-10);
    }
    expect(found.saddleShare).toBe(0);
    expect(found.attractors.reduce((sum, { share }) => sum + share, found.noneShare)).toBeCloseTo(1, 12);
  });

  test('lee-2016: the two half planes, and on y = 0 the saddle', () => {
    const found = drain(findBasins(planOf('lee-2016', 'gradient-descent', { stepSize: 0.1 })));
    const { xs, ys, labels, attractors } = found;
    expect(attractors.map(({ type, x }) => [type, ...x])).toEqual([
      ['minimum', expect.closeTo(0, 7), -1],
      ['minimum', expect.closeTo(0, 7), 1],
      ['saddle', expect.closeTo(0, 7), 0],
    ]);
    for (const [k, label] of labels.entries())
      expect(label).toBe([0, 2, 1][Math.sign(ys[Math.floor(k / xs.length)]!) + 1]);
    expect(found.saddleShare).toBe(1 / 41);
    expect(found.noneShare).toBe(0);
  });

  test('a step too long diverges: no limit at all', () => {
    const found = drain(findBasins(planOf('himmelblau', 'gradient-descent', { stepSize: 1 })));
    expect(found.attractors.every(({ share }) => share < 0.01)).toBe(true);
    expect(found.noneShare).toBeGreaterThan(0.99);
  });

  test('too few iterations: what is within reach of a minimum counts, what is elsewhere does not', () => {
    const at = (maxIterations: number) =>
      drain(findBasins(planOf('lee-2016', 'gradient-descent', { stepSize: 0.1 }, { stop: { maxIterations } })));
    const [none, some, most] = [at(1), at(40), at(400)];
    expect(none.noneShare).toBeGreaterThan(0.9);
    expect(some.noneShare).toBeLessThan(0.2);
    // Only the start that is the saddle already.
    expect(some.saddleShare).toBe(1 / 1681);
    expect(most.saddleShare).toBe(1 / 41);
  });

  test('a curve of minima is one attractor, its two branches are two', () => {
    const f = objective('matrix-factorization', { target: 1, regularization: 0 });
    const box = [
      [-3, 3],
      [-3, 3],
    ] as const;
    const plan = planOf(
      'lee-2016',
      'gradient-descent',
      { stepSize: 0.05 },
      { objective: f, box, columns: 65, rows: 65 },
    );
    const { attractors, labels, xs } = drain(findBasins(plan));
    expect(attractors.filter(({ type }) => type === 'degenerate')).toHaveLength(2);
    expect(attractors.filter(({ type }) => type === 'saddle')).toHaveLength(1);
    expect(labels[0]).not.toBe(labels[labels.length - 1]);
    expect(labels[20 * xs.length + 10]).toBe(labels[10 * xs.length + 20]);
  });

  test('saddles and minima of Rastrigin, 0.5 apart, are told apart: starts on the lattice stay', () => {
    const box = [
      [-1, 1],
      [-1, 1],
    ] as const;
    const f = objective('rastrigin');
    const plan = planOf(
      'lee-2016',
      'gradient-descent',
      { stepSize: 1e-3 },
      { objective: f, box, columns: 33, rows: 33 },
    );
    const { attractors } = drain(findBasins(plan));
    const count = (wanted: string) => attractors.filter(({ type }) => type === wanted).length;
    expect(count('minimum')).toBe(9);
  });
});

describe('every method', () => {
  test.each(methods.map(({ id }) => id))('%s ends where the recorded run ends', (id) => {
    const method = methodById(id)!;
    const f = objective('himmelblau');
    const params = resolveParams(method.params, {}, { dimension: 2 });
    const stop = { maxIterations: 150, gradientTolerance: 1e-6, divergenceRadius: 1e10, withinDomain: false };
    for (const start of [
      [0.5, 1],
      [3, 2],
      [-2, 3],
    ]) {
      const x0 = Float64Array.from(start);
      const told = drain(descend(f, method, params, x0, Rng.seeded(3), { stop, record: 'ends' }));
      const run = new RunToEnd(f, { method, params, stop, domain: undefined }, x0, Rng.seeded(3));
      while (run.outcome === null) run.advance(7);
      const lost = ['diverged', 'non-finite', 'left-domain'].includes(told.status);
      const settled = ['converged', 'second-order-stationary'].includes(told.status);
      expect([run.outcome, run.iteration]).toEqual([
        lost ? 'lost' : settled ? 'settled' : 'unsettled',
        told.iterations,
      ]);
      if (!lost) expect([...run.end]).toEqual([...told.final.x]);
    }
  });
});

test('steps of gradient descent taken at once have the bits of steps taken one by one', () => {
  const f = objective('muller-brown');
  const x = Float64Array.of(0, 0.5);
  expect(f.descend!(x, 1e-4, 40, -1, 10)).toBe(40);
  expect(f.descend!(x, 1e-4, 1e6, 1e-8, 10)).toBeLessThan(1e4);
  expect(norm2(f.gradient(x, new Float64Array(2)))).toBeLessThan(1e-8);
  expect(f.descend!(x, 1e-4, 40, 1e-8, 10)).toBe(0);
  expect(f.descend!(x, -1e-2, 1e6, -1, 1)).toBeLessThan(1e3);
  const slow: Objective = {
    dimension: 2,
    exact: f.exact,
    value: (x) => f.value(x),
    gradient: (x, out) => f.gradient(x, out),
    valueAndGradient: (x, out) => f.valueAndGradient(x, out),
    hvp: (x, v, out) => f.hvp(x, v, out),
    hessian: (x, out) => f.hessian(x, out),
  };
  for (const stop of [
    { maxIterations: 90 },
    {},
    { gradientTolerance: 0, maxIterations: 50 },
    { divergenceRadius: 3 },
  ]) {
    for (const stepSize of [1e-4, 3e-3]) {
      const plan = planOf('muller-brown', 'gradient-descent', { stepSize }, { stop, columns: 33, rows: 33 });
      expect(drain(sweepGrid(plan))).toEqual(drain(sweepGrid({ ...plan, objective: slow })));
    }
  }
});

describe('noise', () => {
  test('the majority of the repeats labels a point, the same for the same seed', () => {
    const plan = planOf(
      'lee-2016',
      'sgld',
      { stepSize: 0.05, inverseTemperature: 400 },
      { repeats: 5, columns: 21, rows: 21 },
    );
    const stop = { maxIterations: 200 };
    const found = drain(findBasins({ ...plan, stop }));
    expect(found.attractors.map(({ type }) => type)).toEqual(['minimum', 'minimum']);
    expect(limitAt(found, 1, 1.8)!.x[1]).toBeCloseTo(1, 6);
    expect(limitAt(found, 1, -1.8)!.x[1]).toBeCloseTo(-1, 6);
    expect(drain(findBasins({ ...plan, stop }))).toEqual(found);
    expect(drain(findBasins({ ...plan, stop, seed: 2 })).labels).not.toEqual(found.labels);
  });

  test('a run that noise keeps moving far from the minima belongs to the one below its end', () => {
    const given = { stepSize: 0.01, inverseTemperature: 0.05 };
    const plan = planOf('himmelblau', 'sgld', given, {
      repeats: 3,
      columns: 15,
      rows: 15,
      stop: { maxIterations: 100 },
    });
    const ends = drain(sweepGrid(plan));
    const found = drain(findBasins(plan));
    const near = found.attractors.filter(({ x }) =>
      [...ends.settled.keys()].some((k) => Math.hypot(ends.ends[2 * k]! - x[0]!, ends.ends[2 * k + 1]! - x[1]!) < 1e-3),
    );
    expect(near).toEqual([]);
    expect(found.attractors.map(({ type }) => type)).toEqual(Array(4).fill('minimum'));
    expect(found.noneShare).toBeLessThan(0.1);
  });

  test('the limit that most repeats had wins, among equals the first', () => {
    const xs = Float64Array.of(0, 1);
    const ys = Float64Array.of(0);
    const ends = Float64Array.of(0, 1, 0, -1, 0, -1, 0, 1, Number.NaN, Number.NaN, 0, -1);
    const part = {
      xs,
      ys,
      isNoisy: true,
      repeats: 3,
      ends,
      settled: new Float64Array(6).fill(1),
      iterations: Float64Array.of(1, 2, 3, 4, 5, 9),
    };
    const { labels, iterations } = drain(labelEnds(objective('lee-2016'), [part], sourceOf('lee-2016').domain));
    expect([...labels]).toEqual([0, 1]);
    expect([...iterations]).toEqual([2, 6]);
  });
});

describe('the task', () => {
  const plan = planOf('himmelblau', 'sgld', { stepSize: 0.01 }, { stop: { maxIterations: 60 }, columns: 70, rows: 67 });

  test('shows coarse grids first, which are parts of the whole', () => {
    const pictures: Basins[] = [];
    const task = findBasins(plan);
    let step = task.next();
    for (; !step.done; step = task.next()) {
      expect(step.value.done).toBeLessThanOrEqual(step.value.total);
      if (step.value.partial) pictures.push(step.value.partial);
    }
    expect(pictures.map(({ xs, ys }) => [xs.length, ys.length])).toEqual([
      [9, 9],
      [35, 34],
    ]);
    const whole = step.value;
    const [coarse] = pictures as [Basins];
    for (const [j, y] of coarse.ys.entries()) {
      expect(y).toBe(whole.ys[8 * j]);
      for (const i of coarse.xs.keys()) {
        expect(coarse.iterations[j * 9 + i]).toBe(whole.iterations[8 * j * 70 + 8 * i]);
      }
    }
  });

  test('rows shared out among several give the same, bit for bit', () => {
    const parts = [
      [0, 20],
      [20, 41],
      [41, 67],
    ].map((only) => drain(sweepGrid({ ...plan, only: only as [number, number] })));
    expect(drain(labelEnds(plan.objective, parts, plan.box))).toEqual(drain(findBasins(plan)));
  });

  test('refuses what is no grid in the plane', () => {
    expect(() => drain(sweepGrid({ ...plan, columns: 1 }))).toThrow('1 × 67');
    expect(() => drain(sweepGrid({ ...plan, objective: objectiveOf('x^2', ['x']) }))).toThrow('1 variables');
  });
});

describe('two runs at once', () => {
  const starts = [
    [-1.2, 0.3],
    [0.7, 1.1],
  ] as const;

  // Functions that are called for each lane, a choice, and a point where there is no number.
  test.each(['himmelblau', 'ackley', 'muller-brown', 'octopus', 'quasi-convex'])(
    'on %s have the bits of two runs',
    (id) => {
      const f = objective(id);
      const [a, b, c, d] = [...starts, ...starts].map((start) => Float64Array.from(start)) as Float64Array[];
      const taken = f.descendPair!(a!, b!, 1e-4, 500, 1e-9, 1e3);
      expect(taken).toBeGreaterThan(0);
      expect([f.descend!(c!, 1e-4, taken, 1e-9, 1e3), f.descend!(d!, 1e-4, taken, 1e-9, 1e3)]).toEqual([taken, taken]);
      expect([...a!, ...b!]).toEqual([...c!, ...d!]);
    },
  );

  test('stop before the step that one of them may not take', () => {
    const f = objective('himmelblau');
    const still = Float64Array.of(3, 2);
    const moving = Float64Array.of(0.5, 1);
    expect(f.descendPair!(still, moving, 1e-3, 10, 1e-9, 1e3)).toBe(0);
    expect(f.descendPair!(moving, still, 1e-3, 10, 1e-9, 1e3)).toBe(0);
    expect([...moving, ...still]).toEqual([0.5, 1, 3, 2]);
    // Outwards until ‖x‖ > 6 in one lane.
    const [near, far] = [Float64Array.of(0.5, 1), Float64Array.of(4, 4)];
    const taken = f.descendPair!(near, far, -1e-3, 1000, -1, 6);
    expect(taken).toBeLessThan(1000);
    expect(norm2(far)).toBeGreaterThan(6);
    expect(norm2(near)).toBeLessThan(6);
    expect(f.descendPair!(Float64Array.of(Number.NaN, 0), near, 1e-3, 10, -1, 1e3)).toBe(0);
  });

  test('give the same map as one after the other', () => {
    const plan = planOf('himmelblau', 'gradient-descent', { stepSize: 0.01 }, { stop: { maxIterations: 60 } });
    const alone = { ...plan, method: { ...plan.method } };
    delete alone.method.leapPair;
    const [paired, single] = [drain(sweepGrid(plan)), drain(sweepGrid(alone))];
    expect(paired.iterations).toEqual(single.iterations);
    expect(paired.ends).toEqual(single.ends);
    expect(paired.settled).toEqual(single.settled);
    expect(new Set(single.iterations).size).toBeGreaterThan(20);
  });
});
