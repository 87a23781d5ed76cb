import { posix } from 'node:path';
import { childOf, type Import, type SourceFile, type SyntaxNode, walk } from './SourceFile.ts';

/** A rule of the house: one sentence for each place that breaks it. */
export interface Rule {
  readonly name: string;
  readonly check: (files: readonly SourceFile[]) => readonly string[];
}

/** A rule that looks at one file at a time. */
function fileRule(name: string, check: (file: SourceFile) => readonly string[]): Rule {
  return { name, check: (files) => files.flatMap((file) => check(file).map((what) => `${file.path} ${what}`)) };
}

/** A rule that looks at one import at a time, of a file or of a package. */
function importRule(name: string, forbids: (path: string, wanted: Import) => boolean): Rule {
  return fileRule(name, ({ path, imports }) =>
    imports.filter((wanted) => forbids(path, wanted)).map(({ target }) => `imports ${target}`),
  );
}

/** A rule that looks at one node of the syntax tree at a time; `find` says what is wrong with it. */
function syntaxRule(
  name: string,
  find: (node: SyntaxNode, file: SourceFile, parent?: SyntaxNode) => string | undefined,
): Rule {
  return fileRule(name, (file) => {
    const found: string[] = [];
    if (file.program) {
      walk(file.program, (node, parent) => {
        const what = find(node, file, parent);
        if (what !== undefined) found.push(`uses ${what}`);
      });
    }
    return found;
  });
}

/** "core" for src/core/rng.ts, "main.tsx" for src/main.tsx; undefined for packages. */
function roomOf(path: string): string | undefined {
  return /^src\/([^/]+)/.exec(path)?.[1];
}

/** What each room may import; a room may always import itself. */
const directions: Readonly<Record<string, readonly string[]>> = {
  core: [],
  scenario: ['core'],
  worker: ['core', 'scenario'],
  headless: ['core', 'scenario'],
  views: ['core', 'scenario'],
  store: ['core', 'scenario', 'worker'],
  app: ['core', 'scenario', 'worker', 'store', 'views'],
  'main.tsx': ['store', 'app'],
  tooling: [],
};

const direction = importRule('rooms import only what stands below them', (path, { target }) => {
  const from = roomOf(path);
  const to = roomOf(target);
  if (from === undefined || to === undefined || from === to) return false;
  return !directions[from]?.includes(to);
});

/** "linalg" for src/core/linalg/vectors.ts, "" for src/core/rng.ts; undefined outside core. */
function coreRoomOf(path: string): string | undefined {
  return /^src\/core\/(?:([^/]+)\/)?[^/]+$/
    .exec(path)
    ?.slice(1, 2)
    .map((room) => room ?? '')[0];
}

/** What each part of core may import beside itself, the files that stand directly in core, and libm. */
const coreDirections: Readonly<Record<string, readonly string[]>> = {
  '': [],
  libm: [],
  linalg: [],
  objective: ['linalg'],
  formula: ['linalg', 'objective'],
  networks: ['linalg', 'objective'],
  landscapes: ['linalg', 'objective', 'networks'],
  methods: ['linalg', 'objective'],
  critical: ['linalg', 'objective'],
  topology: ['linalg', 'objective', 'critical'],
  descent: ['linalg', 'objective', 'critical', 'methods'],
  // The noise of perturbed gradient descent; its steps on the octopus need numbers that no method knows.
  escape: ['linalg', 'objective', 'methods'],
  paths: ['linalg', 'objective', 'methods'],
  claims: ['linalg', 'objective', 'landscapes', 'methods', 'critical', 'topology', 'descent', 'escape', 'paths'],
};

const coreDirection = importRule('parts of core import only what stands below them', (path, { target, kind }) => {
  const from = coreRoomOf(path);
  const to = coreRoomOf(target);
  if (from === undefined || to === undefined || from === to || to === 'libm') return false;
  if (to === '' && from !== 'libm') return false;
  const isContract =
    kind === 'type' &&
    target === 'src/core/landscapes/Landscape.ts' &&
    !['', 'libm', 'linalg', 'objective'].includes(from);
  return !isContract && !coreDirections[from]?.includes(to);
});

