import './requireNode.mjs';
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBenchmarks } from './ensureBuilt.mjs';
import { ensureInstalled } from './ensureInstalled.mjs';
import { root } from './root.mjs';
import { runCommand } from './runCommand.mjs';

/** @typedef {import('../../tests/bench/BenchRow.ts').BenchRow} BenchRow */

/**
 * Rows of one built benchmark; its messages go to standard error.
 * @param {string} file
 * @returns {Promise<BenchRow[]>}
 */
function rowsOf(file) {
  const child = spawn(process.execPath, ['--expose-gc', join(root, 'src/tooling/benchRows.mjs'), file], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  /** @type {Buffer[]} */
  const parts = [];
  child.stdout.on('data', (part) => parts.push(part));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      if (status !== 0) reject(new Error(`${file} ended with status ${status}.`));
      else resolve(JSON.parse(Buffer.concat(parts).toString(), (_, value) => (value === 'NaN' ? Number.NaN : value)));
    });
  });
}

/**
 * Four significant digits, without an exponent.
 * @param {number} value
 */
function digits(value) {
  if (Number.isNaN(value)) return '';
  return Math.abs(value) >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(4)));
}

/**
 * @param {readonly BenchRow[]} rows
 * @returns {string} the table, numbers to the right
 */
function table(rows) {
  const head = ['work', 'against', 'ours', 'theirs', 'unit', 'ratio', 'reach'];
  const isNumber = [false, false, true, true, false, true, false];
  const cells = rows.map((row) => [
    ...[row.work, row.against, digits(row.ours), digits(row.theirs), row.unit],
    ...[digits(row.ratio), row.reach],
  ]);
  const widths = head.map((name, i) => Math.max(name.length, ...cells.map((line) => line[i]?.length ?? 0)));
  const lineOf = (/** @type {string[]} */ line) =>
    line
      .map((cell, i) => (isNumber[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return [head, widths.map((width) => '-'.repeat(width)), ...cells].map(lineOf).join('\n');
}

await runCommand(async () => {
  await ensureInstalled();
  const wanted = process.argv.slice(2);
  const files = readdirSync(join(root, 'tests/bench'))
    .filter((name) => name.endsWith('.bench.ts') && (wanted.length === 0 || wanted.some((part) => name.includes(part))))
    .sort();
  if (files.length === 0) throw new Error('No benchmark has such a name: see tests/bench.');
  const folder = await ensureBenchmarks(files.map((name) => `tests/bench/${name}`));
  const rows = [];
  for (const name of files) {
    process.stderr.write(`Measuring ${name.replace('.bench.ts', '')} …\n`);
    rows.push(...(await rowsOf(join(folder, name.replace(/\.ts$/, '.js')))));
  }
  process.stdout.write(`${table(rows)}\n`);
});
