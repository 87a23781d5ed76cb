import type { Libm } from '../libm.ts';
import type { Enclosure } from './bounds.ts';

/** What a formula is evaluated at: coordinates, the direction of a Hessian-vector product, or slider constants. */
export type InputSource = 'variable' | 'direction' | 'constant';

interface NodeBase {
  /** Position in the order of creation; operands have smaller ids than what uses them. */
  readonly id: number;
  /** True for a condition, false for a number. */
  readonly truth: boolean;
  /** True where the node depends on a variable or a direction. */
  readonly varies: boolean;
  /** Operations from the inputs to here, along the longest way. */
  readonly depth: number;
  readonly args: readonly Node[];
}
export interface LiteralNode extends NodeBase {
  readonly kind: 'literal';
  /** A condition is 1 or 0. */
  readonly value: number;
}
export interface InputNode extends NodeBase {
  readonly kind: 'input';
  readonly source: InputSource;
  readonly index: number;
}
export interface ApplicationNode extends NodeBase {
  readonly kind: 'application';
  readonly operation: Operation;
  readonly args: Operands;
}
/** A subexpression. Equal subexpressions of one graph are the same object. */
export type Node = LiteralNode | InputNode | ApplicationNode;

/** The operands that an operation takes, one to three; those beyond its number do not exist and are never read. */
export type Operands = readonly [Node, Node, Node];

/** What is certain of a number's sign wherever it is a number. */
export type Sign = 'positive' | 'nonnegative' | 'any';

/** `t` times the partial derivative of `self = operation(args)` by one operand; linear in `t`. */
export type Derivative = (graph: Graph, t: Node, args: Operands, self: Node) => Node;

/** How an operation becomes instructions: one instruction (scalar and two-lane form), or a call into libm. */
export type Emission = { readonly scalar: readonly number[]; readonly lanes: readonly number[] } | keyof Libm;

/** One row of the tables in operators.ts and functions.ts: everything that the engine knows about an operation. */
export interface Operation {
  readonly name: string;
  /** One entry per operand. */
  readonly takes: readonly ('number' | 'truth')[];
  readonly gives: 'number' | 'truth';
  /** The value for literal operands, with the very bits of the emitted code; conditions are 1 and 0. */
  readonly fold: (a: number, b: number, c: number) => number;
  /** Bounds of the value from bounds of the operands. */
  readonly encloses: Enclosure;
  /** Null where `lower` replaces the node before emission. */
  readonly emission: Emission | null;
  /** One entry per operand; null where the derivative is zero almost everywhere. */
  readonly derivatives: readonly (Derivative | null)[];
  /** An equal node that is cheaper, or null. Values must stay the same, bit by bit (but for NaN's payload). */
  readonly simplify?: (graph: Graph, args: Operands) => Node | null;
  /** The node in terms of emittable operations, or null to emit it as it is. Runs after differentiation. */
  readonly lower?: (graph: Graph, args: Operands) => Node | null;
  /** Under which condition the value, and so the derivative, is that of the given operand. */
  readonly taken?: (graph: Graph, args: Operands, operand: number) => Node;
  readonly commutative?: true;
  /** It has kinks or jumps; `at-zero`: only where its first operand is zero. */
  readonly nonSmooth?: 'somewhere' | 'at-zero';
  /** What is known of its sign from those of its operands; nothing where it is left out. */
  readonly sign?: (signs: readonly [Sign, Sign, Sign], args: Operands) => Sign;
  /** It tells cases apart: a comparison. */
  readonly piecewise?: true;
}

/** A graph has outgrown its bound. */
export class GraphTooLarge extends Error {}

/** Ids stay below this, so that three of them fit into one exact number. */
const MOST_IDS = 131_072;

/**
 * An expression graph in which equal subexpressions exist once, literals are folded, and operations simplify
 * themselves as they are applied.
 */
export class Graph {
  readonly nodes: Node[] = [];
  readonly #leaves = new Map<string, Node>();
  readonly #applications = new Map<Operation, Map<number, Node>>();
  #limit: number;

  /** @param limit  number of nodes above which GraphTooLarge is thrown */
  constructor(limit: number) {
    this.#limit = Math.min(MOST_IDS, limit);
  }

