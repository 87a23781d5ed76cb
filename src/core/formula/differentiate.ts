import { and, areOpposite, choose, or } from './conditions.ts';
import { type Graph, isLiteral, type Node, reachable } from './graph.ts';
import { plus } from './operators.ts';

/**
 * A number that means something only where a condition holds. Derivatives through a branch that is not taken may be
 * NaN or infinite; they are never multiplied by zero but left out by `select`.
 */
interface Guarded {
  readonly when: Node;
  readonly value: Node;
}

function unguarded(g: Graph, { when, value }: Guarded): Node {
  return choose(g, when, value, g.literal(0));
}

/** The sum of guarded terms, meaningful where at least one of them is. */
function guardedSum(g: Graph, terms: readonly Guarded[]): Guarded {
  const byCondition = new Map<Node, Node>();
  for (const { when, value } of terms) {
    const known = byCondition.get(when);
    byCondition.set(when, known ? plus(g, known, value) : value);
  }
  const groups = [...byCondition].map(([when, value]) => ({ when, value }));
  const [first, second] = groups as [Guarded, Guarded];
  if (groups.length === 1) return first;
  if (groups.length === 2 && areOpposite(first.when, second.when)) {
    return { when: g.truth(true), value: choose(g, first.when, first.value, second.value) };
  }
  return {
    when: groups.map(({ when }) => when).reduce((a, b) => g.apply(or, [a, b])),
    value: groups.map((group) => unguarded(g, group)).reduce((a, b) => plus(g, a, b)),
  };
}

/** `t` times the derivative of `node` by its operand number `operand`, or null where that is zero. */
function through(g: Graph, node: Node, operand: number, t: Guarded): Guarded | null {
  if (node.kind !== 'application') return null;
  const derivative = node.operation.derivatives[operand];
  if (!derivative) return null;
  const value = derivative(g, t.value, node.args, node);
  if (isLiteral(value, 0)) return null;
  const taken = node.operation.taken?.(g, node.args, operand);
  return { when: taken ? g.apply(and, [t.when, taken]) : t.when, value };
}

/**
 * The gradient of `root` by the first `count` variables, by reverse accumulation.
 * @returns one node per variable
 * @throws GraphTooLarge
 * Source: Griewank and Walther (2008), Evaluating Derivatives, ch. 3.
 */
export function gradient(g: Graph, root: Node, count: number): Node[] {
  const result = new Array<Node>(count).fill(g.literal(0));
  const adjoints = new Map<Node, Guarded[]>([[root, [{ when: g.truth(true), value: g.literal(1) }]]]);
  for (const node of reachable([root]).reverse()) {
    const terms = adjoints.get(node);
    if (!terms || !node.varies) continue;
    adjoints.delete(node);
    const adjoint = guardedSum(g, terms);
    if (node.kind === 'input') result[node.index] = unguarded(g, adjoint);
    node.args.forEach((operand, position) => {
      const term = operand.varies ? through(g, node, position, adjoint) : null;
      if (!term) return;
      const others = adjoints.get(operand);
      if (others) others.push(term);
      else adjoints.set(operand, [term]);
    });
  }
  return result;
}

/**
 * Directional derivatives of `roots` by forward accumulation.
 * @param seed  the direction's component for a variable, or null for zero
 * @returns one node per root, or null where the derivative is zero
 * @throws GraphTooLarge
 * Source: Griewank and Walther (2008), Evaluating Derivatives, ch. 3.
 */
export function tangents(g: Graph, roots: readonly Node[], seed: (variable: number) => Node | null): (Node | null)[] {
  const known = new Map<Node, Node>();
  const always = g.truth(true);
  for (const node of reachable(roots)) {
    if (!node.varies) continue;
    if (node.kind === 'input') {
      const value = node.source === 'variable' ? seed(node.index) : null;
      if (value) known.set(node, value);
      continue;
    }
    const terms: Guarded[] = [];
    node.args.forEach((operand, position) => {
      const value = known.get(operand);
      const term = value && through(g, node, position, { when: always, value });
      if (term) terms.push(term);
    });
    if (terms.length > 0) known.set(node, unguarded(g, guardedSum(g, terms)));
  }
  return roots.map((root) => known.get(root) ?? null);
}

/**
 * The Hessian's lower triangle, row by row: entries (0,0), (1,0), (1,1), (2,0), …
 * @param slopes  the gradient
 * @throws GraphTooLarge
 */
export function hessianTriangle(g: Graph, slopes: readonly Node[]): Node[] {
  const n = slopes.length;
  const triangle = new Array<Node>((n * (n + 1)) / 2).fill(g.literal(0));
  for (let column = 0; column < n; column++) {
    const rows = tangents(g, slopes.slice(column), (variable) => (variable === column ? g.literal(1) : null));
    rows.forEach((entry, below) => {
      const row = column + below;
      if (entry) triangle[(row * (row + 1)) / 2 + column] = entry;
    });
  }
  return triangle;
}
