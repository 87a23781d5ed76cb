import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentHash, filesUnder } from '../../src/tooling/contentHash.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sublevel-hash-'));
  write('a.ts', 'one');
  write('deep/b.ts', 'two');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
}
function rename(from: string, to: string, text: string): void {
  rmSync(join(folder, from));
  write(to, text);
}

const hash = (...facts: string[]) => contentHash(folder, ['a.ts', 'deep', 'missing'], facts);

test('files are listed by path, and a missing folder holds none', () => {
  expect(filesUnder(folder)).toEqual([join(folder, 'a.ts'), join(folder, 'deep', 'b.ts')]);
  expect(filesUnder(join(folder, 'missing'))).toEqual([]);
});

test('the same names and contents give the same hash, whatever the time stamps', () => {
  const before = hash();
  utimesSync(join(folder, 'a.ts'), 1, 1);
  expect(hash()).toBe(before);
});

test.each([
  ['a content', () => write('a.ts', 'other')],
  ['a new file', () => write('deep/c.ts', '')],
  ['a file that appears where none was', () => write('missing', '')],
  ['a name', () => rename('deep/b.ts', 'deep/B.ts', 'two')],
  ['a letter that moves from the name to the content', () => rename('a.ts', 'a.t', 'sone')],
])('%s changes the hash', (_, change) => {
  const before = hash();
  change();
  expect(hash()).not.toBe(before);
});

test('facts count, each for itself', () => {
  expect(new Set([hash(), hash('ab'), hash('a', 'b'), hash('b', 'a')]).size).toBe(4);
});
