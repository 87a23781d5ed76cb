import { pow } from '../libm.ts';
import { enclosePower } from './arithmeticEnclosures.ts';
import { choose, comparisons } from './conditions.ts';
import { encloseLogistic } from './functionEnclosures.ts';
import { exp, log } from './functions.ts';
import { applies, type Graph, isLiteral, type Node, type Operation } from './graph.ts';
import { add, minus, negative, over, plus, times } from './operators.ts';

/** Integer powers up to this one are multiplied out: n − 1 roundings at most, and far faster than `pow`. */
const LARGEST_PRODUCT = 32;

/** base^n by repeated squaring, n ≥ 1. */
function product(g: Graph, base: Node, n: number): Node {
  if (n === 1) return base;
  if (n % 2 === 1) return times(g, product(g, base, n - 1), base);
  const half = product(g, base, n / 2);
  return times(g, half, half);
}

/** a^b as IEEE pow: 0^0 = 1, and NaN for a negative base with a fractional exponent. */
const power: Operation = {
  name: '^',
  takes: ['number', 'number'],
  gives: 'number',
  fold: pow,
  encloses: enclosePower,
  emission: 'pow',
  simplify: (g, [base, exponent]) => {
    if (exponent.kind === 'literal' && exponent.value === 0) return g.literal(1);
    if (isLiteral(exponent, 1)) return base;
    return isLiteral(base, Math.E) ? g.apply(exp, [exponent]) : null;
  },
  lower: (g, [base, exponent]) => {
    if (exponent.kind !== 'literal' || !Number.isInteger(exponent.value)) return null;
    const n = Math.abs(exponent.value);
    if (n > LARGEST_PRODUCT) return null;
    return exponent.value > 0 ? product(g, base, n) : over(g, g.literal(1), product(g, base, n));
  },
  sign: ([base], [, exponent]) => {
    if (base === 'any' && exponent.kind === 'literal' && exponent.value % 2 === 0) return 'nonnegative';
    return base;
  },
  derivatives: [
    (g, t, [base, exponent]) => {
      const slope = times(g, exponent, raised(g, base, minus(g, exponent, g.literal(1))));
      if (exponent.kind === 'literal') return times(g, t, slope);
      // Where the exponent is zero, the power is constant, at base 0 too, where the formula would be 0 · ∞.
      const isConstant = g.apply(comparisons['=='], [exponent, g.literal(0)]);
      return times(g, t, choose(g, isConstant, g.literal(0), slope));
    },
    (g, t, [base], self) => {
      const slope = times(g, self, g.apply(log, [base]));
      if (base.kind === 'literal' && base.value > 0) return times(g, t, slope);
      // 0^b = 0 for every b > 0, so its slope is 0, where the formula would be 0 · −∞.
      const isZero = g.apply(comparisons['=='], [self, g.literal(0)]);
      return times(g, t, choose(g, isZero, g.literal(0), slope));
    },
  ],
};

/** a^b in `g`. */
export function raised(g: Graph, a: Node, b: Node): Node {
  return g.apply(power, [a, b]);
}

/**
 * a / (1 + exp(u)). As an operation of its own it differentiates to −a / ((1 + exp u)(1 + exp −u)), which is 0 where
 * exp(u) overflows; the quotient rule would give NaN there.
 */
const logistic: Operation = {
  name: 'logistic',
  takes: ['number', 'number'],
  gives: 'number',
  fold: (a, u) => a / (1 + exp.fold(u, 0, 0)),
  encloses: encloseLogistic,
  emission: null,
  lower: (g, [a, u]) => over(g, a, plus(g, g.literal(1), g.apply(exp, [u]))),
  derivatives: [
    (g, t, [, u]) => g.apply(logistic, [t, u]),
    (g, t, [, u], self) => negative(g, times(g, t, times(g, self, g.apply(logistic, [g.literal(1), negative(g, u)])))),
  ],
};

/** a / b in `g`, with the shape of a logistic function recognised. */
export function quotient(g: Graph, a: Node, b: Node): Node {
  if (applies(b, add)) {
    const [first, second] = b.args;
    if (isLiteral(first, 1) && applies(second, exp)) return g.apply(logistic, [a, second.args[0]]);
  }
  return over(g, a, b);
}
