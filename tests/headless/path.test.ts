import { beforeAll, expect, test } from 'vitest';
import { pathMethods } from '../../src/core/paths/registry.ts';
import { ensureHeadless } from '../../src/tooling/ensureBuilt.mjs';
import { runSublevel } from './runSublevel.ts';

beforeAll(async () => void (await ensureHeadless()), 120_000);

const scenario = (experiment: object) =>
  JSON.stringify({ version: 1, seed: 7, landscape: { id: 'muller-brown' }, experiment });

test('list names the path methods with the kinds that take them', async () => {
  const { stdout } = await runSublevel(['list']);
  for (const kind of ['path', 'path-lengths']) {
    const listed = JSON.parse(stdout).experiments.find((experiment: { kind: string }) => experiment.kind === kind);
    expect(listed.methods.map(({ id }: { id: string }) => id)).toEqual(pathMethods.map(({ id }) => id));
    expect(listed.methods[0].params.depth).toMatchObject({ kind: 'integer', default: 10 });
  }
});

test('a path is printed as a report, the same bits each time', async () => {
  const input = scenario({ kind: 'path', level: -40 });
  const [first, again] = [await runSublevel(['run', '-'], input), await runSublevel(['run', '-'], input)];
  expect([first.status, first.stderr]).toEqual([0, '']);
  expect(JSON.parse(first.stdout).result).toMatchObject({ kind: 'path', status: 'connected' });
  expect(again).toEqual(first);
});

test('lengths against level are printed as a report', async () => {
  const { status, stdout } = await runSublevel(
    ['run', '-'],
    scenario({ kind: 'path-lengths', levels: [-20, 0], pairs: 3 }),
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout).result.curve.map(({ level }: { level: number }) => level)).toEqual([0, -20]);
});

test('lengths that cannot be measured are refused with status 2 and a sentence for each level', async () => {
  const input = scenario({ kind: 'path-lengths', levels: [-200, -300], pairs: 3 });
  const { status, stdout, stderr } = await runSublevel(['run', '-'], input);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('experiment.levels[0]: The level −200 lies below the least value of f');
  expect(stderr).toContain('experiment.levels[1]');
});

test('ends above the level are refused with status 2 and a sentence', async () => {
  const { status, stdout, stderr } = await runSublevel(['run', '-'], scenario({ kind: 'path', level: -120 }));
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('experiment.level');
  expect(stderr).toContain('raise the level to at least');
});
