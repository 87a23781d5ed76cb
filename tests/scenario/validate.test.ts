import { describe, expect, test } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.ts';
import { validateScenario } from '../../src/scenario/validate.ts';
import { validateLandscape } from '../../src/scenario/validateLandscape.ts';

const descent = { kind: 'descent', methods: [{ id: 'gradient-descent' }], starts: [[0, 0]] };
const good = { version: 1, landscape: { id: 'himmelblau' }, experiment: descent };
const withFormula = (params: object) => ({
  landscape: { id: 'formula', params },
  experiment: { ...descent, starts: [] },
});

/** Problems as lines "path: message". */
function problemsOf(result: ReturnType<typeof parseScenario | typeof validateLandscape>): readonly string[] {
  return result.ok ? [] : result.problems.map(({ path, message }) => `${path}: ${message}`);
}

test('too much work is told beside what is wrong elsewhere', () => {
  const experiment = { ...descent, repeats: 10_000, stop: { maxIterations: 10_000 } };
  const result = parseScenario({ ...good, seed: 'x', experiment });
  expect(problemsOf(result).map((line) => line.split(':')[0])).toEqual(['seed', 'experiment.record']);
});

describe('a typed formula', () => {
  test('is told its problems with their place, beside those of the rest', () => {
    const scenario = withFormula({ expression: 'x^2 + sinn(y)', domain: [[0, 1]] });
    const result = validateScenario({ ...scenario, seed: 'a' });
    expect(result).toMatchObject({ ok: false });
    const problems = result.ok ? [] : result.problems;
    expect(problems.map(({ path }) => path).toSorted()).toEqual([
      'landscape.params.domain',
      'landscape.params.expression',
      'seed',
    ]);
    const [inFormula] = problems.filter(({ path }) => path.endsWith('expression'));
    expect(inFormula).toMatchObject({ start: 6, end: 10, message: expect.stringContaining('sin') });
  });

  test('of another dimension asks for starts of that dimension', () => {
    const scenario = {
      landscape: { id: 'formula', params: { expression: 'x^2 + y^2 + z^2', variables: ['x', 'y', 'z'] } },
      experiment: { ...descent, starts: [[1, 2]] },
    };
    expect(problemsOf(parseScenario(scenario))).toEqual([
      'experiment.starts[0]: Expected 3 numbers, one for each variable of the landscape, got 2.',
    ]);
  });

  test('that is right is compiled', () => {
    const result = validateScenario(withFormula({ expression: 'x^2 + a*y^2', constants: { a: 2 } }));
    expect(result.ok && result.prepared.variables).toEqual(['x', 'y']);
  });
});

test('what is left out takes its default', () => {
  const result = parseScenario({ landscape: { id: 'himmelblau' }, experiment: { kind: 'descent' } });
  expect(result).toEqual({
    ok: true,
    scenario: {
      version: 1,
      landscape: { id: 'himmelblau' },
      experiment: { kind: 'descent', methods: [{ id: 'gradient-descent' }], starts: [[-3, -2]] },
    },
  });
});

describe('a landscape from a form', () => {
  test('is checked, formula and numbers, with the paths of the scenario', () => {
    const params = {
      expression: 'x^2 + q',
      constants: {},
      domain: [
        [1, 0],
        [0, 1],
      ],
    } as const;
    const result = validateLandscape({ id: 'formula', params });
    expect(problemsOf(result).map((line) => line.split(':')[0])).toEqual([
      'landscape.params.expression',
      'landscape.params.domain[0]',
    ]);
    const far = validateLandscape({ id: 'rosenbrock', params: { dimension: 1e9 } });
    expect(problemsOf(far)).toEqual([
      'landscape.params.dimension: Expected a whole number from 2 to 50, got 1000000000.',
    ]);
  });

  test('that is right is compiled', () => {
    expect(validateLandscape({ id: 'rosenbrock', params: { dimension: 3 } })).toMatchObject({
      ok: true,
      prepared: { dimension: 3 },
    });
  });
});
