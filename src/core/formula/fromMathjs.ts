import { functions } from './functions.ts';
import type { MathjsNode } from './parse.ts';
import type { Syntax } from './syntax.ts';

/** The tree holds something outside the white-list; the token check is there to refuse it first. */
export class UnsupportedSyntax extends Error {}

const BINARY = new Set(['+', '-', '*', '/', '^', 'and', 'or']);
const UNARY = new Set(['+', '-', 'not']);
const COMPARISONS = new Set(['==', '!=', '<', '>', '<=', '>=']);
const CHAINED: Readonly<Record<string, string>> = {
  equal: '==',
  unequal: '!=',
  smaller: '<',
  larger: '>',
  smallerEq: '<=',
  largerEq: '>=',
};

function childrenOf(node: MathjsNode): readonly MathjsNode[] {
  if (node.type === 'ParenthesisNode') return [node.content as MathjsNode];
  if (node.type === 'ConditionalNode') return [node.condition, node.trueExpr, node.falseExpr] as MathjsNode[];
  return node.type === 'RelationalNode' ? (node.params as MathjsNode[]) : (node.args ?? []);
}

function fromOperator(node: MathjsNode, args: readonly Syntax[]): Partial<Syntax> | null {
  const operator = node.op as string;
  if (args.length === 1) return UNARY.has(operator) ? ({ kind: 'sign', operator, args } as Partial<Syntax>) : null;
  if (COMPARISONS.has(operator)) return { kind: 'comparison', operators: [operator], args } as Partial<Syntax>;
  const implicit = node.implicit === true;
  return BINARY.has(operator) ? ({ kind: 'operator', operator, implicit, args } as Partial<Syntax>) : null;
}

/** One node from its converted children, or null where it is not on the white-list. */
function convert(node: MathjsNode, args: readonly Syntax[], number: () => string): Syntax | null {
  const { type, value, name } = node;
  const row = functions.get(name ?? '');
  let made: unknown = null;
  if (type === 'ConstantNode' && typeof value === 'number') made = { kind: 'number', value, text: number(), args };
  else if (type === 'SymbolNode') made = { kind: 'name', name, args };
  else if (type === 'ParenthesisNode') made = { kind: 'parentheses', args };
  else if (type === 'OperatorNode') made = fromOperator(node, args);
  else if (type === 'ConditionalNode') made = { kind: 'choice', args };
  else if (type === 'RelationalNode') {
    made = { kind: 'comparison', operators: node.conditionals?.map((link) => CHAINED[link]), args };
  } else if (type === 'FunctionNode' && row) made = { kind: 'call', row, args };
  return made as Syntax | null;
}

/**
 * A formula's syntax from mathjs's tree, of which nothing else is used. No recursion: sums of thousands of terms are
 * thousands of levels deep.
 * @param numbers  the formula's numbers as they were typed, from left to right
 * @returns all pieces, arguments before what uses them, the whole formula last
 * @throws UnsupportedSyntax
 */
export function fromMathjs(root: MathjsNode, numbers: readonly string[]): Syntax[] {
  let numbersRead = 0;
  const nextNumber = (): string => numbers[numbersRead++] as string;
  const pieces: Syntax[] = [];
  const done: Syntax[] = [];
  const waiting: { node: MathjsNode; opened: boolean }[] = [{ node: root, opened: false }];
  for (let top = waiting.at(-1); top; top = waiting.at(-1)) {
    const children = childrenOf(top.node);
    if (!top.opened) {
      top.opened = true;
      for (const node of children.toReversed()) waiting.push({ node, opened: false });
      continue;
    }
    waiting.pop();
    const piece = convert(top.node, done.splice(done.length - children.length), nextNumber);
    if (!piece) throw new UnsupportedSyntax(`${top.node.type} ${top.node.op ?? top.node.name ?? ''}`.trim());
    done.push(piece);
    pieces.push(piece);
  }
  return pieces;
}
