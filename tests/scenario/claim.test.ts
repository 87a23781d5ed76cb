import { expect, test } from 'vitest';
import { claims } from '../../src/core/claims/registry.ts';
import { drain } from '../../src/core/task.ts';
import { loadLandscapeCode } from '../../src/scenario/landscapeCode.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import { runScenario } from '../../src/scenario/run.ts';
import { writeJson } from '../../src/scenario/writeJson.ts';

function textOf(scenario: unknown): string {
  const parsed = parseScenario(scenario);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return [...writeJson(drain(runScenario(resolveScenario(parsed.scenario))))].join('');
}

// biome-ignore lint/suspicious/noExplicitAny: a report is read here as an outsider reads it.
const report = (scenario: unknown): any => JSON.parse(textOf(scenario));

function problems(scenario: unknown): readonly string[] {
  const parsed = parseScenario(scenario);
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path}: ${message}`);
}

const claiming = (claim: unknown, params?: unknown, id = 'lee-2016') => ({
  seed: 7,
  landscape: { id },
  experiment: { kind: 'claim', ...(claim !== undefined && { claim }), ...(params !== undefined && { params }) },
});

test('the report holds verdict, hypotheses, measurements, and the scenario with all defaults', () => {
  const { scenario, result } = report(claiming('measure-zero-gradient-descent', { starts: 50 }));
  expect(scenario.experiment).toEqual({
    kind: 'claim',
    claim: 'measure-zero-gradient-descent',
    params: { relativeStep: 0.9, starts: 50, maxIterations: 20_000 },
  });
  expect(result).toMatchObject({ kind: 'claim', claim: 'measure-zero-gradient-descent', verdict: 'supported' });
  expect(result.hypotheses.map(({ holds }: { holds: boolean }) => holds)).toEqual(Array(6).fill(true));
  expect(result.hypotheses[5].measured).toMatch(/^50 of 50 came to/);
  expect(result.measurements).toEqual([
    {
      name: 'Share of runs that end in a strict saddle',
      value: 0,
      expected: 0,
      tolerance: 0,
      relation: 'about',
      ok: true,
    },
    { name: 'Share of runs that end in a minimum', value: 1, expected: 1, tolerance: 0, relation: 'about', ok: true },
  ]);
});

test('the same seed gives the same bits, another seed other starts', () => {
  const scenario = claiming('first-order-bound');
  expect(textOf(scenario)).toBe(textOf(scenario));
  expect(report({ ...scenario, seed: 8 }).result).not.toEqual(report(scenario).result);
});

test('every claim runs on its example with nothing but its name', async () => {
  for (const { id, example } of claims) {
    await loadLandscapeCode(example.id);
    const { result } = report({ landscape: example, experiment: { kind: 'claim', claim: id } });
    expect([id, result.verdict]).toEqual([id, 'supported']);
  }
});

test('where a claim says nothing of the landscape, the report is inconclusive and says why', () => {
  const { result } = report(claiming('exponential-escape'));
  expect(result).toEqual({
    kind: 'claim',
    claim: 'exponential-escape',
    verdict: 'inconclusive',
    hypotheses: [
      {
        name: 'The claim applies to this landscape',
        holds: false,
        measured: 'It is about the octopus, in whose arms saddles stand one behind the other.',
      },
    ],
    measurements: [],
  });
  const none = { landscape: { id: 'rosenbrock', params: { dimension: 7 } } };
  expect(report({ ...claiming('cubic-newton-rate'), ...none }).result.hypotheses[0].measured).toContain(
    'here there are 7',
  );
});

test.each([
  ['no claim', claiming(undefined), /^experiment\.claim: Missing: expected the name of a claim \(first-order-bound, /],
  [
    'an unknown claim',
    claiming('lojasievicz'),
    /^experiment\.claim: Unknown claim "lojasievicz"; did you mean "lojasiewicz"\?$/,
  ],
  ['a claim that is a number', claiming(3), /^experiment\.claim: Expected the name of a claim \(.*\), got 3\.$/],
  [
    'an unknown parameter',
    claiming('lojasiewicz', { direction: 3 }),
    /^experiment\.params\.direction: Unknown key "direction"; did you mean "directions"\?$/,
  ],
  [
    'a parameter of another claim',
    claiming('lojasiewicz', { relativeStep: 1 }),
    /^experiment\.params\.relativeStep: Unknown key "relativeStep"; the keys here are directions, maxIterations\.$/,
  ],
  [
    'a parameter out of range',
    claiming('measure-zero-gradient-descent', { starts: 0 }),
    /^experiment\.params\.starts: Expected a whole number from 1 to 10000, got 0\.$/,
  ],
  [
    'a word that is no choice',
    claiming('measure-zero-other-methods', { method: 'adam' }),
    /^experiment\.params\.method: Unknown choice "adam"/,
  ],
  [
    'a key too many',
    { ...claiming('lojasiewicz'), experiment: { kind: 'claim', claim: 'lojasiewicz', starts: [[0, 0]] } },
    /^experiment\.starts: Unknown key "starts"/,
  ],
])('%s is one problem, with its path', (_what, scenario, message) => {
  const found = problems(scenario);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(message);
});
