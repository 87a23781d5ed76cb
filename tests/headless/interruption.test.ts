import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ensureHeadless } from '../../src/tooling/ensureBuilt.mjs';
import { outcome, runSublevel, start } from './runSublevel.ts';

beforeAll(async () => void (await ensureHeadless()), 120_000);

/** Hours of work, in little memory. */
const endless = JSON.stringify({
  landscape: { id: 'rosenbrock', params: { dimension: 20 } },
  experiment: {
    kind: 'descent',
    methods: [{ id: 'sgld', params: { stepSize: 1e-6 } }],
    starts: [Array(20).fill(0)],
    stop: { maxIterations: 1e9 },
    record: 'ends',
  },
});

/** A report of some hundred megabytes. */
const long = JSON.stringify({
  landscape: { id: 'himmelblau' },
  experiment: { kind: 'descent', methods: [{ id: 'sgld' }], starts: [[0, 0]], stop: { maxIterations: 2_000_000 } },
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s during a run ends it cleanly with %i', async (signal, status) => {
  const child = await start(['run', '-', '--progress']);
  child.stdin.end(endless);
  await once(child.stderr, 'data');
  const ended = outcome(child);
  child.kill(signal);
  expect(await ended).toMatchObject({ status, signal: null, stdout: '' });
});

test('Ctrl-C while waiting for input ends it', async () => {
  const child = await start(['run', '-']);
  const ended = outcome(child);
  // More than a pipe holds: once it is gone, the program reads.
  child.stdin.write(' '.repeat(500_000));
  await once(child.stdin, 'drain');
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ status: 130, stdout: '' });
});

test('Ctrl-C while nobody reads the output ends it', async () => {
  const child = await start(['run', '-']);
  child.stdin.end(long);
  await once(child.stdout, 'readable');
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  expect((await ended)[0]).toBe(130);
});

test('a reader that has seen enough is no error', async () => {
  const child = await start(['run', '-']);
  child.stdin.end(long);
  const stderr: Buffer[] = [];
  child.stderr.on('data', (part: Buffer) => stderr.push(part));
  await once(child.stdout, 'data');
  const ended = once(child, 'exit');
  child.stdout.destroy();
  expect((await ended)[0]).toBe(0);
  expect(Buffer.concat(stderr).toString()).toBe('');
});

test('a preset runs through npm’s script with the bits that the library gives', async () => {
  const file = join(import.meta.dirname, '../../public/scenarios/gd-against-pgd.json');
  const direct = await runSublevel(['run', '-'], readFileSync(file, 'utf8'));
  const { runProgram } = await import('../../src/tooling/runProgram.mjs');
  const script = join(import.meta.dirname, '../../src/tooling/sublevel.mjs');
  const { status, output } = await runProgram(process.execPath, [script, 'run', file]);
  expect(status).toBe(0);
  expect(output.slice(output.indexOf('{"scenario"'))).toBe(direct.stdout);
});
