import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const program = `
  import { appendFileSync } from 'node:fs';
  import { setTimeout as wait } from 'node:timers/promises';
  import { withLock } from ${JSON.stringify(new URL('../../src/tooling/withLock.mjs', import.meta.url).href)};
  const [name, log, ending] = process.argv.slice(1);
  await withLock(name, async () => {
    appendFileSync(log, 'in ');
    await wait(150);
    if (ending === 'dies') process.kill(process.pid, 'SIGKILL');
    appendFileSync(log, 'out ');
  });`;

function run(...args: string[]): Promise<number | null> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, ...args], { stdio: 'inherit' });
  return new Promise((resolve) => child.on('close', resolve));
}

test('processes take turns, also after one that died with the lock', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sublevel-lock-'));
  const log = join(folder, 'log');
  const name = `test-${process.pid}`;
  try {
    expect(await Promise.all([run(name, log), run(name, log), run(name, log)])).toEqual([0, 0, 0]);
    expect(readFileSync(log, 'utf8')).toBe('in out in out in out ');
    await run(name, log, 'dies');
    expect(await run(name, log)).toBe(0);
    expect(readFileSync(log, 'utf8')).toBe('in out in out in out in in out ');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
