import { expect, test } from 'vitest';
import { drain } from '../../src/core/task.ts';
import { defaultEnds } from '../../src/scenario/defaultEnds.ts';
import { loadLandscapeCode } from '../../src/scenario/landscapeCode.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import { runScenario } from '../../src/scenario/run.ts';
import type { PathExperiment, PathLengthsExperiment, Scenario } from '../../src/scenario/types.ts';
import { writeJson } from '../../src/scenario/writeJson.ts';
import { endsAbove } from '../../src/store/trainPathEnds.ts';
import type { PathFindings, PathOutcome } from '../../src/worker/jobs/path.ts';
import { allJobs as jobs } from './allJobs.ts';

const path = (more: Partial<PathExperiment> = {}): Scenario & { readonly experiment: PathExperiment } => ({
  version: 1,
  seed: 5,
  landscape: { id: 'muller-brown' },
  experiment: {
    kind: 'path',
    ends: [
      [-0.558, 1.4417],
      [0.623, 0.028],
    ],
    level: -40,
    method: { id: 'dynamic-string-sampling' },
    ...more,
  },
});

const found = (outcome: PathOutcome): PathFindings => {
  if ('refusal' in outcome) throw new Error(outcome.refusal);
  return outcome.found;
};

test('the job finds what the report of the command line holds, with its stages and fast marching’s distance', async () => {
  const { result, stages, profile, reference, sentence } = found(
    drain(jobs.path({ scenario: path(), isQuick: false })),
  );
  expect(stages[0]?.beads).toHaveLength(4);
  expect(stages.at(-1)?.beads).toEqual(result.beads);
  expect(profile.arcs.at(-1)).toBeCloseTo(result.length, 12);
  expect(profile.beadArcs).toHaveLength(result.beads.length / 2);
  expect(Math.max(...profile.values)).toBe(result.maxValue);
  expect(result.shortened?.length).toBeLessThan(1.05 * (reference?.distance as number));
  const blob = drain(jobs.exportPaths({ scenario: path(), found: { path: result }, format: 'json' }));
  const report = [...writeJson(drain(runScenario(resolveScenario(path()))))].join('');
  expect(await blob.text()).toBe(report);
  expect(JSON.parse(report).result.sentence).toBe(sentence);
});

test('a ridge that the samples of the curve miss is on the curve', () => {
  const scenario = {
    ...path({
      ends: [
        [-1, 0],
        [1, 0],
      ],
      level: 1,
    }),
    landscape: { id: 'formula', params: { expression: 'x^2 + y^2 + 2*exp(-1000000*(x - 0.12345)^2)' } },
  };
  const { result, profile, sentence } = found(drain(jobs.path({ scenario, isQuick: false })));
  expect(result.status).toBe('not-found');
  expect(sentence).toContain('The path rises to 2.01524 at (0.1235, 0), above the level 1.');
  const top = profile.values.indexOf(Math.max(...profile.values));
  expect(profile.values[top]).toBe(result.maxValue);
  expect(profile.arcs[top]).toBeCloseTo(1.12345, 5);
  expect([...profile.points.subarray(2 * top, 2 * top + 2)]).toEqual([...result.highest]);
  expect(profile.arcs).toEqual(profile.arcs.toSorted());
  for (const peer of drain(jobs.pathPeers({ scenario }))) {
    expect(peer.result?.status).toBe('not-found');
    expect(Math.max(...(peer.profile?.values ?? []))).toBe(peer.result?.maxValue);
  }
});

test('a length in some of the coordinates is not compared with fast marching’s, which is in all', () => {
  const reference = (lengthOver: number[]) =>
    found(drain(jobs.path({ scenario: path({ lengthOver }), isQuick: false }))).reference;
  expect(reference([1])).toBeNull();
  expect(reference([1, 0])).toMatchObject({
    distance: expect.closeTo(reference([0, 1])?.distance as number, 9),
    side: 401,
  });
});

test('where the grid does not join the ends, there is a reference without a distance, and its box', () => {
  const params = {
    expression: '(x^2+y^2-1)^2',
    domain: [
      [-0.5, 0.5],
      [-0.5, 0.5],
    ],
  } as const;
  const ends = [
    [-1, 0],
    [1, 0.1],
  ];
  const scenario = { ...path({ ends, level: 0.1 }), landscape: { id: 'formula', params } };
  const { reference, sentence } = found(drain(jobs.path({ scenario, isQuick: false })));
  expect(reference).toEqual({
    distance: null,
    side: 401,
    step: 0.005,
    box: [
      [-1, 1],
      [-0.5, 0.5],
    ],
  });
  expect(sentence).toContain('lie outside of the box');
});

