import { describe, expect, test } from 'vitest';
import { compareMethods, type MethodComparison, type StuckPlace } from '../../../src/core/descent/compareMethods.ts';
import { describeComparison, placeText } from '../../../src/core/descent/describeComparison.ts';
import { gradientDescent } from '../../../src/core/methods/gradientDescent.ts';
import { drain } from '../../../src/core/task.ts';
import { objectiveOf } from '../../../src/scenario/objectiveOf.ts';
import { prepareLandscape } from '../../../src/scenario/prepare.ts';

const none = new Float64Array();

function row(methodIndex: number, more: Partial<MethodComparison> = {}): MethodComparison {
  const band = { iterations: none, q25: none, median: none, q75: none };
  const base = { methodIndex, method: '', runs: 100, reached: 100, times: none, median: 57, q25: 50, q75: 60 };
  return { ...base, band, least: 0, stuck: [], ...more };
}

const place = (more: Partial<StuckPlace> = {}): StuckPlace => ({
  x: Float64Array.of(0, 1e-9),
  value: 0,
  type: 'saddle',
  status: 'converged',
  count: 4,
  ...more,
});

const both = [
  { methodIndex: 1, name: 'Perturbed gradient descent' },
  { methodIndex: 0, name: 'Gradient descent' },
];

describe('describeComparison', () => {
  test('says how many arrived, when, and where the others got stuck', () => {
    const rows = [row(0, { reached: 96, median: 60.5, stuck: [place()] }), row(1)];
    expect(describeComparison(rows, both)).toBe(
      'Perturbed gradient descent came to a second-order stationary point in 100 of 100 runs, in the median after 57 ' +
        'iterations. Gradient descent: 96 of 100, in the median after 60.5 iterations; 4 got stuck at the saddle (0, 0).',
    );
  });

  test('counts further places together, and what is not critical by how it ended', () => {
    const stuck = [
      place({ type: 'regular', status: 'max-iterations', count: 30 }),
      place({ type: 'maximum', count: 20 }),
      place({ x: Float64Array.of(1, 2), count: 6 }),
      place({ x: Float64Array.of(2, 2), count: 5 }),
      place({ type: 'regular', status: 'max-iterations', x: Float64Array.of(9, 9), count: 2 }),
      place({ type: 'regular', status: 'diverged', count: 1 }),
    ];
    const rows = [row(0, { reached: 36, median: Number.POSITIVE_INFINITY, stuck })];
    expect(describeComparison(rows, both)).toBe(
      'Gradient descent came to a second-order stationary point in 36 of 100 runs; 20 got stuck at the maximum (0, 0); ' +
        '11 at other critical points; 32 reached the iteration limit; 1 diverged.',
    );
  });

  test('is empty before anything is known, and of hidden methods', () => {
    expect(describeComparison([], both)).toBe('');
    expect(describeComparison([row(0)], [])).toBe('');
  });
});

test('a place is told to four digits of its largest coordinate, and of many only the first', () => {
  expect(placeText([1.5, -2e-6])).toBe('(1.5, 0)');
  expect(placeText([1, 2, 3, 4, 5])).toBe('(1, 2, 3, 4, …)');
  expect(placeText([-3.584428, 0.004])).toBe('(−3.584, 0.004)');
});

test('the least value of a method is that of any of its iterates', () => {
  const prepared = prepareLandscape({ id: 'lee-2016' });
  if (!prepared.ok) throw new Error('It compiles.');
  const { domain } = prepared.prepared;
  const plan = {
    objective: objectiveOf(prepared.prepared),
    methods: [{ method: gradientDescent, params: { stepSize: 0.1 } }],
    starts: [
      [1, 0],
      [1, 0.5],
    ],
    repeats: 1,
    seed: 1,
    domain,
    epsilon: 1e-3,
    rho: 1,
  };
  const [found] = drain(compareMethods(plan));
  expect(found?.least).toBeCloseTo(-0.25, 12);
  expect(found?.least).toBeLessThanOrEqual(Math.min(...(found?.band.median ?? [])));
});
