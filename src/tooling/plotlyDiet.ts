import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Components that Plotly's core registers and no view uses. A registered component without methods is one that does
 * nothing: Plotly asks the registry for every method and takes a missing one for a no-op.
 */
const unusedComponents = [
  'annotations3d',
  'errorbars',
  'images',
  'rangeselector',
  'rangeslider',
  'sliders',
  'updatemenus',
];

/** What Plotly's core, contour, heatmap, surface and scatter3d use of d3 3, as paths below its `src`. */
const d3Parts = [
  'compat/',
  'arrays/extent',
  'arrays/max',
  'arrays/min',
  'behavior/drag',
  'core/rebind',
  'event/dispatch',
  'event/event',
  'event/mouse',
  'format/round',
  'interpolate/ease',
  'scale/linear',
  'selection/',
  'transition/',
];

const stylesheet = 'maplibre-gl/dist/maplibre-gl.css';
const virtual = '\0plotly-diet:';

/**
 * Joins d3's source files as its own build does: an import is replaced by the file's text, the first time only.
 * @param folder  d3's `src`
 * @param parts  files to begin with; a trailing slash means the folder's index
 */
function joinD3(folder: string, parts: readonly string[]): string {
  const seen = new Set<string>();
  const textOf = (from: string, part: string): string[] => {
    const file = join(from, part.endsWith('/') ? `${part}index.js` : `${part}.js`);
    if (seen.has(file)) return [];
    seen.add(file);
    return readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line) => {
        const name = /^import "(.+)";?\s*$/.exec(line)?.[1];
        return name === undefined ? [line] : textOf(dirname(file), name);
      });
  };
  return parts.flatMap((part) => textOf(folder, part)).join('\n');
}

function d3Module(): string {
  const manifest = createRequire(import.meta.url).resolve('@plotly/d3/package.json');
  const text = joinD3(join(dirname(manifest), 'src'), d3Parts);
  return `const self = globalThis;\nconst d3 = {};\n${text}\nexport { d3 as default, d3 as 'module.exports' };`;
}

// Plotly reads colours with this library's bundle of every colour space; the ones that CSS names are enough.
const culoriModule = `
import { modeHsl, modeLrgb, modeRgb, useMode } from 'culori/fn';
for (const mode of [modeRgb, modeHsl, modeLrgb]) useMode(mode);
export { converter, formatHex, formatRgb, wcagContrast, wcagLuminance } from 'culori/fn';`;

function sourceOf(name: string): string {
  if (name === 'd3') return d3Module();
  if (name === 'culori') return culoriModule;
  if (name === 'empty') return '';
  return `module.exports = { moduleType: 'component', name: '${name}' };`;
}

/** Name of the replacement for what a file of Plotly imports, or undefined where it keeps the original. */
function replacementFor(source: string, importer: string): string | undefined {
  if (source === '@plotly/d3') return 'd3';
  if (source === 'culori') return 'culori';
  if (source === stylesheet) return 'empty';
  const component = /^\.\/components\/(\w+)$/.exec(source)?.[1];
  if (component === undefined || !importer.endsWith('/src/core.js')) return undefined;
  return unusedComponents.includes(component) ? component : undefined;
}

/**
 * Leaves out of the built page what Plotly's core brings and a landscape never shows: most of d3 and culori, seven
 * components, and the map's style sheet. Measured on core + contour: 402 kB -> 324 kB, gzip.
 * The development server takes Plotly whole.
 */
export function plotlyDiet(): Plugin {
  const applied = new Set<string>();
  let sawPlotly = false;
  return {
    name: 'plotly-diet',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer || !/\/plotly\.js\/(src|lib)\//.test(importer)) return null;
      sawPlotly = true;
      const name = replacementFor(source, importer);
      if (name === undefined) return null;
      applied.add(name);
      return virtual + name;
    },
    load(id) {
      return id.startsWith(virtual) ? sourceOf(id.slice(virtual.length)) : null;
    },
    buildEnd(error) {
      const missed = ['d3', 'culori', 'empty', ...unusedComponents].filter((name) => !applied.has(name));
      if (error || !sawPlotly || missed.length === 0) return;
      this.error(
        `Plotly no longer imports ${missed.join(', ')} where it did: look at src/tooling/plotlyDiet.ts again.`,
      );
    },
  };
}
