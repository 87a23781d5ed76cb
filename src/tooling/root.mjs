import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository, whatever the working directory is. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where the commands keep what they remember between runs; removed together with the packages. */
export const memory = join(root, 'node_modules', '.cache', 'sublevel');
