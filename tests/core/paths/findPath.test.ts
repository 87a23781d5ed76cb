import { describe, expect, test } from 'vitest';
import type { PathStage, Stuck } from '../../../src/core/paths/PathMethod.ts';
import { pathMethods } from '../../../src/core/paths/registry.ts';
import { objectiveOf } from '../formula/objectiveOf.ts';
import { ACROSS, highestOn, landscape, lengthOf, search } from './pathCases.ts';

const mullerBrown = landscape('muller-brown');
const WELLS = [
  [-0.5582, 1.4417],
  [0.623, 0.028],
] as const;
/** The lowest pass between the two outer wells: facts/topology.md. */
const PASS = -40.664844;

describe('Müller and Brown’s lowest pass', () => {
  test('the polished minimax path finds it to a thousandth, and its grid to a hundredth', () => {
    const { maxValue, gridBarrier } = search(mullerBrown, { method: 'minimax-grid', ends: WELLS, level: 0 });
    expect(maxValue).toBeCloseTo(PASS, 3);
    expect(maxValue).toBeGreaterThanOrEqual(PASS - 1e-6);
    expect(gridBarrier as number).toBeCloseTo(PASS, 1.9);
  });

  test('at the cost that the bench states: a way of so few points has no more pivots', () => {
    const { evaluations, beads } = search(mullerBrown, { method: 'minimax-grid', ends: WELLS, level: 0 });
    expect(beads.length / 2).toBe(80);
    expect(evaluations.gradient).toBeLessThan(16_000);
  });

  test('the nudged elastic band finds it to a tenth, as far as its chords go', () => {
    const { maxValue, status } = search(mullerBrown, { method: 'nudged-elastic-band', ends: WELLS, level: 0 });
    expect(status).toBe('connected');
    expect(maxValue).toBeGreaterThanOrEqual(PASS - 1e-6);
    expect(maxValue).toBeLessThan(PASS + 0.1);
  });

  test.each(['greedy', 'hyperplane'])('%s string sampling connects just above it', (variant) => {
    const level = PASS + 0.1;
    const result = search(mullerBrown, { params: { variant }, ends: WELLS, level });
    expect(result.status).toBe('connected');
    expect(highestOn(mullerBrown.f, result.beads)).toBeLessThanOrEqual(level);
    expect(result.stuck).toBeNull();
  });

  test.each(pathMethods.map(({ id }) => id))('%s does not say connected just below it', (method) => {
    const level = PASS - 0.05;
    const { status, maxValue, shortened } = search(mullerBrown, { method, ends: WELLS, level, shorten: true });
    expect(status).toBe('not-found');
    expect(maxValue).toBeGreaterThan(level);
    expect(shortened).toBeNull();
  });

  test('a failure tells where it stuck', () => {
    const { stuck, beads, depth } = search(mullerBrown, { ends: WELLS, level: PASS - 1 });
    expect(depth).toBe(10);
    const [first, second] = (stuck as Stuck).segment;
    expect(second).toBe(first + 1);
    const segment = beads.slice(2 * first, 2 * first + 4);
    expect(highestOn(mullerBrown.f, segment)).toBeCloseTo(stuck?.maximum as number, 1);
    expect(stuck?.maximum).toBeGreaterThan(PASS - 1);
  });

  test('a bead that stays above the level ends the search, and is told', () => {
    const level = PASS - 1;
    const { stuck, depth } = search(mullerBrown, { params: { variant: 'hyperplane' }, ends: WELLS, level });
    expect(depth).toBeLessThan(10);
    expect(stuck?.value).toBeGreaterThan(level);
    expect(mullerBrown.f.value(stuck?.bead as Float64Array)).toBe(stuck?.value);
  });
});

