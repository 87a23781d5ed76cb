import { describe, expect, test } from 'vitest';
import { drain } from '../../src/core/task.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import { runScenario } from '../../src/scenario/run.ts';
import { writeJson } from '../../src/scenario/writeJson.ts';

// biome-ignore lint/suspicious/noExplicitAny: a report is read here as an outsider reads it.
function report(landscape: object, more: object = {}): any {
  const parsed = parseScenario({ landscape, experiment: { kind: 'sublevel', ...more } });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return JSON.parse([...writeJson(drain(runScenario(resolveScenario(parsed.scenario))))].join(''));
}

function problems(landscape: object, more: object): readonly string[] {
  const parsed = parseScenario({ landscape, experiment: { kind: 'sublevel', ...more } });
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path}: ${message}`);
}

const formula = (expression: string, variables: readonly string[], domain: readonly (readonly number[])[]) => ({
  id: 'formula',
  params: { expression, variables, constants: {}, domain },
});

test('Himmelblau: everything has a default, and the report runs again to the same bits', () => {
  const first = report({ id: 'himmelblau' });
  const { scenario, result } = first;
  expect(scenario.experiment).toEqual({
    kind: 'sublevel',
    box: [
      [-5, 5],
      [-5, 5],
    ],
    resolution: 201,
    levels: [],
  });
  expect(result.kind).toBe('sublevel');
  expect(result.mergeTree.leaves).toHaveLength(4);
  for (const leaf of result.mergeTree.leaves) {
    expect(leaf).toMatchObject({ x: [expect.any(Number), expect.any(Number)], status: 'confirmed' });
  }
  expect(result.mergeTree.leaves[0].persistence).toBe('Infinity');
  expect(result.mergeTree.merges.map(({ value }: { value: number }) => value.toFixed(6))).toEqual([
    '13.311926',
    '67.719150',
    '104.015163',
  ]);
  for (const { survivor, absorbed } of result.mergeTree.merges) expect(survivor).toBeLessThan(absorbed);
  // Without levels each change of the count is one.
  expect(result.components.map(({ count }: { count: number }) => count).slice(-4)).toEqual([4, 3, 2, 1]);
  expect(result.spurious).toEqual([]);
  expect(result.simple).toBe(false);
  expect(result.resolution).toEqual([201, 201]);
  expect(result.detail).toMatch(/^4 minima on 201 × 201 grid points; the last two components join at u = 104\./);
  expect(report(first.scenario.landscape, first.scenario.experiment)).toEqual(first);
});

test('levels, a threshold and two points', () => {
  const { result } = report(
    { id: 'six-hump-camel' },
    {
      resolution: [121, 101],
      levels: [-2, -1, 0.3, 1],
      persistence: 0.5,
      between: [
        [0.09, -0.71],
        [1.7, -0.8],
      ],
    },
  );
  expect(result.components).toEqual([
    { level: -2, count: 0, touchingEdge: 0, spurious: 0 },
    { level: -1, count: 2, touchingEdge: 0, spurious: 0 },
    { level: 0.3, count: 3, touchingEdge: 0, spurious: 2 },
    { level: 1, count: 1, touchingEdge: expect.any(Number), spurious: 0 },
  ]);
  // The two shallow valleys at 2.1 are hidden.
  expect(result.hidden.count).toBe(2);
  expect(result.spurious).toHaveLength(2);
  expect(result.spurious[0]).toMatchObject({ leaf: 2, floor: expect.closeTo(-0.215464, 5) });
  expect(result.barrier.level).toBeCloseTo(0.5437186009781855, 9);
  expect(result.barrier.pass).toMatchObject({ status: 'confirmed', value: result.barrier.level });
});

test('what a threshold hides changes no barrier', () => {
  const between = [
    [3, 2],
    [3.584, -1.848],
  ];
  const { result } = report({ id: 'himmelblau' }, { resolution: 101, persistence: 14, between });
  expect(result.mergeTree.leaves).toHaveLength(3);
  expect(result.barrier.level).toBeCloseTo(13.31192627040559, 9);
  expect(result.barrier.pass.x[0]).toBeCloseTo(3.38515, 4);
});

test('a point outside of the box has no barrier, and is a problem that says what to change', () => {
  const experiment = {
    between: [
      [3, 2],
      [100, 200],
    ],
  };
  expect(() => report({ id: 'himmelblau' }, experiment)).toThrow(
    'experiment.between[1]: This point lies outside of the box: coordinate 1 is 100, not from −5 to 5. ' +
      'Widen the box or move the point.',
  );
});

test('a point at which f has no value has no barrier, and the report says why', () => {
  const domain = [
    [-3, 3],
    [-3, 3],
  ] as const;
  const ring = formula('sqrt(x^2 + y^2 - 1)', ['x', 'y'], domain);
  const between = [
    [0, 0],
    [2, 2],
  ];
  const { barrier } = report(ring, { resolution: 21, between }).result;
  expect(barrier).toEqual({
    level: 'Infinity',
    pass: null,
    detail: 'f has no finite value at A, so no sublevel set holds it: move it to where f has one.',
  });
});

test('one and three variables', () => {
  const line = report(formula('x^4 - x^2 + 0.1*x', ['x'], [[-1.5, 1.5]]), { levels: [-0.1, 0.1] }).result;
  expect(line.components.map(({ count }: { count: number }) => count)).toEqual([2, 1]);
  expect(line.mergeTree.merges[0].status).toBe('confirmed');
  expect(line.spurious).toHaveLength(1);
  const wells = formula(
    '(x^2 - 1)^2 + y^2 + z^2',
    ['x', 'y', 'z'],
    [
      [-2, 2],
      [-1, 1],
      [-1, 1],
    ],
  );
  const space = report(wells, { resolution: 31, levels: [0.5, 1.5] }).result;
  expect(space.components.map(({ count }: { count: number }) => count)).toEqual([2, 1]);
  expect(space.mergeTree.merges).toMatchObject([{ x: [0, 0, 0], value: 1, status: 'confirmed' }]);
  const simple = report({ id: 'rosenbrock' }).result;
  expect(simple.simple).toBe(true);
  expect(simple.detail).toMatch(/^Simple at this resolution: Nᵤ = 1 for every u/);
  expect(simple.detail).not.toMatch(/prove/i);
});

test('values that are not finite', () => {
  const { result } = report(
    formula(
      'log(x^2 + y^2)',
      ['x', 'y'],
      [
        [-1, 1],
        [-1, 1],
      ],
    ),
    { resolution: 21, levels: [-9] },
  );
  expect(result.mergeTree.leaves).toMatchObject([{ value: '-Infinity', persistence: 'Infinity' }]);
  expect(result.components[0].count).toBe(1);
  expect(result.detail).toMatch(/At 1 grid point f is −∞/);
  const split = report(formula('1/x^2 + x^2 + 0*sqrt(x^2 - 0.01)', ['x'], [[-2, 3]]), {
    levels: [3],
    between: [[-1], [1]],
  }).result;
  expect(split.components).toMatchObject([{ count: 2 }]);
  expect(split.barrier).toEqual({ level: 'Infinity', pass: null });
  expect(split.detail).toMatch(/2 components never join in the box/);
  expect(() => report(formula('sqrt(-1 - x^2)', ['x'], [[-1, 1]]))).toThrow(
    /experiment.box: The landscape has no finite value anywhere on the grid/,
  );
  expect(() => report(formula('-1/0 + 0*x', ['x'], [[-1, 1]]))).toThrow(/has no finite value anywhere on the grid/);
});

describe('what cannot be is refused with a sentence', () => {
  const planar = { id: 'himmelblau' };

  test('too many variables', () => {
    expect(problems({ id: 'rosenbrock', params: { dimension: 4 } }, {})).toEqual([
      'experiment.kind: Sublevel sets are found on a grid of up to 3 variables, and this landscape has 4; lower its dimension or choose another one.',
    ]);
  });

  test('a resolution that does not fit', () => {
    expect(problems(planar, { resolution: 1 })).toEqual([
      'experiment.resolution: Expected a whole number from 2 to 2048, got 1.',
    ]);
    expect(problems(planar, { resolution: [100, 100, 100] })[0]).toMatch(/^experiment.resolution: .*a list of 3/);
    const space = formula(
      'x + y + z',
      ['x', 'y', 'z'],
      [
        [0, 1],
        [0, 1],
        [0, 1],
      ],
    );
    expect(problems(space, { resolution: 400 })).toEqual([
      'experiment.resolution: The grid would have 64000000 vertices, and at most 8000000 fit into the memory; lower the resolution.',
    ]);
  });

  test('a box that is too small', () => {
    expect(
      problems(planar, {
        box: [
          [3, 3 + 1e-13],
          [0, 1],
        ],
      })[0],
    ).toMatch(/^experiment.box: The interval \[3, .*narrow/);
  });

  test('levels, threshold and points of another kind', () => {
    expect(problems(planar, { levels: 'all' })[0]).toMatch(/^experiment.levels: Expected a list of levels/);
    expect(problems(planar, { persistence: -1 })[0]).toMatch(/^experiment.persistence: Expected a number from 0/);
    expect(problems(planar, { between: [[0, 0]] })).toEqual(['experiment.between: Expected two points, got 1.']);
    expect(problems(planar, { between: [[0, 0], [1]] })[0]).toMatch(/^experiment.between\[1\]: Expected 2 numbers/);
    expect(problems(planar, { resolutoin: 3 })[0]).toMatch(/did you mean "resolution"/);
  });
});