  /**
   * Runs `work` with room for `more` new nodes; its nodes stay, and the bound moves along.
   * @throws GraphTooLarge
   */
  within<Result>(more: number, work: () => Result): Result {
    this.#limit = Math.min(MOST_IDS, this.nodes.length + more);
    return work();
  }

  literal(value: number): Node {
    const key = Object.is(value, -0) ? '-0' : String(value);
    const base = { kind: 'literal', truth: false, varies: false, depth: 0, args: [] } as const;
    return this.#leaves.get(key) ?? this.#addLeaf(key, (id) => ({ id, ...base, value }));
  }

  truth(value: boolean): Node {
    const key = String(value);
    const base = { kind: 'literal', truth: true, varies: false, depth: 0, args: [] } as const;
    return this.#leaves.get(key) ?? this.#addLeaf(key, (id) => ({ id, ...base, value: Number(value) }));
  }

  input(source: InputSource, index: number): Node {
    const key = `${source} ${index}`;
    const base = { kind: 'input', truth: false, varies: source !== 'constant', depth: 0, args: [] } as const;
    return this.#leaves.get(key) ?? this.#addLeaf(key, (id) => ({ id, ...base, source, index }));
  }

  /**
   * `operation` applied to as many operands as it takes; conditions and numbers must match what it takes.
   * @throws GraphTooLarge
   */
  apply(operation: Operation, operands: readonly Node[]): Node {
    const folded = this.#fold(operation, operands);
    if (folded) return folded;
    const args = operation.commutative ? inOrder(operands as Operands) : (operands as Operands);
    const simpler = operation.simplify?.(this, args);
    if (simpler) return simpler;
    let key = 0;
    for (const { id } of args) key = key * MOST_IDS + id;
    let known = this.#applications.get(operation);
    if (!known) {
      known = new Map();
      this.#applications.set(operation, known);
    }
    const same = known.get(key);
    if (same) return same;
    const added = this.#add(applicationOf(this.nodes.length, operation, args));
    known.set(key, added);
    return added;
  }

  #fold(operation: Operation, operands: readonly Node[]): Node | null {
    for (const operand of operands) if (operand.kind !== 'literal') return null;
    const [a, b, c] = operands as readonly LiteralNode[];
    const value = operation.fold(a?.value as number, b?.value as number, c?.value as number);
    return operation.gives === 'truth' ? this.truth(value !== 0) : this.literal(value);
  }

  #addLeaf(key: string, make: (id: number) => Node): Node {
    const added = this.#add(make(this.nodes.length));
    this.#leaves.set(key, added);
    return added;
  }

  #add(node: Node): Node {
    if (this.nodes.length >= this.#limit) throw new GraphTooLarge();
    this.nodes.push(node);
    return node;
  }
}

function applicationOf(id: number, operation: Operation, args: Operands): Node {
  let depth = 0;
  let varies = false;
  for (const operand of args) {
    depth = Math.max(depth, operand.depth + 1);
    varies ||= operand.varies;
  }
  return { id, kind: 'application', truth: operation.gives === 'truth', varies, depth, args, operation };
}

/** The operands of a commutative operation: a literal first, otherwise the older one. */
function inOrder(args: Operands): Operands {
  const [a, b] = args;
  if (a.kind === 'literal') return args;
  return b.kind === 'literal' || b.id < a.id ? ([b, a] as unknown as Operands) : args;
}

/** Whether the node is exactly this number (signs of zero told apart). */
export function isLiteral(node: Node, value: number): boolean {
  return node.kind === 'literal' && !node.truth && Object.is(node.value, value);
}

/** Whether the node applies the named operation. */
export function applies(node: Node, operation: Operation): node is ApplicationNode {
  return node.kind === 'application' && node.operation === operation;
}

/** Everything that `roots` depend on, themselves included, in ascending order of id (operands first). */
export function reachable(roots: readonly Node[]): Node[] {
  const seen = new Set<Node>(roots);
  const waiting = [...seen];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (const operand of node.args) {
      if (seen.has(operand)) continue;
      seen.add(operand);
      waiting.push(operand);
    }
  }
  return [...seen].sort((a, b) => a.id - b.id);
}
