import { describe, expect, test, vi } from 'vitest';
import { landscapes } from '../../src/core/landscapes/registry.ts';
import { axesSection } from '../../src/core/objective/section.ts';
import type { Box } from '../../src/core/params.ts';
import { drain, type Task } from '../../src/core/task.ts';
import { encodeLink } from '../../src/scenario/encodeLink.ts';
import { objectiveOf } from '../../src/scenario/objectiveOf.ts';
import type { PreparedLandscape } from '../../src/scenario/prepare.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import { runScenario } from '../../src/scenario/run.ts';
import type { LandscapeChoice, Scenario } from '../../src/scenario/types.ts';
import { objectiveCached } from '../../src/worker/landscapeCache.ts';
import { landscapeNeeds } from '../../src/worker/landscapeNeeds.ts';
import { allJobs as jobs } from './allJobs.ts';

function prepared(choice: LandscapeChoice): PreparedLandscape {
  const result = drain(jobs.prepare(choice));
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.prepared;
}

/** The partial results of a task, in order, and its result. */
function watched<R, P>(task: Task<R, P>): { readonly partials: readonly P[]; readonly result: R } {
  const partials: P[] = [];
  for (;;) {
    const step = task.next();
    if (step.done) return { partials, result: step.value };
    if (step.value.partial !== undefined) partials.push(step.value.partial);
  }
}

describe('prepare', () => {
  test('gives plain data that survives the way to the page', () => {
    const there = prepared({ id: 'himmelblau' });
    const here = structuredClone(there);
    expect(here).toEqual(there);
    expect(objectiveOf(here).value(Float64Array.of(3, 2))).toBe(0);
    expect(here).toMatchObject({ id: 'himmelblau', dimension: 2, variables: ['x', 'y'], minimumValue: 0 });
    expect(here.knownCriticalPoints).toHaveLength(9);
  });

  test('compiles a formula once for all values of its constants', () => {
    const withA = (a: number) => prepared({ id: 'formula', params: { expression: 'a*x^2 + y^2', constants: { a } } });
    expect(withA(2).compiled).toBe(withA(3).compiled);
    expect(objectiveOf(withA(3)).value(Float64Array.of(1, 0))).toBe(3);
    const other = prepared({ id: 'formula', params: { expression: 'a*x^2 - y^2', constants: { a: 2 } } });
    expect(other.compiled).not.toBe(withA(2).compiled);
  });

  test('keeps no bad formula: the same one with other constants is judged anew', () => {
    const attempt = (constants: Record<string, number>) =>
      drain(jobs.prepare({ id: 'formula', params: { expression: 'b*x + y', constants } })).ok;
    expect(attempt({ c: 1 })).toBe(false);
    expect(attempt({ b: 1 })).toBe(true);
  });
});

describe('open', () => {
  const scenario: Scenario = {
    version: 1,
    landscape: { id: 'formula', params: { expression: 'x^2 + y^2', constants: {} } },
    experiment: { kind: 'descent', methods: [{ id: 'adam' }], starts: [[1, 1]] },
  };

  test('opens a link and a text', () => {
    expect(drain(jobs.open({ link: `#${encodeLink(scenario)}` }))).toEqual({ ok: true, scenario });
    expect(drain(jobs.open({ text: JSON.stringify(scenario) }))).toEqual({ ok: true, scenario });
  });

  test('refuses a link whose formula does not compile', () => {
    const bad = { ...scenario, landscape: { id: 'formula', params: { expression: 'x^2 +', constants: {} } } };
    const result = drain(jobs.open({ link: encodeLink(bad) }));
    expect(result.ok ? [] : result.problems.map(({ path }) => path)).toEqual(['landscape.params.expression']);
    expect(drain(jobs.open({ link: '#nonsense' })).ok).toBe(false);
  });
});

