import { describe, expect, test } from 'vitest';
import { drain } from '../../src/core/task.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import { runScenario } from '../../src/scenario/run.ts';
import { ScenarioRefused } from '../../src/scenario/ScenarioRefused.ts';
import { writeJson } from '../../src/scenario/writeJson.ts';

// biome-ignore lint/suspicious/noExplicitAny: a report is read here as an outsider reads it.
function report(scenario: unknown): any {
  const parsed = parseScenario(scenario);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return JSON.parse([...writeJson(drain(runScenario(resolveScenario(parsed.scenario))))].join(''));
}

const scenario = (experiment: object, id = 'muller-brown') => ({
  version: 1,
  seed: 7,
  landscape: { id },
  experiment,
});
const AGREEING = [
  [1, 0],
  [-1, 0],
];
const path = (more: object = {}) => scenario({ kind: 'path', level: -38, ...more });
const lengths = (more: object = {}) =>
  scenario({ kind: 'path-lengths', levels: [0.2, 0.4], pairs: 3, ...more }, 'mexican-hat');

describe('path', () => {
  test('what is left out is filled in: the two lowest minima, string sampling with its parameters', () => {
    const first = report(path());
    const { experiment } = first.scenario;
    expect(experiment.ends[0][0]).toBeCloseTo(-0.558, 3);
    expect(experiment.ends[1][0]).toBeCloseTo(0.623, 3);
    expect(experiment.method).toMatchObject({
      id: 'dynamic-string-sampling',
      params: { variant: 'greedy', depth: 10 },
    });
    expect(experiment.shorten).toBe(true);
    expect(report(first.scenario)).toEqual(first);
  });

  test('the result holds what the contract names', () => {
    const { result } = report(path());
    expect(result).toMatchObject({ kind: 'path', status: 'connected', method: 'dynamic-string-sampling', stuck: null });
    const { beads, values, maxValue, length, straightLength, normalizedLength, evaluations, shortened } = result;
    expect(values).toHaveLength(beads.length);
    expect(beads.every((bead: number[]) => bead.length === 2)).toBe(true);
    expect(Math.max(...values)).toBeLessThanOrEqual(maxValue);
    expect(maxValue).toBeLessThanOrEqual(-38);
    expect(length / straightLength).toBeCloseTo(normalizedLength, 12);
    expect(Object.keys(evaluations)).toEqual(['value', 'gradient', 'hvp', 'hessian']);
    expect(shortened.length).toBeLessThan(length);
    expect(shortened.normalizedLength).toBeGreaterThan(1);
    expect(result.verification.samples).toBeGreaterThan(100);
    expect(result.sentence).toContain('joined the ends below −38');
  });

  test('not found is not called disconnected, and says where it stuck', () => {
    const { result } = report(path({ level: -45 }));
    expect(result).toMatchObject({ status: 'not-found', shortened: null });
    expect(result.stuck.maximum).toBeGreaterThan(-45);
    expect(result.sentence).toMatch(/not found within depth 10 and \d+ evaluations/);
    expect(result.sentence).toContain('does not show that the ends lie in different components');
    expect(result.sentence).not.toMatch(/disconnected/i);
  });

  test('every method runs, and the grid says at what level it joins the ends', () => {
    for (const id of ['straight', 'nudged-elastic-band', 'bezier-curve', 'minimax-grid']) {
      const { result } = report(path({ method: { id }, level: 0, shorten: false }));
      expect(result).toMatchObject({ method: id, shortened: null });
    }
    const { gridBarrier } = report(path({ method: { id: 'minimax-grid' } })).result;
    expect(Math.abs(gridBarrier + 40.664844)).toBeLessThan(0.02);
  });

  test('another seed draws other numbers', () => {
    const method = { id: 'bezier-curve', params: { iterations: 20 } };
    const [one, two] = [1, 2].map((seed) => report({ ...path({ method, shorten: false }), seed }).result.beads);
    expect(one).not.toEqual(two);
  });

  describe('what is refused', () => {
    const paths = (experiment: object, id = 'himmelblau') => {
      const parsed = parseScenario(scenario({ kind: 'path', level: 100, ...experiment }, id));
      return parsed.ok ? [] : parsed.problems.map(({ path: place }) => place);
    };
    test.each([
      ['one end', { ends: [[1, 1]] }, ['experiment.ends']],
      [
        'ends of three coordinates',
        {
          ends: [
            [1, 1, 1],
            [2, 2, 2],
          ],
        },
        ['experiment.ends[0]', 'experiment.ends[1]'],
      ],
      ['no level', { level: undefined }, ['experiment.level']],
      ['a method of descent', { method: { id: 'adam' } }, ['experiment.method.id']],
      [
        'a depth of 0',
        { method: { id: 'dynamic-string-sampling', params: { depth: 0 } } },
        ['experiment.method.params.depth'],
      ],
      ['a coordinate that there is not', { lengthOver: [2] }, ['experiment.lengthOver']],
      [
        'coordinates in which the ends agree',
        {
          ends: [
            [3, 2],
            [3, -1.5],
          ],
          level: 200,
          lengthOver: [0],
        },
        ['experiment.lengthOver'],
      ],
      [
        'nothing: one of the coordinates in which they differ',
        {
          ends: [
            [3, 2],
            [3, -1.5],
          ],
          level: 200,
          lengthOver: [0, 1],
        },
        [],
      ],
    ])('%s', (_name, more, expected) => expect(paths(more)).toEqual(expected));

    test('a grid of three variables', () => {
      const three = { id: 'rosenbrock', params: { dimension: 3 } };
      const parsed = parseScenario({
        version: 1,
        landscape: three,
        experiment: { kind: 'path', level: 1, method: { id: 'minimax-grid' } },
      });
      expect(parsed).toMatchObject({ ok: false, problems: [{ path: 'experiment.method' }] });
    });

    test.each([
      ['a level below every value', { level: -200 }, 'experiment.level', 'below the least value'],
      ['an end above the level', { level: -120 }, 'experiment.level', 'raise the level to at least'],
      [
        'equal ends',
        {
          ends: [
            [0, 0],
            [0, 0],
          ],
        },
        'experiment.ends',
        'move one of them',
      ],
    ])('%s, when it is run', (_name, more, place, message) => {
      let problems: unknown;
      try {
        report(path(more));
      } catch (error) {
        problems = error instanceof ScenarioRefused && error.problems;
      }
      expect(problems).toMatchObject([{ path: place, message: expect.stringContaining(message) }]);
    });
  });
});

