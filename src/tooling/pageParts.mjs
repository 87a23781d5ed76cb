import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/**
 * A file of the built page and everything that loads with it, by path below the page.
 * @param {string} page  folder of the built page
 * @param {string} file
 * @param {Set<string>} [found]
 * @returns {Set<string>}
 */
function withImports(page, file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  if (!file.endsWith('.js')) return found;
  const text = readFileSync(join(page, file), 'utf8');
  for (const [, name] of text.matchAll(/\b(?:import|from)\s*["'](\.[^"']+)["']/g)) {
    withImports(page, posix.join(posix.dirname(file), String(name)), found);
  }
  return found;
}

/**
 * The one chunk that the build named after a module.
 * @param {string} page
 * @param {string} name
 * @throws where there is none or more than one
 */
function chunk(page, name) {
  const files = readdirSync(join(page, 'assets')).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.js'));
  if (files.length !== 1) throw new Error(`The built page has ${files.length} chunks named ${name}, not one.`);
  return `assets/${files[0]}`;
}

/**
 * The parts of the built page that have a budget, as absolute paths.
 * @param {string} page  folder of the built page
 */
export function pageParts(page) {
  const html = readFileSync(join(page, 'index.html'), 'utf8');
  const linked = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => String(file));
  const shell = new Set(linked.flatMap((file) => [...withImports(page, file)]));
  const flat = [...withImports(page, chunk(page, 'PlotlyView'))].filter((file) => !shell.has(file));
  const first = new Set([...shell, ...flat, ...withImports(page, chunk(page, 'worker'))]);
  const space = [...withImports(page, chunk(page, 'Plotly3D'))].filter((file) => !first.has(file));
  const network = [...withImports(page, chunk(page, 'polynomialLoss'))].filter((file) => !first.has(file));
  const absolute = (/** @type {Iterable<string>} */ files) => [...files].map((file) => join(page, file));
  return {
    beforeContour: absolute(['index.html', ...first]),
    flat: absolute(flat),
    space: absolute(space),
    network: absolute(network),
    everything: readdirSync(join(page, 'assets'))
      .filter((file) => /\.(js|css)$/.test(file))
      .map((file) => join(page, 'assets', file)),
  };
}
