import { describe, expect, test } from 'vitest';
import type { Run } from '../../../src/core/descent/Run.ts';
import { type DescentPlan, runDescents } from '../../../src/core/descent/runDescents.ts';
import { methodById } from '../../../src/core/methods/registry.ts';
import type { Params } from '../../../src/core/params.ts';
import { resolveParams } from '../../../src/core/resolveParams.ts';
import { drain } from '../../../src/core/task.ts';
import { himmelblau, lee } from '../methods/objectives.ts';

function choose(id: string, given: Params = {}) {
  const method = methodById(id)!;
  return { method, params: resolveParams(method.params, given, { dimension: 2 }) };
}

const plan: DescentPlan = {
  objective: lee(),
  methods: [choose('sgld'), choose('gradient-descent'), choose('sgld')],
  starts: [
    [0.5, 0.5],
    [-0.5, 0.1],
  ],
  repeats: 2,
  seed: 7,
  stop: { maxIterations: 40 },
};

const run = (changes: Partial<DescentPlan> = {}) => drain(runDescents({ ...plan, ...changes }));

const find = (runs: Run[], methodIndex: number, startIndex: number, repeat: number) =>
  runs.find((r) => r.methodIndex === methodIndex && r.startIndex === startIndex && r.repeat === repeat)!;

test('the order is methods, starts, repeats', () => {
  const places = run().map(({ methodIndex, startIndex, repeat }) => `${methodIndex}${startIndex}${repeat}`);
  expect(places.join(' ')).toBe('000 001 010 011 100 101 110 111 200 201 210 211');
});

test('the same seed gives the same bits, another seed other ones', () => {
  expect(run()).toEqual(run());
  const [a, b] = [run(), run({ seed: 8 })];
  expect(find(a, 0, 0, 0).final.x).not.toEqual(find(b, 0, 0, 0).final.x);
  expect(find(a, 1, 0, 0)).toEqual(find(b, 1, 0, 0));
});

test('every stochastic run has a stream of its own, from equal starts too', () => {
  const starts = [
    [0.5, 0.5],
    [0.5, 0.5],
  ];
  const ends = run({ starts })
    .filter(({ methodIndex }) => methodIndex !== 1)
    .map(({ final }) => String(final.x));
  expect(new Set(ends).size).toBe(8);
});

describe('adding a run changes no other', () => {
  const before = run();

  test('a method at the end, or one of another kind before', () => {
    const longer = run({ methods: [choose('noisy-gradient-descent'), ...plan.methods, choose('sgld')] });
    for (const r of before) {
      const { methodIndex: _, ...same } = find(longer, r.methodIndex + 1, r.startIndex, r.repeat);
      expect({ methodIndex: r.methodIndex, ...same }).toEqual(r);
    }
  });

  test('a start or a repeat', () => {
    const longer = run({ starts: [...plan.starts, [1, 1]], repeats: 3 });
    for (const r of before) expect(find(longer, r.methodIndex, r.startIndex, r.repeat)).toEqual(r);
  });
});

test('repeats of a deterministic run are equal and share no memory', () => {
  const objective = lee();
  const runs = drain(
    runDescents({ ...plan, objective, methods: [choose('gradient-descent')], starts: [[1, 1]], repeats: 3 }),
  );
  expect(runs.map(({ repeat }) => repeat)).toEqual([0, 1, 2]);
  expect({ ...runs[2], repeat: 0 }).toEqual(runs[0]);
  const buffers = runs.flatMap(({ final, trajectory }) => [
    final.x.buffer,
    trajectory.iterations.buffer,
    trajectory.points.buffer,
    trajectory.values.buffer,
    trajectory.gradientNorms.buffer,
  ]);
  expect(new Set(buffers).size).toBe(15);
  expect(objective.calls.gradient).toBe(runs[0]!.iterations + 1);
});

test('progress ascends to the total, runs that end early included', () => {
  const task = runDescents({ ...plan, objective: himmelblau(), stop: { maxIterations: 2000 } });
  const seen: number[] = [];
  let total = 0;
  for (;;) {
    const step = task.next();
    if (step.done) break;
    seen.push(step.value.done);
    total = step.value.total;
  }
  expect(total).toBe(12 * 2000);
  expect(seen.at(-1)).toBe(total);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(seen.length).toBeGreaterThan(12);
});

test('what the stop rule leaves out is the default', () => {
  const [first] = drain(runDescents({ ...plan, methods: [choose('gradient-descent')], stop: {}, repeats: 1 }));
  expect(first!.iterations).toBe(1000);
});