describe('path-lengths', () => {
  test('the curve holds a row for each level, from the highest down', () => {
    const first = report(lengths());
    const { curve } = first.result;
    expect(curve.map(({ level }: { level: number }) => level)).toEqual([0.4, 0.2]);
    for (const row of curve) {
      expect(row).toMatchObject({ attempted: 3, pairs: 3 });
      expect(Object.keys(row.normalizedLength)).toEqual(['median', 'q25', 'q75']);
      expect(row.connected).toBeLessThanOrEqual(row.attempted);
    }
    expect(first.scenario.experiment.training).toEqual({ iterations: 2000 });
    expect(report(first.scenario)).toEqual(first);
  });

  test('pairs that are given, and pairs that a method trains', () => {
    const pairs = [
      [
        [1, 0],
        [0, 1],
      ],
      [
        [1, 0],
        [0, -1],
      ],
    ];
    const { result } = report(lengths({ pairs, levels: [0.2], shorten: false }));
    expect(result.curve[0]).toMatchObject({ attempted: 2, connected: 2, shortenedLength: null });
    const training = { method: { id: 'gradient-descent', params: { stepSize: 0.01 } }, iterations: 500 };
    const trained = report(lengths({ training, levels: [0.2] }));
    expect(trained.result.curve[0].attempted).toBe(3);
    const none = report(lengths({ training: { iterations: 0 }, levels: [1e-12], pairs: 2 }));
    expect(none.result.curve[0]).toMatchObject({ attempted: 0, connected: 0, normalizedLength: { median: 'NaN' } });
    expect(none.result.sentence).toContain('Nothing was searched');
  });

  test.each([
    ['levels below every value', { pairs: 3, levels: [-1, -2] }, ['levels[0]', 'levels[1]'], 'raise the level'],
    [
      'a pair of one point',
      {
        pairs: [
          [
            [3, 2],
            [3, 2],
          ],
        ],
        levels: [20],
      },
      ['pairs[0]'],
      'move one of them',
    ],
    [
      'an end above all levels',
      {
        pairs: [
          [
            [3, 2],
            [0, 0],
          ],
        ],
        levels: [50, 20],
      },
      ['pairs[0]'],
      'at least 170',
    ],
  ])('%s is refused when it is run', (_name, more, places, message) => {
    let refused: unknown;
    try {
      report(scenario({ kind: 'path-lengths', ...more }, 'himmelblau'));
    } catch (error) {
      refused = error instanceof ScenarioRefused && error.problems;
    }
    const expected = places.map((place) => ({
      path: `experiment.${place}`,
      message: expect.stringContaining(message),
    }));
    expect(refused).toEqual(expected);
  });

  test('an end above some of the levels is counted there, and said', () => {
    const pairs = [
      [
        [3, 2],
        [3.5, 2],
      ],
    ];
    const { result } = report(scenario({ kind: 'path-lengths', pairs, levels: [5, 50] }, 'himmelblau'));
    expect(result.curve.map(({ attempted }: { attempted: number }) => attempted)).toEqual([1, 0]);
    expect(result.sentence).toContain('1 of 2 were not begun, as an end lies above the level.');
  });

  test.each([
    ['no level', { levels: [] }, 'experiment.levels'],
    ['no pair', { pairs: [] }, 'experiment.pairs'],
    ['a pair of one', { pairs: [[[1, 0]]] }, 'experiment.pairs[0]'],
    ['no number', { pairs: 'many' }, 'experiment.pairs'],
    ['0 pairs', { pairs: 0 }, 'experiment.pairs'],
    ['a pair that agrees', { pairs: [AGREEING], lengthOver: [1] }, 'experiment.lengthOver'],
  ])('%s is refused', (_name, more, place) => {
    expect(parseScenario(lengths(more))).toMatchObject({ ok: false, problems: [{ path: place }] });
  });
});
