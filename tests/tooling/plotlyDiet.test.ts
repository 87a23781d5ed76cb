import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { expect, test } from 'vitest';
import { plotlyDiet } from '../../src/tooling/plotlyDiet.ts';

/** Modules of a bundle of Plotly's parts, by path below node_modules, and its size. */
async function bundle(parts: readonly string[], plugins: readonly Plugin[]) {
  const entry = 'virtual:entry';
  const code = parts
    .map((part, i) => `import part${i} from 'plotly.js/lib/${part}'; console.log(part${i});`)
    .join('\n');
  const provide: Plugin = {
    name: 'entry',
    resolveId: (id) => (id === entry ? resolve('src/entry.js') : null),
    load: (id) => (id === resolve('src/entry.js') ? code : null),
  };
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [provide, ...plugins],
    build: { write: false, rolldownOptions: { input: entry } },
  });
  const chunks = [output].flat().flatMap((one) => ('output' in one ? one.output : []));
  const modules = chunks.flatMap((chunk) => (chunk.type === 'chunk' ? Object.keys(chunk.modules) : []));
  return {
    modules: modules.map((id) => id.replace(/^.*\/node_modules\//, '')),
    size: chunks.reduce((sum, chunk) => sum + (chunk.type === 'chunk' ? chunk.code.length : 0), 0),
  };
}

test('what no view uses is gone, and what draws is there', async () => {
  const whole = await bundle(['core', 'contour'], []);
  const lean = await bundle(['core', 'contour'], [plotlyDiet()]);
  expect(whole.modules).toContain('plotly.js/src/components/legend/draw.js');
  expect(lean.modules).toContain('plotly.js/src/traces/contour/plot.js');
  for (const gone of ['plotly.js/src/components/legend/draw.js', '@plotly/d3/d3.js', 'culori/bundled/culori.cjs']) {
    expect(whole.modules).toContain(gone);
    expect(lean.modules).not.toContain(gone);
  }
  expect(lean.size).toBeLessThan(0.62 * whole.size);
});

test('a Plotly that is built otherwise than expected stops the build', () => {
  const plugin = plotlyDiet() as unknown as {
    resolveId(source: string, importer: string): string | null;
    buildEnd(this: { error(message: string): void }): void;
  };
  expect(plugin.resolveId('@plotly/d3', '/n/plotly.js/src/lib/index.js')).not.toBeNull();
  expect(plugin.resolveId('./sliders', '/n/plotly.js/src/components/x.js')).not.toBeNull();
  expect(plugin.resolveId('./sliders', '/n/other/src/components/x.js')).toBeNull();
  const said: string[] = [];
  plugin.buildEnd.call({ error: (message) => said.push(message) });
  expect(said).toEqual([expect.stringContaining('Plotly no longer imports components/annotations,')]);
  expect(said[0]).not.toContain('components/sliders');
});
