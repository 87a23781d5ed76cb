import { type Graph, type Node, reachable } from './graph.ts';

/**
 * The same values in terms of operations that can be emitted.
 * @returns one node per root
 * @throws GraphTooLarge
 */
export function lower(g: Graph, roots: readonly Node[]): Node[] {
  const lowered = new Map<Node, Node>();
  const get = (node: Node): Node => lowered.get(node) as Node;
  for (const node of reachable(roots)) {
    if (node.kind !== 'application') {
      lowered.set(node, node);
      continue;
    }
    const args = node.args.map(get) as unknown as typeof node.args;
    const changed = node.operation.lower?.(g, args);
    if (changed) lowered.set(node, changed);
    else lowered.set(node, args.every((arg, i) => arg === node.args[i]) ? node : g.apply(node.operation, args));
  }
  return roots.map(get);
}
