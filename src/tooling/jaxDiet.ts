import type { Plugin } from 'vite';

const nothing = '\0jax-diet:no-graphics';

/**
 * Leaves out of the built page how jax-js computes on graphics cards: they know no 64-bit numbers, and nothing here asks
 * for them. It would be fetched on demand only, but the service worker keeps every file: 20 kB, compressed.
 */
export function jaxDiet(): Plugin {
  return {
    name: 'jax-diet',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      return importer?.includes('/@jax-js/jax/') && /^\.\/web(gpu|gl)-/.test(source) ? nothing : null;
    },
    load: (id) => (id === nothing ? 'export {};' : null),
  };
}
