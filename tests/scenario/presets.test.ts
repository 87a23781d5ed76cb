import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { claims } from '../../src/core/claims/registry.ts';
import type { Run } from '../../src/core/descent/Run.ts';
import { himmelblau } from '../../src/core/landscapes/himmelblau.ts';
import { landscapes } from '../../src/core/landscapes/registry.ts';
import { regressionNets } from '../../src/core/networks/regressionNets.ts';
import { principalSection, varianceShare } from '../../src/core/objective/section.ts';
import type { PathResult } from '../../src/core/paths/findPath.ts';
import type { LengthsRow } from '../../src/core/paths/lengthsAgainstLevel.ts';
import { drain } from '../../src/core/task.ts';
import { claimPresets } from '../../src/scenario/claimPresets.ts';
import { decodeLink } from '../../src/scenario/decodeLink.ts';
import { encodeLink } from '../../src/scenario/encodeLink.ts';
import type { sublevelResult } from '../../src/scenario/experiments/sublevel.ts';
import { loadLandscapeCode } from '../../src/scenario/landscapeCode.ts';
import { objectiveOf } from '../../src/scenario/objectiveOf.ts';
import { prepareLandscape } from '../../src/scenario/prepare.ts';
import { presets } from '../../src/scenario/presets.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import { runScenario } from '../../src/scenario/run.ts';
import type {
  ClaimExperiment,
  DescentExperiment,
  EscapeExperiment,
  PathLengthsExperiment,
  Scenario,
} from '../../src/scenario/types.ts';
import { validateScenario } from '../../src/scenario/validate.ts';
import type { Rows } from '../../src/scenario/writeJson.ts';

const folder = new URL('../../public/scenarios/', import.meta.url);
const textOf = (file: string) => readFileSync(new URL(file, folder), 'utf8');

// What is run here is run at once, so its code must be there.
for (const { id } of landscapes) await loadLandscapeCode(id);

type ReportRun = Omit<Run, 'trajectory'> & {
  readonly method: string;
  readonly trajectory: Omit<Run['trajectory'], 'points'> & { readonly points: Rows };
};

function open(file: string): Scenario {
  const result = validateScenario(textOf(file));
  expect(result.ok ? [] : result.problems).toEqual([]);
  return (result as Extract<typeof result, { ok: true }>).scenario;
}

const run = (scenario: Scenario): readonly ReportRun[] =>
  (drain(runScenario(resolveScenario(scenario))).result as unknown as { readonly runs: readonly ReportRun[] }).runs;

/** Points as pairs of the first two coordinates. */
const pointsOf = ({ trajectory: { points } }: ReportRun): (readonly [number, number])[] =>
  Array.from({ length: points.data.length / points.columns }, (_, k) => {
    const at = k * points.columns;
    return [points.data[at] as number, points.data[at + 1] as number];
  });

const near = ({ final }: ReportRun, x: number, y: number, within = 1e-6): void => {
  expect(Math.hypot((final.x[0] as number) - x, (final.x[1] as number) - y)).toBeLessThan(within);
};

/** The first iterate whose coordinate j is beyond `edge` either way. */
const passing = ({ trajectory: { points } }: ReportRun, j: number, edge: number): number => {
  for (let k = 0; k * points.columns < points.data.length; k++) {
    if (Math.abs(points.data[k * points.columns + j] as number) > edge) return k;
  }
  return Number.POSITIVE_INFINITY;
};

/** Revolutions about the origin, with sign. */
function turns(points: readonly (readonly [number, number])[]): number {
  let angle = 0;
  for (let k = 1; k < points.length; k++) {
    const [[px, py], [qx, qy]] = [points[k - 1], points[k]] as [[number, number], [number, number]];
    angle += Math.atan2(px * qy - py * qx, px * qx + py * qy);
  }
  return angle / (2 * Math.PI);
}

const all = (runs: readonly ReportRun[], status: Run['status']): void => {
  expect(runs.map((each) => each.status)).toEqual(runs.map(() => status));
};