describe('Himmelblau’s switches', () => {
  const himmelblau = landscape('himmelblau');

  // Beads that fall to the two sides of the saddle of 178.337, which closes a loop, close in on it for ever.
  test.each(['greedy', 'hyperplane'])('%s: beads begin anew off a saddle that they would close in on', (variant) => {
    const [level, ends] = [
      150,
      [
        [2.8191, -2.5434],
        [-2.3231, -3.4523],
      ],
    ] as const;
    const once = search(himmelblau, { params: { variant, attempts: 0 }, ends, level });
    expect(once.status).toBe('not-found');
    const stages: PathStage[] = [];
    const again = search(himmelblau, { params: { variant }, ends, level }, stages);
    expect(again.status).toBe('connected');
    expect(highestOn(himmelblau.f, again.beads)).toBeLessThanOrEqual(level);
    expect(stages.some(({ note }) => note.startsWith('No way was found: the beads begin anew'))).toBe(true);
    const evaluations = ({ evaluations: { value, gradient } }: typeof once) => value + gradient;
    expect(evaluations(again)).toBeGreaterThan(evaluations(once));
  });

  const MINIMA = [
    [3, 2],
    [-2.8051180869527, 3.1313125182506],
    [-3.7793102533777, -3.2831859912862],
    [3.5844283403305, -1.8481265269645],
  ] as const;
  // The highest of the switches that a path between the two has to pass.
  test.each([
    [0, 3, 13.311926],
    [0, 1, 67.71915],
    [1, 2, 104.015163],
  ])('minima %i and %i: connected above %d, not found below', (i, j, nominal) => {
    const ends = [MINIMA[i], MINIMA[j]] as unknown as typeof WELLS;
    const barrier = search(himmelblau, { method: 'minimax-grid', ends, level: 1000 });
    // The path's own maximum is an upper bound of the barrier.
    expect(Math.abs(barrier.maxValue - nominal)).toBeLessThan(0.002);
    expect(Math.abs((barrier.gridBarrier as number) - nominal)).toBeLessThan(0.01);
    const above = search(himmelblau, { ends, level: nominal * 1.01 });
    expect(above.status).toBe('connected');
    expect(highestOn(himmelblau.f, above.beads)).toBeLessThanOrEqual(nominal * 1.01);
    expect(search(himmelblau, { ends, level: nominal * 0.99 }).status).toBe('not-found');
  });
});

test('a long winding way is polished by as many pivots as it needs', () => {
  const f = objectiveOf('100*(y-sin(4*x))^2+0.01*x^2');
  const domain = [
    [-4, 4],
    [-2, 2],
  ] as const;
  const ends = [
    [-3.5, -0.990607],
    [3.5, 0.990607],
  ] as const;
  const { maxValue, status } = search({ f, prepared: { domain } }, { method: 'minimax-grid', ends, level: 0.2 });
  // The pass is at the ends.
  expect(maxValue).toBeCloseTo(0.1225, 6);
  expect(status).toBe('connected');
});

describe('what a result holds', () => {
  const hat = landscape('mexican-hat');
  const ends = [
    [1, 0],
    [-1, 0],
  ] as const;

  test.each(pathMethods.map(({ id }) => id))(
    '%s: ends to the last bit, values, lengths, the true maximum',
    (method) => {
      const result = search(hat, { method, ends, level: 0.1, shorten: true });
      const { beads, values, length, straightLength, normalizedLength, maxValue, highest } = result;
      expect([...beads.slice(0, 2), ...beads.slice(-2)]).toEqual([1, 0, -1, 0]);
      expect(values).toHaveLength(beads.length / 2);
      for (const [k, value] of values.entries()) expect(value).toBe(hat.f.value(beads.slice(2 * k, 2 * k + 2)));
      expect(length).toBeCloseTo(lengthOf(beads, 2), 12);
      expect(straightLength).toBe(2);
      expect(normalizedLength).toBeCloseTo(length / 2, 12);
      expect(hat.f.value(highest)).toBe(maxValue);
      expect(highestOn(hat.f, beads)).toBeLessThanOrEqual(maxValue + 1e-6);
      expect(result.evaluations.value + result.evaluations.gradient).toBeGreaterThan(0);
    },
  );

  test('lengths over some coordinates only', () => {
    const result = search(hat, { ends, level: 0.1, lengthOver: [0] });
    expect(result.straightLength).toBe(2);
    const across = [...result.beads].filter((_, k) => k % 2 === 0);
    const sum = across.slice(1).reduce((total, x, k) => total + Math.abs(x - (across[k] as number)), 0);
    expect(result.length).toBeCloseTo(sum, 12);
  });

  test('the same seed gives the same bits, another one another path where something is drawn', () => {
    const ring = { ends, level: 0.01, shorten: true };
    const [first, again, other] = [7, 7, 8].map((seed) => search(hat, { ...ring, method: 'bezier-curve', seed }));
    expect(again).toEqual(first);
    expect(other?.beads).not.toEqual(first?.beads);
    const greedy = search(hat, ring);
    expect(search(hat, ring)).toEqual(greedy);
  });
});

