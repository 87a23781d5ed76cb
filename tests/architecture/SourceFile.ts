import { readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { parseSync } from 'vite';
import { filesUnder } from '../../src/tooling/contentHash.mjs';
import { root } from '../../src/tooling/root.mjs';

/** A node of the syntax tree as the parser gives it; every field beside `type` depends on the type. */
export interface SyntaxNode {
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface Import {
  /** Path of the file below the repository, or the package's specifier as written. */
  readonly target: string;
  /** `type`: erased before anything runs. `later`: a dynamic import, or a worker's address. */
  readonly kind: 'type' | 'value' | 'side effect' | 'later';
}

/** A file of the tree, parsed. */
export interface SourceFile {
  /** Below the repository, with forward slashes: "src/core/rng.ts". */
  readonly path: string;
  readonly text: string;
  /** Undefined for style sheets. */
  readonly program: SyntaxNode | undefined;
  readonly imports: readonly Import[];
}

/** Calls `visit` with every node at or below `node`, each with its parent, parents first. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, parent?: SyntaxNode) => void,
  parent?: SyntaxNode,
): void {
  visit(node, parent);
  for (const child of Object.values(node).flat()) {
    if (isNode(child)) walk(child, visit, node);
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';
}

/** The node that a field holds, if it holds one. */
export function childOf(node: SyntaxNode | undefined, field: string): SyntaxNode | undefined {
  const child = node?.[field];
  return isNode(child) ? child : undefined;
}

function kindOfImport(node: SyntaxNode): Import['kind'] {
  if (node.importKind === 'type' || node.exportKind === 'type') return 'type';
  const names = (node.specifiers ?? []) as SyntaxNode[];
  if (node.type === 'ImportDeclaration' && names.length === 0) return 'side effect';
  const areTypes = names.length > 0 && names.every((name) => name.importKind === 'type' || name.exportKind === 'type');
  return areTypes ? 'type' : 'value';
}

/** Specifier and kind of what a node imports, or undefined where it imports nothing. */
function importOf(node: SyntaxNode): { specifier: unknown; kind: Import['kind'] } | undefined {
  if (/^(Import|ExportNamed|ExportAll)Declaration$/.test(node.type)) {
    const source = childOf(node, 'source');
    return source && { specifier: source.value, kind: kindOfImport(node) };
  }
  if (node.type === 'ImportExpression') return { specifier: childOf(node, 'source')?.value, kind: 'later' };
  if (node.type === 'TSImportType') return { specifier: childOf(node, 'source')?.value, kind: 'type' };
  if (node.type === 'NewExpression' && childOf(node, 'callee')?.name === 'URL') {
    const [address, base] = node.arguments as SyntaxNode[];
    if (childOf(base, 'object')?.type === 'MetaProperty') return { specifier: address?.value, kind: 'later' };
  }
  return undefined;
}

/**
 * Parses one file.
 * @param path  below the repository, with forward slashes
 * @throws SyntaxError where it cannot be read, or imports something whose name only a run can tell
 */
export function parseFile(path: string, text: string): SourceFile {
  if (path.endsWith('.css')) return { path, text, program: undefined, imports: [] };
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0]?.message}`);
  const imports: Import[] = [];
  const tree = program as unknown as SyntaxNode;
  walk(tree, (node) => {
    const found = importOf(node);
    if (found === undefined) return;
    const { specifier, kind } = found;
    if (typeof specifier === 'string') {
      const name = specifier.replace(/\?.*$/, '');
      imports.push({ target: name.startsWith('.') ? posix.join(posix.dirname(path), name) : name, kind });
    } else if (!path.startsWith('src/tooling/')) {
      throw new SyntaxError(`${path} imports something whose name only a run can tell`);
    }
  });
  return { path, text, program: tree, imports };
}

/** Every TypeScript, JavaScript and CSS file below a folder of the repository. */
export function readTree(folder: string): SourceFile[] {
  return filesUnder(join(root, folder))
    .filter((file) => /\.(ts|tsx|js|mjs|css)$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => parseFile(relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8')));
}