const wholeSteps = (values: readonly number[]) => values.slice(1).map((value, k) => value - (values[k] as number));

type Runs = readonly [ReportRun, ReportRun, ReportRun, ReportRun];

/** When each method passed each saddle, by method: the medians over the repeats for each k. */
function escapeMedians(
  scenario: Scenario,
): readonly { method: string; dimension: number; k: number; median: number }[] {
  const { result } = drain(runScenario(resolveScenario(scenario)));
  return (result as unknown as { rows: { method: string; dimension: number; k: number; median: number }[] }).rows;
}

/** What a preset finds of sublevel sets. */
function sublevels(scenario: Scenario, levels: readonly number[]) {
  const asked = { ...scenario, experiment: { ...scenario.experiment, levels } } as Scenario;
  const { result } = drain(runScenario(resolveScenario(asked)));
  return result as unknown as ReturnType<typeof sublevelResult>;
}

const countsOf = ({ components }: ReturnType<typeof sublevels>) => components.map(({ count }) => count);

/** What a preset finds of a path, with another level or method. */
function pathOf(scenario: Scenario, changes: object = {}): PathResult {
  const asked = { ...scenario, experiment: { ...scenario.experiment, ...changes } } as Scenario;
  return drain(runScenario(resolveScenario(asked))).result as unknown as PathResult;
}