describe('field', () => {
  const landscape = prepared({ id: 'rosenbrock', params: { dimension: 3 } });
  const box = [
    [-2, 2],
    [-1, 3],
  ] as const;
  const section = axesSection(Float64Array.of(0, 0, 0.5), 0, 1);

  test('has the values of the function at its grid points, ends included', () => {
    const { result } = watched(jobs.field({ landscape, section, box, nx: 7, ny: 5 }));
    expect([result.xs[0], result.xs[6], result.ys[0], result.ys[4]]).toEqual([-2, 2, -1, 3]);
    const f = objectiveOf(landscape);
    for (let j = 0; j < 5; j++) {
      for (let i = 0; i < 7; i++) {
        const x = Float64Array.of(result.xs[i] as number, result.ys[j] as number, 0.5);
        expect(result.z[j * 7 + i]).toBe(f.value(x));
      }
    }
    expect(result.min).toBe(Math.min(...result.z));
    expect(result.max).toBe(Math.max(...result.z));
  });

  test('shows a coarse grid of the same box first', () => {
    const { partials, result } = watched(jobs.field({ landscape, section, box, nx: 200, ny: 150 }));
    expect(result.z).toHaveLength(200 * 150);
    expect(partials).toHaveLength(1);
    const [coarse] = partials as [(typeof partials)[0]];
    expect(coarse.z.length).toBeLessThan(result.z.length / 10);
    expect([coarse.xs.at(-1), coarse.ys.at(-1)]).toEqual([2, 3]);
    expect([coarse.z[0], coarse.z.at(-1)]).toEqual([result.z[0], result.z.at(-1)]);
  });

  test('of a slow landscape comes in ever finer grids, each in the next', async () => {
    const network = prepared({ id: 'polynomial-regression', params: { points: 10 } });
    await landscapeNeeds({ landscape: network });
    const start = Float64Array.from({ length: 33 }, (_, i) => Math.sin(i));
    const plane = axesSection(start, 3, 20);
    const { partials, result } = watched(jobs.field({ landscape: network, section: plane, box, nx: 60, ny: 60 }));
    expect([...partials, result].map(({ xs, ys }) => [xs.length, ys.length])).toEqual([
      [13, 13],
      [25, 25],
      [49, 49],
    ]);
    const f = objectiveOf(network);
    for (const { xs, ys, z } of [...partials, result]) {
      for (const [i, j] of [
        [0, 0],
        [2, 3],
        [3, 8],
        [12, 12],
      ] as const) {
        const x = start.with(3, xs[i] as number).with(20, ys[j] as number);
        expect(z[j * xs.length + i]).toBe(f.value(x));
      }
    }
  });

  test('ranges over finite values only, and says so where there are none', () => {
    const log = prepared({ id: 'formula', params: { expression: 'log(x) + y - y', constants: {} } });
    const plane = axesSection(Float64Array.of(0, 0), 0, 1);
    const { min, max } = drain(
      jobs.field({
        landscape: log,
        section: plane,
        box: [
          [-1, 1],
          [0, 1],
        ],
        nx: 5,
        ny: 2,
      }),
    );
    expect([min, max]).toEqual([Math.log(0.5), 0]);
    const none = drain(
      jobs.field({
        landscape: log,
        section: plane,
        box: [
          [-2, -1],
          [0, 1],
        ],
        nx: 5,
        ny: 2,
      }),
    );
    expect([none.min, none.max]).toEqual([Number.NaN, Number.NaN]);
  });

  test('of one variable has the same curve in every row', () => {
    const curve = prepared({ id: 'formula', params: { expression: 't^2', variables: ['t'], constants: {} } });
    const { z } = drain(
      jobs.field({
        landscape: curve,
        section: null,
        box: [
          [-1, 1],
          [0, 1],
        ],
        nx: 3,
        ny: 2,
      }),
    );
    expect([...z]).toEqual([1, 0, 1, 1, 0, 1]);
  });
});

