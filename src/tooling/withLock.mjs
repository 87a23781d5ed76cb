import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './root.mjs';

/**
 * True while some process has this id.
 * @param {number} pid
 */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Process id in a lock file, or undefined where whoever wrote it is gone.
 * @param {string} file
 */
function ownerOf(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  const pid = Number(readFileSync(file, 'utf8'));
  if (pid > 0) return isAlive(pid) ? pid : undefined;
  return Date.now() - stats.mtimeMs < 5000 ? Number.NaN : undefined;
}

/**
 * True if the lock was taken; one whose owner is gone is cleared on the way.
 * @param {string} file
 */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  if (ownerOf(file) === undefined) rmSync(file, { force: true });
  return false;
}

/**
 * Runs `work` while no other process on this machine does the same on this checkout.
 * @template Result
 * @param {string} name
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withLock(name, work) {
  const checkout = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const file = join(tmpdir(), `sublevel-${checkout}-${name}.lock`);
  while (!take(file)) await wait(50);
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}
