import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claims } from '../../src/core/claims/registry.ts';
import { landscapes } from '../../src/core/landscapes/registry.ts';
import { methods } from '../../src/core/methods/registry.ts';
import { experimentKinds } from '../../src/scenario/experiments/registry.ts';
import { ensureHeadless } from '../../src/tooling/ensureBuilt.mjs';
import { runSublevel } from './runSublevel.ts';

const folder = mkdtempSync(join(tmpdir(), 'sublevel-test-'));
beforeAll(async () => void (await ensureHeadless()), 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** A file in a folder of the test's own. */
function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const scenario = {
  version: 1,
  seed: 7,
  landscape: { id: 'himmelblau' },
  experiment: {
    kind: 'descent',
    methods: [{ id: 'sgld', params: { stepSize: 0.01 } }],
    starts: [[0, 0]],
    stop: { maxIterations: 50 },
  },
};
const wrong = { ...scenario, seed: 'x', landscape: { id: 'himmelblu' } };

describe('list', () => {
  test('names everything in the registries, with parameters, domains and sources', async () => {
    const { status, stdout, stderr } = await runSublevel(['list']);
    expect([status, stderr]).toEqual([0, '']);
    const listed = JSON.parse(stdout);
    expect(Object.keys(listed)).toEqual(['landscapes', 'methods', 'experiments', 'claims']);
    expect(listed.landscapes.map(({ id }: { id: string }) => id)).toEqual(landscapes.map(({ id }) => id));
    expect(listed.methods.map(({ id }: { id: string }) => id)).toEqual(methods.map(({ id }) => id));
    expect(listed.experiments.map(({ kind }: { kind: string }) => kind)).toEqual(
      experimentKinds.map(({ kind }) => kind),
    );
    for (const { dimension, params, domain, reference } of listed.landscapes) {
      expect(dimension === null || dimension === domain.length).toBe(true);
      expect(typeof params).toBe('object');
      expect(reference.length).toBeGreaterThan(3);
    }
    expect(listed.claims.map(({ id }: { id: string }) => id)).toEqual(claims.map(({ id }) => id));
    for (const { name, statement, reference, params, example } of listed.claims) {
      expect([name, statement, reference].every((text) => text.length > 3)).toBe(true);
      expect(Object.keys(params).length).toBeGreaterThan(0);
      expect(listed.landscapes.map(({ id }: { id: string }) => id)).toContain(example.id);
    }
    const pgd = listed.methods.find(({ id }: { id: string }) => id === 'perturbed-gradient-descent');
    expect(pgd.params.stepSize.default).toEqual({ derived: 'c/\\ell' });
    expect(pgd.params.accuracy).toMatchObject({ kind: 'number', default: 0.1, min: 0, minExcluded: true });
  });
});

describe('run', () => {
  test('prints one report, from a file and from standard input, and nothing else', async () => {
    const fromFile = await runSublevel(['run', file('good.json', scenario)]);
    expect([fromFile.status, fromFile.stderr]).toEqual([0, '']);
    expect(fromFile.stdout.endsWith('}\n')).toBe(true);
    expect(JSON.parse(fromFile.stdout).result.runs[0]).toMatchObject({ method: 'sgld', iterations: 50 });
    const fromInput = await runSublevel(['run', '-'], JSON.stringify(scenario));
    expect(fromInput).toEqual(fromFile);
  });

  test('--seed overrides the seed, and says so in the report', async () => {
    const path = file('seed.json', scenario);
    const [plain, same, other] = await Promise.all([
      runSublevel(['run', path]),
      runSublevel(['run', '--seed', '7', path]),
      runSublevel(['run', path, '--seed=8']),
    ]);
    expect(same.stdout).toBe(plain.stdout);
    expect(JSON.parse(other.stdout).scenario.seed).toBe(8);
    expect(JSON.parse(other.stdout).result).not.toEqual(JSON.parse(plain.stdout).result);
  });

  test('--progress draws on standard error only', async () => {
    const path = file('progress.json', scenario);
    const [quiet, loud] = await Promise.all([runSublevel(['run', path]), runSublevel(['run', path, '--progress'])]);
    expect(loud.stdout).toBe(quiet.stdout);
    expect(loud.stderr).toMatch(/\[#+\] 100 %\n$/);
  });

  test('an invalid scenario ends with 2, every problem on standard error and nothing on standard output', async () => {
    const { status, stdout, stderr } = await runSublevel(['run', file('wrong.json', wrong)]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'seed: Expected a whole number, got "x".\n' +
        'landscape.id: Unknown landscape "himmelblu"; did you mean "himmelblau"?\n',
    );
  });

  test('a formula that does not compile is an invalid scenario', async () => {
    const landscape = { id: 'formula', params: { expression: 'x^2 + sinn(y)', variables: ['x', 'y'], constants: {} } };
    const { status, stdout, stderr } = await runSublevel(['run', '-'], JSON.stringify({ ...scenario, landscape }));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^landscape\.params\.expression: .*sinn/);
  });

  test('a map of basins and a stable set, and a point that is no saddle as an invalid scenario', async () => {
    const landscape = { id: 'lee-2016' };
    const basins = { landscape, experiment: { kind: 'basins', resolution: 9 } };
    const stable = { landscape, experiment: { kind: 'stable-set', saddle: [0, 0] } };
    const none = { landscape, experiment: { kind: 'stable-set', saddle: [0, 1] } };
    const [mapped, traced, refused] = await Promise.all(
      [basins, stable, none].map((wanted) => runSublevel(['run', '-'], JSON.stringify(wanted))),
    );
    const { labels, attractors } = JSON.parse(mapped!.stdout).result;
    expect(labels).toHaveLength(9);
    expect(attractors.map(({ type }: { type: string }) => type)).toEqual(['minimum', 'minimum', 'saddle']);
    expect(JSON.parse(traced!.stdout).result.curves[1].at(-1)[0]).toBe(-2);
    expect([refused!.status, refused!.stdout]).toEqual([2, '']);
    expect(refused!.stderr).toMatch(/^experiment\.saddle: Newton’s method leads .* minimum \(0, 1\).*\n$/);
  });

  test('the sublevel sets of a landscape; a box in which there is nothing as an invalid scenario', async () => {
    const found = { landscape: { id: 'muller-brown' }, experiment: { kind: 'sublevel', levels: [-100, -50, 0] } };
    const nothing = {
      landscape: { id: 'formula', params: { expression: 'log(x)', variables: ['x'], constants: {} } },
      experiment: { kind: 'sublevel', box: [[-2, -1]] },
    };
    const [good, bad] = await Promise.all(
      [found, nothing].map((wanted) => runSublevel(['run', '-'], JSON.stringify(wanted))),
    );
    const { components, mergeTree, spurious } = JSON.parse(good!.stdout).result;
    expect(components.map(({ count }: { count: number }) => count)).toEqual([2, 2, 1]);
    expect(mergeTree.leaves[0].persistence).toBe('Infinity');
    expect(spurious.map(({ leaf }: { leaf: number }) => leaf)).toEqual([1, 2]);
    expect([bad!.status, bad!.stdout]).toEqual([2, '']);
    expect(bad!.stderr).toMatch(/^experiment\.box: The landscape has no finite value anywhere on the grid/);
  });

  test('a claim, its verdict and its numbers; an unknown one is an invalid scenario', async () => {
    const landscape = { id: 'octopus' };
    const checked = { landscape, experiment: { kind: 'claim', claim: 'exponential-escape' } };
    const unknown = { landscape, experiment: { kind: 'claim', claim: 'exponential-escpae' } };
    const [good, bad] = await Promise.all(
      [checked, unknown].map((wanted) => runSublevel(['run', '-'], JSON.stringify(wanted))),
    );
    const { verdict, measurements } = JSON.parse(good!.stdout).result;
    expect(verdict).toBe('supported');
    expect(measurements[0].expected).toBeCloseTo(2.7095, 4);
    expect([bad!.status, bad!.stdout]).toEqual([2, '']);
    expect(bad!.stderr).toBe(
      'experiment.claim: Unknown claim "exponential-escpae"; did you mean "exponential-escape"?\n',
    );
  });

  test('a text that is not JSON ends with 2 and the place', async () => {
    const { status, stdout, stderr } = await runSublevel(['run', file('broken.json', '{\n "seed": 7,\n}')]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe('This is not JSON; line 3, column 1: there is a comma too many before "}".\n');
  });

  test('a huge file ends with 2 without being read whole', async () => {
    const { status, stderr } = await runSublevel(['run', file('huge.json', ' '.repeat(30_000_000))]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^The text is too long: \d+ characters; a scenario may have 1000000\.\n$/);
  });
});

describe('validate', () => {
  test('prints the scenario with all defaults', async () => {
    const { status, stdout, stderr } = await runSublevel(['validate', file('valid.json', scenario)]);
    expect([status, stderr]).toEqual([0, '']);
    const { ok, scenario: resolved } = JSON.parse(stdout);
    expect(ok).toBe(true);
    expect(resolved.experiment.methods[0].params).toEqual({ stepSize: 0.01, inverseTemperature: 10 });
    expect(resolved.experiment.stop.gradientTolerance).toBe(1e-8);
  });

  test('lists every problem as data and as text, with status 2', async () => {
    const { status, stdout, stderr } = await runSublevel(['validate', '-'], JSON.stringify(wrong));
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      problems: [
        { path: 'seed', message: 'Expected a whole number, got "x".' },
        { path: 'landscape.id', message: 'Unknown landscape "himmelblu"; did you mean "himmelblau"?' },
      ],
    });
    expect(stderr.split('\n')).toHaveLength(3);
  });
});

describe('a mistake in the arguments ends with 1, one sentence, and nothing on standard output', () => {
  const path = () => file('any.json', scenario);
  test.each([
    ['no command', () => [], 'A command is missing; there are list, run, validate.'],
    ['an unknown command', () => ['runn', path()], 'Unknown command "runn"; there are list, run, validate.'],
    ['no file', () => ['run'], 'run needs a file, or - for standard input.'],
    ['two files', () => ['validate', 'a', 'b'], 'validate takes one file, got 2: a, b.'],
    ['a file too many', () => ['list', 'a'], 'list takes no file, got "a".'],
    [
      'an unknown option',
      () => ['run', '--sed', '7', path()],
      'Unknown option "--sed" for run; there are --progress, --seed.',
    ],
    ['an option of another command', () => ['list', '--seed', '7'], 'Unknown option "--seed" for list; it takes none.'],
    ['a seed that is no number', () => ['run', path(), '--seed', 'x'], '--seed takes a whole number, got "x".'],
    ['a seed without a number', () => ['run', path(), '--seed'], '--seed needs a value.'],
    ['a value too many', () => ['run', path(), '--progress=1'], '--progress takes no value.'],
  ])('%s', async (_what, args, sentence) => {
    const { status, stdout, stderr } = await runSublevel(args());
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.startsWith(`${sentence}\n\nUsage:`)).toBe(true);
  });

  test.each([
    ['a file that is not there', '/no/such/file.json', '/no/such/file.json cannot be read: there is no such file.\n'],
    ['a folder', folder, `${folder} cannot be read: it is a folder.\n`],
    [
      'a path through a file',
      'package.json/x',
      'package.json/x cannot be read: its path leads through a file, not a folder.\n',
    ],
  ])('%s', async (_what, name, sentence) => {
    for (const command of ['run', 'validate']) {
      expect(await runSublevel([command, name])).toEqual({ status: 1, signal: null, stdout: '', stderr: sentence });
    }
  });

  test('--help explains, and is no mistake', async () => {
    const { status, stdout, stderr } = await runSublevel(['run', '--help']);
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/^Usage:/);
  });
});