test('under the hand nothing is pulled tight, and the path is the same', () => {
  const quick = found(drain(jobs.path({ scenario: path(), isQuick: true })));
  const whole = found(drain(jobs.path({ scenario: path(), isQuick: false })));
  expect([quick.reference, quick.result.shortened]).toEqual([null, null]);
  expect(quick.result.beads).toEqual(whole.result.beads);
});

test('a search that cannot begin answers with a sentence', () => {
  const outcome = drain(jobs.path({ scenario: path({ level: -120 }), isQuick: false }));
  expect(outcome).toEqual({ refusal: expect.stringContaining('raise the level to at least') });
});

test('a curve that cannot be measured answers with a sentence', () => {
  const experiment = { kind: 'path-lengths' as const, pairs: 2, levels: [-200, 0], method: { id: 'straight' } };
  const outcome = drain(jobs.pathLengths({ scenario: { ...path(), experiment } }));
  expect(outcome).toEqual({ refusal: expect.stringContaining('The level −200 lies below the least value of f') });
});

test('ends that agree in the coordinates of the length are refused, wherever they come from', () => {
  const ends = [
    [0, 1],
    [0, 0],
  ];
  const outcome = drain(jobs.path({ scenario: path({ ends, level: 100, lengthOver: [0] }), isQuick: true }));
  expect(outcome).toEqual({ refusal: expect.stringContaining('agree in every coordinate named') });
});

test('all methods run between the same ends, the named one with its own parameters', () => {
  const scenario = path({ method: { id: 'dynamic-string-sampling', params: { depth: 1 } } });
  const task = jobs.pathPeers({ scenario });
  const seen: number[] = [];
  for (;;) {
    const step = task.next();
    if (step.done) {
      const [strings, straight, , , grid] = step.value;
      expect(strings?.result).toMatchObject({ status: 'not-found', depth: 1 });
      expect(straight?.result?.normalizedLength).toBe(1);
      expect(grid?.result?.status).toBe('connected');
      break;
    }
    if (step.value.partial) seen.push(step.value.partial.length);
  }
  expect(seen).toEqual([1, 2, 3, 4, 5]);
});

test('of three variables the grid is refused, and the others run', () => {
  const three = {
    ...path({
      ends: [
        [-1, 1, 1],
        [1, 1, 1],
      ],
      level: 10,
    }),
    landscape: { id: 'rosenbrock', params: { dimension: 3 } },
  };
  const peers = drain(jobs.pathPeers({ scenario: three }));
  const refused = peers.filter(({ result }) => result === null);
  expect(refused.map(({ method }) => method)).toEqual(['minimax-grid']);
  expect(refused[0]?.refusal).toContain('needs 2 variables');
});

test('both ends descend to the level, and stay where they are below it', () => {
  const scenario = path({
    ends: [
      [-1, 1],
      [-0.558, 1.4417],
    ],
    level: -100,
  });
  const [first, second] = drain(jobs.pathEnds({ scenario }));
  expect(first?.value).toBeLessThanOrEqual(-100);
  expect([...(second?.x ?? [])]).toEqual([-0.558, 1.4417]);
});

test('ends are trained by any method, and the curve of each says how', () => {
  const scenario = path({
    ends: [
      [-1, 1],
      [0.5, 0.3],
    ],
    level: -105,
  });
  const training = { method: { id: 'gradient-descent', params: { stepSize: 1e-4 } }, iterations: 500 };
  const ends = drain(jobs.pathEnds({ scenario, training }));
  for (const { value, curve } of ends) {
    expect(value).toBeLessThanOrEqual(-105);
    expect(curve.iterations[0]).toBe(0);
    expect(curve.iterations).toEqual(curve.iterations.toSorted((a, b) => a - b));
    expect(curve.values.at(-1)).toBe(value);
    expect(curve.values[0]).toBeGreaterThan(value);
  }
  const short = drain(jobs.pathEnds({ scenario, training: { ...training, iterations: 3 } }));
  expect(short[0]?.curve.iterations).toEqual([0, 1, 2, 3]);
  expect(short[0]?.value).toBeGreaterThan(-105);
});

