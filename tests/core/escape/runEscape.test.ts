import { describe, expect, it } from 'vitest';
import { escapeRows } from '../../../src/core/escape/escapeRows.ts';
import { exactGrowthFactor, fittedGrowthFactor } from '../../../src/core/escape/growthFactor.ts';
import { type EscapePlan, runEscape } from '../../../src/core/escape/runEscape.ts';
import { drain } from '../../../src/core/task.ts';

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

function planOf(L: number, changes: Partial<EscapePlan> = {}): EscapePlan {
  const shape = { L, gamma: 1, tau: Math.E };
  const stop = { maxIterations: 1e6, gradientTolerance: 0 };
  return { shape, methods: [gd(L), pgd(L)], dimensions: [5], repeats: 401, seed: 1, stop, ...changes };
}

/** Medians of T_k from the project's notes: of 15 seeds for gradient descent, of 101 for its perturbed form. */
const TABLE = [
  [1, [6, 22, 64, 178, 485], 2.7095, [7, 24, 49, 74, 99]],
  [1.5, [8, 36, 126, 433, 1486], 3.4094, [9, 37, 69, 100, 132]],
  [2, [10, 52, 218, 898, 3698], 4.1063, [11, 49, 89, 125, 163]],
  [3, [13, 88, 488, 2689, 14795], 5.4966, [15, 66, 118, 167, 216]],
] as const;

describe.each(TABLE)('the table of Du et al. in five dimensions, L = %d', (L, plain, factor, perturbed) => {
  const rows = drain(runEscape(planOf(L)));

  it.each([
    ['gradient-descent', plain, 15],
    ['perturbed-gradient-descent', perturbed, 101],
  ] as const)('%s', (method, medians, seeds) => {
    const own = rows.filter((row) => row.method === method);
    expect(own.map(({ k, reached, repeats }) => [k, reached, repeats])).toEqual(
      [1, 2, 3, 4, 5].map((k) => [k, 401, 401]),
    );
    for (const [i, { median, q25, q75 }] of own.entries()) {
      // Three standard errors of a median, 1.2533σ/√n with σ = IQR/1.349, of theirs and of our 401; one for rounding.
      const error = ((3 * 1.2533) / 1.349) * (q75 - q25) * Math.sqrt(1 / seeds + 1 / 401) + 1;
      expect(Math.abs(median - (medians[i] as number)), `T${i + 1} = ${median}`).toBeLessThanOrEqual(error);
    }
  });

  it('gradient descent’s plateaus grow by the exact factor, the perturbed ones do not grow', () => {
    const factorOf = (method: string) =>
      fittedGrowthFactor(rows.filter((row) => row.method === method).map(({ median }) => median));
    expect(exactGrowthFactor(planOf(L).shape, 1 / (4 * L))).toBeCloseTo(factor, 4);
    expect(factorOf('gradient-descent') / factor).toBeCloseTo(1, 1.5);
    expect(factorOf('perturbed-gradient-descent')).toBeLessThan(1.2);
  });
});

describe('ten dimensions', () => {
  it.each([
    [1, 232],
    [1.5, 303],
    [2, 366],
    [3, 491],
  ])('the perturbed form takes steps in proportion, L = %d', (L, last) => {
    const rows = drain(runEscape(planOf(L, { methods: [pgd(L)], dimensions: [10], repeats: 201 })));
    const { median, q25, q75 } = rows.at(-1) as (typeof rows)[number];
    expect(Math.abs(median - last)).toBeLessThanOrEqual(3 * 0.93 * (q75 - q25) * Math.sqrt(1 / 101 + 1 / 201) + 1);
  });

  it('gradient descent takes tens of thousands for the ninth saddle, as far as 1e-6000', () => {
    const rows = drain(runEscape(planOf(1, { methods: [gd(1)], dimensions: [10], repeats: 21 })));
    const ninth = rows[8] as (typeof rows)[number];
    // 29,201 in the notes' one run.
    expect(ninth.q25 / 2).toBeLessThan(29_201);
    expect(ninth.q75 * 2).toBeGreaterThan(29_201);
    expect(rows.map(({ reached }) => reached)).toEqual(Array(10).fill(21));
  });
});