/** For each preset, that its note is true. */
const CLAIMS: Readonly<Record<string, (runs: Runs, scenario: Scenario) => void>> = {
  'escape-ball.json': ([ball]) => {
    expect([ball.status, ball.iterations]).toEqual(['left-domain', 253]);
    const path = pointsOf(ball);
    expect(path.findIndex(([x]) => Math.abs(x) < 0.01)).toBe(128);
    expect(path.slice(0, 129).every(([, y]) => Math.abs(y) < 0.02)).toBe(true);
  },
  'path-muller-brown.json': (_, scenario) => {
    expect(pathOf(scenario).status).toBe('connected');
    expect(pathOf(scenario, { method: { id: 'minimax-grid' } }).maxValue).toBeCloseTo(-40.66, 2);
    expect(pathOf(scenario, { level: -41 }).status).toBe('not-found');
  },
  'path-himmelblau-above.json': (_, scenario) => {
    expect(pathOf(scenario).status).toBe('connected');
    expect(pathOf(scenario).values.length).toBeLessThan(10);
    expect(pathOf(scenario, { method: { id: 'straight' } }).status).toBe('not-found');
    expect(pathOf(scenario, { method: { id: 'minimax-grid' } }).maxValue).toBeCloseTo(13.31, 2);
  },
  'path-himmelblau-below.json': (_, scenario) => {
    expect(pathOf(scenario).status).toBe('not-found');
    expect(pathOf(scenario, { method: { id: 'minimax-grid' } })).toMatchObject({ status: 'not-found' });
  },
  'path-ring.json': (_, scenario) => {
    const [high, low] = [0.6, 0.05].map((level) => pathOf(scenario, { level }).shortened?.length as number);
    expect(pathOf(scenario).status).toBe('connected');
    expect(low).toBeGreaterThan(1.05 * (high as number));
  },
  'path-networks.json': (_, scenario) => {
    const { status, maxValue, values } = pathOf(scenario);
    expect([status, values.length]).toEqual(['connected', 13]);
    expect(maxValue).toBeLessThanOrEqual(0.1);
    expect(pathOf(scenario, { method: { id: 'straight' } }).maxValue).toBeGreaterThan(2);
  },
  'path-lengths-ring.json': (_, scenario) => {
    const { result } = drain(runScenario(resolveScenario(scenario)));
    const { curve } = result as unknown as { readonly curve: readonly LengthsRow[] };
    const medians = curve.map(({ shortenedLength }) => shortenedLength?.median as number);
    expect(curve.every(({ connected, attempted }) => connected === attempted && attempted === 12)).toBe(true);
    expect(medians).toEqual(medians.toSorted((a, b) => a - b));
    expect(medians.at(-1)).toBeLessThan(Math.PI / 2);
  },
  'path-lengths-cubic.json': (_, scenario) => {
    // Two of its pairs at two of its levels: those of the other pairs and levels take half a minute.
    const { high, low } = { high: 0.17, low: 0.12 };
    const experiment = { ...scenario.experiment, pairs: 2, levels: [high, low] } as PathLengthsExperiment;
    expect((scenario.experiment as PathLengthsExperiment).levels).toEqual(expect.arrayContaining([high, low]));
    const { result } = drain(runScenario(resolveScenario({ ...scenario, experiment })));
    const { curve } = result as unknown as { readonly curve: readonly LengthsRow[] };
    expect(curve.map(({ level, connected }) => [level, connected])).toEqual([
      [high, 2],
      [low, 2],
    ]);
    const [above, below] = curve as [LengthsRow, LengthsRow];
    expect(above.normalizedLength.median).toBeLessThan(1.01);
    expect(below.normalizedLength.median).toBeGreaterThan(1.05);
    expect(below.beads.median).toBeGreaterThan(above.beads.median);
    expect(regressionNets.cubic.constantError.absolute).toBeCloseTo(0.158, 3);
  },
  'sublevel-himmelblau.json': (_, scenario) => {
    const found = sublevels(scenario, [1, 13.3, 13.4, 67.7, 67.8, 103.9, 104.1, 178.2, 178.5]);
    expect(countsOf(found)).toEqual([4, 4, 3, 3, 2, 2, 1, 1, 1]);
    expect(found.mergeTree.merges.map(({ value }) => value.toPrecision(4))).toEqual(['13.31', '67.72', '104.0']);
  },
  'sublevel-six-hump-camel.json': (_, scenario) => {
    const found = sublevels(scenario, [0.3]);
    expect(found.components).toMatchObject([{ count: 3, spurious: 2 }]);
    const valleys = found.spurious.map(({ floor, depth }) => [floor.toPrecision(4), depth.toPrecision(4)]);
    expect(valleys.slice(0, 2)).toEqual([
      ['-0.2155', '0.7592'],
      ['-0.2155', '0.7592'],
    ]);
    expect(valleys.slice(2).map(([floor]) => floor)).toEqual(['2.104', '2.104']);
  },
  'sublevel-muller-brown.json': (_, scenario) => {
    const { barrier } = sublevels(scenario, [-60]);
    expect(barrier?.level).toBeCloseTo(-40.66, 2);
    expect(barrier?.pass?.status).toBe('confirmed');
  },
  'sublevel-relu-neuron.json': (_, scenario) => {
    const found = sublevels(scenario, [1.99, 2, 3, 4.49, 4.5, 5.5, 6.49, 6.5, 10]);
    expect(countsOf(found)).toEqual([0, 1, 1, 1, 2, 2, 2, 1, 1]);
    expect(found.spurious).toMatchObject([{ floor: 4.5, barrier: 6.5 }]);
  },
  'sublevel-rosenbrock.json': (_, scenario) => {
    const found = sublevels(scenario, [20]);
    expect([found.simple, found.spurious.length]).toEqual([true, 0]);
    expect(found.hidden.count).toBeGreaterThan(10);
  },
  'sublevel-rastrigin.json': (_, scenario) => {
    const { mergeTree, spurious } = sublevels(scenario, [22]);
    expect([mergeTree.leaves.length, spurious.length]).toEqual([121, 120]);
    const byDistance = spurious
      .map(({ leaf, barrier }) => [Math.hypot(...(mergeTree.leaves[leaf]?.x ?? [])), barrier] as const)
      .sort(([a], [b]) => a - b);
    expect(byDistance.at(-1)?.[1]).toBeGreaterThan((byDistance[0]?.[1] ?? 0) + 20);
  },
  'escape-index.json': (_, { experiment }) => {
    const known = himmelblau.criticalPoints?.({}) ?? [];
    const kinds = ['minimum', 'maximum', 'saddle'].map((kind) => known.filter(({ type }) => type === kind).length);
    expect(kinds).toEqual([4, 1, 4]);
    const [x, y] = (experiment as DescentExperiment).starts[0] as [number, number];
    const saddles = known.filter(({ type }) => type === 'saddle');
    expect(saddles.some(({ x: at }) => Math.hypot((at[0] as number) - x, (at[1] as number) - y) < 1e-9)).toBe(true);
  },
  'escape-two-saddles.json': ([far, close]) => {
    all([far, close], 'converged');
    const times = [far, close].map((each) => {
      const path = pointsOf(each);
      const first = path.findIndex(([x]) => x > 0.5);
      return [first, path.findIndex(([, y], k) => k > first && y > 0.8) - first] as const;
    });
    expect(times).toEqual([
      [37, 79],
      [37 + 49, 79 + 63],
    ]);
  },
  'escape-octopus-2d.json': (runs) => {
    all(runs, 'converged');
    const times = runs.map((each) => [passing(each, 0, 2 * Math.E), passing(each, 1, 2 * Math.E)] as const);
    expect(times.map(([first]) => first)).toEqual([6, 8, 10]);
    expect(times.map(([first, second]) => second - first)).toEqual([15, 18, 20]);
  },
  'escape-octopus-3d.json': ([gd, pgd]) => {
    expect(passing(gd, 2, 2 * Math.E)).toBe(63);
    expect(passing(gd, 2, 2 * Math.E) - passing(gd, 1, 2 * Math.E)).toBe(41);
    expect(passing(pgd, 2, 2 * Math.E)).toBe(48);
  },
  'escape-race.json': (_, scenario) => {
    // The race is the first of the repeats.
    const one = { ...scenario, experiment: { ...(scenario.experiment as EscapeExperiment), repeats: 1 } };
    const last = escapeMedians(one).filter(({ k }) => k === 5);
    expect(last.map(({ median }) => median)).toEqual([394, 98]);
  },
  'escape-curve.json': (_, scenario) => {
    const ends = escapeMedians(scenario).filter(({ k, dimension }) => k === dimension);
    const [gd, pgd] = ['gradient-descent', 'perturbed-gradient-descent'].map((id) =>
      ends.filter(({ method }) => method === id).map(({ median }) => median),
    ) as [number[], number[]];
    expect([gd[0], gd.at(-1), pgd[0], pgd.at(-1)]).toEqual([22.5, 1322.5, 22.5, 124.5]);
    expect((1322.5 / 22.5) ** (1 / 4)).toBeCloseTo(2.8, 1);
    for (const step of wholeSteps(pgd)) expect(Math.abs(step - 25)).toBeLessThan(5);
  },
  'saddle-stable-set.json': ([on, above, below]) => {
    all([on, above, below], 'converged');
    expect(on.final.type).toBe('saddle');
    expect(pointsOf(on).every(([, y]) => y === 0)).toBe(true);
    near(above, 0, 1);
    near(below, 0, -1);
  },
  'gd-against-pgd.json': ([gd, pgd]) => {
    expect([gd.status, gd.iterations, gd.final.type]).toEqual(['converged', 0, 'saddle']);
    expect(pgd.trajectory.events[0]).toMatchObject({ iteration: 0, kind: 'perturbation' });
    expect(pgd.trajectory.events.some(({ kind }) => kind === 'escape-test-passed')).toBe(true);
    expect(pgd.status).toBe('second-order-stationary');
    expect(Math.abs(Math.abs(pgd.final.x[1] as number) - 1)).toBeLessThan(0.01);
  },
  'newton-saddle.json': ([toSaddle, toMaximum, ...gd]) => {
    expect([toSaddle.final.type, toSaddle.iterations]).toEqual(['saddle', 4]);
    expect([toMaximum.final.type, toMaximum.iterations]).toEqual(['maximum', 4]);
    for (const each of gd) near(each, 3, 2);
  },
  'monkey-saddle.json': ([on, beside]) => {
    expect([on.status, on.iterations]).toEqual(['max-iterations', 3000]);
    expect(on.final.x[0]).toBeCloseTo(0.011, 3);
    const xs = pointsOf(on).map(([x]) => x);
    for (const k of [300, 1000, 3000]) expect((xs[k] as number) * 3 * 0.01 * k).toBeCloseTo(1, 0.3);
    expect(beside.status).toBe('diverged');
    expect(beside.final.value).toBeLessThan(0);
  },
  'two-saddles.json': ([far, close]) => {
    all([far, close], 'converged');
    for (const each of [far, close]) near(each, 2, 2);
    const [t1, s1] = [passing(far, 0, 1), passing(close, 0, 1)];
    const [t2, s2] = [passing(far, 1, 1) - t1, passing(close, 1, 1) - s1];
    expect([t1, t2, s1, s2]).toEqual([8, 28, 15, 49]);
    expect((s2 - t2) / (s1 - t1)).toBe(3);
  },
  'octopus-race.json': (runs) => {
    all(runs, 'max-iterations');
    const [gd, pgd] = runs
      .map((each) => [0, 1, 2, 3, 4].map((j) => passing(each, j, 2 * Math.E)))
      .map((times) => wholeSteps(times)) as [number[], number[]];
    for (const [k, plateau] of gd.slice(1).entries()) expect(plateau / (gd[k] as number)).toBeCloseTo(2.7, 1);
    for (const plateau of pgd.slice(1)) expect(Math.abs(plateau - 25)).toBeLessThanOrEqual(1);
    // −5ν; the perturbed form is shaken at the minimum too.
    for (const { final } of runs) expect(final.value).toBeCloseTo((-5 * 50 * Math.E ** 2) / 6, 2);
  },
  'overshooting-step.json': ([slow, zigzag, bounce]) => {
    all([slow, zigzag], 'converged');
    expect(pointsOf(slow).every(([, y]) => y > 0)).toBe(true);
    expect(pointsOf(zigzag).every(([, y], k) => y * (-1) ** k > 0)).toBe(true);
    expect(bounce.status).toBe('max-iterations');
    expect(pointsOf(bounce).every(([, y], k) => y === 1.5 * (-1) ** k)).toBe(true);
  },
  'divergence.json': ([small, large]) => {
    expect(small.status).toBe('converged');
    near(small, 1, 0);
    expect([large.status, large.iterations]).toEqual(['diverged', 5]);
    const xs = pointsOf(large).map(([x]) => x);
    expect(xs.every((x, k) => k === 0 || Math.abs(x) > Math.abs(xs[k - 1] as number))).toBe(true);
    expect(xs.slice(1).every((x, k) => x * (xs[k] as number) < 0)).toBe(true);
  },
  'spiral.json': ([gd, adam]) => {
    all([gd, adam], 'max-iterations');
    expect([gd.iterations, adam.iterations]).toEqual([20_000, 20_000]);
    expect(wholeSteps([...gd.trajectory.values]).every((change) => change < 0)).toBe(true);
    expect(turns(pointsOf(gd))).toBeCloseTo(0.5, 1);
    expect(turns(pointsOf(adam))).toBeCloseTo(0.75, 1);
  },
  'ravine-momentum.json': ([gd, heavyBall]) => {
    all([gd, heavyBall], 'converged');
    expect(heavyBall.iterations).toBeLessThan(gd.iterations / 7);
  },
  'adam-signs.json': ([gd, adam]) => {
    const [first] = pointsOf(adam) as [readonly [number, number]];
    expect((100 * first[1]) / -first[0]).toBeCloseTo(33, 0);
    for (const axis of [0, 1] as const) {
      const steps = wholeSteps(pointsOf(adam).map((point) => point[axis])).slice(0, 5);
      for (const step of steps) expect(Math.abs(step)).toBeCloseTo(0.1, 2);
    }
    const ys = pointsOf(gd).map(([, y]) => y);
    expect(ys.slice(0, 5).every((y, k) => y * (-1) ** k > 0)).toBe(true);
  },
  'rosenbrock-valley.json': (runs) => {
    all(runs, 'converged');
    expect(runs.map(({ iterations }) => iterations)).toEqual([32_076, 3_020, 1_169, 6]);
    for (const each of runs) near(each, 1, 1, 1e-5);
  },
  'himmelblau-basins.json': (runs) => {
    all(runs, 'converged');
    for (const { final } of runs) expect(final.value).toBeCloseTo(0, 12);
    expect(
      new Set(runs.map(({ final }) => `${Math.round(final.x[0] as number)},${Math.round(final.x[1] as number)}`)).size,
    ).toBe(4);
  },
  'six-hump-momentum.json': ([gd, heavyBall]) => {
    all([gd, heavyBall], 'converged');
    expect(gd.final.value).toBeCloseTo(2.104, 3);
    expect(heavyBall.final.value).toBeCloseTo(-1.032, 3);
  },
  'muller-brown.json': (runs) => {
    all(runs, 'converged');
    const [gd, newton] = [runs.slice(0, 3), runs.slice(3)];
    expect(gd.map(({ final }) => final.type)).toEqual(['minimum', 'minimum', 'minimum']);
    expect(new Set(gd.map(({ final }) => final.value.toFixed(3)))).toEqual(
      new Set(['-80.768', '-108.167', '-146.700']),
    );
    expect(newton.map(({ final }) => final.type)).toEqual(['saddle', 'saddle', 'saddle']);
    expect(new Set(newton.map(({ final }) => final.value.toFixed(3)))).toEqual(new Set(['-72.249', '-40.665']));
  },
  'pitchfork.json': ([right, left], scenario) => {
    near(right, 1, 0);
    near(left, -1, 0);
    const withA = (a: number): Scenario => ({
      ...scenario,
      landscape: { ...scenario.landscape, params: { ...scenario.landscape.params, constants: { a } } },
    });
    const [atHalf] = run(withA(0.5)) as Runs;
    near(atHalf, Math.SQRT1_2, 0);
    for (const each of run(withA(-1))) near(each, 0, 0);
  },
  'factorization-noise.json': ([gd, noisy]) => {
    expect([gd.status, gd.final.type]).toEqual(['converged', 'saddle']);
    expect((noisy.final.x[0] as number) * (noisy.final.x[1] as number)).toBeCloseTo(1, 1);
    const along = pointsOf(noisy).slice(300);
    expect(along.every(([x, y]) => Math.abs(x * y - 1) < 0.2)).toBe(true);
  },
  'sgld-double-well.json': ([warm, cold]) => {
    const xs = pointsOf(warm).map(([x]) => x);
    let crossings = 0;
    let side = -1;
    for (const x of xs) {
      if (x * side > -0.8) continue;
      side = -side;
      crossings++;
    }
    expect(crossings).toBeGreaterThan(10);
    expect(xs.filter((x) => x > 0).length / xs.length).toBeCloseTo(0.5, 1);
    expect(pointsOf(cold).every(([x]) => x < 0)).toBe(true);
  },
  'rosenbrock-10d.json': ([gd, heavyBall]) => {
    expect([gd.iterations, heavyBall.iterations]).toEqual([5000, 5000]);
    expect(gd.final.value).toBeGreaterThan(0.2);
    expect(heavyBall.final.value).toBeLessThan(1e-11);
    const sets = [gd, heavyBall].map(({ trajectory }) => trajectory.points.data);
    expect(varianceShare(principalSection(sets, 10), sets)).toBeGreaterThan(0.7);
  },
  'network-cubic.json': ([adam7, adam12, gd7, gd12]) => {
    const constant = regressionNets.cubic.constantError.absolute;
    for (const { final } of [gd7, gd12]) expect(Math.abs(final.value - constant)).toBeLessThan(0.006);
    for (const { final, iterations } of [adam7, adam12]) {
      expect(final.value).toBeLessThan(0.03);
      expect(iterations).toBe(1500);
    }
  },
  'network-two-ends.json': ([bead], scenario) => {
    const section = scenario.view?.section;
    if (section?.kind !== 'points') throw new Error('no plane through points');
    const [a, b, c] = section.at;
    const values = along(scenario, a, b);
    expect([values[0], values.at(-1)].map((value) => value?.toFixed(3))).toEqual(['0.023', '0.013']);
    expect(Math.max(...values)).toBeGreaterThan(2.3);
    expect(bead.trajectory.values[0]).toBeCloseTo(values[50] as number, 1);
    expect(bead.final.value).toBeLessThan(0.06);
    expect(Math.max(...[...bead.final.x].map((x, i) => Math.abs(x - (c[i] as number))))).toBeLessThan(1e-3);
  },
  'rastrigin-10d.json': (runs) => {
    all(runs, 'converged');
    for (const { final } of runs) {
      expect(final.value).toBeCloseTo(53.73, 2);
      expect(final.type).toBe('minimum');
    }
  },
};