test('an end is where f was lowest, also where the method climbs or loses itself', () => {
  const scenario = {
    version: 1 as const,
    landscape: { id: 'himmelblau' },
    experiment: {
      kind: 'path' as const,
      ends: [
        [-1, 1],
        [4, -4],
      ],
      level: 20,
      method: { id: 'straight' },
    },
  };
  const training = { method: { id: 'gradient-descent', params: { stepSize: 1 } }, iterations: 100 };
  const f = (x: number, y: number) => (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2;
  const ends = drain(jobs.pathEnds({ scenario, training }));
  for (const [k, { x, value, lostAt }] of ends.entries()) {
    const [startX, startY] = scenario.experiment.ends[k] as [number, number];
    expect(value).toBeCloseTo(f(x[0] as number, x[1] as number), 9);
    expect(value).toBeLessThanOrEqual(f(startX, startY));
    expect(lostAt).toBeGreaterThan(0);
  }
});

test('networks are trained by the method of their source where none is named', async () => {
  await loadLandscapeCode('polynomial-regression');
  const landscape = { id: 'polynomial-regression', params: { points: 20 } };
  const ends = defaultEnds({ id: landscape.id, params: { target: 'cubic', loss: 'absolute', points: 20 } }, [], 3);
  const scenario = {
    version: 1 as const,
    landscape,
    experiment: { kind: 'path' as const, ends, level: 0.13, method: { id: 'straight' } },
  };
  const trained = drain(jobs.pathEnds({ scenario }));
  for (const { value } of trained) expect(value).toBeLessThanOrEqual(0.13);
});

test('a path and a curve as tables', async () => {
  const { result } = found(drain(jobs.path({ scenario: path(), isQuick: false })));
  const csv = await drain(jobs.exportPaths({ scenario: path(), found: { path: result }, format: 'csv' })).text();
  const lines = csv.trimEnd().split('\r\n');
  expect(lines[0]).toBe('path,bead,x,y,value');
  expect(lines[1]).toMatch(/^found,0,-0.558,1.4417,-146\./);
  expect(lines.filter((line) => line.startsWith('found')).length).toBe(result.values.length);
  expect(lines.filter((line) => line.startsWith('shortened')).length).toBe((result.shortened?.beads.length ?? 0) / 2);
  // Each number of each line is there, the value of every bead among them.
  for (const row of lines.slice(1)) expect(row).toMatch(/^(found|shortened)(,-?\d[^,]*){4}$/);
  const scenario: Scenario & { readonly experiment: PathLengthsExperiment } = {
    ...path(),
    experiment: { kind: 'path-lengths', pairs: 2, levels: [0, -20], method: { id: 'straight' } },
  };
  const outcome = drain(jobs.pathLengths({ scenario }));
  const curve = 'rows' in outcome ? outcome.rows : [];
  const table = await drain(jobs.exportPaths({ scenario, found: { curve }, format: 'csv' })).text();
  expect(table.split('\r\n')[0]).toMatch(/^level,connected,attempted,pairs,normalizedLength.median/);
  expect(table.split('\r\n').filter(Boolean)).toHaveLength(3);
  const json = await drain(jobs.exportPaths({ scenario, found: { curve }, format: 'json' })).text();
  expect(json).toBe([...writeJson(drain(runScenario(resolveScenario(scenario))))].join(''));
});

test('a search that was cancelled as a table, with f at its beads', async () => {
  const stage = Float64Array.of(-0.558, 1.4417, 0, 0.5, 0.623, 0.028);
  const csv = await drain(jobs.exportPaths({ scenario: path(), found: { stage }, format: 'csv' })).text();
  const lines = csv.trimEnd().split('\r\n');
  expect(lines[0]).toBe('path,bead,x,y,value');
  expect(lines[1]).toMatch(/^stage,0,-0.558,1.4417,-146\./);
  expect(lines[2]).toMatch(/^stage,1,0,0.5,-79\./);
  expect(lines).toHaveLength(4);
});

test('pairs with an end at which f has no value are counted for themselves, in the curve and in its table', async () => {
  const params = {
    expression: 'log(x)+y^2',
    domain: [
      [-3, 3],
      [-3, 3],
    ],
  } as const;
  const experiment = { kind: 'path-lengths' as const, pairs: 4, levels: [1, -1], method: { id: 'straight' } };
  const scenario = { version: 1 as const, seed: 5, landscape: { id: 'formula', params }, experiment };
  const outcome = drain(jobs.pathLengths({ scenario }));
  const curve = 'rows' in outcome ? outcome.rows : [];
  for (const { attempted, pairs, withoutValue } of curve) {
    expect(withoutValue).toBeGreaterThan(0);
    expect(attempted + withoutValue).toBe(pairs);
  }
  const csv = await drain(jobs.exportPaths({ scenario, found: { curve }, format: 'csv' })).text();
  const [heading, first] = csv.split('\r\n').map((text) => text.split(','));
  expect(first?.[heading?.indexOf('withoutValue') ?? -1]).toBe(String(curve[0]?.withoutValue));
});

test('an end without a value stays where it is, with no value to show', () => {
  const params = {
    expression: 'sqrt(x)+y^2',
    domain: [
      [-1, 2],
      [-1, 1],
    ],
  } as const;
  const ends = [
    [-0.5, 0],
    [1, 0],
  ];
  const scenario = { ...path({ ends, level: 2 }), landscape: { id: 'formula', params } };
  const trained = drain(jobs.pathEnds({ scenario }));
  expect([...(trained[0]?.x ?? [])]).toEqual([-0.5, 0]);
  expect(endsAbove(trained, 2)).toBe('f has no value at End 1: move it to where it has one.');
});

test('what several methods found as a table, a line for each', async () => {
  const scenario = path();
  const peers = drain(jobs.pathPeers({ scenario }));
  const methods = [...peers, { method: 'late', result: null, refusal: 'Not here, and not yet.' }];
  const csv = await drain(jobs.exportPaths({ scenario, found: { methods }, format: 'csv' })).text();
  const [heading = '', ...lines] = csv.trimEnd().split('\r\n');
  expect(heading).toMatch(/^method,status,maxValue,excess,length,normalizedLength,.*,refusal$/);
  const columns = heading.split(',');
  const cellOf = (method: string, column: string) =>
    lines.find((line) => line.startsWith(`${method},`))?.split(',')[columns.indexOf(column)];
  for (const { method, result } of peers) {
    expect(cellOf(method, 'status')).toBe(result?.status);
    expect(Number(cellOf(method, 'maxValue'))).toBe(result?.maxValue);
    expect(Number(cellOf(method, 'evaluations.value'))).toBe(result?.evaluations.value);
    expect(Number(cellOf(method, 'shortened.length'))).toBe(result?.shortened?.length ?? Number.NaN);
  }
  expect(cellOf('minimax-grid', 'excess')).toBe('0');
  expect(lines.at(-1)).toBe('late,refused,,,,,,,,,,"Not here, and not yet."');
});

test('stages of a landscape that is code come with f along them, those of formulas without', async () => {
  await loadLandscapeCode('polynomial-regression');
  const landscape = { id: 'polynomial-regression', params: { points: 20 } };
  const ends = defaultEnds({ id: landscape.id, params: { target: 'cubic', loss: 'absolute', points: 20 } }, [], 3);
  const scenario = { ...path({ ends, level: 5 }), landscape };
  const { stages, result } = found(drain(jobs.path({ scenario, isQuick: false })));
  for (const { profile, beads } of stages) {
    expect(profile?.beadArcs).toHaveLength(beads.length / 33);
    expect(profile?.values[0]).toBeCloseTo(result.values[0] as number, 12);
  }
  expect(found(drain(jobs.path({ scenario: path(), isQuick: false }))).stages[0]?.profile).toBeUndefined();
});

test('a connection is shown before it is pulled tight, and then is the same but for that', () => {
  const task = jobs.path({ scenario: path(), isQuick: false });
  let early: PathFindings | null = null;
  for (;;) {
    const step = task.next();
    if (step.done) {
      const { result, stages } = found(step.value);
      expect(early?.result).toEqual({ ...result, shortened: null });
      expect(result.shortened?.length).toBeLessThan(result.length);
      expect(early?.stages).toEqual(stages);
      return;
    }
    const { partial } = step.value;
    if (partial && 'found' in partial) early = partial.found;
  }
});
