import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { ensureHeadless } from '../../src/tooling/ensureBuilt.mjs';

/** How a program ended and what it wrote. */
export interface Outcome {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the built command line; the test has built it before. */
export async function start(args: readonly string[]): Promise<ChildProcessWithoutNullStreams> {
  return spawn(process.execPath, [await ensureHeadless(), ...args]);
}

/** Waits for the end of a program, keeping what it writes from now on. */
export function outcome(child: ChildProcessWithoutNullStreams): Promise<Outcome> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => stdout.push(part));
  child.stderr.on('data', (part: Buffer) => stderr.push(part));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => {
      resolve({ status, signal, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
  });
}

/** Runs the built command line to its end, with `input` on its standard input. */
export async function runSublevel(args: readonly string[], input = ''): Promise<Outcome> {
  const child = await start(args);
  const ended = outcome(child);
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return ended;
}
