import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The nearest folder at or above `folder` that holds a package.
 * @param {string} folder
 * @returns {string}
 */
function packageAbove(folder) {
  return existsSync(join(folder, 'package.json')) ? folder : packageAbove(dirname(folder));
}

/** Absolute path of the repository, whatever the working directory is, from built programs too. */
export const root = packageAbove(dirname(fileURLToPath(import.meta.url)));

/** Where the commands keep what they remember between runs; removed together with the packages. */
export const memory = join(root, 'node_modules', '.cache', 'sublevel');
