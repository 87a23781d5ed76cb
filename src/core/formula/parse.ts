import { createParse } from 'mathjs/number';

declare module 'mathjs/number' {
  /** mathjs's parser, to be given the classes of its nodes; missing in mathjs's own types. */
  export const createParse: (dependencies: Readonly<Record<string, unknown>>) => (text: string) => MathjsNode;
}

/** A node of mathjs's syntax tree, with what this program reads of it. */
export interface MathjsNode {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: string;
  readonly op?: string;
  readonly implicit?: boolean;
  readonly args?: readonly MathjsNode[];
  readonly content?: MathjsNode;
  readonly condition?: MathjsNode;
  readonly trueExpr?: MathjsNode;
  readonly falseExpr?: MathjsNode;
  readonly conditionals?: readonly string[];
  readonly params?: readonly MathjsNode[];
}

/** Every class of node that mathjs's parser asks for, with what it passes to the constructor, in order. */
const NODE_FIELDS: Readonly<Record<string, readonly string[]>> = {
  ConstantNode: ['value'],
  SymbolNode: ['name'],
  ParenthesisNode: ['content'],
  OperatorNode: ['op', 'fn', 'args', 'implicit'],
  FunctionNode: ['fn', 'args'],
  ConditionalNode: ['condition', 'trueExpr', 'falseExpr'],
  RelationalNode: ['conditionals', 'params'],
  // On no white-list; known by their type alone.
  ...{ AccessorNode: [], ArrayNode: [], AssignmentNode: [], BlockNode: [], FunctionAssignmentNode: [] },
  ...{ IndexNode: [], ObjectNode: [], RangeNode: [] },
};

/** A class whose instances hold the arguments under the given names; mathjs tells classes apart by `isNode` and kin. */
function nodeClass(type: string, fields: readonly string[]): new (...values: unknown[]) => object {
  class PlainNode {
    constructor(...values: unknown[]) {
      const held: Record<string, unknown> = Object.fromEntries(fields.map((field, i) => [field, values[i]]));
      Object.assign(this, held);
      if (type === 'FunctionNode') Object.assign(this, { name: (held.fn as MathjsNode).name });
    }
  }
  Object.assign(PlainNode.prototype, { type, isNode: true, [`is${type}`]: true });
  return PlainNode;
}

/** The part of mathjs's `typed` that the parser needs: it is called with texts only. */
const typed = Object.assign((_name: string, signatures: Record<string, unknown>) => signatures.string, {
  addConversion: () => {},
});

/**
 * mathjs's parser. It makes plain nodes: mathjs's own carry its evaluation, simplification and typesetting, an eightfold
 * of the parser's size, of which nothing is used here.
 * @throws SyntaxError with `char`, the 1-based place of the problem
 */
export const parse = createParse({
  typed,
  numeric: Number,
  config: { number: 'number' },
  ...Object.fromEntries(Object.entries(NODE_FIELDS).map(([type, fields]) => [type, nodeClass(type, fields)])),
});
