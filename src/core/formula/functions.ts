import { type Libm, libm } from '../libm.ts';
import type { Enclosure } from './bounds.ts';
import { choose, comparisons, not } from './conditions.ts';
import {
  decreasing,
  encloseAbs,
  encloseAtan2,
  encloseCos,
  encloseHypot,
  encloseSech2,
  encloseSin,
  encloseTan,
  evenIncreasing,
  extremum,
  increasing,
  logarithm,
  steps,
} from './functionEnclosures.ts';
import type { Derivative, Graph, Node, Operation } from './graph.ts';
import { minus, negative, over, plus, times } from './operators.ts';

/** A function that one can type: an operation with the number of arguments and the TeX that belong to it. */
export interface FunctionRow extends Operation {
  /** Least and greatest number of arguments; more than the operation takes are folded from the left. */
  readonly arguments: readonly [least: number, most: number];
  /** What to write where it is called with too many or too few arguments. */
  readonly advice?: string;
  /** TeX of a call from the TeX of its arguments. */
  readonly tex: (...args: string[]) => string;
}

const SQRT_PI = 1.7724538509055159;

/** The usual TeX of a call: an upright name and parentheses. */
function call(name: string): (...args: string[]) => string {
  return (...args) => `${name}\\left(${args.join(', ')}\\right)`;
}

/** A row for a function of libm: the code calls it, and literals go through the same code. */
function fromLibm(
  name: keyof Libm,
  encloses: Enclosure,
  tex: (...args: string[]) => string,
  derivatives: readonly Derivative[],
): FunctionRow {
  const compute = libm[name] as Operation['fold'];
  const takes = derivatives.map(() => 'number' as const);
  return {
    name,
    arguments: [takes.length, takes.length],
    takes,
    gives: 'number',
    fold: (a, b, c) => compute(a, b, c),
    encloses,
    emission: name,
    derivatives,
    tex,
  };
}

/** A row for a function that is one instruction. */
function instruction(
  name: string,
  [scalar, lanes]: readonly [number, number],
  fold: Operation['fold'],
  encloses: Enclosure,
  tex: FunctionRow['tex'],
  derivatives: Operation['derivatives'],
): FunctionRow {
  const takes = derivatives.map(() => 'number' as const);
  const lanesCode = lanes < 0x80 ? [0xfd, lanes] : [0xfd, lanes, 0x01];
  const emission = { scalar: [scalar], lanes: lanesCode };
  return {
    name,
    arguments: [takes.length, takes.length],
    takes,
    gives: 'number',
    fold,
    encloses,
    emission,
    derivatives,
    tex,
  };
}

function one(g: Graph): Node {
  return g.literal(1);
}

function squared(g: Graph, x: Node): Node {
  return times(g, x, x);
}

/** √(1 − x²) without the cancellation next to ±1. */
function cosineOfArcsine(g: Graph, x: Node): Node {
  return g.apply(sqrt, [times(g, minus(g, one(g), x), plus(g, one(g), x))]);
}

/** x / hypot, and 0 at the cone's tip, where the derivative does not exist and 0 is the least subgradient. */
function legOverHypotenuse(g: Graph, t: Node, leg: Node, hypotenuse: Node): Node {
  const atTip = g.apply(comparisons['=='], [hypotenuse, g.literal(0)]);
  return times(g, t, choose(g, atTip, g.literal(0), over(g, leg, hypotenuse)));
}

/** The condition under which an operand counts, from that of the first; ties count for the first. */
function firstOrSecond(g: Graph, firstCounts: Node, operand: number): Node {
  return operand === 0 ? firstCounts : g.apply(not, [firstCounts]);
}