describe('the task', () => {
  const plan = planOf(1, { methods: [gd(1), pgd(1), gd(1)], dimensions: [2, 3], repeats: 45 });

  it('gives the same bits for the same seed, others for another', () => {
    const rows = drain(runEscape(plan));
    expect(drain(runEscape(plan))).toEqual(rows);
    expect(drain(runEscape({ ...plan, seed: 2 }))).not.toEqual(rows);
  });

  it('gives a run the same numbers whatever else is run', () => {
    const rows = drain(runEscape(plan));
    const alone = drain(runEscape({ ...plan, methods: [gd(1), pgd(1)], dimensions: [3] }));
    const of = (all: typeof rows, methodIndex: number) =>
      all.filter((row) => row.methodIndex === methodIndex && row.dimension === 3);
    expect(of(alone, 0)).toEqual(of(rows, 0));
    expect(of(alone, 1)).toEqual(of(rows, 1));
    // The same method from the same starts.
    expect(of(rows, 2).map(({ median }) => median)).toEqual(of(rows, 0).map(({ median }) => median));
  });

  it('hands out rows that add up to the result, in order', () => {
    const task = runEscape(plan);
    let before = { runs: 0, done: 0 };
    let step = task.next();
    for (; !step.done; step = task.next()) {
      const { done, total, partial } = step.value;
      expect(total).toBe(3 * 2 * 45);
      expect(done).toBeGreaterThanOrEqual(before.done);
      if (!partial) continue;
      const groups = partial.filter(({ k }) => k === 1);
      const runs = groups.reduce((sum, { repeats }) => sum + repeats, 0);
      expect(runs).toBe(done);
      expect(runs).toBeGreaterThanOrEqual(before.runs);
      expect(groups.slice(0, -1).every(({ repeats }) => repeats === 45)).toBe(true);
      before = { runs, done };
    }
    expect(before.runs).toBe(3 * 2 * 45);
    const keys = step.value.map(({ methodIndex, dimension, k }) => `${methodIndex} ${dimension} ${k}`);
    expect(keys).toEqual(
      [0, 1, 2].flatMap((m) => [2, 3].flatMap((d) => Array.from({ length: d }, (_, j) => `${m} ${d} ${j + 1}`))),
    );
  });

  it('yields within a long run too', () => {
    const stop = { maxIterations: 1e6, gradientTolerance: 0 };
    const task = runEscape(planOf(3, { methods: [gd(3)], dimensions: [20], repeats: 1, stop }));
    let yields = 0;
    for (const _ of task) yields++;
    expect(yields).toBeGreaterThan(300);
  });
});

describe('rows', () => {
  const place = { methodIndex: 0, method: 'm', dimension: 2 };
  const none = Number.POSITIVE_INFINITY;

  it('hold quartiles between the order statistics, and count a run that did not pass as later than all', () => {
    const runs = [
      { passages: [4, none], lost: true },
      { passages: [1, 9], lost: false },
      { passages: [2, none], lost: false },
      { passages: [3, 7], lost: true },
    ].map(({ passages, lost }) => ({ passages: Float64Array.from(passages), lost, underflowed: !lost }));
    expect(escapeRows(place, runs)).toEqual([
      { ...place, k: 1, q25: 1.75, median: 2.5, q75: 3.25, reached: 4, repeats: 4, left: 0, underflowed: 0 },
      { ...place, k: 2, q25: 8.5, median: none, q75: none, reached: 2, repeats: 4, left: 1, underflowed: 1 },
    ]);
  });
});

describe('growth factors', () => {
  it('are exact for plateaus in geometric progression, whatever the first time', () => {
    expect(fittedGrowthFactor([11, 12, 15, 24, 51])).toBeCloseTo(3, 12);
    expect(fittedGrowthFactor([11, 12, 15, Number.POSITIVE_INFINITY])).toBeCloseTo(3, 12);
    expect(fittedGrowthFactor([11, 12])).toBeNaN();
  });

  it('tend to (L + γ)/γ for small steps, and are infinite for a step that ends at once', () => {
    expect(exactGrowthFactor({ L: 3, gamma: 2, tau: 1 }, 1e-9)).toBeCloseTo(2.5, 6);
    expect(exactGrowthFactor({ L: 3, gamma: 2, tau: 1 }, 1 / 6)).toBe(Number.POSITIVE_INFINITY);
  });
});
