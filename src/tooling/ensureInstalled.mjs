import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './contentHash.mjs';
import { memory, root } from './root.mjs';
import { runProgram } from './runProgram.mjs';
import { withLock } from './withLock.mjs';

const stamp = join(memory, 'installed');

/**
 * Content of a file, or undefined where there is none.
 * @param {string} file
 */
function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Name and version of every package that a lockfile wants in the tree; those that only some platforms want are left out.
 * @param {string} file
 */
function packagesOf(file) {
  const text = textOf(file);
  if (text === undefined) return undefined;
  /** @type {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} */
  const { packages } = JSON.parse(text);
  return Object.entries(packages)
    .filter(([path, { optional, devOptional }]) => path !== '' && !optional && !devOptional)
    .map(([path, { version }]) => `${path}@${version}`)
    .sort()
    .join('\n');
}

/** True where the tree already holds what the lockfile lists, however it got there. */
function treeMatches() {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  return wanted !== undefined && wanted === packagesOf(join(root, 'node_modules', '.package-lock.json'));
}

/** @param {string} wanted */
function remember(wanted) {
  mkdirSync(memory, { recursive: true });
  writeFileSync(stamp, wanted);
}

/**
 * Installs the packages of the lockfile unless they are there. Writes only to standard error.
 * @throws where npm fails, with one sentence
 */
export async function ensureInstalled() {
  const wanted = contentHash(root, ['package-lock.json'], [process.platform, process.arch]);
  if (textOf(stamp) === wanted) return;
  await withLock('install', async () => {
    if (textOf(stamp) === wanted) return;
    if (!treeMatches()) {
      process.stderr.write('Installing packages (a minute or two, once) …\n');
      const npm = process.env.npm_execpath;
      const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
      const { status } = npm?.endsWith('.js')
        ? await runProgram(process.execPath, [npm, ...args], { output: 'stderr' })
        : await runProgram('npm', args, { output: 'stderr', shell: process.platform === 'win32' });
      if (status !== 0) throw new Error(`npm ci ended with status ${status}; its messages are above.`);
    }
    remember(wanted);
  });
}
