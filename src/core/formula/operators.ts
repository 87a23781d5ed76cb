import {
  encloseDifference,
  encloseNegative,
  encloseProduct,
  encloseQuotient,
  encloseSum,
} from './arithmeticEnclosures.ts';
import { applies, type Graph, isLiteral, type Node, type Operation, type Sign } from './graph.ts';

const TWO_NUMBERS = ['number', 'number'] as const;

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);

/** Whether scaling by `value` is exact (short of overflow and underflow): it is ± a power of two. */
function isPowerOfTwo(value: number): boolean {
  float[0] = value;
  const mantissaIsZero = words[0] === 0 && ((words[1] as number) & 0xfffff) === 0;
  return mantissaIsZero && Math.abs(value) > 1e-300 && Math.abs(value) < 1e300;
}

/** The node as an exact factor times the rest; the factor is 1 where there is none. */
function scaled(node: Node): readonly [factor: number, rest: Node] {
  if (!applies(node, multiply)) return [1, node];
  const [factor, rest] = node.args;
  return factor.kind === 'literal' && isPowerOfTwo(factor.value) ? [factor.value, rest] : [1, node];
}

/** (a · x)(b · y) with exact factors gathered on whichever is ready first, x or y; null where there are not two. */
function gatherFactors(g: Graph, left: Node, right: Node): Node | null {
  const [a, x] = left.kind === 'literal' ? [left.value, null] : scaled(left);
  const [b, y] = scaled(right);
  if (a === 1 || b === 1) return null;
  const factor = g.literal(a * b);
  if (x === null) return times(g, factor, y);
  return x.depth < y.depth ? times(g, times(g, factor, x), y) : times(g, x, times(g, factor, y));
}

/** Of a product or a quotient of numbers with these signs. */
function signOfProduct(a: Sign, b: Sign): Sign {
  if (a === 'any' || b === 'any') return 'any';
  return a === 'positive' && b === 'positive' ? 'positive' : 'nonnegative';
}

/** a + b. Every rewriting here and below is exact. */
export const add: Operation = {
  name: '+',
  takes: TWO_NUMBERS,
  gives: 'number',
  fold: (a, b) => a + b,
  encloses: encloseSum,
  emission: { scalar: [0xa0], lanes: [0xfd, 0xf0, 0x01] },
  commutative: true,
  simplify: (g, [a, b]) => {
    if (isLiteral(a, -0)) return b;
    if (a === b) return times(g, g.literal(2), a);
    if (applies(b, negate)) return minus(g, a, b.args[0]);
    if (applies(a, negate)) return minus(g, b, a.args[0]);
    return null;
  },
  derivatives: [(_g, t) => t, (_g, t) => t],
  sign: ([a, b]) => {
    if (a === 'any' || b === 'any') return 'any';
    return a === 'positive' || b === 'positive' ? 'positive' : 'nonnegative';
  },
};

/** a − b. */
const subtract: Operation = {
  name: '-',
  takes: TWO_NUMBERS,
  gives: 'number',
  fold: (a, b) => a - b,
  encloses: encloseDifference,
  emission: { scalar: [0xa1], lanes: [0xfd, 0xf1, 0x01] },
  simplify: (g, [a, b]) => {
    if (isLiteral(b, 0)) return a;
    return applies(b, negate) ? plus(g, a, b.args[0]) : null;
  },
  derivatives: [(_g, t) => t, (g, t) => negative(g, t)],
};

/** −a. */
const negate: Operation = {
  name: 'neg',
  takes: ['number'],
  gives: 'number',
  fold: (a) => -a,
  encloses: encloseNegative,
  emission: { scalar: [0x9a], lanes: [0xfd, 0xed, 0x01] },
  simplify: (g, [a]) => {
    if (a.kind !== 'application') return null;
    const [first, second] = a.args;
    if (a.operation === negate) return first;
    return a.operation === multiply && first.kind === 'literal' ? times(g, g.literal(-first.value), second) : null;
  },
  derivatives: [(g, t) => negative(g, t)],
};

/** a · b; signs move outwards, and powers of two are gathered. */
const multiply: Operation = {
  name: '*',
  takes: TWO_NUMBERS,
  gives: 'number',
  fold: (a, b) => a * b,
  encloses: encloseProduct,
  emission: { scalar: [0xa2], lanes: [0xfd, 0xf2, 0x01] },
  commutative: true,
  simplify: (g, [a, b]) => {
    if (isLiteral(a, 1)) return b;
    if (isLiteral(a, -1)) return negative(g, b);
    if (applies(a, negate)) return negative(g, times(g, a.args[0], b));
    if (applies(b, negate)) return negative(g, times(g, a, b.args[0]));
    return gatherFactors(g, a, b);
  },
  derivatives: [(g, t, [, b]) => times(g, t, b), (g, t, [a]) => times(g, t, a)],
  sign: ([a, b], [x, y]) => (x === y && a === 'any' ? 'nonnegative' : signOfProduct(a, b)),
};

/** a / b; signs move outwards. */
const divide: Operation = {
  name: '/',
  takes: TWO_NUMBERS,
  gives: 'number',
  fold: (a, b) => a / b,
  encloses: encloseQuotient,
  emission: { scalar: [0xa3], lanes: [0xfd, 0xf3, 0x01] },
  simplify: (g, [a, b]) => {
    if (b.kind === 'literal') return isPowerOfTwo(b.value) ? times(g, g.literal(1 / b.value), a) : null;
    if (applies(a, negate)) return negative(g, over(g, a.args[0], b));
    return applies(b, negate) ? negative(g, over(g, a, b.args[0])) : null;
  },
  derivatives: [(g, t, [, b]) => over(g, t, b), (g, t, [, b], self) => negative(g, over(g, times(g, t, self), b))],
  sign: ([a, b]) => signOfProduct(a, b),
};

/** a + b in `g`. */
export function plus(g: Graph, a: Node, b: Node): Node {
  return g.apply(add, [a, b]);
}

/** a − b in `g`. */
export function minus(g: Graph, a: Node, b: Node): Node {
  return g.apply(subtract, [a, b]);
}

/** −a in `g`. */
export function negative(g: Graph, a: Node): Node {
  return g.apply(negate, [a]);
}

/** a · b in `g`. */
export function times(g: Graph, a: Node, b: Node): Node {
  return g.apply(multiply, [a, b]);
}

/** a / b in `g`. */
export function over(g: Graph, a: Node, b: Node): Node {
  return g.apply(divide, [a, b]);
}
