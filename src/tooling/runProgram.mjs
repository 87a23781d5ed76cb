import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.mjs';

/** Programs colour what they say for a terminal only, also where it takes the way through this one. */
const colours = process.stderr.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: undefined };

/**
 * Runs a program in the repository to its end.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{
 *   env?: Record<string, string | undefined>,
 *   output?: 'show' | 'stderr' | 'keep',
 *   shell?: boolean,
 * }} [options]  `show` writes through, `stderr` sends both streams to standard error, `keep` (default) returns them
 * @returns {Promise<{ status: number, output: string }>} exit status (1 where a signal ended it) and what was kept
 */
export function runProgram(program, args, { env = {}, output = 'keep', shell = false } = {}) {
  const stream = { show: 'inherit', stderr: 2, keep: 'pipe' }[output];
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...colours, ...env },
    shell,
    stdio: ['ignore', /** @type {'pipe'} */ (stream), /** @type {'pipe'} */ (output === 'show' ? 'inherit' : stream)],
  });
  /** @type {Buffer[]} */
  const kept = [];
  child.stdout?.on('data', (part) => kept.push(part));
  child.stderr?.on('data', (part) => kept.push(part));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status: status ?? 1, output: Buffer.concat(kept).toString() }));
  });
}

/**
 * Runs the command of an installed package with this Node, as `runProgram` does.
 * @param {string} script  path below node_modules
 * @param {readonly string[]} args
 * @param {Parameters<typeof runProgram>[2]} [options]
 */
export function runPackage(script, args, options) {
  return runProgram(process.execPath, [join(root, 'node_modules', script), ...args], options);
}