describe('descents', () => {
  const experiment = {
    kind: 'descent',
    methods: [{ id: 'sgld', params: { stepSize: 0.001 } }, { id: 'gradient-descent' }],
    starts: [
      [1, 1],
      [-1, 2],
    ],
    stop: { maxIterations: 40 },
    repeats: 3,
  } as const;

  test('gives the bits of the command line', () => {
    const landscape = prepared({ id: 'himmelblau' });
    const { kind: _kind, ...plan } = experiment;
    const { partials, result } = watched(jobs.descents({ landscape, seed: 7, ...plan }));
    const scenario: Scenario = { version: 1, seed: 7, landscape: { id: 'himmelblau' }, experiment };
    const report = drain(runScenario(resolveScenario(scenario))).result as unknown as {
      readonly runs: readonly { readonly final: unknown }[];
    };
    expect(result.map(({ final }) => final)).toEqual(report.runs.map(({ final }) => final));
    expect(partials.flat()).toEqual(result.slice(0, partials.flat().length));
  });

  test('hands out the finished runs of a long job, each once and in order', () => {
    const landscape = prepared({ id: 'rosenbrock' });
    const payload = { landscape, methods: [{ id: 'sgld', params: { stepSize: 1e-4 } }], starts: [[0, 0]], seed: 1 };
    const stop = { maxIterations: 20_000 };
    const { partials, result } = watched(jobs.descents({ ...payload, stop, repeats: 60, record: 'ends' }));
    const handedOut = partials.flat();
    expect(partials.length).toBeGreaterThan(1);
    expect(handedOut.length).toBeGreaterThan(0);
    expect(handedOut).toEqual(result.slice(0, handedOut.length));
  });
});

test('curvature gives the least eigenvalue, thinned, with both ends', () => {
  const landscape = prepared({ id: 'lee-2016' });
  const m = 1001;
  const ys = Float64Array.from({ length: m }, (_, k) => (2 * k) / (m - 1) - 1);
  const points = new Float64Array(2 * m);
  for (const [k, y] of ys.entries()) points[2 * k + 1] = y;
  const iterations = Float64Array.from({ length: m }, (_, k) => 10 * k);
  const trajectory = { iterations, points };
  const result = drain(jobs.curvature({ landscape, trajectories: [trajectory, trajectory], most: 51 }));
  expect(result[1]).toEqual(result[0]);
  const [series] = result as [(typeof result)[0]];
  expect(series.iterations).toHaveLength(51);
  expect([series.iterations[0], series.iterations.at(-1)]).toEqual([0, 10_000]);
  for (const [k, iteration] of series.iterations.entries()) {
    const y = ys[iteration / 10] as number;
    // ∇²f = diag(1, 3y² − 1).
    expect(series.leastEigenvalues[k]).toBeCloseTo(Math.min(1, 3 * y * y - 1), 12);
  }
});

test('estimate finds ℓ = 11 and ρ = 12 for Lee’s function on its domain', () => {
  const landscape = prepared({ id: 'lee-2016' });
  const { smoothness, hessianLipschitz, skipped } = drain(jobs.estimate({ landscape, box: landscape.domain }));
  expect(smoothness).toBeCloseTo(11, 10);
  expect(hessianLipschitz).toBeGreaterThan(11.9);
  expect(hessianLipschitz).toBeLessThanOrEqual(12.01);
  expect(skipped).toBe(0);
});

test('every landscape has a thumbnail with something to see', async () => {
  const ids = landscapes.map(({ id }) => id);
  const pictures = ids.map((id) => ({ key: id, landscape: { id } }));
  await landscapeNeeds({ pictures });
  const { partials, result } = watched(jobs.thumbnails({ pictures, size: 13 }));
  expect(result.map(({ key }) => key)).toEqual(ids);
  expect(partials).toEqual(result);
  for (const { key, field } of result) {
    expect(field.z.length, key).toBe(13 * 13);
    expect(field.max, key).toBeGreaterThan(field.min);
  }
});

