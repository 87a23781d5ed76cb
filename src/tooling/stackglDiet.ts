/** The parts of Plotly’s WebGL code that only cones, streamtubes, meshes and error bars in space draw with. */
const UNUSED = [
  'alpha_shape',
  'convex_hull',
  'delaunay_triangulate',
  'gl_cone3d',
  'gl_error3d',
  'gl_mesh3d',
  'gl_streamtube3d',
] as const;

/** A stand-in that every browser with WebGL 2 has no use for. */
const POLYFILL = /typeof WeakMap === 'undefined' \? __webpack_require__\(\d+\) : WeakMap/g;

/** Where the modules end, and what starts them begins. */
const START = '/******/ \t});';
const MODULE = /^\/\*\*\*\/ (\d+)$/m;
const REQUIRED = /__webpack_require__\((\d+)\)/g;

/**
 * Plotly’s bundle of WebGL code without the modules that nothing needs any more once the parts are left out that no
 * view uses: a bundler cannot look into a bundle.
 * @throws Error where it is not the bundle that this was written for
 */
export function stackglDiet(bundle: string): string {
  const cut = bundle.indexOf(START);
  const [head = '', ...rest] = bundle.slice(0, cut).replaceAll(POLYFILL, 'WeakMap').split(MODULE);
  const bodies = new Map<string, string>();
  for (let i = 0; i + 1 < rest.length; i += 2) bodies.set(rest[i] as string, rest[i + 1] as string);
  const entry = [...bodies.keys()][0] ?? '';
  bodies.set(entry, UNUSED.reduce(withoutPart, bodies.get(entry) ?? ''));
  const kept = reachable(bodies, entry);
  const modules = [...bodies].filter(([id]) => kept.has(id)).map(([id, body]) => `/***/ ${id}${body}`);
  return head + modules.join('') + bundle.slice(cut);
}

function withoutPart(entry: string, part: string): string {
  const without = entry.replace(new RegExp(`\\n\\s*${part}: __webpack_require__\\(\\d+\\),`), '');
  if (without === entry)
    throw new Error(`Plotly’s WebGL code has no ${part}: look at src/tooling/stackglDiet.ts again.`);
  return without;
}

function reachable(bodies: ReadonlyMap<string, string>, entry: string): Set<string> {
  const found = new Set<string>();
  const open = [entry];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const body = bodies.get(id);
    if (found.has(id) || body === undefined) continue;
    found.add(id);
    open.push(...Array.from(body.matchAll(REQUIRED), ([, next]) => next as string));
  }
  return found;
}