/** Where each package may be imported; a package that is not named here may be imported anywhere outside core. */
const packageHomes: readonly (readonly [name: RegExp, home: RegExp])[] = [
  [/^mathjs(\/|$)/, /^src\/core\/formula\/parse\.ts$/],
  [/^@jax-js\//, /^src\/core\/networks\//],
  [/^pure-rand\//, /^src\/core\/rng\.ts$/],
  [/^leven$/, /^src\/(core\/formula|scenario)\//],
  [/^plotly\.js(\/|$)/, /^src\/views\/Plotly\w*\.tsx$/],
  [/^zod(\/|$)/, /^src\/scenario\//],
  [/^(react|react-dom)(\/|$)/, /^src\/(views|app|main\.tsx)/],
  [/^@mantine\//, /^src\/app\//],
  [/^katex(\/|$)/, /^src\/app\/typeset\//],
  [/^(node:|vite$|playwright-core$|assemblyscript)/, /^src\/(tooling|headless)\//],
];

const packages = importRule('each package is imported in its own place', (path, { target }) => {
  if (roomOf(target) !== undefined || roomOf(path) === undefined) return false;
  const homes = packageHomes.filter(([name]) => name.test(target));
  return homes.length === 0 ? path.startsWith('src/core/') : !homes.some(([, home]) => home.test(path));
});

/** The functions of `Math` whose results the language fixes to the last bit; its constants are plain numbers. */
const exactMath = /^(abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc|[A-Z][A-Z0-9_]*)$/;
const engineDependent = /^(Date|performance|Intl|crypto|toLocaleString|localeCompare)$/;

/** True where a node is a name that stands for a value, rather than a property's or a type's name. */
function isValueName(node: SyntaxNode, parent?: SyntaxNode): boolean {
  if (node.type !== 'Identifier') return false;
  if (parent?.type === 'MemberExpression') return childOf(parent, 'object') === node || parent.computed === true;
  if (parent?.type === 'Property') return childOf(parent, 'value') === node || parent.computed === true;
  return !parent?.type.startsWith('TS') || /^TS(AsExpression|NonNullExpression|SatisfiesExpression)$/.test(parent.type);
}

const sameBits = syntaxRule('core gives the same bits in every engine', (node, { path }, parent) => {
  if (!path.startsWith('src/core/')) return undefined;
  if (
    (node.type === 'BinaryExpression' || node.type === 'AssignmentExpression') &&
    /^\*\*=?$/.test(String(node.operator))
  ) {
    return 'the operator **';
  }
  const name = String(node.name);
  if (
    node.type === 'Identifier' &&
    engineDependent.test(name) &&
    (isValueName(node, parent) || /^[a-z]+[A-Z]/.test(name))
  )
    return name;
  if (!isValueName(node, parent) || name !== 'Math') return undefined;
  const property =
    parent?.type === 'MemberExpression' && !parent.computed ? childOf(parent, 'property')?.name : undefined;
  return exactMath.test(String(property)) && property !== undefined ? undefined : `Math.${property ?? '…'}`;
});

/** Ways to run text as code or to put text into the page as markup. */
const noCodeFromText = syntaxRule('no text becomes code or markup', (node, { path }, parent) => {
  if (path.startsWith('src/tooling/')) return undefined;
  const name = String(node.name);
  if (node.type === 'Identifier' && /^(eval|Function)$/.test(name) && !parent?.type.startsWith('TS')) return name;
  if (node.type === 'JSXIdentifier' && name === 'dangerouslySetInnerHTML')
    return path === 'src/app/typeset/Typeset.tsx' ? undefined : name;
  const isMarkup =
    node.type === 'Identifier' && /^(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML)$/.test(name);
  return isMarkup ? name : undefined;
});

/** True where a file does nothing but list style sheets. */
function isStyleList({ program, imports }: SourceFile): boolean {
  const statements = (program?.body ?? []) as SyntaxNode[];
  return (
    statements.length > 0 &&
    statements.length === imports.length &&
    imports.every(({ target }) => target.endsWith('.css'))
  );
}

const noRegistrationByMagic: Rule = {
  name: 'nothing is found by a glob or registered by a side effect',
  check: (files) => {
    const harmless = new Set(files.filter(isStyleList).map(({ path }) => path));
    const isEffect = ({ kind, target }: Import) =>
      kind === 'side effect' && !target.endsWith('.css') && !harmless.has(target);
    const effects = importRule('', (path, wanted) => roomOf(path) !== 'tooling' && isEffect(wanted));
    const globs = syntaxRule('', (node) => {
      const isGlob = node.type === 'MemberExpression' && childOf(node, 'object')?.type === 'MetaProperty';
      return isGlob && childOf(node, 'property')?.name === 'glob' ? 'import.meta.glob' : undefined;
    });
    return [...effects.check(files), ...globs.check(files)];
  },
};

const noBarrels = fileRule('no file only passes on what others export', ({ path, program }) => {
  const statements = (program?.body ?? []) as SyntaxNode[];
  const passesOn = (statement: SyntaxNode) =>
    statement.type === 'ImportDeclaration' ||
    statement.type === 'ExportAllDeclaration' ||
    (statement.type === 'ExportNamedDeclaration' && !childOf(statement, 'declaration'));
  const exports = statements.some((statement) => statement.type.startsWith('Export'));
  const isBarrel = exports && statements.every(passesOn);
  return isBarrel || /\/index\.\w+$/.test(path) ? ['is a barrel'] : [];
});

const tellingNames = fileRule('files are named after what they hold', ({ path }) => {
  const words = posix
    .basename(path)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z]+/);
  const vague = words.find((word) => /^(utils?|helpers?|managers?)$/i.test(word));
  return vague === undefined ? [] : [`is named "${vague}"`];
});

const longest = 350;
const shortFiles = fileRule(`no file is longer than ${longest} lines`, ({ path, text }) => {
  const lines = text.replace(/\n$/, '').split('\n').length;
  return path.startsWith('src/') && lines > longest ? [`has ${lines} lines`] : [];
});

/** Follows imports from one file; a path that comes back to a file on it is a circle. */
function circleFrom(
  start: string,
  graph: ReadonlyMap<string, readonly string[]>,
  done: Set<string>,
): string[] | undefined {
  const path: string[] = [];
  const visit = (file: string): string[] | undefined => {
    const seen = path.indexOf(file);
    if (seen >= 0) return [...path.slice(seen), file];
    if (done.has(file)) return undefined;
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next);
      if (circle) return circle;
    }
    path.pop();
    done.add(file);
    return undefined;
  };
  return visit(start);
}

const noCircles: Rule = {
  name: 'no files import each other in a circle',
  check: (files) => {
    const runs = ({ kind }: Import) => kind === 'value' || kind === 'side effect';
    const graph = new Map(files.map(({ path, imports }) => [path, imports.filter(runs).map(({ target }) => target)]));
    const done = new Set<string>();
    for (const { path } of files) {
      const circle = circleFrom(path, graph, done);
      if (circle) return [circle.join(' -> ')];
    }
    return [];
  },
};

export const rules: readonly Rule[] = [
  direction,
  coreDirection,
  packages,
  sameBits,
  noCodeFromText,
  noRegistrationByMagic,
  noBarrels,
  tellingNames,
  shortFiles,
  noCircles,
];