test('a thumbnail of a box shows that box', () => {
  const box: Box = [
    [2, 4],
    [1, 3],
  ];
  const { result } = watched(
    jobs.thumbnails({ pictures: [{ key: 'a minimum', landscape: { id: 'himmelblau' }, box }], size: 3 }),
  );
  const { field } = result[0] as (typeof result)[number];
  expect([Array.from(field.xs), Array.from(field.ys)]).toEqual([
    [2, 3, 4],
    [1, 2, 3],
  ]);
  expect(field.z[4]).toBe(0);
});

describe('claim', () => {
  test('gives the bits of the command line’s report', () => {
    const experiment = { kind: 'claim', claim: 'measure-zero-gradient-descent', params: { starts: 40 } } as const;
    const scenario: Scenario = { version: 1, seed: 5, landscape: { id: 'himmelblau' }, experiment };
    const { result } = drain(runScenario(resolveScenario(scenario)));
    const landscape = structuredClone(prepared(scenario.landscape));
    const { claim, params } = experiment;
    const report = drain(jobs.claim({ landscape, claim, params, seed: 5 }));
    expect({ kind: 'claim', claim, ...report }).toEqual(result);
    expect(structuredClone(report)).toEqual(report);
  });
});

describe('landscapes that are code', () => {
  const landscape = prepared({ id: 'polynomial-regression', params: { target: 'quadratic', points: 20 } });
  const starts = [Array.from({ length: 24 }, (_, i) => Math.cos(i))];

  test('are prepared as plain data, and share an objective', async () => {
    expect(structuredClone(landscape)).toEqual(landscape);
    expect(landscape.compiled).toMatchObject({ codeOf: 'polynomial-regression' });
    await landscapeNeeds({ landscape });
    expect(landscapeNeeds({ landscape })).toBeNull();
    expect(objectiveCached(landscape)).toBe(objectiveCached(structuredClone(landscape)));
  });

  test('hand out runs under way, which end as the whole run', async () => {
    await landscapeNeeds({ landscape });
    const methods = [{ id: 'adam', params: { stepSize: 0.01 } }];
    const plan = { landscape, methods, starts, seed: 1, stop: { maxIterations: 400 } };
    const grown: number[] = [];
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (clock += 60));
    const task = jobs.descents(plan);
    let step = task.next();
    for (; !step.done; step = task.next())
      grown.push(...(step.value.partial ?? []).map(({ iterations }) => iterations));
    vi.restoreAllMocks();
    const [whole] = step.value;
    expect(grown.slice(0, 3)).toEqual([25, 50, 75]);
    expect(grown).toEqual(grown.toSorted((a, b) => a - b));
    expect(whole?.iterations).toBe(400);
    expect(whole?.trajectory.values).toHaveLength(401);
    expect(drain(jobs.descents(plan))).toEqual(step.value);
  });

  test('leave out the runs that are known', () => {
    const himmelblau = prepared({ id: 'himmelblau' });
    const plan = {
      landscape: himmelblau,
      methods: [{ id: 'gradient-descent' }, { id: 'adam' }],
      starts: [
        [0, 0],
        [1, 1],
      ],
      seed: 1,
      stop: { maxIterations: 10 },
    };
    const all = drain(jobs.descents(plan));
    const task = jobs.descents({ ...plan, only: [1, 2] });
    const shares: number[] = [];
    let step = task.next();
    for (; !step.done; step = task.next()) shares.push(step.value.done / step.value.total);
    expect(step.value).toEqual([all[1], all[2]]);
    expect(shares.at(-1)).toBe(1);
  });

  test('inspect a point as the report does', async () => {
    await landscapeNeeds({ landscape });
    const x = Float64Array.from(starts[0] as number[]);
    const inspection = drain(jobs.inspect({ landscape, x, options: {} }));
    const scenario: Scenario = {
      version: 1,
      landscape: landscape.choice,
      experiment: { kind: 'inspect', points: starts },
    };
    const { result } = drain(runScenario(resolveScenario(scenario)));
    expect((result as unknown as { points: object[] }).points[0]).toMatchObject({
      value: inspection.value,
      eigenvalues: inspection.eigenvalues,
    });
  });
});
