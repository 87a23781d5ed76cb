import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix } from 'node:path';
import type { Plugin } from 'vite';
import { stackglDiet } from './stackglDiet.ts';

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
  return `const d3 = {};\n(function () {\n${text}\n}).call(globalThis);\nexport { d3 as default, d3 as 'module.exports' };`;
}

// Plotly reads colours with this library's bundle of every colour space; the ones that CSS names are enough.
const culoriModule = `
import { modeHsl, modeLrgb, modeRgb, useMode } from 'culori/fn';
for (const mode of [modeRgb, modeHsl, modeLrgb]) useMode(mode);
export { converter, formatHex, formatRgb, wcagContrast, wcagLuminance } from 'culori/fn';`;

/** A component without methods: Plotly asks the registry for each one and takes a missing one for a no-op. */
const component = (name: string) => `module.exports = { moduleType: 'component', name: '${name}' };`;

/** A component whose list in the layout is always there and always empty. */
const emptyList = (name: string) =>
  `module.exports = { moduleType: 'component', name: '${name}', supplyLayoutDefaults(_, layout) { layout.${name} = []; } };`;

const nothing = 'module.exports = () => {};';
const noneOf = (...names: string[]) => `module.exports = { ${names.map((name) => `${name}() {}`).join(', ')} };`;

/**
 * What takes the place of a module of Plotly, by its path below Plotly's `src` or by the package's name. The views
 * draw axes, legends, hover and controls of their own, so of the flat plots only the drawing of a still picture is
 * left, and of the ones in space all but the hover labels.
 */
const replacements: Readonly<Record<string, () => string>> = {
  'components/annotations': () => emptyList('annotations'),
  'components/annotations3d': () => component('annotations3d'),
  'components/colorbar': () => component('colorbar'),
  'components/errorbars': () => component('errorbars'),
  'components/fx/hover': () => noneOf('hover', 'loneHover'),
  'components/grid': () => component('grid'),
  'components/images': () => emptyList('images'),
  'components/legend': () => component('legend'),
  'components/modebar/buttons': () => noneOf(),
  'components/modebar/manage': () => nothing,
  'components/rangeselector': () => component('rangeselector'),
  'components/rangeslider': () => component('rangeslider'),
  'components/selections': () => `${emptyList('selections')} module.exports.clearOutline = () => {};`,
  'components/shapes': () => emptyList('shapes'),
  'components/shapes/draw': () => noneOf('eraseActiveShape'),
  'components/sliders': () => component('sliders'),
  'components/updatemenus': () => component('updatemenus'),
  'fonts/ploticon': () => 'module.exports = {};',
  'plot_api/template_api': () => noneOf('makeTemplate', 'validateTemplate'),
  'plot_api/validate': () => nothing,
  'plots/cartesian/graph_interact': () => noneOf('initInteractions', 'updateFx'),
  'traces/bar/cross_trace_calc': () => noneOf('setGroupPositions'),
  'traces/histogram2d/calc': () => nothing,
  '@plotly/d3': d3Module,
  culori: () => culoriModule,
  'maplibre-gl/dist/maplibre-gl.css': () => '',
  'native-promise-only': () => '',
};

const virtual = '\0plotly-diet:';

/** Key among the replacements for what a file of Plotly imports. */
function keyOf(source: string, importer: string): string {
  if (!source.startsWith('.')) return source;
  const folder = posix.dirname(importer.slice(importer.lastIndexOf('/plotly.js/src/') + '/plotly.js/src/'.length));
  return posix.join(folder, source).replace(/\.js$/, '');
}

/**
 * Leaves out of the built page what Plotly's core brings and no view uses. Measured on core + contour with its style
 * sheet, compressed: 402 kB before, 226 kB after. The development server takes Plotly whole.
 */
export function plotlyDiet(): Plugin {
  const applied = new Set<string>();
  return {
    name: 'plotly-diet',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer?.includes('/plotly.js/src/')) return null;
      const key = keyOf(source, importer);
      if (!Object.hasOwn(replacements, key)) return null;
      applied.add(key);
      return `${virtual}${key}:`;
    },
    load: {
      filter: { id: new RegExp(`^${virtual}`) },
      handler: (id) => replacements[id.slice(virtual.length, -1)]?.(),
    },
    transform: {
      filter: { id: /plotly\.js\/stackgl_modules\/index\.js$/ },
      handler: (bundle) => ({ code: stackglDiet(bundle), map: null }),
    },
    buildEnd(error) {
      const missed = Object.keys(replacements).filter((key) => !applied.has(key));
      if (error || applied.size === 0 || missed.length === 0) return;
      this.error(`Plotly no longer imports ${missed.join(', ')}: look at src/tooling/plotlyDiet.ts again.`);
    },
  };
}
