import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { developmentPolicy } from './src/tooling/developmentPolicy.ts';
import { jaxDiet } from './src/tooling/jaxDiet.ts';
import { jaxReuse } from './src/tooling/jaxReuse.ts';
import { libmPlugin } from './src/tooling/libmPlugin.ts';
import { modernFonts } from './src/tooling/modernFonts.ts';
import { plotlyDiet } from './src/tooling/plotlyDiet.ts';
import { serviceWorkerPlugin } from './src/tooling/serviceWorkerPlugin.ts';
import { workerEntry } from './src/tooling/workerEntry.ts';

const promptness = 'tests/browser/promptness.test.ts';

const browserTests = {
  include: ['tests/browser/**/*.test.ts'],
  globalSetup: 'tests/browser/globalSetup.ts',
  testTimeout: 120_000,
  expect: { poll: { timeout: 20_000 } },
  hookTimeout: 120_000,
};

export default defineConfig(({ isSsrBuild }) => ({
  base: './',
  plugins: [
    react(),
    libmPlugin(),
    plotlyDiet(),
    jaxDiet(),
    jaxReuse(),
    modernFonts(),
    workerEntry(),
    developmentPolicy(),
    serviceWorkerPlugin(),
  ],
  define: { global: 'globalThis' },
  ssr: { noExternal: true, external: ['playwright-core'], target: 'node' },
  server: { watch: { ignored: ['**/dist/**'] } },
  optimizeDeps: { entries: ['index.html', 'src/worker/worker.ts'] },
  build: {
    outDir: 'dist/page',
    target: isSsrBuild ? 'node20' : 'baseline-widely-available',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    copyPublicDir: !isSsrBuild,
    modulePreload: {
      polyfill: false,
      // A worker has no document to hang preloads on; the code of a landscape is loaded by workers too, from a shared file.
      resolveDependencies: (file, imports, { hostId }) =>
        /\bworker-[^/]*$/.test(hostId) || /\bpolynomialLoss-[^/]*$/.test(file) ? [] : imports,
    },
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  test: {
    // Vitest itself leaves a processor for the watching of files, which is half of the two that are promised.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: ['tests/core/**/*.test.ts'],
          testTimeout: 60_000,
          // The core keeps no state from one call to the next: its modules are loaded once.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/core/**', 'tests/browser/**'],
          testTimeout: 60_000,
        },
      },
      { extends: true, test: { ...browserTests, name: 'browser', exclude: [promptness], sequence: { groupOrder: 1 } } },
      {
        extends: true,
        test: {
          ...browserTests,
          name: 'promptness',
          include: [promptness],
          // Nothing else may run beside a test that holds the page to a time.
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
}));
