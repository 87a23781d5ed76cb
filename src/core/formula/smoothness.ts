import type { Smoothness } from './CompiledFormula.ts';
import { functions } from './functions.ts';
import { type ApplicationNode, type Node, reachable, type Sign } from './graph.ts';

/** What is certain of the signs of `nodes`, which come operands first. */
function signsOf(nodes: readonly Node[]): Map<Node, Sign> {
  const signs = new Map<Node, Sign>();
  for (const node of nodes) {
    let sign: Sign = 'any';
    if (node.kind === 'literal') sign = node.value > 0 ? 'positive' : node.value === 0 ? 'nonnegative' : 'any';
    else if (node.kind === 'application') {
      const known = node.args.map((operand) => signs.get(operand)) as unknown as [Sign, Sign, Sign];
      sign = node.operation.sign?.(known, node.args) ?? 'any';
    }
    signs.set(node, sign);
  }
  return signs;
}

/**
 * What the derivatives of `root` miss. A root, a modulus and their like count as non-smooth unless their argument is
 * certain to be positive: √(1 + x²) is smooth, √(x² + y²) has a cusp.
 */
export function smoothnessOf(root: Node): Smoothness {
  const nodes = reachable([root]);
  const signs = signsOf(nodes);
  const varying = nodes.filter((node): node is ApplicationNode => node.kind === 'application' && node.varies);
  const bent = varying.filter(({ operation, args }) => {
    return operation.nonSmooth === 'somewhere' || (operation.nonSmooth && signs.get(args[0]) !== 'positive');
  });
  const operations = new Set(bent.map(({ operation }) => operation));
  return {
    piecewise: varying.some(({ operation }) => operation.piecewise),
    nonSmooth: [...functions.values()].filter((row) => operations.has(row)).map(({ name }) => name),
  };
}