/** The values at a hundred and one points of a segment. */
function along(scenario: Scenario, a: readonly number[], b: readonly number[]): number[] {
  const result = prepareLandscape(scenario.landscape);
  if (!result.ok) throw new Error('the landscape does not compile');
  const f = objectiveOf(result.prepared);
  const at = (t: number) => Float64Array.from(a, (from, i) => from + t * ((b[i] as number) - from));
  return Array.from({ length: 101 }, (_, k) => f.value(at(k / 100)));
}

const WITHOUT_HYPOTHESES: ReadonlySet<string> = new Set([
  'claim-strict-saddle-classification-monkey-saddle.json',
  'claim-measure-zero-gradient-descent-monkey-saddle.json',
  'claim-quadratic-saddle-closed-form-bowl.json',
  'claim-simple-sublevel-sets-double-well.json',
  'claim-spurious-valley-himmelblau.json',
  'claim-relu-spurious-valley-equal.json',
  'claim-level-set-irregularity-too-little-training.json',
]);

/** The verdict of each preset that checks a claim; where it is no support, its note says why. */
const VERDICTS: Readonly<Record<string, 'supported' | 'inconclusive'>> = Object.fromEntries(
  claimPresets.map(({ file }) => [file, WITHOUT_HYPOTHESES.has(file) ? 'inconclusive' : 'supported']),
);

