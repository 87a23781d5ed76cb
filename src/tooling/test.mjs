import './requireNode.mjs';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './contentHash.mjs';
import { ensureInstalled } from './ensureInstalled.mjs';
import { findBrowser } from './findBrowser.mjs';
import { memory, root } from './root.mjs';
import { runCommand } from './runCommand.mjs';
import { runProgram } from './runProgram.mjs';
import { testStages } from './testStages.mjs';

const record = join(memory, 'green.json');

/** Everything that a test could depend on. */
const inputs = ['src', 'tests', 'public', '.ci', 'index.html', 'README.md', 'vite.config.ts', 'tsconfig.json'];
const settings = ['package.json', 'package-lock.json', '.biome.json', '.gitignore'];

/** @returns {Promise<string>} hash of the tree, of Node and of the browser */
async function stateOfThings() {
  const browser = (await findBrowser().catch(() => undefined)) ?? 'none';
  const { output } = await runProgram(browser, ['--version']).catch(() => ({ output: 'unknown' }));
  return contentHash(
    root,
    [...inputs, ...settings],
    [process.version, process.platform, process.arch, browser, output],
  );
}

/**
 * Counts of the last run without a failure, where everything is as it was then.
 * @param {string} state
 * @returns {{ passed: number, when: string } | undefined}
 */
function greenRun(state) {
  try {
    const green = JSON.parse(readFileSync(record, 'utf8'));
    return green.state === state ? green : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Runs a stage and shows its counts; where something failed, what it said too.
 * @param {import('./testStages.mjs').Stage} stage
 */
async function runStage({ name, run }) {
  process.stdout.write(`${name.padEnd(40)}`);
  const begun = performance.now();
  /** @type {import('./testStages.mjs').Outcome} */
  const outcome = await run().catch((error) => ({ passed: 0, failed: 1, output: String(error?.message ?? error) }));
  const { passed, failed, output } = outcome;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(
    `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.padStart(7)} s\n`,
  );
  if (failed > 0) process.stdout.write(`\n${output.trimEnd()}\n\n`);
  return outcome;
}

await runCommand(async () => {
  await ensureInstalled();
  const isForced = process.argv.includes('--force') || Boolean(process.env.CI);
  const state = await stateOfThings();
  const green = isForced ? undefined : greenRun(state);
  if (green !== undefined) {
    process.stdout.write(
      `Nothing has changed since everything passed (${green.when}); npm test -- --force runs it again.\n`,
    );
    process.stdout.write(`${green.passed} passed, 0 failed\n`);
    return;
  }
  rmSync(record, { force: true });
  let passed = 0;
  let failed = 0;
  for (const stage of testStages) {
    const outcome = await runStage(stage);
    passed += outcome.passed;
    failed += outcome.failed;
  }
  if (failed > 0) process.exitCode = 1;
  // A tree that changed while it was tested, or got its browser only now, is not remembered under its new state.
  else if ((await stateOfThings()) === state) {
    mkdirSync(memory, { recursive: true });
    writeFileSync(record, JSON.stringify({ state, passed, when: new Date().toISOString() }));
  }
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
});
