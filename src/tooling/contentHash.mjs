import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * Every file at or below `path`, ascending by path; nothing where `path` does not exist.
 * @param {string} path
 * @returns {string[]}
 */
export function filesUnder(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/**
 * Hash of the names and contents of files, so that a checkout with other time stamps counts as the same.
 * @param {string} base  folder that the names are taken relative to
 * @param {readonly string[]} paths  files and folders below `base`; missing ones count as empty
 * @param {readonly string[]} [facts]  whatever else the result depends on
 * @returns {string} 32 hexadecimal digits
 */
export function contentHash(base, paths, facts = []) {
  const hash = createHash('sha256');
  const add = (/** @type {string | Buffer} */ part) => hash.update(`${part.length}:`).update(part);
  for (const fact of facts) add(fact);
  for (const path of paths) {
    for (const file of filesUnder(join(base, path))) {
      add(relative(base, file).split(sep).join('/'));
      add(readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 32);
}
