import type { Plugin } from 'vite';

const address = /new URL\(\s*'(\.\/[\w./]+)',\s*import\.meta\.url\s*\)/;

/**
 * Builds the worker as a second entry of the page's own bundle, so that both load what they share (landscapes, methods,
 * schema, elementary functions) once, from the same files. Left to itself, Vite bundles a worker alone, with a copy of
 * all that: 46 kB more, compressed, before the first contour.
 */
export function workerEntry(): Plugin {
  return {
    name: 'worker-entry',
    apply: (config, { command }) => command === 'build' && !config.build?.ssr,
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/worker\/spawn\.ts$/ },
      async handler(code, id) {
        const worker = await this.resolve(address.exec(code)?.[1] ?? '', id);
        if (!worker) return this.error("It no longer names the worker as new URL('./…', import.meta.url).");
        const file = this.emitFile({ type: 'chunk', id: worker.id, name: 'worker' });
        return { code: code.replace(address, `import.meta.ROLLUP_FILE_URL_${file}`), map: null };
      },
    },
  };
}