const sin = fromLibm('sin', encloseSin, call('\\sin'), [(g, t, [x]) => times(g, t, g.apply(cos, [x]))]);
const cos = fromLibm('cos', encloseCos, call('\\cos'), [(g, t, [x]) => negative(g, times(g, t, g.apply(sin, [x])))]);
const tan = fromLibm('tan', encloseTan, call('\\tan'), [
  (g, t, _x, tanX) => times(g, t, plus(g, one(g), squared(g, tanX))),
]);
const asin = fromLibm('asin', increasing(libm.asin, -1, 1), call('\\arcsin'), [
  (g, t, [x]) => over(g, t, cosineOfArcsine(g, x)),
]);
const acos = fromLibm('acos', decreasing(libm.acos, -1, 1), call('\\arccos'), [
  (g, t, [x]) => negative(g, over(g, t, cosineOfArcsine(g, x))),
]);
const atan = fromLibm('atan', increasing(libm.atan), call('\\arctan'), [
  (g, t, [x]) => over(g, t, plus(g, one(g), squared(g, x))),
]);
const atan2: FunctionRow = {
  ...fromLibm('atan2', encloseAtan2, call('\\operatorname{atan2}'), [
    (g, t, [y, x]) => over(g, times(g, t, x), plus(g, squared(g, x), squared(g, y))),
    (g, t, [y, x]) => negative(g, over(g, times(g, t, y), plus(g, squared(g, x), squared(g, y)))),
  ]),
  nonSmooth: 'somewhere',
};
const sinh = fromLibm('sinh', increasing(libm.sinh), call('\\sinh'), [(g, t, [x]) => times(g, t, g.apply(cosh, [x]))]);
const cosh: FunctionRow = {
  ...fromLibm('cosh', evenIncreasing(libm.cosh), call('\\cosh'), [(g, t, [x]) => times(g, t, g.apply(sinh, [x]))]),
  sign: () => 'positive',
};
const tanh = fromLibm('tanh', increasing(libm.tanh), call('\\tanh'), [
  (g, t, [x]) => times(g, t, g.apply(squaredHyperbolicSecant, [x])),
]);
/** exp(x); also what `e^x` means. */
export const exp: FunctionRow = {
  ...fromLibm('exp', increasing(libm.exp), call('\\exp'), [(g, t, _x, expX) => times(g, t, expX)]),
  sign: () => 'positive',
};
const expm1 = fromLibm('expm1', increasing(libm.expm1), call('\\operatorname{expm1}'), [
  (g, t, [x]) => times(g, t, g.apply(exp, [x])),
]);
/** The natural logarithm. */
export const log: FunctionRow = {
  ...fromLibm('log', logarithm(libm.log, 0), call('\\ln'), [(g, t, [x]) => over(g, t, x)]),
  advice: 'write log(x) / log(base) for another base',
};
const log2 = fromLibm('log2', logarithm(libm.log2, 0), call('\\log_{2}'), [
  (g, t, [x]) => over(g, t, times(g, g.literal(Math.LN2), x)),
]);
const log10 = fromLibm('log10', logarithm(libm.log10, 0), call('\\log_{10}'), [
  (g, t, [x]) => over(g, t, times(g, g.literal(Math.LN10), x)),
]);
const log1p = fromLibm('log1p', logarithm(libm.log1p, -1), call('\\operatorname{log1p}'), [
  (g, t, [x]) => over(g, t, plus(g, one(g), x)),
]);
const sqrt: FunctionRow = {
  ...instruction('sqrt', [0x9f, 0xef], Math.sqrt, increasing(Math.sqrt, 0), (x) => `\\sqrt{${x}}`, [
    (g, t, _x, root) => over(g, t, times(g, g.literal(2), root)),
  ]),
  nonSmooth: 'at-zero',
  sign: ([x]) => (x === 'positive' ? x : 'nonnegative'),
};
const cbrt: FunctionRow = {
  ...fromLibm('cbrt', increasing(libm.cbrt), (x) => `\\sqrt[3]{${x}}`, [
    (g, t, _x, root) => over(g, t, times(g, g.literal(3), squared(g, root))),
  ]),
  nonSmooth: 'at-zero',
};
const abs: FunctionRow = {
  ...instruction('abs', [0x99, 0xec], Math.abs, encloseAbs, (x) => `\\left|${x}\\right|`, [
    (g, t, [x]) => times(g, t, g.apply(sign, [x])),
  ]),
  nonSmooth: 'at-zero',
  sign: ([x]) => (x === 'positive' ? x : 'nonnegative'),
};
const floor: FunctionRow = {
  ...instruction('floor', [0x9c, 0x75], Math.floor, steps(Math.floor), (x) => `\\left\\lfloor ${x}\\right\\rfloor`, [
    null,
  ]),
  nonSmooth: 'somewhere',
};
const sign: FunctionRow = {
  name: 'sign',
  arguments: [1, 1],
  takes: ['number'],
  gives: 'number',
  fold: Math.sign,
  encloses: steps(Math.sign),
  emission: null,
  lower: (g, [x]) => {
    const zero = g.literal(0);
    const unlessNegative = choose(g, g.apply(comparisons['<'], [x, zero]), g.literal(-1), x);
    return choose(g, g.apply(comparisons['>'], [x, zero]), one(g), unlessNegative);
  },
  derivatives: [null],
  tex: call('\\operatorname{sign}'),
  nonSmooth: 'somewhere',
};
const min: FunctionRow = {
  ...instruction('min', [0xa4, 0xf4], (a, b) => Math.min(a, b), extremum(Math.min), call('\\min'), [
    (_g, t) => t,
    (_g, t) => t,
  ]),
  arguments: [1, Number.POSITIVE_INFINITY],
  taken: (g, [a, b], operand) => firstOrSecond(g, g.apply(comparisons['<='], [a, b]), operand),
  nonSmooth: 'somewhere',
};
const max: FunctionRow = {
  ...instruction('max', [0xa5, 0xf5], (a, b) => Math.max(a, b), extremum(Math.max), call('\\max'), [
    (_g, t) => t,
    (_g, t) => t,
  ]),
  arguments: [1, Number.POSITIVE_INFINITY],
  taken: (g, [a, b], operand) => firstOrSecond(g, g.apply(comparisons['>='], [a, b]), operand),
  nonSmooth: 'somewhere',
};
const hypot: FunctionRow = {
  ...fromLibm('hypot', encloseHypot, call('\\operatorname{hypot}'), [
    (g, t, [x], self) => legOverHypotenuse(g, t, x, self),
    (g, t, [, y], self) => legOverHypotenuse(g, t, y, self),
  ]),
  arguments: [2, Number.POSITIVE_INFINITY],
  nonSmooth: 'somewhere',
  sign: () => 'nonnegative',
};
const erf = fromLibm('erf', increasing(libm.erf), call('\\operatorname{erf}'), [
  (g, t, [x]) => {
    const gaussian = g.apply(exp, [negative(g, squared(g, x))]);
    return times(g, t, times(g, g.literal(2 / SQRT_PI), gaussian));
  },
]);

/** 1 / cosh²(x), the derivative of tanh: 1 − tanh² loses all its digits for large x, and this overflows nowhere. */
const squaredHyperbolicSecant: Operation = {
  name: 'sech2',
  takes: ['number'],
  gives: 'number',
  fold: (x) => (1 / libm.cosh(x)) * (1 / libm.cosh(x)),
  encloses: encloseSech2,
  emission: null,
  lower: (g, [x]) => squared(g, over(g, one(g), g.apply(cosh, [x]))),
  derivatives: [(g, t, [x], self) => times(g, t, times(g, g.literal(-2), times(g, g.apply(tanh, [x]), self)))],
};

const rows: readonly FunctionRow[] = [
  ...[sin, cos, tan, asin, acos, atan, atan2, sinh, cosh, tanh, exp, expm1, log, log2, log10, log1p],
  ...[sqrt, cbrt, abs, sign, min, max, floor, hypot, erf],
];

/** Every function that a formula may call, by the name that one types. To add one, add a row. */
export const functions: ReadonlyMap<string, FunctionRow> = new Map(rows.map((row) => [row.name, row]));