// A ridge across every way, too narrow for a hundred samples along the segment.
describe('a ridge between the samples of a first look', () => {
  const f = objectiveOf('x^2 + y^2 + 2*exp(-1000000*(x - 0.12345)^2)');
  const { domain, ends } = ACROSS;

  test.each(pathMethods.flatMap(({ id }) => [true, false].map((shorten) => [id, shorten] as const)))(
    '%s does not say connected (pulled tight: %s), and names the height',
    (method, shorten) => {
      const result = search({ f, prepared: { domain } }, { method, ends, level: 1, shorten });
      expect(result).toMatchObject({ status: 'not-found', shortened: null });
      expect(result.maxValue).toBeGreaterThan(2);
      expect(result.highest[0]).toBeCloseTo(0.12345, 3);
      expect([...result.segments]).toContain(2);
    },
  );
});

test('what is called connected was sampled as closely as what is pulled tight', () => {
  const wells = { ends: WELLS, level: PASS + 1 };
  const { verification, straightLength } = search(mullerBrown, wells);
  expect(verification.spacing).toBeCloseTo(straightLength / 800, 12);
  expect(verification.samples).toBeGreaterThan(800);
});

test('a path that no level bars is the straight segment, with two beads', () => {
  const result = search(landscape('himmelblau'), {
    ends: [
      [3, 2],
      [3.584428, -1.848127],
    ],
    level: 20,
  });
  expect(result).toMatchObject({ status: 'connected', depth: 0, normalizedLength: 1 });
  expect(result.beads).toHaveLength(4);
});

test('the stages of a search begin with the ends and end with what is returned', () => {
  const stages: Parameters<typeof search>[2] = [];
  const result = search(mullerBrown, { ends: WELLS, level: -40 }, stages);
  expect([...(stages[0]?.beads ?? [])]).toEqual([...WELLS[0], ...WELLS[1]]);
  expect([...(stages[0]?.segments ?? [])]).toEqual([2]);
  expect(stages.at(-1)?.beads).toEqual(result.beads);
  expect([...(stages.at(-1)?.segments ?? [])].every((state) => state === 1)).toBe(true);
  const drop = stages.find(({ falling }) => falling !== null)?.falling;
  expect(drop?.bead).toBe(1);
  const trail = drop?.trail ?? new Float64Array(0);
  const heights = Array.from({ length: trail.length / 2 }, (_, k) =>
    mullerBrown.f.value(trail.slice(2 * k, 2 * k + 2)),
  );
  expect(heights).toEqual(heights.toSorted((a, b) => b - a));
  expect(stages.map(({ work }) => work)).toEqual(stages.map(({ work }) => work).toSorted((a, b) => a - b));
});

test.each([
  ['connected after some beads', -38],
  ['not found in any attempt', -42],
])('a bead keeps its number through the whole search: %s', (_name, level) => {
  const ends = [
    [-0.558, 1.4421],
    [0.623, 0.248],
  ] as const;
  const stages: PathStage[] = [];
  const { stuck, beads } = search(mullerBrown, { params: { variant: 'hyperplane' }, ends, level }, stages);
  const fallen = stages.flatMap(({ note }) => /^(Bead \d+) falls/.exec(note)?.[1] ?? []);
  expect(fallen).toEqual(fallen.map((_, k) => `Bead ${k + 1}`));
  expect(stages.filter(({ note }) => note.includes('begin anew')).length).toBe(level === -42 ? 4 : 0);
  expect(stuck === null).toBe(level === -38);
  const known = new Map<string, string>([
    ['End 1', String(ends[0])],
    ['End 2', String(ends[1])],
  ]);
  let before: string[] = [];
  for (const stage of stages) {
    const name = /^(Bead \d+) has come down .* steps?\.$/.exec(stage.note)?.[1];
    const points = Array.from({ length: stage.beads.length / 2 }, (_, k) =>
      String([...stage.beads.subarray(2 * k, 2 * k + 2)]),
    );
    const added = points.filter((point) => !before.includes(point));
    if (name) known.set(name, added.join());
    before = points;
  }
  expect(known.size).toBeGreaterThan(4);
  // Where it stuck it names the beads of that segment as the stages have.
  for (const [i, k] of (stuck?.segment ?? []).entries()) {
    expect(String([...beads.subarray(2 * k, 2 * k + 2)])).toBe(known.get(stuck?.between[i] as string));
  }
});
