import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import { contentHash, filesUnder } from './contentHash.mjs';

const source = new URL('./serviceWorker.js', import.meta.url);

/**
 * Writes `service-worker.js` beside the built page, with the list of the page's files. The first visit fetches them
 * all once, when the page is up; from then on the page needs no network.
 */
export function serviceWorkerPlugin(): Plugin {
  return {
    name: 'service-worker',
    apply: (config, { command }) => command === 'build' && !config.build?.ssr,
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir = '' }) {
        const files = filesUnder(dir).map((file) => relative(dir, file).split(sep).join('/'));
        const text = readFileSync(source, 'utf8')
          .replace('/* @__FILES__ */ []', JSON.stringify(files))
          .replace("/* @__VERSION__ */ ''", JSON.stringify(contentHash(dir, files)));
        writeFileSync(join(dir, 'service-worker.js'), text);
      },
    },
  };
}
