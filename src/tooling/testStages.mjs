import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countTests } from './countTests.mjs';
import { ensurePage } from './ensureBuilt.mjs';
import { ensureBrowser } from './findBrowser.mjs';
import { memory } from './root.mjs';
import { runPackage } from './runProgram.mjs';

/** @typedef {{ passed: number, failed: number, output: string }} Outcome  checks counted, and what the stage said */
/** @typedef {{ name: string, run: () => Promise<Outcome> }} Stage */

/**
 * One check that passes where the command of a package ends with status 0.
 * @param {string} script  path below node_modules
 * @param {readonly string[]} args
 * @returns {Promise<Outcome>}
 */
async function oneCheck(script, args) {
  const { status, output } = await runPackage(script, args);
  return status === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}

/**
 * Runs test projects of vite.config.ts.
 * @param {readonly string[]} projects
 * @param {Record<string, string>} [env]
 * @returns {Promise<Outcome>}
 */
async function runTests(projects, env = {}) {
  mkdirSync(memory, { recursive: true });
  const file = join(memory, `${projects[0]}-tests.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const chosen = projects.map((project) => `--project=${project}`);
  const { status, output } = await runPackage('vitest/vitest.mjs', ['run', ...chosen, ...reporters], { env });
  try {
    return { ...countTests(JSON.parse(readFileSync(file, 'utf8')), status), output };
  } catch {
    return { passed: 0, failed: 1, output };
  }
}

/** @returns {Promise<Outcome>} */
async function measureBundles() {
  await ensurePage();
  const { output } = await runPackage('size-limit/bin.js', ['--json']);
  /** @type {{ name: string, passed: boolean, size: number, sizeLimit: number }[]} */
  const budgets = JSON.parse(output.slice(output.indexOf('[')));
  const failed = budgets.filter((budget) => !budget.passed);
  const lines = budgets.map(({ name, size, sizeLimit }) => `${name}: ${size} of at most ${sizeLimit} bytes`);
  return { passed: budgets.length - failed.length, failed: failed.length, output: lines.join('\n') };
}

/** Everything that `npm test` runs, in order: the quick ones first. @type {readonly Stage[]} */
export const testStages = [
  { name: 'types', run: () => oneCheck('typescript/bin/tsc', ['--project', '.']) },
  { name: 'types of the core', run: () => oneCheck('typescript/bin/tsc', ['--project', 'src/core']) },
  { name: 'lint and format', run: () => oneCheck('@biomejs/biome/bin/biome', ['check', '--error-on-warnings']) },
  { name: 'unused code', run: () => oneCheck('knip/bin/knip.js', []) },
  { name: 'architecture, unit and property tests', run: () => runTests(['core', 'node']) },
  {
    name: 'browser tests',
    run: async () => runTests(['browser', 'promptness'], { CHROME_PATH: await ensureBrowser() }),
  },
  { name: 'bundle budgets', run: measureBundles },
];
