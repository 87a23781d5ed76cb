import { expect, test } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.ts';

const descent = { kind: 'descent', methods: [{ id: 'gradient-descent' }], starts: [[0, 0]] };
const good = { version: 1, landscape: { id: 'himmelblau' }, experiment: descent };
const withExperiment = (changes: object) => ({ ...good, experiment: { ...descent, ...changes } });
const withMethod = (method: unknown) => withExperiment({ methods: [method] });
const withFormula = (params: object) => ({
  landscape: { id: 'formula', params },
  experiment: { ...descent, starts: [] },
});

/** Problems as lines "path: message". */
function problemsOf(result: ReturnType<typeof parseScenario>): readonly string[] {
  return result.ok ? [] : result.problems.map(({ path, message }) => `${path}: ${message}`);
}

/** Every kind of mistake, with the one line that it gets. */
const MISTAKES: readonly (readonly [what: string, scenario: unknown, line: string])[] = [
  ['a list', [], ': Expected a scenario, an object with "landscape" and "experiment", got an empty list.'],
  ['no landscape', { experiment: descent }, 'landscape: Missing: expected a landscape, an object with "id".'],
  [
    'no experiment',
    { landscape: good.landscape },
    'experiment: Missing: expected an experiment, an object with "kind".',
  ],
  [
    'version as text',
    { ...good, version: '1' },
    'version: Expected the number 1, got "1". Numbers are written without quotes.',
  ],
  ['version 0', { ...good, version: 0 }, 'version: Expected the number 1, got 0.'],
  [
    'the future',
    { ...good, version: 2, whatever: 3 },
    'version: Version 2 was made by a newer Sublevel, and this one reads up to 1; reload the page or update the program.',
  ],
  ['a broken seed', { ...good, seed: 1.5 }, 'seed: Expected a whole number, got 1.5.'],
  ['an unknown key', { ...good, lanscape: 1 }, 'lanscape: Unknown key "lanscape"; did you mean "landscape"?'],
  [
    'a key far from all',
    { ...good, wombat: 1 },
    'wombat: Unknown key "wombat"; the keys here are version, seed, title, note, landscape, experiment, view.',
  ],
  [
    'an odd key',
    { ...good, 'a b': 1 },
    '["a b"]: Unknown key "a b"; the keys here are version, seed, title, note, landscape, experiment, view.',
  ],
  [
    'an unknown landscape',
    { ...good, landscape: { id: 'himelblu' } },
    'landscape.id: Unknown landscape "himelblu"; did you mean "himmelblau"?',
  ],
  [
    'a landscape as text',
    { ...good, landscape: 'ackley' },
    'landscape: Expected a landscape, an object with "id", got "ackley".',
  ],
  [
    'a parameter too many',
    { ...good, landscape: { id: 'himmelblau', params: { a: 1 } } },
    'landscape.params.a: Unknown key "a"; nothing is expected here.',
  ],
  [
    'a dimension out of range',
    { ...good, landscape: { id: 'rosenbrock', params: { dimension: 51 } } },
    'landscape.params.dimension: Expected a whole number from 2 to 50, got 51.',
  ],
  [
    'a later kind',
    { ...good, experiment: { kind: 'telescope' } },
    'experiment.kind: Unknown experiment "telescope"; there are inspect, descent, critical-points, basins, stable-set, escape, comparison, sublevel, path, path-lengths, claim.',
  ],
  [
    'a step of 0',
    withMethod({ id: 'adam', params: { stepSize: 0 } }),
    'experiment.methods[0].params.stepSize: Expected a number above 0 and at most 1000000, got 0.',
  ],
  [
    'NaN as text',
    withMethod({ id: 'adam', params: { stepSize: 'NaN' } }),
    'experiment.methods[0].params.stepSize: Expected a number above 0 and at most 1000000, got "NaN".',
  ],
  [
    'NaN',
    withMethod({ id: 'adam', params: { stepSize: Number.NaN } }),
    'experiment.methods[0].params.stepSize: Expected a number above 0 and at most 1000000, got NaN.',
  ],
  [
    'a misspelt parameter',
    withMethod({ id: 'adam', params: { stepsize: 1 } }),
    'experiment.methods[0].params.stepsize: Unknown key "stepsize"; did you mean "stepSize"?',
  ],
  [
    'a word that is no choice',
    withMethod({ id: 'noisy-gradient-descent', params: { noise: 'gausian' } }),
    'experiment.methods[0].params.noise: Unknown choice "gausian"; did you mean "gaussian"?',
  ],
  [
    'an unknown method',
    withMethod({ id: 'adm' }),
    'experiment.methods[0].id: Unknown method "adm"; did you mean "adam"?',
  ],
  [
    'a method that is null',
    withMethod(null),
    'experiment.methods[0]: Expected a method, an object with "id", got null.',
  ],
  [
    'a colour out of range',
    withMethod({ id: 'adam', colour: -1 }),
    'experiment.methods[0].colour: Expected a whole number from 0 to 99, got -1.',
  ],
  [
    'parameters without a usable default',
    withMethod({ id: 'perturbed-gradient-descent', params: { smoothness: 1e-7, radius: 1 } }),
    'experiment.methods[0].params.stepSize: The default that follows from the other parameters does not serve. Expected a number above 0 and at most 1000000, got 10000000. Set it, or change those.',
  ],
  [
    'too many methods',
    withExperiment({ methods: Array(21).fill({ id: 'adam' }) }),
    'experiment.methods: Too many: 21 methods; at most 20.',
  ],
  [
    'too many starts',
    withExperiment({ starts: Array(1001).fill([0, 0]) }),
    'experiment.starts: Too many: 1001 starts; at most 1000.',
  ],
  [
    'a start too short',
    withExperiment({ starts: [[0, 0], [1]] }),
    'experiment.starts[1]: Expected 2 numbers, one for each variable of the landscape, got 1.',
  ],
  [
    'a start with text',
    withExperiment({ starts: [[0, '1']] }),
    'experiment.starts[0][1]: Expected a finite number, got "1". Numbers are written without quotes.',
  ],
  [
    'a start with null',
    withExperiment({ starts: [[0, null]] }),
    'experiment.starts[0][1]: Expected a finite number, got null.',
  ],
  [
    'no end',
    withExperiment({ stop: { maxIterations: -1 } }),
    'experiment.stop.maxIterations: Expected a whole number from 0 to 1000000000, got -1.',
  ],
  [
    'a tolerance below 0',
    withExperiment({ stop: { gradientTolerance: -1 } }),
    'experiment.stop.gradientTolerance: Expected a number from 0 to 1e+300, got -1.',
  ],
  [
    'a yes as number',
    withExperiment({ stop: { withinDomain: 1 } }),
    'experiment.stop.withinDomain: Expected true or false, got 1.',
  ],
  ['no repeat', withExperiment({ repeats: 0 }), 'experiment.repeats: Expected a whole number from 1 to 10000, got 0.'],
  [
    'an unknown record',
    withExperiment({ record: 'some' }),
    'experiment.record: Expected "all", "ends" or a stride, a whole number of at least 1, got "some".',
  ],
  [
    'more than fits',
    withExperiment({ repeats: 10_000, stop: { maxIterations: 10_000 } }),
    'experiment.record: The trajectories would hold up to 5.0e+8 numbers, and at most 1e+8 fit; record a stride or only the "ends", or lower maxIterations, repeats or the number of starts.',
  ],
  [
    'a point too long',
    { ...good, experiment: { kind: 'inspect', points: [[1, 2, 3]] } },
    'experiment.points[0]: Expected 2 numbers, one for each variable of the landscape, got 3.',
  ],
  [
    'too many points',
    { ...good, experiment: { kind: 'inspect', points: Array(10_001).fill([1, 2]) } },
    'experiment.points: Too many: 10001 points; at most 10000.',
  ],
  [
    'a box upside down',
    {
      ...good,
      view: {
        box: [
          [1, 0],
          [0, 1],
        ],
      },
    },
    'view.box[0]: Expected an interval [low, high] with low below high, got [1, 0].',
  ],
  [
    'a plane with one axis',
    { ...good, view: { section: { kind: 'coordinates', axes: [1, 1] } } },
    'view.section.axes: Expected two different positions, got 1 twice.',
  ],
  [
    'an axis too far',
    { ...good, view: { section: { kind: 'coordinates', axes: [0, 2] } } },
    'view.section.axes[1]: Expected a whole number from 0 to 1, got 2.',
  ],
  ['a title too long', { ...good, title: 'x'.repeat(201) }, 'title: The text has 201 characters; at most 200.'],
  ['a formula that is a number', withFormula({ expression: 5 }), 'landscape.params.expression: Expected text, got 5.'],
  [
    'too many variables',
    withFormula({ variables: Array(51).fill('x') }),
    'landscape.params.variables: Too many: 51 names; at most 50.',
  ],
  [
    'a constant as text',
    withFormula({ constants: { a: '1' } }),
    'landscape.params.constants.a: Expected a finite number, got "1". Numbers are written without quotes.',
  ],
  [
    'a domain of another dimension',
    withFormula({ domain: [[0, 1]] }),
    'landscape.params.domain: Expected 2 intervals, one for each variable of the landscape, got 1.',
  ],
];

test.each(MISTAKES)('%s', (_what, scenario, line) => {
  expect(problemsOf(parseScenario(scenario))).toEqual([line]);
});

test('everything that is wrong is told at once, in the order of the keys', () => {
  const scenario = {
    version: 1,
    seed: 'seven',
    landscape: { id: 'rosenbrok' },
    experiment: {
      kind: 'descent',
      methods: [{ id: 'adam', params: { stepSize: -1, beta1: 2 } }],
      starts: [[1, 'x']],
      stop: { maxIteration: 5 },
    },
    view: { layout: 'countour' },
    extra: true,
  };
  const paths = problemsOf(parseScenario(scenario)).map((line) => line.split(':')[0]);
  expect(paths).toEqual([
    'seed',
    'landscape.id',
    'experiment.methods[0].params.stepSize',
    'experiment.methods[0].params.beta1',
    'experiment.starts[0][1]',
    'experiment.stop.maxIteration',
    'view.layout',
    'extra',
  ]);
});
