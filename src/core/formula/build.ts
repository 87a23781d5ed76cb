import { NAMED_NUMBERS } from './checkTokens.ts';
import { and, choose, comparisons, not, or } from './conditions.ts';
import { functions } from './functions.ts';
import type { Graph, Node, Operation } from './graph.ts';
import { minus, negative, plus, times } from './operators.ts';
import { quotient, raised } from './powers.ts';
import type { Syntax } from './syntax.ts';

const abs = functions.get('abs') as Operation;

/** A condition as the number 1 or 0. */
function asNumber(g: Graph, node: Node): Node {
  return node.truth ? choose(g, node, g.literal(1), g.literal(0)) : node;
}

/** A number as the condition that it is not zero; NaN is false. */
function asTruth(g: Graph, node: Node): Node {
  return node.truth ? node : g.apply(comparisons['>'], [g.apply(abs, [node]), g.literal(0)]);
}

const arithmetic = { '+': plus, '-': minus, '*': times, '/': quotient, '^': raised } as const;
const logic = { and, or } as const;

/** a < b <= c is (a < b) and (b <= c). */
function comparisonOf(g: Graph, operators: readonly (keyof typeof comparisons)[], args: readonly Node[]): Node {
  const links = operators.map((operator, i) => g.apply(comparisons[operator], [args[i] as Node, args[i + 1] as Node]));
  return links.reduce((a, b) => g.apply(and, [a, b]));
}

function nodeOf(g: Graph, piece: Syntax, operands: readonly Node[], inputs: ReadonlyMap<string, Node>): Node {
  const [a, b, c] = operands as [Node, Node, Node];
  switch (piece.kind) {
    case 'number':
      return g.literal(piece.value);
    case 'name':
      return inputs.get(piece.name) ?? g.literal(NAMED_NUMBERS.get(piece.name) as number);
    case 'parentheses':
      return a;
    case 'sign':
      if (piece.operator === 'not') return g.apply(not, [asTruth(g, a)]);
      return piece.operator === '-' ? negative(g, asNumber(g, a)) : asNumber(g, a);
    case 'operator':
      if (piece.operator === 'and' || piece.operator === 'or') {
        return g.apply(logic[piece.operator], [asTruth(g, a), asTruth(g, b)]);
      }
      return arithmetic[piece.operator](g, asNumber(g, a), asNumber(g, b));
    case 'comparison':
      return comparisonOf(
        g,
        piece.operators,
        operands.map((operand) => asNumber(g, operand)),
      );
    case 'choice':
      return choose(g, asTruth(g, a), asNumber(g, b), asNumber(g, c));
    case 'call': {
      const numbers = operands.map((operand) => asNumber(g, operand));
      if (piece.row.takes.length === 1) return g.apply(piece.row, numbers);
      return numbers.reduce((left, right) => g.apply(piece.row, [left, right]));
    }
  }
}

/**
 * The graph of a formula.
 * @param syntax  arguments before what uses them, the whole formula last
 * @returns the formula's node, a number
 * @throws GraphTooLarge
 */
export function build(
  g: Graph,
  syntax: readonly Syntax[],
  variables: readonly string[],
  constants: readonly string[],
): Node {
  const inputs = new Map([
    ...variables.map((name, i) => [name, g.input('variable', i)] as const),
    ...constants.map((name, i) => [name, g.input('constant', i)] as const),
  ]);
  const nodes = new Map<Syntax, Node>();
  for (const piece of syntax) {
    const operands = piece.args.map((argument) => nodes.get(argument) as Node);
    nodes.set(piece, nodeOf(g, piece, operands, inputs));
  }
  return asNumber(g, nodes.get(syntax.at(-1) as Syntax) as Node);
}