test('three scenes stand with each claim', () => {
  const counts = claims.map(
    ({ id }) => claimPresets.filter(({ file }) => (open(file).experiment as ClaimExperiment).claim === id).length,
  );
  expect(counts).toEqual(claims.map(() => 3));
});

test('the index lists every file, with its title', () => {
  expect(presets.map(({ file }) => file).toSorted()).toEqual(readdirSync(folder).toSorted());
  const tested = [...Object.keys(CLAIMS), ...Object.keys(VERDICTS)];
  expect(tested.toSorted()).toEqual(presets.map(({ file }) => file).toSorted());
  for (const { file, title } of presets) expect(open(file).title).toBe(title);
});

test.each(presets.map(({ file }) => file))('%s has a note of one sentence, which is true', (file) => {
  const scenario = open(file);
  expect(scenario.note).toMatch(/^[^.].*\.$/);
  expect(scenario.note?.match(/\.\s+[A-Z]/)).toBeNull();
  const runs = scenario.experiment.kind === 'descent' ? run(scenario) : [];
  CLAIMS[file]?.(runs as unknown as Runs, scenario);
  if (scenario.experiment.kind !== 'claim') return;
  const { result } = drain(runScenario(resolveScenario(scenario)));
  expect(result).toMatchObject({ kind: 'claim', verdict: VERDICTS[file] });
});

test.each(presets.map(({ file }) => file))('%s travels in a link of moderate length', (file) => {
  const scenario = open(file);
  const link = encodeLink(scenario);
  expect(decodeLink(link)).toEqual({ ok: true, scenario });
  expect(link.length).toBeLessThan(1200);
});
