import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './contentHash.mjs';
import { root } from './root.mjs';
import { runPackage } from './runProgram.mjs';
import { withLock } from './withLock.mjs';

const dist = join(root, 'dist');
const settings = ['package-lock.json', 'vite.config.ts', 'tsconfig.json', 'src/tooling'];

/** What the page is made of; the rest of the tree may change without a build. */
const pageSources = [
  ...settings,
  'index.html',
  'public',
  'src/main.tsx',
  ...['core', 'scenario', 'worker', 'store', 'views', 'app'].map((room) => `src/${room}`),
];

/** What the command line is made of: the architecture test keeps every other room out of it. */
const headlessSources = [...settings, 'src/core', 'src/scenario', 'src/headless'];

/**
 * Runs `vite build` with messages to standard error.
 * @param {readonly string[]} args
 * @throws where the build fails
 */
async function viteBuild(args) {
  const { status } = await runPackage('vite/bin/vite.js', ['build', '--logLevel', 'warn', ...args], {
    env: { NODE_ENV: 'production', VITEST: undefined },
    output: 'stderr',
  });
  if (status !== 0) throw new Error('The build failed; its messages are above.');
}

/**
 * Removes what `folder` holds from more than a day ago.
 * @param {string} folder
 * @param {string} [prefix]  only of entries whose name starts with this
 */
function removeOld(folder, prefix = '') {
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(prefix))) {
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats !== undefined && Date.now() - stats.mtimeMs > 86_400_000) rmSync(path, { recursive: true, force: true });
  }
}

/** @returns {string} a folder beside the results, for a build under way */
function scratchFolder() {
  mkdirSync(dist, { recursive: true });
  removeOld(dist, '.building-');
  return join(dist, `.building-${process.pid}-${Date.now()}`);
}

/**
 * Builds the page into dist/page unless it is there and made of the same sources.
 * @returns {Promise<string>} the folder
 */
export async function ensurePage() {
  const page = join(dist, 'page');
  const stamp = join(dist, 'page.stamp');
  const wanted = contentHash(root, pageSources);
  const isFresh = () =>
    existsSync(join(page, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isFresh()) return page;
  await withLock('page', async () => {
    if (isFresh()) return;
    process.stderr.write('Building the page …\n');
    const folder = scratchFolder();
    await viteBuild(['--outDir', folder]);
    rmSync(stamp, { force: true });
    rmSync(page, { recursive: true, force: true });
    renameSync(folder, page);
    writeFileSync(stamp, wanted);
  });
  return page;
}

/**
 * Builds a Node program with everything it imports, unless a build of the same sources is there. Each build has a
 * folder of its own, named after its sources, which appears complete or not at all: whoever runs an older one
 * meanwhile, or builds the same one, is not disturbed.
 * @param {string} name  folder below dist
 * @param {readonly string[]} entries  modules to build, paths below the repository
 * @param {readonly string[]} sources  what they are made of
 * @returns {Promise<string>} folder with one `.js` file for each entry
 */
async function ensureProgram(name, entries, sources) {
  const all = join(dist, name);
  const build = join(all, contentHash(root, sources, entries));
  if (existsSync(build)) return build;
  process.stderr.write(`Building ${name} …\n`);
  const folder = scratchFolder();
  for (const entry of entries) await viteBuild(['--ssr', entry, '--outDir', folder, '--emptyOutDir', 'false']);
  mkdirSync(all, { recursive: true });
  try {
    renameSync(folder, build);
  } catch (error) {
    if (!existsSync(build)) throw error;
    rmSync(folder, { recursive: true, force: true });
  }
  removeOld(all);
  return build;
}

/** @returns {Promise<string>} file of the built command line, ready to be imported */
export async function ensureHeadless() {
  return join(await ensureProgram('headless', ['src/headless/main.ts'], headlessSources), 'main.js');
}

/**
 * Builds the benchmarks.
 * @param {readonly string[]} entries
 * @returns {Promise<string>} folder with one `.js` file for each
 */
export function ensureBenchmarks(entries) {
  return ensureProgram('bench', entries, [...headlessSources, 'tests/bench']);
}
